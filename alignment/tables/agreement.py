"""How alike two states vote: five definitions over the same roll calls.

Votes are Y (yes), N (no), A (abstain), X (present on the list, no vote), empty (no member).
"""

from itertools import combinations

import numpy as np
import pandas as pd

from alignment.votes import CAST, half_credit, kappa, no_abstentions, strict

FIVE = ("CHN", "RUS", "USA", "GBR", "FRA")
# A text is contested unless these four, who rarely agree, all vote yes.
CONSENSUS = ("CHN", "RUS", "GBR", "BRA")

DEFINITIONS = {
    "strict": strict,
    "half_credit": half_credit,
    "no_abstentions": no_abstentions,
    "kappa": kappa,
}
# The fifth is the strict one over contested texts only.
NAMES = (*DEFINITIONS, "contested")


def by_year(votes: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Compute all definitions for all pairs of the five permanent members.

    Parameters
    ----------
    votes : pandas.DataFrame
        One row per roll call: `year` and one column of votes per state.
    first, last : int
        First and last year.

    Returns
    -------
    pandas.DataFrame
        Columns year, pair, definition, n (common votes), value.
    """
    votes = votes[votes["year"].between(first, last)]
    disputed = votes[~(votes[list(CONSENSUS)] == "Y").all(axis=1)]
    years = sorted(int(year) for year in votes["year"].unique())
    pairs = list(combinations([state for state in FIVE if state in votes], 2))
    whole = {pair: _counts(votes, *pair, years) for pair in pairs}
    part = {pair: _counts(disputed, *pair, years) for pair in pairs}
    rows = []
    for at, year in enumerate(years):
        for pair in pairs:
            found = {name: how(whole[pair][at]) for name, how in DEFINITIONS.items()}
            # Over texts that not all of China, Russia, the UK and Brazil support.
            found["contested"] = strict(part[pair][at])
            rows += [(year, "-".join(pair), name, n, round(value, 6))
                     for name, (n, value) in found.items() if n]  # fmt: skip
    return pd.DataFrame(rows, columns=["year", "pair", "definition", "n", "value"])


def _counts(votes: pd.DataFrame, one: str, other: str, years: list[int]) -> np.ndarray:
    """Count what one state voted by what the other did: years x CAST x CAST."""
    cells = pd.MultiIndex.from_product([years, CAST, CAST])
    sizes = votes.groupby(["year", one, other]).size().reindex(cells, fill_value=0)
    return sizes.to_numpy().reshape(len(years), len(CAST), len(CAST))


def table(load) -> pd.DataFrame:
    """Return agreement by year from the two tables of votes, each where it is the best.

    Parameters
    ----------
    load : callable
        Gives a table by name; `alignment.tables.load` or the builders' own.

    Returns
    -------
    pandas.DataFrame
        Columns year, pair, definition, n, value; from 1972 on.
    """
    old, new = (load(name) for name in ("unga_votes_1946_2019", "unga_votes"))
    parts = [by_year(old, 1972, 1991), by_year(new, 1992, int(new["year"].max()))]
    return pd.concat(parts, ignore_index=True)


def issues(load) -> pd.DataFrame:
    """Count how often China and Russia agree and oppose each other, by issue and period."""
    votes = load("unga_votes_1946_2019")
    parts = []
    for period, (first, last) in PERIODS.items():
        calls = votes[votes["year"].between(first, last)]
        for issue in ISSUES:
            both = _both(calls[calls[issue]], "CHN", "RUS")
            opposed = ((both != "A").all(axis=1) & (both["CHN"] != both["RUS"])).sum()
            same = (both["CHN"] == both["RUS"]).sum()
            parts.append((period, issue, len(both), int(same), int(opposed)))
    return pd.DataFrame(parts, columns=["period", "issue", "n", "agree", "opposed"])


ISSUES = (
    "nuclear",
    "arms_control",
    "colonialism",
    "human_rights",
    "economic",
    "palestine",
)
PERIODS = {
    "1972-1991": (1972, 1991),
    "1992-2003": (1992, 2003),
    "2004-2013": (2004, 2013),
    "2014-2019": (2014, 2019),
}


def _both(votes: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    pair = votes[[one, other]]
    return pair[pair.isin(CAST).all(axis=1)]
