"""The slides of forecasts and of guesses beside what the data say."""

from typing import Any

from alignment.classroom.marks import heading, table, told
from alignment.messages import say
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
        heading(say("slides.forecasts"))
        + table(_heads("question", "median", "half"), part)
        + told(say("slides.not_extreme"), "soft")
        for part in _parted(rows)
    ]


def _guesses(found: dict[str, dict[str, Any]]) -> list[str]:
    by_lesson: dict[int, list[list[str]]] = {}
    for name, asked in predictions().items():
        if name in found:
            by_lesson.setdefault(asked.lesson, []).extend(_rows(asked, found[name]))
    return [
        heading(say("slides.guessed", lesson=lesson))
        + table(_heads("question", "class", "data"), part)
        for lesson, rows in by_lesson.items()
        for part in _parted(rows)
    ]


def _rows(asked: Prediction, given: dict[str, Any]) -> list[list[str]]:
    if "shares" in given:
        few = say("slides.too_few_to_say")
        shares = ", ".join(
            f"{name} {few if share is None else f'{share:.0f} %'}"
            for name, share in given["shares"].items()
        )
        said = say("slides.order_first", shares=shares) if asked.kind == "order" else shares
        return [[asked.question, said, asked.answer]]
    names = asked.names or (asked.unit,)
    middles = [f"{n} {v['q50']:g}" for n, v in zip(names, given["values"], strict=False)]
    if asked.is_number:
        each = given["values"][0]
        middles = [f"{each['q50']:g} {asked.unit}" + (f" ({_middle(each, '')})" if "q25" in each
                                                      else "")]  # fmt: skip
    return [[asked.question, ", ".join(middles), asked.answer]]


def _middle(each: dict[str, float], unit: str = " %") -> str:
    if "q25" not in each:
        return ""
    return say("slides.span", low=f"{each['q25']:g}", high=f"{each['q75']:g}{unit}")


def _heads(*columns: str) -> list[str]:
    return [say(f"slides.column_{each}") for each in columns]


def _parted(rows: list) -> list[list]:
    return [rows[k : k + ON_A_SLIDE] for k in range(0, len(rows), ON_A_SLIDE)]
