"""A student's swing points: how much each criterion may move the result, one small JSON file."""

from collections.abc import Mapping

from alignment.errors import AlignmentError
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
    raise BrokenRecord(
        f"{NAME} does not hold swing points this version can read; it was left as it is: "
        "repair it, or move it away to start again"
    )


def save_swings(points: Mapping[str, float]) -> str:
    """Replace the swing points; return folder and name of the file, to be shown."""
    load_swings()  # a foreign or newer file is not overwritten
    path = write_json(home() / NAME, {"schema": SCHEMA, "points": checked(points)})
    return f"{path.parent.name}/{path.name}"


def checked(points: Mapping[str, float]) -> dict[str, float]:
    """Return six swing points in the order of the criteria, or say what is wrong with them."""
    if set(points) != set(CRITERIA):
        raise AlignmentError(
            f"Swing points are given for {', '.join(sorted(points)) or 'no criterion'}; give one "
            f"for each of {', '.join(CRITERIA)}"
        )
    for criterion, value in points.items():
        if not is_points(value):
            raise AlignmentError(
                f"The swing points of {criterion} are {value!r}; give a number from 0 to 100"
            )
    if not any(points.values()):
        raise AlignmentError("All swing points are 0; give at least one criterion more than 0")
    return {criterion: float(points[criterion]) for criterion in CRITERIA}


def is_points(value: object) -> bool:
    """Say whether a value is a number from 0 to 100."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 100
