"""A student's locked guesses, and which results were looked at first: one JSON file, no name.

A locked guess is never changed; a broken or newer file is reported and left as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records.forecasts import AlreadyLocked
from fairmark.files import BrokenRecord, home, read_json, write_json

SCHEMA = 1
NAME = "guesses.json"
# Called with the prediction whose record has changed: an open panel must not say what was.
watchers: list[Callable[[str], None]] = []


@dataclass(frozen=True)
class Guess:
    """One locked guess.

    Parameters
    ----------
    values : tuple of float
        The number, or the numbers of bars and points of a line, in the order of the question.
    low, high : float or None
        Ten chances in a hundred lie below `low` and above `high`; of a line, for its last point.
    names : tuple of str
        The chosen option, or the whole order.
    sure : float or None
        Probability that the choice or the whole order is right, 0 to 1.
    because : str
        The reason, in one line; may be empty.
    after : bool
        Whether the result had been shown before; such a guess is never counted.
    """

    values: tuple[float, ...] = ()
    low: float | None = None
    high: float | None = None
    names: tuple[str, ...] = ()
    sure: float | None = None
    because: str = ""
    after: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", tuple(self.values))
        object.__setattr__(self, "names", tuple(self.names))
        numbers = [*self.values, *(n for n in (self.low, self.high, self.sure) if n is not None)]
        if not all(isinstance(n, (int, float)) and not isinstance(n, bool) for n in numbers):
            raise AlignmentError(say("record.guess_numbers", numbers=numbers))
        texts = [*self.names, self.because]
        if not all(isinstance(text, str) for text in texts) or not isinstance(self.after, bool):
            raise AlignmentError(say("record.guess_texts"))
        if bool(self.values) == bool(self.names):
            raise AlignmentError(say("record.guess_either"))

    @property
    def best(self) -> float:
        """The number; of a line, its last point."""
        return self.values[-1]


def load_guesses() -> dict[str, Guess]:
    """Read the locked guesses.

    Returns
    -------
    dict of str to Guess
        By prediction, for example ``{"p4-2": Guess((20,), 15, 28)}``; empty if there is none yet.

    Raises
    ------
    BrokenRecord
        If the file is broken, foreign or newer than this package.
    """
    return _read()[0]


def load_seen() -> tuple[str, ...]:
    """Read which predictions had their result shown before anything was locked.

    Raises
    ------
    BrokenRecord
        If the file is broken, foreign or newer than this package.
    """
    return _read()[1]


def lock_guess(name: str, guess: Guess) -> str:
    """Keep a guess for good.

    Parameters
    ----------
    name : str
        The prediction, for example "p4-2".
    guess : Guess
        The guess; if the result was shown before, it is kept as one made afterwards.

    Returns
    -------
    str
        Folder and name of the file, to be shown.

    Raises
    ------
    AlreadyLocked
        If this prediction has a locked guess.
    BrokenRecord
        If a foreign or newer file lies there, or the folder cannot be written.
    """
    locked, seen = _read()
    if name in locked:
        raise AlreadyLocked(say("record.locked_guess", name=name))
    where = _write(locked | {name: replace(guess, after=name in seen)}, seen)
    _tell(name)
    return where


def mark_seen(name: str) -> None:
    """Note that the result of a prediction is shown; one that is locked is not noted."""
    locked, seen = _read()
    if name not in locked and name not in seen:
        _write(locked, (*seen, name))
        _tell(name)


def _tell(name: str) -> None:
    for watcher in watchers:
        watcher(name)


def _read() -> tuple[dict[str, Guess], tuple[str, ...]]:
    record = read_json(home() / NAME)
    if record is None:
        return {}, ()
    try:
        seen = record["seen"]
        if record["schema"] == SCHEMA and all(isinstance(each, str) for each in seen):
            return {str(n): Guess(**entry) for n, entry in record["guesses"].items()}, tuple(seen)
    except (KeyError, TypeError, AttributeError, AlignmentError):
        pass
    raise BrokenRecord(say("record.broken_guesses", name=NAME))


def _write(locked: Mapping[str, Guess], seen: tuple[str, ...]) -> str:
    every = {name: asdict(guess) for name, guess in locked.items()}
    record = {"schema": SCHEMA, "guesses": every, "seen": list(seen)}
    path = write_json(home() / NAME, record)
    return f"{path.parent.name}/{path.name}"
