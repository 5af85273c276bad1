"""Times that say their zone; any other time tells nothing of who was late."""

import re
from datetime import UTC, datetime

FRACTION, BEFORE_ZONE = re.compile(r"[.,][0-9]+"), re.compile(r"\s+(?=Z$|[+-][0-9:]+$)")


def moment(text: object) -> float | None:
    """Return the seconds since 1970 of a time that says its zone; None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        when = datetime.fromisoformat(BEFORE_ZONE.sub("", FRACTION.sub("", text.strip())))
    except ValueError:
        return None
    return when.timestamp() if when.tzinfo else None


def written(seconds: float | None) -> str:
    """Write a moment as a table of points takes it; empty if there is none."""
    if seconds is None:
        return ""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
