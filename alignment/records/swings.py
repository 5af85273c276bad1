"""A student's swing points: how much each criterion may move the result, one small JSON file."""

from collections.abc import Mapping

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records.sheets import CRITERIA
from fairmark.files import BrokenRecord, home, read_json, write_json

SCHEMA = 1
NAME = "swing-points.json"


def load_swings() -> dict[str, float]:
    """Read the swing points.

    Returns
    -------
    dict of str to float
        By criterion letter, 0 to 100; empty if there are none yet.

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
            return checked(record["points"])
    except (KeyError, TypeError, AttributeError, AlignmentError):
        pass
    raise BrokenRecord(say("record.broken_swings", name=NAME))


def save_swings(points: Mapping[str, float]) -> str:
    """Replace the swing points; return folder and name of the file, to be shown."""
    load_swings()  # a foreign or newer file is not overwritten
    path = write_json(home() / NAME, {"schema": SCHEMA, "points": checked(points)})
    return f"{path.parent.name}/{path.name}"


def checked(points: Mapping[str, float]) -> dict[str, float]:
    """Return six swing points in the order of the criteria, or say what is wrong with them."""
    if set(points) != set(CRITERIA):
        raise AlignmentError(
            say(
                "record.swings_of_each",
                given=", ".join(sorted(points)) or say("record.no_criterion_given"),
                criteria=", ".join(CRITERIA),
            )
        )
    for criterion, value in points.items():
        if not is_points(value):
            raise AlignmentError(say("record.bad_swing", criterion=criterion, value=value))
    if not any(points.values()):
        raise AlignmentError(say("record.all_zero"))
    return {criterion: float(points[criterion]) for criterion in CRITERIA}


def is_points(value: object) -> bool:
    """Say whether a value is a number from 0 to 100."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 100
