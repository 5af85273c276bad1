"""The picture of a class: what may be shown, and how little of a small class that is."""

import json

import numpy as np
import pytest

from alignment.methods.classes.answers import forecasts, guesses, movement
from alignment.methods.classes.disagreement import Parts
from alignment.methods.classes.disclosure import counted
from alignment.methods.classes.picture import Sheets, bars, picture, share_of, thirds
from tests.disclosing import recoverable
from tests.students import REFERENCE, a_class


def of(n, seed=1, step=0):
    return Sheets(*a_class(n, seed, step))


def test_below_ten_students_there_is_no_number_at_all():
    assert picture(of(9)) == {
        "kind": "alignment class",
        "schema": 1,
        "made_of": "class",
        "round": 1,
        "students": None,
    }


def test_what_is_shown_grows_with_the_class():
    small, middle, large = (picture(of(n)) for n in (12, 20, 60))
    assert set(small["scores"]["M"]["A"]) == {"q50"}
    assert set(middle["scores"]["M"]["A"]) == {"q25", "q50", "q75", "bars"}
    assert set(large["scores"]["M"]["A"]) == {"q10", "q25", "q50", "q75", "q90", "bars"}
    assert "between" not in small["parts"]
    assert "between" in middle["parts"]
    assert small["camps"] is middle["camps"] is None
    assert large["camps"]["scores"] == {"sizes": None, "visible": 5}


def test_the_class_of_sixty_is_as_the_reference_values_say():
    shown = picture(of(60))
    assert shown["orders"]["kemeny"] == [list("TEMFD")]
    assert shown["parts"]["whole"] == {"facts": 60.0, "values": 5.0, "both": 35.0}
    assert shown["parts"]["between"]["facts"] == [55.0, 70.0]
    assert shown["agreement"]["w"] == 0.75
    # 28 and 31 of 60 put E and T first, one student M: the one is hidden, and E with it.
    assert shown["first_places"]["T"] == {"share": 50.0, "low": 40.0, "high": 60.0}
    assert shown["first_places"]["M"] is None
    assert shown["first_places"]["E"] is None


def test_planted_camps_are_found_with_what_they_part_by():
    found = picture(of(300, step=19))["camps"]["scores"]
    assert found["sizes"] == [50.0, 50.0]
    assert set(found["part_by"]["criteria"]) == {"B", "E"}
    assert found["part_by"]["domains"] == {}


def test_every_number_is_a_multiple_of_its_step():
    def numbers(part, where=()):
        if isinstance(part, dict):
            for name, each in part.items():
                yield from numbers(each, (*where, name))
        elif isinstance(part, list):
            for each in part:
                yield from numbers(each, where)
        elif isinstance(part, float):
            yield where, part

    found = list(numbers(picture(of(60))))
    assert len(found) > 300
    for where, number in found:
        step = 0.05 if "agreement" in where else 5
        assert number / step == pytest.approx(round(number / step)), where


def test_the_order_of_students_changes_not_one_byte():
    scores, weights = a_class(60)
    mixed = np.random.default_rng(3).permutation(60)
    first, second = picture(Sheets(scores, weights)), picture(Sheets(scores[mixed], weights[mixed]))
    assert json.dumps(first) == json.dumps(second)


def test_a_class_that_agrees_has_nothing_to_split():
    scores, weights = a_class(12)
    same = np.repeat(scores[:1], 12, axis=0)
    shown = picture(Sheets(same, np.repeat(weights[:1], 12, axis=0)))
    assert shown["parts"] == {"agrees": True}


def test_bars_of_one_to_four_join_a_neighbour_and_keep_their_ends():
    numbers = np.repeat([10.0, 30, 50, 90], [23, 3, 20, 14])
    assert bars(numbers) == [
        {"low": 0, "high": 20, "share": 40},
        {"low": 20, "high": 60, "share": 40},
        {"low": 60, "high": 80, "share": 0},
        {"low": 80, "high": 100, "share": 25},
    ]


def test_one_bar_over_everything_is_not_shown():
    assert bars(np.repeat([10.0, 30, 50], [2, 2, 56])) == []


def test_three_parts_sum_to_a_hundred_after_rounding():
    for facts, values in ((0.333, 0.333), (0.626, 0.035), (0.999, 0.0005), (0, 1)):
        assert sum(thirds(Parts(facts, values, 1 - facts - values, 1.0)).values()) == 100


@pytest.mark.parametrize(
    ("count", "n", "shown"),
    [(0, 60, 0), (4, 60, "hardly anybody"), (5, 60, 10), (57, 60, "nearly all"), (60, 60, 100)],
)
def test_a_share_of_one_to_four_or_of_all_but_them_is_said_in_words(count, n, shown):
    assert share_of(count, n) == shown


@pytest.mark.parametrize(
    "counts", [[30, 28, 2, 0, 0], [58, 2, 0, 0, 0], [20, 20, 3, 3, 14], [57, 1, 1, 1, 0]]
)
def test_no_hidden_count_follows_from_the_shown_ones_and_the_total(counts):
    shown = counted(counts)
    hidden = [c for c, s in zip(counts, shown, strict=True) if s is None]
    assert not any(0 < s < 5 for s in shown if s is not None)
    assert len(hidden) >= 2
    assert sum(hidden) >= 5
    assert not recoverable([[1] * len(hidden)], len(hidden))


def test_nothing_is_hidden_without_need():
    assert counted([30, 25, 5, 0, 0]) == [30, 25, 5, 0, 0]


def test_a_question_that_fewer_than_ten_answered_has_no_forecast_of_the_class():
    shown = forecasts({"N1": [60.0] * 9, "N2": [20.0] * 6 + [40.0] * 4})
    assert shown == {"N2": {"answers": 10, "q50": 20.0, "log_odds": 25.0}}


def test_guesses_of_numbers_and_of_names():
    assert guesses([[20.0]] * 9, (), 5) == {}
    assert guesses([[20.0], [31.0]] * 10, (), 5) == {
        "answers": 20,
        "values": [{"q25": 20, "q50": 25, "q75": 30}],
    }
    assert guesses([["x"]] * 8 + [["y"]] * 12, ("x", "y", "z"), 5)["shares"] == {
        "x": 40, "y": 60, "z": 0,
    }  # fmt: skip
    assert guesses([["x"]] * 3 + [["y"]] * 12, ("x", "y"), 5)["shares"] == {"x": None, "y": None}


def nearer(part, n=60):
    scores, weights = a_class(n)
    moved = scores + part * (REFERENCE - scores)
    return Sheets(scores, weights), Sheets(np.floor(moved / 5 + 0.5) * 5, weights)


def test_a_class_that_was_pulled_moved_nearer_and_no_word_says_why():
    shown = movement(*nearer(0.2), REFERENCE)
    assert shown["nearer"] == {"moved_nearer": True, "rank_biserial": 1.0, "control": None}
    assert movement(*nearer(0), REFERENCE)["nearer"]["moved_nearer"] is False


def test_only_a_control_half_can_say_that_the_sheet_pulled():
    first, second = nearer(0.2)
    half = np.arange(60) < 30
    mixed = np.where(half[:, None, None], second.scores, first.scores)
    shown = movement(first, Sheets(mixed, first.weights), REFERENCE, half.tolist())
    assert shown["nearer"]["control"] == {"anchored": True}
    everybody = movement(first, second, REFERENCE, half.tolist())
    assert everybody["nearer"]["control"] == {"anchored": False}


def test_fewer_than_ten_with_both_rounds_are_not_shown():
    first, second = nearer(0.2, 9)
    assert movement(first, second, REFERENCE) is None


def test_a_class_that_stays_may_stop_and_one_that_moves_may_not():
    assert movement(*nearer(0), REFERENCE)["may_stop"] is True
    first, second = nearer(0)
    shifted = Sheets(np.clip(second.scores + 15, 0, 100), second.weights)
    assert movement(first, shifted, REFERENCE)["may_stop"] is False
