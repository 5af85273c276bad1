"""A test of ten items before and after the course: what a class learnt, and how sure that is.

Each item has two forms with other numbers, so that half of the class meets form A first and the
other half form B. The answers are computed from the numbers. No item is about China or Russia.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

FORMS = ("A", "B")
LETTERS = "abcd"
SKILLS = ("denominators", "base rates", "windows", "weights")


@dataclass(frozen=True)
class Item:
    """One item of the test.

    Parameters
    ----------
    skill : str
        One of `SKILLS`.
    text : str
        The question, with places for the numbers of a form.
    numbers : dict of str to dict
        By form.
    options : callable
        From the numbers of a form to the four answers, the right one first, each with the
        reason why somebody chooses it.
    """

    skill: str
    text: str
    numbers: dict[str, dict[str, Any]]
    options: Callable[..., tuple[tuple[str, str], ...]]


def asked(number: int, form: str) -> str:
    """Return the text of an item, 1 to 10, in a form."""
    item = ITEMS[number - 1]
    return item.text.format(**item.numbers[form])


def answers(number: int, form: str) -> tuple[tuple[str, str], ...]:
    """Return the four answers of an item in the order in which they are printed."""
    options = list(_options(number, form))
    # Turned by item and form, so that the right letter follows no pattern a student could use.
    turn = (3 * number + 7 * FORMS.index(form) + number // 3) % len(LETTERS)
    return tuple(options[-turn:] + options[:-turn])


def key(form: str) -> str:
    """Return the right letters of a form, one per item."""
    found = ""
    for number in range(1, len(ITEMS) + 1):
        right = _options(number, form)[0]
        found += LETTERS[answers(number, form).index(right)]
    return found


def _options(number: int, form: str) -> tuple[tuple[str, str], ...]:
    item = ITEMS[number - 1]
    return item.options(**item.numbers[form])


def _whole(x: float, p: float, q: float) -> tuple[tuple[str, str], ...]:
    return (
        (f"{100 * x / q:.0f} %", "the trade between the two over all of Southland's trade"),
        (f"{100 * x / p:.0f} %", "takes the whole of the other country"),
        (f"{100 * x / (p + q):.1f} %", "adds up two wholes that are never asked for"),
        (f"{100 * p / (p + q):.0f} %", "compares the two wholes and leaves the part out"),
    )


def _part(a: float, b: float) -> tuple[tuple[str, str], ...]:
    return (
        (f"{a * b / 100:.0f} %", "a share of a share: multiply"),
        (f"{a} %", "keeps the share of the list as if the list were everything"),
        (f"{b} %", "gives the size of the list"),
        (f"{a - b} %", "subtracts shares of different wholes"),
    )


def _overlap(a: float, b: float) -> tuple[tuple[str, str], ...]:
    return (
        (f"{a + b - 100} %", "the two shares together are more than the whole by this much"),
        (f"{a * b / 100:.0f} %", "holds only if the two have nothing to do with each other"),
        (f"{min(a, b)} %", "is the most it can be, not the least"),
        ("0 %", "would be possible only if the two shares fitted beside each other"),
    )


def _rare(found: float, false: float, faulty: float) -> tuple[tuple[str, str], ...]:
    hit, miss = faulty * found / 100, (1000 - faulty) * false / 100
    return (
        (f"about {100 * hit / (hit + miss):.0f} %", "true alarms over all alarms"),
        (f"{found} %", "takes how often a fault rings for how often a ring is a fault"),
        (f"{100 - false} %", "takes how often a sound machine stays silent"),
        (f"{faulty / 10:g} %", "keeps the base rate and does not use the alarm"),
    )


def _succession(n: int) -> tuple[tuple[str, str], ...]:
    return (
        (f"about {100 * (n + 1) / (n + 2):.0f} %", "one more case of each kind: never “always”"),
        ("100 %", "takes a short record for a law"),
        ("50 %", "does not use the record"),
        ("nothing can be said", "asks for certainty where a record gives a rate"),
    )


def _lowest(first: str, last: str) -> tuple[tuple[str, str], ...]:
    return (
        (
            f"The window begins in the lowest year; from {first} to {last} there is no rise.",
            "looks at the whole record and names the choice of the window",
        ),
        ("Incidents tripled, so the danger grows.", "takes over the window of the author"),
        ("The author's arithmetic is wrong.", "the arithmetic is right; the choice is the point"),
        ("One may choose any window.", "gives up: a stated reason or the whole record is better"),
    )


def _rate(a: int, m: int, b: int, k: int) -> tuple[tuple[str, str], ...]:
    return (
        (f"{(b / k) / (a / m):.1f} times", "a rate is a count over its years"),
        (f"{b / a:.1f} times", "compares counts of windows of different length"),
        (f"{(b / m) / (a / k):.1f} times", "divides each count by the other's years"),
        (f"{b / k:.1f} times", "gives the rate of the second period alone"),
    )


def _small(a: int, b: int) -> tuple[tuple[str, str], ...]:
    return (
        (
            "Counts so small differ as much by chance in many pairs of years.",
            "counts of rare events scatter by about their square root",
        ),
        (f"The rate rose by {100 * (b - a) / a:.0f} %.", "takes a count for a rate without error"),
        ("The rate did not change.", "no evidence of a change is not evidence of none"),
        ("Only a longer year could tell.", "more events are needed, whatever they come from"),
    )


def _equal(one: tuple[int, int], two: tuple[int, int]) -> tuple[tuple[str, str], ...]:
    safety, cost = one[0] - two[0], two[1] - one[1]
    at = cost / (safety + cost)
    return (
        (f"{at:.1f}", "here the gain on one criterion weighs as much as the loss on the other"),
        (f"{1 - at:.1f}", "is the weight of the other criterion"),
        ("0.5", "takes equal weights for a balance; the gaps differ"),
        ("at no weight", "each is better on one criterion, so some weight makes them equal"),
    )


def _swing(before: str, after: str, word: str) -> tuple[tuple[str, str], ...]:
    other = {"fall": "rise", "rise": "fall"}[word]
    return (
        (
            f"It should {word}: a full swing from worst to best is now worth "
            f"{'less' if word == 'fall' else 'more'}.",
            "a weight belongs to a range",
        ),
        ("It should stay: how much lives matter has not changed.", "takes a weight for a value"),
        (f"It should {other}: the options lie {'closer' if word == 'fall' else 'further'} now.",
         "turns the effect round"),
        ("Weights have nothing to do with scales.", "leaves out what a point stands for"),
    )  # fmt: skip


ITEMS = (
    Item(
        "denominators",
        "Northland and Southland trade {x} billion a year with each other. All of Northland's "
        "trade is {p} billion, all of Southland's {q} billion. What share of Southland's trade is "
        "with Northland?",
        {"A": {"x": 40, "p": 800, "q": 160}, "B": {"x": 30, "p": 600, "q": 75}},
        _whole,
    ),
    Item(
        "denominators",
        "Of the goods on a list, {a} % come from Northland. The goods on the list are {b} % of all "
        "that Southland imports. What share of Southland's imports are listed goods from "
        "Northland?",
        {"A": {"a": 60, "b": 20}, "B": {"a": 80, "b": 30}},
        _part,
    ),
    Item(
        "denominators",
        "Of the passengers of a port, {a} % come from abroad and {b} % travel for work. What is "
        "the smallest share that must do both?",
        {"A": {"a": 70, "b": 60}, "B": {"a": 80, "b": 65}},
        _overlap,
    ),
    Item(
        "base rates",
        "Of 1000 machines {faulty} are faulty. An alarm rings for {found} % of the faulty ones and "
        "for {false} % of the sound ones. The alarm rings. How likely is the machine faulty?",
        {
            "A": {"found": 90, "false": 9, "faulty": 10},
            "B": {"found": 80, "false": 8, "faulty": 20},
        },
        _rare,
    ),
    Item(
        "base rates",
        "A fair was held in each of the last {n} years, and nothing else is known about it. What "
        "is a good forecast that it is held next year?",
        {"A": {"n": 6}, "B": {"n": 8}},
        _succession,
    ),
    Item(
        "windows",
        "Incidents in six years, from {first} to {last}: {series}. An author writes: “From "
        "{low} to {high} incidents tripled.” Which remark is best?",
        {
            "A": {"first": "2001", "last": "2006", "series": "6, 2, 4, 6, 5, 6", "low": "2002",
                  "high": "2004"},
            "B": {"first": "2011", "last": "2016", "series": "9, 8, 3, 6, 9, 9", "low": "2013",
                  "high": "2015"},
        },
        lambda first, last, **_: _lowest(first, last),
    ),
    Item(
        "windows",
        "A river flooded {a} times in {m} years, and then {b} times in the next {k} years. How "
        "many times as often, per year, did it flood in the second period?",
        {
            "A": {"a": 24, "m": 12, "b": 12, "k": 4},
            "B": {"a": 20, "m": 10, "b": 15, "k": 3},
        },
        _rate,
    ),
    Item(
        "windows",
        "Last year {a} satellites failed, this year {b}. Which sentence is best?",
        {"A": {"a": 4, "b": 7}, "B": {"a": 5, "b": 8}},
        _small,
    ),
    Item(
        "weights",
        "A bridge scores {one[0]} for safety and {one[1]} for cost; a ferry scores {two[0]} for "
        "safety and {two[1]} for cost. The two weights sum to 1. At which weight of safety do "
        "both get the same value?",
        {
            "A": {"one": (90, 30), "two": (60, 50)},
            "B": {"one": (80, 20), "two": (60, 50)},
        },
        _equal,
    ),
    Item(
        "weights",
        "Plans for a hospital are judged by lives saved. Until now they saved {before} lives, and "
        "the scale ran from the worst to the best. Now only plans with {after} lives are left, and "
        "the scale is drawn again for them. What about the weight of this criterion?",
        {
            "A": {"before": "between 0 and 100", "after": "between 40 and 50", "word": "fall"},
            "B": {"before": "between 40 and 50", "after": "between 0 and 100", "word": "rise"},
        },
        _swing,
    ),
)  # fmt: skip
