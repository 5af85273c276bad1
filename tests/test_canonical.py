"""An answer becomes the same text exactly as long as it is within the stated tolerance."""

import datetime
import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairmark.answers.tree import tree
from fairmark.answers.writing import Spec, canonical, offsets_of

TOLERANCES = st.builds(
    lambda digit, power: float(f"{digit}e{power}"), st.sampled_from([1, 2, 5]), st.integers(-6, 6)
)
# An answer of up to 10^8 tolerances: beyond that a float no longer holds the tolerance's digits.
SIZES = st.floats(-1e8, 1e8, allow_nan=False)


def spec_for(value, tolerance):
    return Spec(2 * tolerance, offsets_of(tree(value), 2 * tolerance))


@given(SIZES, TOLERANCES, st.floats(-1, 1))
def test_every_answer_within_the_tolerance_gives_the_same_text(size, tolerance, part):
    right = size * tolerance
    spec = spec_for(right, tolerance)
    assert canonical(right + part * tolerance, spec) == canonical(right, spec)


@given(SIZES, TOLERANCES, st.sampled_from([-1, 1]))
def test_an_answer_exactly_at_the_tolerance_is_inside(size, tolerance, side):
    right = size * tolerance
    spec = spec_for(right, tolerance)
    assert canonical(right + side * tolerance, spec) == canonical(right, spec)


@given(SIZES, TOLERANCES, st.floats(1.00001, 1e6), st.sampled_from([-1, 1]))
def test_an_answer_outside_the_tolerance_gives_another_text(size, tolerance, part, side):
    right = size * tolerance
    spec = spec_for(right, tolerance)
    # What a float can hold decides how near to the edge an answer can lie at all.
    wrong = right + side * part * tolerance
    if abs(Fraction(wrong) - Fraction(right)) > Fraction(tolerance) * Fraction("1.000005"):
        assert canonical(wrong, spec) != canonical(right, spec)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6), TOLERANCES, st.floats(-1, 1))
def test_each_number_of_a_list_has_its_own_lattice(sizes, tolerance, part):
    right = [size * tolerance for size in sizes]
    spec = spec_for(right, tolerance)
    assert canonical([n + part * tolerance for n in right], spec) == canonical(right, spec)
    moved = [*right[:-1], right[-1] + 2 * tolerance]
    assert canonical(moved, spec) != canonical(right, spec)


@given(SIZES, TOLERANCES)
def test_the_offset_says_nothing_about_the_digits_above_the_tolerance(size, tolerance):
    (offset,) = offsets_of(tree(size * tolerance), 2 * tolerance)
    assert 0 <= offset <= 2 * tolerance * (1 + 2e-6)


@given(SIZES, TOLERANCES)
def test_the_text_is_the_right_answer_to_more_digits_than_the_tolerance(size, tolerance):
    right = size * tolerance
    assert float(canonical(right, spec_for(right, tolerance))) == pytest.approx(
        right, abs=tolerance / 9
    )


def test_the_published_example_reads_as_documented():
    rate = 18.5628418
    assert canonical(rate, spec_for(rate, 0.05)) == "18.563"


def test_minus_zero_is_zero():
    assert canonical(-0.0, spec_for(0.0, 0.5)) == canonical(0.0, spec_for(0.0, 0.5)) == "0.00"
    assert canonical(-1e-9, Spec(0.2, (0.0,))) == "0.00"


@pytest.mark.parametrize("tolerance", [0.05, 0])
def test_a_number_is_the_same_in_every_type(tolerance):
    same = [2.5, np.float64(2.5), np.float32(2.5), Decimal("2.5"), Fraction(5, 2), np.array(2.5)]
    spec = spec_for(2.5, tolerance)
    assert {canonical(each, spec) for each in same} == {canonical(2.5, spec)}


def test_whole_numbers_are_the_same_in_every_type():
    same = [2023, 2023.0, np.int64(2023), pd.Series([2023], dtype="Int64")[0]]
    assert {canonical(each) for each in same} == {"2023"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (math.nan, "nan"),
        (np.float64("nan"), "nan"),
        (math.inf, "inf"),
        (-math.inf, "-inf"),
        (True, "true"),
        (np.bool_(False), "false"),
        (None, "none"),
        (pd.NA, "none"),
        (pd.NaT, "none"),
        (..., "not given"),
        (2 + 1j, "a complex number"),
        (datetime.date(2022, 2, 24), "2022-02-24"),
        (pd.Timestamp("2022-02-24"), "2022-02-24"),
        (np.datetime64("2022-02-24"), "2022-02-24"),
        (len, "a function"),
    ],
)
def test_what_is_not_a_plain_number_is_spelled_out(value, text):
    assert canonical(value, Spec(0.1, (0.0,))) == text


def test_true_is_not_one():
    assert canonical(True) != canonical(1)


def test_texts_are_trimmed_and_composed_and_without_capitals():
    composed, decomposed = "T\u00fcrkiye now", "  tu\u0308rkiye \n now"
    assert canonical(composed) == canonical(decomposed) == "'t\u00fcrkiye now'"


def test_a_text_is_not_the_number_it_spells():
    assert canonical("3") != canonical(3)


def test_a_set_has_no_order_and_a_list_has_one():
    assert canonical({"b", "a"}) == canonical(frozenset(["a", "b"])) == "{'a', 'b'}"
    assert canonical(["b", "a"]) != canonical(["a", "b"])
    assert canonical(("a", "b")) == canonical(np.array(["a", "b"])) == canonical(["a", "b"])


def test_a_labelled_series_and_a_dictionary_are_the_same_in_any_order():
    series = pd.Series([1.0, 2.0], index=pd.Index([2022, 2021], dtype="Int64"))
    spec = spec_for({2021: 2.0, 2022: 1.0}, 0.05)
    texts = {
        canonical(each, spec) for each in (series, {2021: 2.0, 2022: 1.0}, {"2022": 1, "2021": 2})
    }
    assert texts == {"mapping(2021: 2.000, 2022: 1.000)"}


def test_a_table_is_read_cell_by_cell_whatever_the_order_of_its_columns():
    table = pd.DataFrame({"x": [1.0, 2.0], "y": ["a", "b"]}, index=["r", "q"])
    spec = spec_for(table, 0.05)
    near = pd.DataFrame({"y": ["B", "a "], "x": [2.04, 0.97]}, index=["q", "r"])
    assert canonical(near, spec) == canonical(table, spec)
    far = pd.DataFrame({"y": ["b", "a"], "x": [2.06, 1.0]}, index=["q", "r"])
    assert canonical(far, spec) != canonical(table, spec)


def test_a_figure_is_read_through_its_data_and_whether_it_is_labelled():
    up = go.Figure(go.Bar(x=["China", "India"], y=[62.2, 114.5]), layout={"title": "One"})
    flat = go.Figure(go.Bar(y=["India", "China"], x=[114.4, 62.0], orientation="h"))
    flat.update_layout(title="Another")
    spec = spec_for(up, 1.0)
    assert canonical(flat, spec) == canonical(up, spec)
    untitled = go.Figure(go.Bar(x=["China", "India"], y=[62.2, 114.5]))
    line = go.Figure(go.Scatter(x=["China", "India"], y=[62.2, 114.5]), layout={"title": "One"})
    assert len({canonical(each, spec) for each in (up, untitled, line)}) == 3


def test_a_figure_from_packed_numbers_is_the_same_as_from_plain_ones():
    packed = go.Figure(go.Bar(x=["a", "b"], y=np.array([1.0, 2.0])))
    plainly = go.Figure(go.Bar(x=["a", "b"], y=[1.0, 2.0]))
    assert canonical(packed) == canonical(plainly)


def test_an_answer_that_contains_itself_ends():
    endless = []
    endless.append(endless)
    assert "nested too deeply" in canonical(endless)


def test_an_object_that_cannot_be_looked_at_is_named_and_does_not_stop_us():
    class Hostile:
        def __getattr__(self, name):
            raise RuntimeError("no")

        def __len__(self):
            raise RuntimeError("no")

    assert canonical([Hostile(), 1]) == "[an unreadable Hostile, 1]"


def test_an_endless_answer_is_not_walked_through():
    assert canonical(range(10**12)) == "a range of 1000000000000 entries"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=12,
    )
)
def test_every_answer_becomes_one_line_and_never_an_error(value):
    text = canonical(value, Spec(0.1, (0.03,)))
    assert text.isprintable()
    assert text.encode()
