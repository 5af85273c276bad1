"""Run a notebook in a kernel of its own and say plainly how that went.

The kernel is a stock one of this very Python; tables and personal folder can be other ones.
"""
