"""The questions of the lessons: each right value follows from the tables, and no rule is dead."""

import re
import sys
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from alignment.charts.verdict import sentence, verdict
from alignment.errors import AlignmentError
from alignment.records.guesses import Guess
from alignment.tables import load
from alignment.tables.predictions import prediction, predictions

FIGURE = "application/vnd.plotly.v1+json"
ROOT = Path(__file__).resolve().parents[1]
EVERY = predictions()
# Computed on another day by other lines of code.
KNOWN = {
    "p1-1": 0,
    "p2-3": 0.43,
    "p4-2": 25.2,
    "p5-3": 15.6,
    "p6-3": 20,
    "p8-1": 0.41,
    "p9-3": 0.32,
}


@pytest.fixture(scope="module")
def recipes():
    sys.path.insert(0, str(ROOT / "data-raw"))
    yield __import__("recipes.predictions", fromlist=["predictions"])
    sys.path.remove(str(ROOT / "data-raw"))


class Shipped:
    """What a recipe reads, from the tables as they are shipped."""

    table = staticmethod(load)

    @staticmethod
    def content(name: str) -> pd.DataFrame:
        path = ROOT / "data-raw" / "content" / f"{name}.csv"
        return pd.read_csv(path, dtype=str)

    @staticmethod
    def typed(frame: pd.DataFrame) -> pd.DataFrame:
        return frame


def test_every_right_value_and_sentence_is_what_the_shipped_tables_give(recipes):
    again, shipped = (
        recipes.predictions(Shipped).set_index("id"),
        load("predictions").set_index("id"),
    )
    for column in ("question", "answer", "wrong", "near_says", "far_says", "wrong_says"):
        assert again[column].fillna("").tolist() == shipped[column].fillna("").tolist(), column
    for name, value in again["value"].astype(float).items():
        assert value == pytest.approx(shipped.loc[name, "value"], abs=1e-6, nan_ok=True), name


def test_every_point_is_what_the_shipped_tables_give(recipes):
    again, shipped = recipes.prediction_points(Shipped), load("prediction_points")
    assert again["name"].tolist() == shipped["name"].tolist(), "run: make data"
    assert again["value"].tolist() == pytest.approx(shipped["value"].tolist(), abs=1e-6)


@pytest.mark.parametrize(("name", "value"), KNOWN.items())
def test_values_that_were_also_computed_by_hand(name, value):
    assert EVERY[name].value == pytest.approx(value, abs=0.05 if value > 1 else 0.005)


def test_every_lesson_but_the_glossary_asks_and_ten_items_are_plain():
    assert {each.lesson for each in EVERY.values()} == set(range(11))
    assert sum(each.plain for each in EVERY.values()) == 10


@pytest.mark.parametrize(
    "lesson", sorted((ROOT / "notebooks").glob("lesson-*.ipynb")), ids=lambda path: path.stem
)
def test_the_first_cell_that_shows_a_result_says_that_it_was_seen(lesson):
    """Else a guess typed from that output would count as made before it."""
    waiting = set()
    for cell in nbformat.read(lesson, as_version=4).cells:
        if cell.cell_type != "code":
            continue
        result = cell.metadata.get("alignment", {}).get("result")
        for name in waiting.copy():
            if re.search(rf"(reveal|seen)\(\"{name}\"\)|guess=\(?\"{name}\"", cell.source):
                waiting.remove(name)
        assert not (waiting and result and cell.outputs), f"{waiting} seen in:\n{cell.source}"
        waiting |= set(re.findall(r"predict\(\"(p[\d-]+)\"\)", cell.source))
    assert not waiting


@pytest.mark.parametrize("asked", EVERY.values(), ids=lambda asked: asked.id)
def test_the_right_answer_is_near_and_lies_on_its_scale(asked):
    if asked.id == "p10-4":  # about oneself
        return
    mine = right(asked)
    assert verdict(asked, mine) == "near"
    assert all(asked.low <= value <= asked.high for value in mine.values)
    assert not re.search(
        r"[{}]|\bnan\b", asked.question + asked.answer + " ".join(asked.says.values())
    )


@pytest.mark.parametrize("asked", EVERY.values(), ids=lambda asked: asked.id)
def test_a_rule_of_the_wrong_way_has_its_sentence_and_can_be_broken(asked):
    assert bool(asked.wrong) is bool(asked.says["wrong"])
    if asked.wrong:
        assert "wrong" in {verdict(asked, guess) for guess in guesses(asked)}


@pytest.mark.parametrize("asked", EVERY.values(), ids=lambda asked: asked.id)
def test_the_question_does_not_hold_its_answer(asked):
    assert not asked.answer or not re.search(rf"\b{re.escape(asked.answer)}\b", asked.question)


def right(asked) -> Guess:
    if asked.kind == "choice":
        return Guess(names=(asked.right,), sure=1)
    if asked.kind == "order":
        return Guess(names=asked.order, sure=1)
    return Guess(asked.values or (asked.value,))


def guesses(asked) -> list[Guess]:
    """Guesses from end to end of what can be said."""
    if asked.kind == "choice":
        return [Guess(names=(name,), sure=1) for name in asked.names]
    if asked.kind == "order":
        return [Guess(names=asked.order[::-1], sure=1)]
    steps = [asked.low + (asked.high - asked.low) * n / 40 for n in range(41)]
    if asked.kind in ("line", "bars"):
        count = len(asked.names)
        rising = [Guess([asked.low] * (count - 1) + [step]) for step in steps]
        return [*rising, Guess([asked.high] + [asked.low] * (count - 1))]
    return [Guess((step,)) for step in steps]


def test_a_guess_of_two_bars_is_judged_bar_by_bar_where_only_one_is_near():
    p0 = EVERY["p0"]
    said = sentence(p0, Guess((5, 40)))
    assert said.startswith("Near for China, 6 off for Russia. You said 5 and 40; it is 4 and 34.")
    assert sentence(p0, Guess((20, 30))).startswith("16 off for China, near for Russia. You said")
    assert sentence(p0, Guess((5, 36))).startswith("Near. You said")
    assert sentence(p0, Guess((20, 60))).startswith("Not near. You said")
    assert sentence(p0, Guess((36, 33))).startswith("Not near. You said")  # the other way round


def test_a_sentence_says_what_was_said_what_is_right_and_whether_the_range_held():
    said = sentence(EVERY["p4-2"], Guess((20,), 15, 28))
    inside, outside = (
        "the answer is inside your range of 15 to 28. ",
        "the answer is outside your range of 15 to 21. ",
    )
    right = "You said 20 %; it is 25.2 % in the second year of the war. What all buyers paid fell"
    assert said.startswith(f"Not near, but {inside}{right}")
    assert sentence(EVERY["p4-2"], Guess((20,), 15, 21)).startswith(f"Not near, and {outside}")


def test_a_drawn_line_is_judged_by_its_distance_and_its_largest_miss_not_year_by_year():
    line = EVERY["p4-1"]
    drawn = tuple(value + miss for value, miss in zip(line.values, (10, -40, 10, 20), strict=True))
    said = sentence(line, Guess(drawn, 200, 260))
    assert said.startswith(
        "Not near, but the answer is inside your range of 200 to 260 for 2025. On average your "
        f"line is 20.0 billion US dollars off a year, at most 40.0 (in 2023). "
        f"The data say {line.answer}."
    )
    assert "You said" not in said
    exact = sentence(line, Guess(line.values, 200, 260))
    assert "Your line is right in every year." in exact


def test_the_miss_of_a_line_of_shares_is_in_percentage_points():
    line = EVERY["p7-5"]
    said = sentence(line, Guess(tuple(value + 1 for value in line.values)))
    assert "On average your line is 1.0 percentage points off a year" in said


def test_a_guess_on_the_wrong_side_is_not_near_and_the_words_after_it_say_which_side():
    said = sentence(EVERY["p2-1"], Guess((2001,), 1960, 2020))
    assert said.startswith(
        "Not near, but the answer is inside your range of 1960 to 2020. You said 2001"
    )
    assert "Since the end of the Soviet Union" in said
    assert sentence(EVERY["p2-2"], Guess(names=("e5",), sure=0.5)).startswith("No. You said e5")


@pytest.mark.parametrize("asked", EVERY.values(), ids=str)
def test_what_a_far_guess_means_is_said_of_the_guess_and_not_of_the_answer(asked):
    """The sentence stands behind the answer: a "That" in it would mean the answer."""
    assert not asked.says["wrong"].startswith("That ")


def test_a_guess_near_by_is_not_called_exact_and_an_exact_one_not_near():
    near, exact = Guess((24.5,), 15, 28), Guess((25.2,), 15, 28)
    assert sentence(EVERY["p4-2"], near).startswith(
        "Near, and the answer is inside your range of 15 to 28."
    )
    assert sentence(EVERY["p4-2"], Guess((24.5,), 15, 24.6)).startswith(
        "Near, but the answer is outside your"
    )
    assert sentence(EVERY["p4-2"], exact).startswith(
        "Right, and the answer is inside your range of 15 to 28."
    )
    assert sentence(EVERY["p5-4"], Guess((2.5,))).startswith("Right. You said 2.5")


def test_a_factor_decides_on_a_log_scale():
    assert verdict(EVERY["p5-4"], Guess((3,))) == "near"
    assert verdict(EVERY["p5-4"], Guess((3.5,))) == "far"


def test_an_unknown_prediction_is_answered_with_those_of_its_lesson():
    with pytest.raises(AlignmentError, match="'p4-9'; there are p4-1, p4-3"):
        prediction("p4-9")


def test_a_guess_is_drawn_on_an_axis_in_the_unit_that_the_question_asks_for():
    """A share of the loss, drawn on an axis of points of reserves, cannot be found again."""
    words = {"%": "per cent", "dollars": "per cent", "points": "percentage points"}
    drawn = [*drawn_guesses()]
    assert len(drawn) > 10
    for asked, titles in drawn:
        if asked.unit:
            unit = words.get(asked.unit, asked.unit)
            assert unit.lower() in titles.lower(), (asked.id, titles)


def drawn_guesses():
    """Give each prediction that a figure of a lesson draws, with the titles of the axes."""
    for path in sorted((ROOT / "notebooks").glob("lesson-*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            name = re.search(r"guess=\(?\"(p[\d-]+)\"", cell.source)
            for output in cell.get("outputs", []) if name else []:
                layout = output.get("data", {}).get(FIGURE, {}).get("layout", {})
                axes = [value for key, value in layout.items() if re.match("[xy]axis", key)]
                if axes:
                    titles = " ".join(axis.get("title", {}).get("text", "") for axis in axes)
                    yield EVERY[name[1]], titles.replace("<br>", " ")
