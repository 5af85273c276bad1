"""The bank of forecast questions, with the days of a class."""

from datetime import date, timedelta

import pandas as pd

from alignment.errors import AlignmentError
from alignment.tables.reading import load


def bank(asked: str | date, days: int | None = None) -> pd.DataFrame:
    """Return the questions of the bank as the forecast card takes them.

    Parameters
    ----------
    asked : str or date
        The day on which the class is asked, for example "2027-02-01".
    days : {90, 365}, optional
        Only the questions for a term, or for a year.

    Returns
    -------
    pandas.DataFrame
        The columns of the table `questions`, and `base_rate` and `block`; `by` is the last day.

    Raises
    ------
    AlignmentError
        If the day is none.
    """
    try:
        first = date.fromisoformat(str(asked))
    except ValueError:
        raise AlignmentError(
            f"The day {asked!r} is not a date; write it as 2027-02-01, year first"
        ) from None
    rows = load("forecast_bank")
    if days is not None:
        rows = rows[rows["days"] == days]
    last = [first + timedelta(days=int(n)) for n in rows["days"]]
    return rows.assign(
        set="next",
        asked=pd.Timestamp(first),
        by=pd.to_datetime(last),
        resolver=rows["resolver"] + " (" + rows["rule"] + ")",
        outcome=pd.NA,
        support=pd.NA,
        forecast=float("nan"),
    ).reset_index(drop=True)
