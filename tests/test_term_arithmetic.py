"""The arithmetic of a term, on terms that nobody chose."""

import csv
import random
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairmark.term.numbers import exact, fixed, half_up, read_number, show
from fairmark.term.plan import Part
from fairmark.term.reckon import dropped
from fairmark.term.reckoned import Item
from fairmark.term.traces import audit_rows
from tests.recompute_term import finals
from tests.terms import reckoned

PEOPLE, ITEMS = ("ann", "bob", "cem"), ("01", "02", "03", "04", "memo", "review")
OF = {"01": 10, "02": 12, "03": 7, "04": 10, "memo": 100, "review": 5}


@st.composite
def terms(draw):
    """Draw a plan and its tables."""
    choose = lambda *of: draw(st.sampled_from(of))  # noqa: E731
    weight = draw(st.integers(1, 99))
    text = f"""[term]
name = "Drawn"
zone = "UTC"
as_of = "2026-12-01 00:00:00"
[late]
take = {choose(0, 7, 10)}
floor = {choose(0, 25)}
[[part]]
name = "sets"
weight = {weight}
items = ["01", "02", "03", "04"]
drop = {choose(0, 1, 2, 3)}
combine = "{choose("mean", "points")}"
missing = {choose(0, 15)}
cap = {choose(100, 120)}
[[part]]
name = "memo"
weight = {100 - weight}
items = ["memo"]
[[part]]
name = "review"
weight = 5
items = ["review"]
bonus = true
"""
    points, adjust, extensions = [], [], []
    for who in PEOPLE:
        for item in ITEMS:
            mark = choose("", "EX", *(str(n) for n in range(OF[item] + 1)), "0.5", "3.25")
            hours = draw(st.integers(-30, 80))
            came = "" if choose(True, False, False) else f"2026-11-{22 + hours // 24:02d} " + (
                f"{hours % 24:02d}:00:01"
            )  # fmt: skip
            points.append(f"{who},{item},{mark},{OF[item]},{came}")
            kind = choose("", "", "", "points", "set", "override", "excuse", "waive late")
            if kind:
                number = choose(0, 1, 2.5, 5) if kind in ("points", "set", "override") else ""
                adjust.append(f"{who},{item},,{kind},{number},because,xy,2026-12-01")
                if kind == "points":
                    adjust.append(f"{who},{item},,points,-3,because,xy,2026-12-02")
            if choose(True, False, False):
                extensions.append(f"{who},{item},2026-11-24 12:00:00,private,xy")
        adjust.append(f"{who},total,,points,{choose(0, 2, -4)},because,xy,2026-12-02")
    due = [f"{item},2026-11-22 00:00:00" for item in ITEMS if choose(True, True, False)]
    due = due or ["01,2026-11-22 00:00:00"]
    dated = {line.split(",")[0] for line in due}
    extensions = [line for line in extensions if line.split(",")[1] in dated]
    return text, {"points": points, "adjust": adjust, "due": due, "extensions": extensions}


def reckon_drawn(folder, drawn):
    text, tables = drawn
    return reckoned(folder, text, **{name: "\n".join(rows) for name, rows in tables.items()})


@given(terms())
@settings(deadline=None, max_examples=150)
def test_an_independent_script_comes_to_every_final_grade(tmp_path_factory, drawn):
    folder = tmp_path_factory.mktemp("drawn")
    of = reckon_drawn(folder, drawn)
    assert [(g.person.id, g.final) for g in of.grades] == list(finals(folder))


@given(terms(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_of_rows_changes_no_grade(tmp_path_factory, drawn, chance: random.Random):
    folder = tmp_path_factory.mktemp("drawn")
    first = {g.person.id: (g.total, g.letter) for g in reckon_drawn(folder, drawn).grades}
    for rows in drawn[1].values():
        chance.shuffle(rows)
    second = {g.person.id: (g.total, g.letter) for g in reckon_drawn(folder, drawn).grades}
    assert first == second


@given(terms(), st.integers(0, len(PEOPLE) * len(ITEMS) - 1))
@settings(deadline=None, max_examples=80)
def test_a_higher_raw_mark_never_lowers_a_grade(tmp_path_factory, drawn, at):
    folder = tmp_path_factory.mktemp("drawn")
    rows = drawn[1]["points"]
    who, item, mark, of, came = rows[at].split(",")
    before = {g.person.id: g.total for g in reckon_drawn(folder, drawn).grades}[who]
    if mark in ("", "EX"):
        return
    rows[at] = f"{who},{item},{of},{of},{came}"
    after = {g.person.id: g.total for g in reckon_drawn(folder, drawn).grades}[who]
    assert before is None or after >= before


@given(terms())
@settings(deadline=None, max_examples=60)
def test_the_steps_of_the_audit_lead_from_nothing_to_the_printed_number(tmp_path_factory, drawn):
    of = reckon_drawn(tmp_path_factory.mktemp("drawn"), drawn)
    for grade in of.grades:
        at = {}
        for _, what, step, before, after, *_ in audit_rows(grade):
            if step in ("part", "weight", "adds", "excused", "open", "printed"):
                continue
            assert before == at.get(what, ""), (what, step)
            at[what] = after
        if grade.final:
            assert Fraction(at["total"]) == Fraction(grade.final)


numbers = st.fractions(0, 1000, max_denominator=10**4)


@given(numbers, st.integers(0, 4))
def test_rounding_goes_half_up_and_never_further_than_half_a_unit(value, decimals):
    rounded, unit = half_up(value, decimals), Fraction(1, 10**decimals)
    assert -unit / 2 <= value - rounded < unit / 2
    assert Fraction(fixed(value, decimals)) == rounded


@given(numbers)
def test_an_exact_number_is_read_back_without_a_change(value):
    assert Fraction(exact(value)) == value


@pytest.mark.parametrize("text", ["1.5", "1,5", "+1.5", ".5", "5.", "\u22121"])
def test_numbers_are_read_with_point_or_comma(text):
    assert read_number(text) is not None


@pytest.mark.parametrize("text", ["1e3", "1.000,5", "1 000", "nan", "50%", "٣", "", "1/3", "0x1"])
def test_what_is_no_plain_number_is_not_read(text):
    assert read_number(text) is None


def test_a_number_is_shown_without_zeros_at_its_end():
    assert [show(Fraction(n)) for n in ("84", "84.50", "1/3", "0")] == ["84", "84.5", "0.3333", "0"]


def items(marks, part):
    return [Item(str(n), part, Fraction(of), points=Fraction(points))
            for n, (points, of) in enumerate(marks)]  # fmt: skip


marks = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12)), min_size=1, max_size=6)


@given(marks, st.integers(0, 5), st.sampled_from(["mean", "points"]))
def test_what_is_dropped_is_the_best_choice_and_of_equal_ones_the_largest(given_, drop, combine):
    part = Part("sets", Fraction(100), (), combine, drop)
    found = items(given_, part)

    def worth(kept):
        if combine == "points":
            return sum(i.points for i in kept) / sum(i.of for i in kept)
        return sum(i.share for i in kept) / len(kept)

    ways = [
        way
        for n in range(min(drop, len(found) - 1) + 1)
        for way in combinations(found, len(found) - n)
    ]
    gone = dropped(part, found)
    kept = [i for i in found if i not in gone]
    best = max(worth(way) for way in ways)
    assert worth(kept) == best
    assert len(kept) == min(len(way) for way in ways if worth(way) == best)


@given(marks.filter(lambda m: len(m) > 2))
def test_to_excuse_an_item_below_the_mean_never_lowers_the_part(given_):
    part = Part("sets", Fraction(100), (), "mean", 1)
    found = items(given_, part)

    def worth(some):
        gone = dropped(part, some)
        kept = [i for i in some if i not in gone]
        return sum(i.share for i in kept) / len(kept)

    lowest = min(found, key=lambda i: i.share)
    assert worth([i for i in found if i is not lowest]) >= worth(found)


def test_the_script_that_recomputes_reads_plain_tables(tmp_path):
    reckoned(tmp_path, '[term]\nname = "x"\nzone = "UTC"\nas_of = "2026-12-01"\n[[part]]\n'
             'name = "sets"\nweight = 100\nitems = ["01"]\n', points="ann,01,7,8,")  # fmt: skip
    assert list(finals(tmp_path)) == [("ann", "87.5")]
    assert next(csv.reader((tmp_path / "points.csv").open()))[0] == "student"
