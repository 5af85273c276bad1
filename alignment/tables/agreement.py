"""How alike two states vote: five definitions over the same roll calls.

Votes are Y (yes), N (no), A (abstain), X (present on the list, no vote), empty (no member).
"""

from itertools import combinations

import pandas as pd

FIVE = ("CHN", "RUS", "USA", "GBR", "FRA")
PAIRS = tuple(combinations(FIVE, 2))
# A text is contested unless these four, who rarely agree, all vote yes.
CONSENSUS = ("CHN", "RUS", "GBR", "BRA")
CAST = ("Y", "N", "A")


def strict(votes: pd.DataFrame, one: str, other: str) -> tuple[int, float]:
    """Return number of common votes and share of identical ones; absences are no votes."""
    both = _both(votes, one, other)
    return len(both), (both[one] == both[other]).mean()


def half_credit(votes: pd.DataFrame, one: str, other: str) -> tuple[int, float]:
    """Return the share in which an abstention against a yes or no counts one half."""
    both = _both(votes, one, other)
    same = both[one] == both[other]
    near = ~same & ((both[one] == "A") | (both[other] == "A"))
    return len(both), (same + near / 2).mean()


def no_abstentions(votes: pd.DataFrame, one: str, other: str) -> tuple[int, float]:
    """Return the share of identical votes where both said yes or no."""
    both = _both(votes, one, other)
    both = both[(both != "A").all(axis=1)]
    return len(both), (both[one] == both[other]).mean()


def kappa(votes: pd.DataFrame, one: str, other: str) -> tuple[int, float]:
    """Return Cohen's kappa (Cohen 1960): agreement beyond what the habits of both would give."""
    both = _both(votes, one, other)
    seen = (both[one] == both[other]).mean()
    shares = [both[state].value_counts(normalize=True).reindex(CAST).fillna(0) for state in both]
    chance = (shares[0] * shares[1]).sum()
    return len(both), (seen - chance) / (1 - chance) if chance < 1 else float("nan")


def contested(votes: pd.DataFrame, one: str, other: str) -> tuple[int, float]:
    """Return the strict share over texts that not all of China, Russia, UK and Brazil support."""
    return strict(votes[~(votes[list(CONSENSUS)] == "Y").all(axis=1)], one, other)


DEFINITIONS = {
    "strict": strict,
    "half_credit": half_credit,
    "no_abstentions": no_abstentions,
    "kappa": kappa,
    "contested": contested,
}


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
    parts = []
    for year, calls in votes[votes["year"].between(first, last)].groupby("year"):
        states = [state for state in FIVE if state in calls]
        for one, other in combinations(states, 2):
            for name, definition in DEFINITIONS.items():
                n, value = definition(calls, one, other)
                if n:
                    parts.append((int(year), f"{one}-{other}", name, n, round(value, 6)))
    return pd.DataFrame(parts, columns=["year", "pair", "definition", "n", "value"])


def table(load) -> pd.DataFrame:
    """Return agreement by year from the three tables of votes, each where it is the best.

    Parameters
    ----------
    load : callable
        Gives a table by name; `alignment.tables.load` or the builders' own.

    Returns
    -------
    pandas.DataFrame
        Columns year, pair, definition, n, value; 1971–1991, 1992–2021 and 2025.
    """
    old, middle, last = (load(name) for name in ("unga_votes_1946_2019", "unga_votes", LATEST))
    last = last.assign(year=last["date"].dt.year)
    parts = [by_year(old, 1972, 1991), by_year(middle, 1992, 2021), by_year(last, 2025, 2025)]
    return pd.concat(parts, ignore_index=True)


LATEST = "unga_votes_2025"


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
