"""Run a notebook in a kernel of its own and say plainly how that went.

The kernel is a stock one of this very Python; tables and personal folder can be other ones.
"""

from alignment.running.kernels import DeadKernel, Limits, Outcome, RunFailed, TooSlow, run

__all__ = ["DeadKernel", "Limits", "Outcome", "RunFailed", "TooSlow", "run"]
