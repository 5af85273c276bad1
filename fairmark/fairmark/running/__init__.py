"""Run a notebook in a kernel of its own and say plainly how that went.

The kernel is a stock one of this very Python; tables and personal folder can be other ones.

Public: `kernels` (a notebook in a stock kernel), `programs` (what a run is given and gives back)
and its two runners, `stock` and `forked` (shut off from the machine). The rest is internal.
"""
