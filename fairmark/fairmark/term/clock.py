"""Moments: deadlines and arrivals as seconds of the world, days by the clock on the wall.

No clock is ever read; every moment comes from a file.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from fairmark.messages import say

FORM = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(Z|z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
LATER = re.compile(r"\+\s*(\d{1,4})\s*(days?|d|hours?|h)", re.ASCII | re.IGNORECASE)


class NoMoment(ValueError):
    """A text that names no moment; its text says why."""


@dataclass(frozen=True)
class Moment:
    """A second of the world.

    Parameters
    ----------
    at : datetime
        In UTC, without a fraction of a second.
    written : str
        As it stands in the file.
    notes : tuple of str
        What had to be decided to read it.
    asks : tuple of str
        What a human should confirm.
    """

    at: datetime
    written: str
    notes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clock:
    """The clock of all times without an offset.

    Parameters
    ----------
    zone : ZoneInfo
        Of the plan.
    """

    zone: ZoneInfo

    def deadline(self, text: str) -> Moment:
        """Read the last moment that is still on time.

        Parameters
        ----------
        text : str
            A day (through its last second), a minute (through its last second) or a second;
            24:00 is 00:00:00 of the next day.

        Returns
        -------
        Moment
            Of a clock time that comes twice in a night the later one.

        Raises
        ------
        NoMoment
            If it cannot be read, or the clock never shows it.
        """
        day, hms, offset = _read(text)
        asks: tuple[str, ...] = ()
        if hms is None:
            wall = datetime(day.year, day.month, day.day, 23, 59, 59)
        elif hms[:2] == (24, 0):
            wall = _wall(day, (0, 0, 0)) + timedelta(days=1)
        else:
            wall = _wall(day, (hms[0], hms[1], 59 if hms[2] is None else hms[2]))
            if hms[:2] == (0, 0) and hms[2] in (None, 0):
                asks = (say("moment.midnight", text=text),)
        at, notes = self._resolve(wall, offset, text, later=True)
        return Moment(at, text, notes, asks)

    def start(self, text: str) -> Moment:
        """Read a moment of arrival; a day alone is its first second, the kinder reading.

        Raises
        ------
        NoMoment
            If it cannot be read, or the clock never shows it.
        """
        day, hms, offset = _read(text)
        notes: tuple[str, ...] = ()
        if hms is None:
            notes = (say("moment.day", text=text),)
        h, m, s = hms or (0, 0, 0)
        wall = _wall(day, (h % 24, m, s or 0)) + timedelta(days=h // 24)
        at, more = self._resolve(wall, offset, text, later=False)
        return Moment(at, text, notes + more)

    def postponed(self, due: Moment, text: str) -> Moment:
        """Read the deadline of an extension: a time, "+2 days" or "+48 hours".

        Parameters
        ----------
        due : Moment
            The general deadline.
        text : str
            Days end at the same clock time; hours are elapsed.

        Returns
        -------
        Moment
            The person's own deadline.

        Raises
        ------
        NoMoment
            If it cannot be read.
        """
        if found := LATER.fullmatch(text.strip()):
            count = int(found[1])
            days = found[2].lower().startswith("d")
            return Moment(
                self.days_after(due.at, count) if days else due.at + timedelta(hours=count), text
            )
        return self.deadline(text)

    def days_after(self, at: datetime, days: int) -> datetime:
        """Return the same clock time so many days on; a day may have 23 or 25 hours."""
        wall = at.astimezone(self.zone).replace(tzinfo=None) + timedelta(days=days)
        return max(self._sides(wall))

    def shown(self, at: datetime) -> str:
        """Write a moment as the clock on the wall showed it, with its offset."""
        text = at.astimezone(self.zone).isoformat(sep=" ")
        return f"{text[:19]} {text[19:]}"

    def late_days(self, due: datetime, came: datetime) -> tuple[int, int]:
        """Count the days started and the whole days between a deadline and an arrival after it."""
        whole = max((came - due).days - 2, 0)
        while self.days_after(due, whole + 1) <= came:
            whole += 1
        started = whole if whole and self.days_after(due, whole) == came else whole + 1
        return started, whole

    def late_hours(self, due: datetime, came: datetime) -> tuple[int, int]:
        """Count the hours started and the whole hours, as they pass."""
        seconds = int((came - due).total_seconds())
        return -(-seconds // 3600), seconds // 3600

    def _sides(self, wall: datetime) -> tuple[datetime, datetime]:
        return tuple(wall.replace(tzinfo=self.zone, fold=n).astimezone(UTC) for n in (0, 1))

    def _resolve(
        self, wall: datetime, offset: str | None, text: str, *, later: bool
    ) -> tuple[datetime, tuple[str, ...]]:
        if offset is not None:
            return wall.replace(tzinfo=UTC) - _offset(offset), ()
        first, second = self._sides(wall)
        if first == second:
            return first, ()
        if first > second:
            raise NoMoment(say("moment.never", text=text, zone=self.zone.key))
        which = "moment.twice_later" if later else "moment.twice_earlier"
        note = say(which, text=text, zone=self.zone.key)
        return (second if later else first), (note,)


def _read(text: str) -> tuple[date, tuple[int, int, int | None] | None, str | None]:
    found = FORM.fullmatch(text.strip())
    if not found:
        raise NoMoment(say("moment.no_time", text=text))
    year, month, day, hour, minute, second, offset = found.groups()
    if offset and hour is None:
        raise NoMoment(say("moment.offset", text=text))
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        raise NoMoment(say("moment.no_day", text=text)) from None
    if hour is None:
        return on, None, None
    h, m, s = int(hour), int(minute), None if second is None else int(second)
    if h > 24 or m > 59 or (s or 0) > 59 or (h == 24 and (m or s)) or not 1900 < on.year < 9000:
        raise NoMoment(say("moment.no_time_of_day", text=text))
    return on, (h, m, s), offset


def _wall(day: date, hms: tuple[int, int, int]) -> datetime:
    return datetime(day.year, day.month, day.day, *hms)


def _offset(text: str) -> timedelta:
    if text in "Zz":
        return timedelta(0)
    digits = text[1:].replace(":", "")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -size if text[0] == "-" else size
