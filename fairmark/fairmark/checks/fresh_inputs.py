"""Fresh inputs for questions whose answer is a function: the same each time, other ones per data.

A second set of tables may carry a file `seed`; its numbers then differ from the shipped ones.
"""

import hashlib

import numpy as np

from fairmark.course import tables_folder


def fresh(
    question: str, *, low: float, high: float, size: int, cases: int = 5, together: bool = False
) -> list[tuple]:
    """Draw inputs on which a function is tried.

    Parameters
    ----------
    question : str
        "4.14"; each question draws its own numbers.
    low, high : float
        Between which the numbers lie.
    size : int
        Numbers per case.
    cases : int
        How often the function is called.
    together : bool
        Pass the numbers as one list instead of one argument each.

    Returns
    -------
    list of tuple
        The arguments of each call.
    """
    generator = np.random.default_rng(_seed(question))
    drawn = generator.uniform(low, high, size=(cases, size)).round(2).tolist()
    return [(row,) if together else tuple(row) for row in drawn]


def _seed(question: str) -> int:
    path = tables_folder() / "seed"
    extra = path.read_text(encoding="utf-8").strip() if path.exists() else "shipped"
    return int(hashlib.sha256(f"{extra} {question}".encode()).hexdigest()[:12], 16)
