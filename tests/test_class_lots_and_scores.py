"""Lots that are balanced and reproducible; forecasts of a class scored by fixed rules."""

import csv
from collections import Counter

import numpy as np
import pytest

from alignment.classroom.lots import FIRST, ROLES, draw, voices_of
from alignment.classroom.score import questions, read_answers, score, sentences
from alignment.cli import main
from alignment.errors import AlignmentError
from alignment.tables import load
from alignment.tables.bank import bank
from alignment.widgets import ForecastCard

NAMES = [f"s{k:02}" for k in range(23)]


@pytest.mark.parametrize("n", [3, 4, 10, 23, 60])
def test_lots_are_balanced(n):
    rows = draw([f"s{k}" for k in range(n)], seed=7)
    roles = Counter(row["role"] for row in rows)
    assert max(roles.values()) - min(roles.get(role, 0) for role in ROLES) <= 1
    sizes = sorted(Counter(row["pair"] for row in rows).values())
    assert sizes[:-1] == [2] * (n // 2 - 1)
    assert sizes[-1] in (2, 3)
    assert abs(2 * sum(row["reference"] == FIRST for row in rows) - n) <= 1


def test_the_lot_deals_every_side_that_speaks_in_the_lessons():
    capitals = set(load("voices")["capital"])
    named = {"Washington", "Beijing", "Moscow", "Kyiv"}
    assert named < capitals
    assert named | {"a third capital", "a critic in Washington"} == set(ROLES)


def test_everybody_is_reviewed_twice_and_nobody_reviews_the_own_memo():
    rows = draw(NAMES, seed=7)
    reviewed = Counter(row[c] for row in rows for c in ("reviews_1", "reviews_2"))
    assert set(reviewed.values()) == {2}
    assert all(len({r["student"], r["reviews_1"], r["reviews_2"]}) == 3 for r in rows)


def test_the_same_seed_gives_the_same_lots_in_any_order_of_the_list():
    assert draw(NAMES, seed=7) == draw(NAMES[::-1], seed=7)
    assert draw(NAMES, seed=7) != draw(NAMES, seed=8)


def test_turned_round_everybody_argues_another_side():
    assert all(row["role"] != row["turned_round"] for row in draw(NAMES, seed=1))


def test_a_name_that_stands_twice_is_said():
    with pytest.raises(AlignmentError, match="'s01' stands there twice"):
        draw([*NAMES, "s01"], seed=1)


def test_the_command_draws_for_seats(tmp_path, capsys):
    out = tmp_path / "lots.csv"
    assert main(["class", "lots", "--students", "24", "--out", str(out)]) == 0
    assert len(out.read_text().splitlines()) == 25
    assert "is short" not in capsys.readouterr().out


def test_a_seed_that_a_student_could_try_out_is_told(tmp_path, capsys):
    out = tmp_path / "lots.csv"
    command = ["class", "lots", "--students", "24", "--out", str(out), "--seed"]
    assert main([*command, "20261129"]) == 0
    assert "The seed 20261129 is short" in capsys.readouterr().out
    first = out.read_text()
    assert main([*command, str(2**40)]) == 0
    assert "is short" not in capsys.readouterr().out
    assert out.read_text() != first


def test_the_lots_of_a_lesson_deal_the_voices_that_speak_in_it(tmp_path):
    out = tmp_path / "lots.csv"
    assert main(["class", "lots", "--students", "24", "--lesson", "04", "--out", str(out)]) == 0
    dealt = Counter(row["role"] for row in csv.DictReader(out.open()))
    assert set(dealt) == set(voices_of("04")) == {"Kyiv", "Moscow", "Warsaw", "Washington"}
    assert set(dealt.values()) == {6}


def test_a_lesson_in_which_nobody_speaks_is_refused(tmp_path, capsys):
    out = tmp_path / "lots.csv"
    assert main(["class", "lots", "--students", "24", "--lesson", "01", "--out", str(out)]) == 2
    assert "No voices speak in lesson '01'" in capsys.readouterr().err
    assert not out.exists()


def test_the_lots_that_a_class_sees_name_people_and_never_their_reviewers(tmp_path):
    roster = tmp_path / "list.csv"
    roster.write_text("id,name\n" + "".join(f"{k},Person {k}\n" for k in range(101, 109)))
    out = tmp_path / "lots.csv"
    assert main(["class", "lots", "--roster", str(roster), "--out", str(out)]) == 0
    shown = list(csv.DictReader(out.open()))
    assert {row["name"] for row in shown} == {f"Person {k}" for k in range(101, 109)}
    assert not any(column.startswith("reviews") for column in shown[0])
    apart = list(csv.DictReader((tmp_path / "lots-reviewers.csv").open()))
    assert all(
        {row["reviews_1"], row["reviews_2"]} < {r["student"] for r in shown} for row in apart
    )


# The bank.


def test_the_bank_holds_enough_questions_and_half_of_them_end_within_a_term():
    rows = load("forecast_bank")
    assert len(rows) >= 24
    assert (rows["days"] <= 92).sum() >= 12
    for column in ("question", "resolver", "rule", "if_missing", "base_rate", "block"):
        assert rows[column].notna().all(), column


def test_a_base_rate_is_the_rule_of_succession_on_its_counts():
    rows = load("forecast_bank")
    wanted = (rows["happened"] + 1) / (rows["cases"] + 2)
    assert np.allclose(rows["base_rate"], wanted, atol=5e-4)
    assert rows["base_rate"].between(0.01, 0.99).all()


def test_a_base_rate_can_be_counted_again_from_its_table():
    votes = load("ukraine_texts").query("scope == 'about'")
    row = load("forecast_bank").set_index("id").loc["T6"]
    assert (row["happened"], row["cases"]) == ((votes["CHN"] == "A").sum(), len(votes))


def test_the_forecast_card_takes_the_bank(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    rows = bank("2027-02-01", days=90)
    card = ForecastCard(rows)
    card.lock("T1", 35)
    assert f"1 of {len(rows)} questions locked" in repr(card)
    assert "2027-05-02" in card.state_html()
    with pytest.raises(AlignmentError, match="year first"):
        bank("1.2.2027")


# Scores.


def a_class(**percents):
    return {"forecasts": {n: {"q50": p, "log_odds": p} for n, p in percents.items()}}


def test_the_class_is_scored_on_its_median_against_base_rates_fixed_before():
    found = score(a_class(T1=80, T3=40, R1=10), {"T1": 1, "T3": 0, "R1": 0})
    base = [questions()[n]["base_rate"] for n in ("R1", "T1", "T3")]
    assert base[0] == 0.5
    assert found.brier == pytest.approx((0.2**2 + 0.4**2 + 0.1**2) / 3)
    wanted = (base[0] ** 2 + (1 - base[1]) ** 2 + base[2] ** 2) / 3
    assert found.reference == pytest.approx(wanted)


def test_a_silent_source_counts_as_the_question_says():
    found = score(a_class(T1=80, T6=90, T3=40), {"T1": None, "T6": None, "T3": 1})
    outcomes = {row["id"]: row["outcome"] for row in found.rows}
    assert outcomes == {"T1": 0, "T6": None, "T3": 1}
    assert (found.counted, found.asked) == (2, 3)


def test_one_contract_by_two_dates_is_one_block():
    together = score(a_class(T11=60, Y12=60), {"T11": 0, "Y12": 0})
    apart = score(a_class(T11=60, T4=60), {"T11": 0, "T4": 0})
    assert together.against.p == 1.0
    assert apart.against.p == 0.5


def test_what_is_said_names_the_luck_and_no_student():
    said = " ".join(sentences(score(a_class(T1=80, T3=40), {"T1": 1, "T3": 0})))
    assert "rough" in said
    assert "Spiegelhalter" not in said
    assert "2 of 2 questions counted" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,outcome\nT1,yes\n", "needs the columns id, outcome, source, decided"),
        ("id,outcome,source\nT1,maybe,x\n", "row 2: the outcome is 'maybe'"),
        ("id,outcome,source\nT1,yes,x\nT1,no,x\n", "row 3: T1 stands there twice"),
        ("id,outcome,source\nT1,yes,\n", "T1 has no source"),
        ("", "needs the columns"),
    ],
)
def test_answers_that_are_not_as_they_should_be_are_said_with_their_row(tmp_path, text, said):
    path = tmp_path / "answers.csv"
    path.write_text(text)
    with pytest.raises(AlignmentError, match=said):
        read_answers(path)


def test_an_unknown_question_and_an_empty_class_are_one_sentence():
    with pytest.raises(AlignmentError, match="no question 'T99'"):
        score(a_class(T1=80), {"T99": 1})
    with pytest.raises(AlignmentError, match="No question can be scored"):
        score({"forecasts": {}}, {"T1": 1})
