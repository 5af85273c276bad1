"""How far a guess lies from the right value: near, far or on the wrong side, in one sentence."""

import re

from alignment.messages import say
from alignment.methods.calibration import kendall
from alignment.records.guesses import Guess
from alignment.tables.predictions import Prediction

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def verdict(asked: Prediction, guess: Guess, value: float | None = None) -> str:
    """Say whether a guess is "near", "far" or "wrong" (far, on the side that has its own sentence).

    Parameters
    ----------
    asked : Prediction
        The question.
    guess : Guess
        The answer.
    value : float, optional
        The right number where the table holds none (a question about oneself).
    """
    if _is_near(asked, guess, asked.value if value is None else value):
        return "near"
    return "wrong" if any(_breaks(asked.wrong, asked, guess)) else "far"


def sentence(asked: Prediction, guess: Guess, value: float | None = None) -> str:
    """Say what was guessed, what is right, and what the distance means; no praise, no blame."""
    word = verdict(asked, guess, value)
    right = last_value(asked) if value is None else value
    exact = word == "near" and is_exact(asked, guess, value)
    if asked.kind == "choice":  # a choice is no distance
        found = "yes" if word == "near" else "no"
    else:
        found = "right" if exact else word
    begin = _bar_by_bar(asked, guess) if word == "far" and asked.kind == "bars" else begins(found)
    answer, meaning = asked.answer or f"{value:g}", asked.says[word]
    if asked.kind == "line":
        said = _line(asked, guess, meaning)
    else:
        said = say("predict.you_said", said=spoken(asked, guess), answer=answer, meaning=meaning)
    if guess.after:
        said = f"{said} {say('predict.after')}"
    if guess.low is None:
        return say("predict.verdict", begins=begin, said=said)
    inside = guess.low <= right <= guess.high
    # The best guess and the range are two answers: one may miss where the other does not.
    link = "and" if inside == (word == "near") else "but"
    held = f"predict.{link}_{'inside' if inside else 'outside'}"
    ends = {"low": _number(guess.low), "high": _number(guess.high)}
    if asked.kind == "line":  # the range is of the last point only
        ends["high"] = say("predict.high_for", high=ends["high"], name=asked.names[-1])
    return say(held, begins=begins(found), said=said, **ends)


def answer_of(asked: Prediction) -> str:
    """Say the answer where nothing was locked."""
    return say("predict.answer_is", answer=asked.answer, meaning=asked.says["far"])


def begins(word: str) -> str:
    """Return how a sentence on a guess begins: right, near or not near; yes or no of a choice.

    The wrong side is not near either. Which side that is, the sentence that follows says in words:
    "the other way" made readers look for a direction.
    """
    return say(f"predict.{'far' if word == 'wrong' else word}")


def _bar_by_bar(asked: Prediction, guess: Guess) -> str:
    """Say of each bar whether the guess is near or how far off; just "not near" if no bar is."""
    misses = _misses(asked, guess)
    if min(misses) > asked.near:
        return begins("far")
    # The distance is from the answer as it is printed, so that a reader can check it.
    shown = [float(each) for each in NUMBER.findall(asked.answer)]
    parts = [
        say("predict.near_for", name=name)
        if miss <= asked.near
        else say("predict.off_for", miss=_number(abs(g - right)), name=name)
        for name, miss, g, right in zip(asked.names, misses, guess.values, shown, strict=True)
    ]
    said = ", ".join(parts)
    return said[0].upper() + said[1:]


def _line(asked: Prediction, guess: Guess, meaning: str) -> str:
    """Say how far a drawn line lies off, and where most: the picture shows every year already."""
    misses = _misses(asked, guess)
    most, name = max(zip(misses, asked.names, strict=True), key=lambda each: each[0])
    if most == 0:
        return say("predict.you_drew_exactly", answer=asked.answer, meaning=meaning)
    # As exact as the answer is printed; a share is off by points, not by per cent.
    digits = len(NUMBER.search(asked.answer)[0].partition(".")[2])
    unit = say("predict.unit_of_a_share") if asked.unit == "%" else asked.unit
    mean, most = (f"{each:.{digits}f}" for each in (sum(misses) / len(misses), most))
    told = {"mean": mean, "most": most, "name": name, "unit": unit}
    return say("predict.you_drew", **told, answer=asked.answer, meaning=meaning)


def is_exact(asked: Prediction, guess: Guess, value: float | None = None) -> bool:
    """Tell whether a guess is the right value, as exactly as the answer says it."""
    if asked.kind == "order":
        return wrong_pairs(asked, guess)[0] == 0
    if asked.kind in ("choice", "line"):
        return asked.kind == "choice" and guess.names[0] == asked.right
    if asked.kind == "bars":
        return spoken(asked, guess) == asked.answer
    right = asked.value if value is None else value
    said = NUMBER.search(asked.answer.replace(",", "").replace("−", "-"))
    shown = [float(said[0])] if said and value is None else []
    # A rounded answer is the right value only if it is that value rounded, not another number.
    shown = [each for each in shown if abs(each - right) <= 0.5]
    return any(abs(guess.best - each) < 1e-9 for each in (right, *shown))


def spoken(asked: Prediction, guess: Guess) -> str:
    """Say a guess in words, with its unit."""
    if guess.names:
        return ", ".join(guess.names)
    if asked.kind == "bars":
        return say("predict.and").join(map(_number, guess.values))
    unit = asked.unit if asked.unit in ("%", "points", "states") else ""
    numbers = ", ".join(map(_number, guess.values))
    return f"{numbers} {unit}".strip()


def last_value(asked: Prediction) -> float:
    """Return the right number; of a line, its last point."""
    return asked.values[-1] if asked.kind in ("line", "bars") else asked.value


def wrong_pairs(asked: Prediction, guess: Guess, least: float = 2) -> tuple[int, int]:
    """Count the pairs of an order that stand the wrong way round, and the pairs that count.

    Pairs whose right values differ by less than `least` units are left out.
    """
    return kendall(guess.names, dict(zip(asked.names, asked.values, strict=True)), least=least)


def _is_near(asked: Prediction, guess: Guess, value: float) -> bool:
    if asked.kind == "choice":
        return guess.names[0] == asked.right
    if asked.kind == "order":
        return wrong_pairs(asked, guess)[0] == 0
    if asked.kind in ("line", "bars"):
        misses = _misses(asked, guess)
        miss = max(misses) if asked.kind == "bars" else sum(misses) / len(misses)
        return miss <= asked.near
    if asked.log:
        return guess.best > 0 and max(guess.best / value, value / guess.best) <= asked.near
    return abs(guess.best - value) <= asked.near + 1e-9


def _misses(asked: Prediction, guess: Guess) -> list[float]:
    return [abs(g - v) for g, v in zip(guess.values, asked.values, strict=True)]


def _breaks(rule: str, asked: Prediction, guess: Guess):
    """Read the rule that says which guesses point the wrong way."""
    match rule.split(" ", 1):
        case ["below", limit]:
            yield guess.best < float(limit)
        case ["above", limit]:
            yield guess.best > float(limit)
        case ["last", "above previous"]:
            yield guess.values[-1] > guess.values[-2]
        case ["last", "above first"]:
            yield guess.values[-1] > guess.values[0]
        case ["last", limit]:
            yield guess.values[-1] > float(limit.removeprefix("above "))
        case ["chose", names]:
            yield guess.names[0] in names.split("|")
        case ["first", "above second"]:
            yield guess.values[0] > guess.values[1]
        case ["first", name]:
            yield guess.names[0] == name
        case _ if " before " in rule:
            yield tuple(rule.split(" before ")) in _before(guess.names)


def _before(names: tuple[str, ...]) -> set[tuple[str, str]]:
    return {(a, b) for n, a in enumerate(names) for b in names[n + 1 :]}


def _number(value: float) -> str:
    return f"{value:.6g}".replace("-", "−")
