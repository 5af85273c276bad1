"""Roll calls of all members: one letter per member in one text, and what is counted from them.

Table `unga_rollcalls` holds 193 votes of a call as 193 letters in the order of table `un_members`:
Y yes, N no, A abstain, X in none of the three lists, a point where the vote is not known.
"""

import pandas as pd

UNKNOWN = "."


def by_state(calls: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Spell roll calls out: one row per call, one column per member.

    Parameters
    ----------
    calls : pandas.DataFrame
        Rows of table `unga_rollcalls`: `resolution` and `votes`.
    members : pandas.DataFrame
        Table `un_members`, in its order.

    Returns
    -------
    pandas.DataFrame
        Columns iso3, index `resolution`; Y, N, A, X, missing where the vote is not known.
    """
    letters = pd.DataFrame(
        [list(votes) for votes in calls["votes"]], columns=list(members["iso3"]), dtype="str"
    )
    return letters.replace(UNKNOWN, None).set_index(pd.Index(calls["resolution"]))


def third_states_by_year(votes: pd.DataFrame) -> pd.DataFrame:
    """Count how other members voted where China and Russia vote alike and against the US.

    Parameters
    ----------
    votes : pandas.DataFrame
        `year`, CHN, RUS, USA and one column per other member.

    Returns
    -------
    pandas.DataFrame
        Columns texts, with_china_russia, with_us, abstain; index year.
    """
    china, russia, america = (votes[state] for state in ("CHN", "RUS", "USA"))
    split = china.isin(["Y", "N"]) & america.isin(["Y", "N"])
    split &= (china == russia) & (china != america)
    others = votes[split].drop(columns=["year", "CHN", "RUS", "USA"])
    counts = pd.DataFrame(
        {
            "year": votes.loc[split, "year"],
            "texts": 1,
            "with_china_russia": others.eq(china[split], axis=0).sum(axis=1),
            "with_us": others.eq(america[split], axis=0).sum(axis=1),
            "abstain": others.eq("A").sum(axis=1),
        }
    )
    return counts.groupby("year").sum()
