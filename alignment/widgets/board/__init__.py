"""The weighing board: judgements in; values, ranks and what must change out.

`WeighingBoard` is the panel; `judgement` is what it holds and `outcome` what follows from it.
"""

from alignment.widgets.board.panel import WeighingBoard

__all__ = ["WeighingBoard"]
