"""A student's locked forecasts: one small JSON file, no name, no time.

A locked forecast is never changed; a broken or newer file is reported and left as it is.
"""

from dataclasses import asdict, dataclass

from alignment.errors import AlignmentError
from fairmark.files import BrokenRecord, home, read_json, write_json

SCHEMA = 1
NAME = "forecasts.json"


class AlreadyLocked(AlignmentError):
    """A forecast that is locked; changing it after the fact would only flatter its author."""


@dataclass(frozen=True)
class Forecast:
    """One locked probability.

    Parameters
    ----------
    percent : float
        Probability that the answer is yes, 0 to 100.
    base : str
        How often such things happened before, in a few words; may be empty.
    why : str
        The reason, in one line; may be empty.
    """

    percent: float
    base: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        number = isinstance(self.percent, (int, float)) and not isinstance(self.percent, bool)
        if not number or not 0 <= self.percent <= 100:
            raise AlignmentError(f"A forecast needs 0 to 100 per cent; found {self.percent!r}")
        if not isinstance(self.base, str) or not isinstance(self.why, str):
            raise AlignmentError("The base rate and the reason of a forecast must be texts")


def load_forecasts() -> dict[str, Forecast]:
    """Read the locked forecasts.

    Returns
    -------
    dict of str to Forecast
        By question, for example ``{"R3": Forecast(90, ...)}``; empty if there is none yet.

    Raises
    ------
    BrokenRecord
        If the file is broken, foreign or newer than this package.
    """
    record = read_json(home() / NAME)
    if record is None:
        return {}
    try:
        if record["schema"] == SCHEMA:
            return {str(name): Forecast(**entry) for name, entry in record["forecasts"].items()}
    except (KeyError, TypeError, AttributeError, AlignmentError):
        pass
    raise BrokenRecord(
        f"{NAME} is not a list of forecasts this version can read; it was left as it is: "
        "repair it, or move it away to start again"
    )


def lock_forecast(question: str, forecast: Forecast) -> str:
    """Keep a forecast for good.

    Parameters
    ----------
    question : str
        Its id, for example "N1".
    forecast : Forecast
        The probability and its reason.

    Returns
    -------
    str
        Folder and name of the file, to be shown.

    Raises
    ------
    AlreadyLocked
        If this question has a locked forecast.
    BrokenRecord
        If a foreign or newer file lies there, or the folder cannot be written.
    """
    locked = load_forecasts()  # a foreign or newer file is not overwritten
    if question in locked:
        raise AlreadyLocked(
            f"{question} is locked at {locked[question].percent:g} per cent; a forecast that can "
            "be changed later is worth nothing, so forecast another question"
        )
    every = {name: asdict(each) for name, each in (locked | {question: forecast}).items()}
    path = write_json(home() / NAME, {"schema": SCHEMA, "forecasts": every})
    return f"{path.parent.name}/{path.name}"
