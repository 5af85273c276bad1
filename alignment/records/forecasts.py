"""A student's locked forecasts: one small JSON file, no name, no time.

A locked forecast is never changed; a broken or newer file is reported and left as it is. Each lock
holds a digest of itself and of the lock before it, so that a number changed in the file does not
fit the last digest any more (a hash chain: Haber and Stornetta 1991). The last digest, `head`, is
handed in with the file for the class.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

from alignment.errors import AlignmentError
from alignment.messages import say
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
            raise AlignmentError(say("record.percent", percent=self.percent))
        if not isinstance(self.base, str) or not isinstance(self.why, str):
            raise AlignmentError(say("record.forecast_texts"))


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
    return _read()[0]


def head() -> str:
    """Return the digest of the last lock, which stands for all of them; empty without a lock.

    Raises
    ------
    BrokenRecord
        If the file is broken, foreign, newer, or was changed after a lock.
    """
    chain = _read()[1]
    return chain[-1]["digest"] if chain else ""


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
    locked, chain = _read()  # a foreign or newer file is not overwritten
    if question in locked:
        raise AlreadyLocked(
            say("record.locked_forecast", question=question, percent=locked[question].percent)
        )
    every = {name: asdict(each) for name, each in (locked | {question: forecast}).items()}
    words = _words(forecast)
    before = chain[-1]["digest"] if chain else ""
    digest = _link(before, question, forecast.percent, words)
    chain = [*chain, {"question": question, "words": words, "digest": digest}]
    path = write_json(home() / NAME, {"schema": SCHEMA, "forecasts": every, "chain": chain})
    return f"{path.parent.name}/{path.name}"


def _read() -> tuple[dict[str, Forecast], list[dict[str, str]]]:
    record = read_json(home() / NAME)
    if record is None:
        return {}, []
    try:
        if record["schema"] == SCHEMA:
            found = {str(name): Forecast(**entry) for name, entry in record["forecasts"].items()}
            changed = _changed(found, record["chain"])
            if changed:
                raise BrokenRecord(say("record.changed_after", name=NAME, question=changed))
            return {link["question"]: found[link["question"]] for link in record["chain"]}, [
                dict(link) for link in record["chain"]
            ]
    except BrokenRecord:
        raise
    except (KeyError, TypeError, AttributeError, AlignmentError):
        pass
    raise BrokenRecord(say("record.broken_forecasts", name=NAME))


def _changed(locked: Mapping[str, Forecast], chain: list[dict[str, str]]) -> str:
    """Name the first question that does not fit the chain; empty if all do."""
    if odd := sorted(set(locked) ^ {link["question"] for link in chain}):
        return odd[0]
    before = ""
    for link in chain:
        forecast = locked[link["question"]]
        # What was written in words may have been left out on the way to another computer.
        words = _words(forecast) if forecast.base or forecast.why else link["words"]
        before = _link(before, link["question"], forecast.percent, words)
        if before != link["digest"]:
            return link["question"]
    return ""


def _words(forecast: Forecast) -> str:
    return sha256(json.dumps([forecast.base, forecast.why]).encode()).hexdigest()


def _link(before: str, question: str, percent: float, words: str) -> str:
    return sha256(json.dumps([before, question, float(percent), words]).encode()).hexdigest()
