"""Competing explanations side by side: what speaks against each, and which evidence decides.

Rows are hypotheses, columns are items of evidence; that layout reduced confirmation bias
(Dhami et al. 2024).
"""

import numpy as np

from alignment.methods._inputs import BadNumbers

CODES = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}


def coded(codes) -> np.ndarray:
    """Turn CC, C, N, I and II into 2, 1, 0, -1 and -2.

    Parameters
    ----------
    codes : sequence of sequences of str, shape (hypotheses, items)
        How each item fits each hypothesis, from very consistent to very inconsistent.

    Returns
    -------
    ndarray, shape (hypotheses, items)
        Numbers from -2 to 2.
    """
    rows = [list(row) for row in np.asarray(codes, dtype=object)]
    strange = [c for row in rows for c in row if c not in CODES]
    if strange:
        raise BadNumbers(f"Found the code {strange[0]!r}; codes are {', '.join(CODES)}.")
    return np.array([[CODES[c] for c in row] for row in rows], dtype=float)


def inconsistency(codes, credibility=1.0, relevance=1.0) -> np.ndarray:
    """Weighted evidence against each hypothesis; evidence for it does not count.

    Parameters
    ----------
    codes : sequence of sequences of str, shape (hypotheses, items)
        CC, C, N, I or II.
    credibility, relevance : float or array_like, shape (items,)
        Weights of the items, for example 0.5, 1 or 1.5.

    Returns
    -------
    ndarray, shape (hypotheses,)
        ``sum_e c_e r_e max(0, -code)`` (Heuer 1999).
    """
    against = np.maximum(0, -coded(codes))
    c, r = np.asarray(credibility, dtype=float), np.asarray(relevance, dtype=float)
    return (against * c * r).sum(axis=1)


def silence(codes) -> np.ndarray:
    """Count the items on which each hypothesis says nothing.

    A hypothesis that forbids nothing cannot be refuted: read this beside `inconsistency`.

    Parameters
    ----------
    codes : sequence of sequences of str, shape (hypotheses, items)
        CC, C, N, I or II.

    Returns
    -------
    ndarray of int, shape (hypotheses,)
        How often the code is N (after Popper 1959: what forbids nothing says nothing).
    """
    return (coded(codes) == 0).sum(axis=1)
