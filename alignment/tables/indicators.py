"""Six yearly indicators of the alignment, computed from other tables.

They are put side by side to show how little they differ in trend, not to be added up.
"""

import pandas as pd

FIRST, LAST = 2015, 2024


def table(load) -> pd.DataFrame:
    """Return the indicators of 2015 to 2024.

    Parameters
    ----------
    load : callable
        Gives a table by name.

    Returns
    -------
    pandas.DataFrame
        Columns year, trade (billion US dollars), events, patrols, meetings (counts),
        arms (million TIV), closeness (minus the distance of ideal points).
    """
    years = pd.Index(range(FIRST, LAST + 1), name="year")
    frame = pd.DataFrame(index=years)
    frame["trade"] = load("trade").set_index("year")["total"].astype(float)
    events = load("joint_exercises")
    frame["events"] = _per_year(events["start"], years)
    frame["patrols"] = _per_year(events.loc[events["patrol"].astype(bool), "start"], years)
    arms = load("arms_transfers")
    arms = arms[(arms["supplier"] == "Russia") & (arms["recipient"] == "China")]
    frame["arms"] = arms.set_index("year")["tiv"]
    points = load("ideal_points").pivot(index="year", columns="iso3", values="point")
    frame["closeness"] = -(points["CHN"] - points["RUS"]).abs()
    frame["meetings"] = _per_year(load("leader_meetings")["date"], years)
    return frame.reset_index()


def _per_year(dates: pd.Series, years: pd.Index) -> pd.Series:
    counts = pd.to_datetime(dates).dt.year.value_counts()
    return counts.reindex(years).fillna(0).astype(int)
