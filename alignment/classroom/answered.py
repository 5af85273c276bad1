"""The slides of forecasts and of guesses beside what the data say."""

from typing import Any

from alignment.classroom.marks import heading, table, told
from alignment.tables import load
from alignment.tables.predictions import Prediction, predictions

ON_A_SLIDE = 8


def slides(shown: dict[str, Any]) -> list[str]:
    """Return the slides of forecasts, then one or more for each lesson's guesses."""
    return [*_forecasts(shown.get("forecasts") or {}), *_guesses(shown.get("guesses") or {})]


def _forecasts(found: dict[str, dict[str, float]]) -> list[str]:
    texts = load("questions").set_index("id")["question"]
    rows = [
        [f"{name}: {texts.get(name, '')}", f"{each['q50']:.0f} %", _middle(each)]
        for name, each in found.items()
    ]
    return [
        heading("What the class forecasts")
        + table(["Question", "median", "middle half"], part)
        + told("The median is the class's forecast; nothing is made more extreme.", "soft")
        for part in _parted(rows)
    ]


def _guesses(found: dict[str, dict[str, Any]]) -> list[str]:
    by_lesson: dict[int, list[list[str]]] = {}
    for name, asked in predictions().items():
        if name in found:
            by_lesson.setdefault(asked.lesson, []).extend(_rows(asked, found[name]))
    return [
        heading(f"Lesson {lesson:02}: what you guessed, and what the data say")
        + table(["Question", "the class", "the data"], part)
        for lesson, rows in by_lesson.items()
        for part in _parted(rows)
    ]


def _rows(asked: Prediction, given: dict[str, Any]) -> list[list[str]]:
    if "shares" in given:
        shares = [
            f"{name} {'too few to say' if share is None else f'{share:.0f} %'}"
            for name, share in given["shares"].items()
        ]
        first = "first: " if asked.kind == "order" else ""
        return [[asked.question, first + ", ".join(shares), asked.answer]]
    names = asked.names or (asked.unit,)
    middles = [f"{n} {v['q50']:g}" for n, v in zip(names, given["values"], strict=False)]
    if asked.is_number:
        each = given["values"][0]
        middles = [f"{each['q50']:g} {asked.unit}" + (f" ({_middle(each, '')})" if "q25" in each
                                                      else "")]  # fmt: skip
    return [[asked.question, ", ".join(middles), asked.answer]]


def _middle(each: dict[str, float], unit: str = " %") -> str:
    return f"{each['q25']:g} to {each['q75']:g}{unit}" if "q25" in each else ""


def _parted(rows: list) -> list[list]:
    return [rows[k : k + ON_A_SLIDE] for k in range(0, len(rows), ON_A_SLIDE)]
