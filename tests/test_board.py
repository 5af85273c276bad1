"""The weighing board in Python: what it computes, what it refuses, what it prints."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from alignment.methods import aggregation, elicitation
from alignment.records import Score, Sheet
from alignment.widgets import Panel, WeighingBoard
from alignment.widgets.board import judgement as judging
from alignment.widgets.board.judgement import BadJudgement
from alignment.widgets.board.outcome import drawn_values, effective_scores, outcome
from alignment.widgets.board.panel import HERE
from tests.fixtures import board as fixture

ROOT = Path(__file__).parent.parent


def test_the_reference_set_has_the_published_values_and_order():
    board = WeighingBoard()
    expected = {"M": 50.753, "E": 62.808, "D": 41.164, "T": 65.137, "F": 45.548}
    assert board.values.to_dict() == pytest.approx(expected, abs=5e-4)
    assert list(board.ranking.index) == list("TEMFD")
    assert list(board.ranking) == [1, 2, 3, 4, 5]
    assert list(board.weights.round(4)) == [0.1918, 0.1370, 0.2740, 0.1096, 0.1644, 0.1233]


def test_technology_is_first_in_about_58_of_100_draws_of_the_scores():
    shares = WeighingBoard().rank_acceptability
    known = {"M": 0.0131, "E": 0.3964, "D": 0, "T": 0.5882, "F": 0.0023}  # these 10,000 draws
    assert shares[1].to_dict() == pytest.approx(known, abs=1e-9)
    assert shares.loc["T", 1] == pytest.approx(0.5840, abs=0.02)  # of 1,000,000 draws
    assert shares.sum().to_numpy() == pytest.approx(np.ones(5))


def test_over_any_weights_the_top_pair_is_near_certain_and_its_order_open():
    board = WeighingBoard(spread=None, vary_scores=False)
    first = board.rank_acceptability[1]
    assert first["E"] == pytest.approx(0.522, abs=0.02)
    assert first["E"] + first["T"] == pytest.approx(1, abs=0.005)
    assert first["T"] == pytest.approx(0.4798, abs=1e-9)
    assert board.central_weights.loc["M"].isna().all()


def test_three_lines_of_arithmetic_give_what_the_board_gives():
    board = WeighingBoard(points={"E": 35, "D": 100})
    modes = board.scores.pivot(index="domain", columns="criterion", values="mode")
    by_hand = aggregation.additive(modes, board.points / board.points.sum())
    assert by_hand[board.values.index].to_numpy() == pytest.approx(board.values.to_numpy())


@pytest.mark.parametrize(("dial", "p"), [(0, 1), (50, 0), (75, -2), (100, -np.inf)])
def test_the_dial_is_the_power_mean(dial, p):
    board = WeighingBoard(dial=dial)
    modes = board.scores.pivot(index="domain", columns="criterion", values="mode")
    expected = aggregation.power_mean(modes, board.weights, p)
    assert board.values.to_dict() == pytest.approx(expected.to_dict())


@pytest.mark.parametrize("p", [1, 0.5, 0, -3, -98, -np.inf])
def test_every_draw_is_the_power_mean_of_its_own_weights_and_scores(p):
    rng = np.random.default_rng(5)
    weights, scores = rng.dirichlet(np.ones(6), 20), rng.uniform(0, 100, (20, 5, 6))
    one_by_one = [aggregation.power_mean(x, w, p) for x, w in zip(scores, weights, strict=True)]
    assert drawn_values(weights, scores, p) == pytest.approx(np.array(one_by_one))


def test_lowering_one_swing_flips_first_place():
    board = WeighingBoard()
    board.set(points={"E": 20})
    assert board.ranking.index[0] == "E"


def test_a_students_sheet_replaces_only_what_it_has_scored():
    sheet = Sheet("F", {"A": Score(80, 90, 100, "S1: seen"), "B": Score(0, 0, 5)})
    board = WeighingBoard(sheets={"F": sheet})
    scores = board.scores.set_index(["domain", "criterion"])
    assert scores.loc[("F", "A"), "mode"] == 90
    assert scores.loc[("F", "A"), "note"] == "S1: seen"
    assert scores.loc[("F", "C"), "mode"] == 55
    assert "your sheet for Financial order; the rest: reference set (illustrative)" in repr(board)


def test_without_sheets_the_board_says_that_its_scores_are_illustrative():
    assert "reference set (illustrative)" in repr(WeighingBoard(sheets={}))
    assert "illustrative), changed" in repr(WeighingBoard(points={"A": 10}))


def test_scores_come_in_as_a_table():
    rows = pd.DataFrame({"domain": ["T"], "criterion": ["E"], "low": 0, "mode": 5, "high": 10})
    assert WeighingBoard(scores=rows).values["T"] < WeighingBoard().values["T"]
    with pytest.raises(BadJudgement, match="lack the column 'high'"):
        WeighingBoard(scores=rows.drop(columns="high"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"points": {"A": 130}}, "The swing of Added capability is 130; give a number from 0"),
        ({"points": {"Z": 10}}, "There is no criterion 'Z'; use one of A, B, C, D, E, F"),
        ({"points": dict.fromkeys("ABCDEF", 0)}, "All swing points are 0"),
        ({"dial": "far"}, "The dial is 'far'; give a number"),
        ({"spread": 10}, "The spread is 10; use 0, 25, 50 or None"),
        ({"colour": 1}, "There is no setting 'colour'"),
    ],
)
def test_a_change_that_does_not_fit_gets_one_sentence_and_changes_nothing(changes, sentence):
    board = WeighingBoard()
    before = board.state()
    with pytest.raises(BadJudgement, match=sentence):
        board.set(**changes)
    assert board.state() == before


def test_an_unknown_preset_says_which_exist():
    with pytest.raises(BadJudgement, match=r"There is no sheet 'mine'; use one of reference, "):
        WeighingBoard(preset="mine")


def test_ranges_out_of_order_are_refused_wherever_they_come_from():
    board = WeighingBoard()
    state = board.state()
    state["sheets"]["washington"]["scores"]["M"]["A"]["low"] = 99
    with pytest.raises(BadJudgement, match=r"Military-operational on Added capability are \[99"):
        board.load(state)
    with pytest.raises(BadJudgement, match="low <= most likely <= high"):
        board.judgement = state


def test_a_state_survives_a_file_and_foreign_ones_do_not():
    board = WeighingBoard(points={"B": 77}, dial=30, spread=None)
    state = json.loads(json.dumps(board.state()))
    other = WeighingBoard()
    other.load(state)
    assert other.state() == board.state()
    for foreign in ({"schema": 99}, {"schema": 1}, [], {**state, "capital": "rome"}):
        with pytest.raises(BadJudgement, match=r"save (it )?again|no perspective 'rome'"):
            other.load(foreign)


def test_what_the_browser_sends_is_what_python_reads():
    board = WeighingBoard()
    sent = board.state()
    sent["sheets"]["washington"]["points"]["E"] = 15
    sent["spread"] = 50
    board.set_state({"judgement": sent})
    assert board.points["E"] == 15
    assert board.ranking.index[0] == "E"


def test_the_placebo_looks_dangerous_when_everything_adds_up_and_harmless_when_not():
    board = WeighingBoard(preset="us-japan")
    assert board.values.max() > 50
    board.set(dial=100)
    assert board.values.max() <= 5


def test_three_more_sheets_differ_in_scores_only():
    reference = WeighingBoard()
    for preset in ("quasi-alliance", "convenience", "us-japan"):
        board = WeighingBoard(preset=preset)
        assert board.points.to_dict() == reference.points.to_dict()
        assert "(illustrative)" in repr(board)
    alliance, convenience = (
        WeighingBoard(preset=p).values for p in ("quasi-alliance", "convenience")
    )
    assert (alliance > reference.values).all()
    assert (convenience < reference.values).all()


def test_another_capital_starts_blank_and_washington_keeps_its_sheet():
    board = WeighingBoard(points={"A": 10})
    board.set(capital="beijing")
    assert set(board.scores["mode"]) == {50}
    board.set(capital="beijing", points={"A": 30})
    board.set(capital="washington")
    assert board.points["A"] == 10
    board.set(capital="beijing")
    assert board.points["A"] == 30


def test_weighing_one_interest_more_moves_the_domains_that_touch_it():
    board = WeighingBoard()
    finance, military = board.values["F"], board.values["M"]
    board.set(interests={"V1": 0, "V2": 0, "V3": 0, "V5": 0, "V6": 0})
    assert board.values["F"] > finance
    assert board.values["M"] < military


def test_a_blank_sheet_ranks_nothing():
    board = WeighingBoard(preset="blank")
    assert set(board.ranking) == {1}
    assert board.rank_acceptability.to_numpy() == pytest.approx(np.full((5, 5), 0.2), abs=0.02)


def test_equal_interests_leave_impact_as_entered_and_uneven_ones_move_it():
    state = judging.start()
    sheet = state["sheets"]["washington"]
    sheet["interests"] = {"V1": 50, "V2": 50}
    even = effective_scores(sheet, fixture.PROFILE)[:, 2, 1]
    assert list(even) == [70, 60, 35, 70, 55]
    sheet["interests"] = {"V1": 0, "V2": 50}
    assert list(effective_scores(sheet, fixture.PROFILE)[:, 2, 1]) == [85, 90, 47.5, 75, 67.5]


def test_the_stored_output_is_one_line_and_one_table_of_whole_numbers():
    board = WeighingBoard()
    bundle = board._repr_mimebundle_()
    assert isinstance(board, Panel)
    assert bundle["text/plain"] == (
        "WeighingBoard(Technology and defence industry 65, Economic sustainment 63, ...; "
        "reference set (illustrative))"
    )
    assert "<caption>Weighing board; reference set (illustrative)." in bundle["text/html"]
    assert re.findall(r"\d+\.\d", bundle["text/html"]) == []
    assert WeighingBoard().state_html() == board.state_html()


@pytest.mark.parametrize(
    ("name", "said"),
    [("reference", "by up to 20 %,"), ("convenience", "by up to 10 %,")],  # 20.48 and 10.66 %
)
def test_the_margin_of_the_swings_is_rounded_down_as_on_the_screen(name, said):
    assert said in WeighingBoard(preset=name).state_html()


def test_no_control_calls_a_domain_a_weight():
    texts = "".join((HERE / name).read_text() for name in ("parts.js", "results.js", "toolbar.js"))
    assert not re.search(r"weight of the (military|economic|financial)", texts, re.IGNORECASE)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return float(np.dot(linear, [0.2126, 0.7152, 0.0722]))


def test_the_letter_on_every_mark_is_readable():
    css = (HERE / "board.css").read_text()
    marks = re.findall(r"\.alb-([A-F]) \{ background-color: (#\w{6});( color: #fff;)? \}", css)
    assert [letter for letter, *_ in marks] == list("ABCDEF")
    for _, background, white in marks:
        light, dark = sorted([luminance(background), 1.0 if white else 0.0], reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_fixture_holds_what_python_says_now():
    def compare(found, stored):
        if isinstance(stored, dict):
            assert set(found) == set(stored)
            for key in stored:
                compare(found[key], stored[key])
        elif isinstance(stored, list):
            assert len(found) == len(stored)
            for one, other in zip(found, stored, strict=True):
                compare(one, other)
        else:
            assert found == (pytest.approx(stored, abs=1e-6) if stored is not None else None)

    stored = json.loads(fixture.PATH.read_text())
    compare(json.loads(json.dumps(fixture.content())), stored)


@pytest.mark.node
def test_the_browser_arithmetic_agrees_with_python():
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed; Debian: apt-get install nodejs (20 or newer)")
    tests = sorted(map(str, (ROOT / "tests" / "js").glob("*.test.mjs")))
    run = subprocess.run([node, "--test", *tests], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout[-3000:]


PARTS = ("weights", "values", "low", "high", "acceptability", "central", "leads")
PARTS += ("by_largest", "best_leads", "margin")


def any_judgement(rng: np.random.Generator) -> dict:
    """A judgement nobody chose: any points, ranges (some of width 0), dial, doubts, interests."""
    state = judging.start(preset="blank")
    sheet = state["sheets"]["washington"]
    sheet["points"] = {c: float(rng.integers(0, 101)) for c in sheet["points"]} | {"A": 1.0}
    sheet["interests"] = {i: float(rng.integers(0, 101)) for i in ("V1", "V2")}
    for cell in (cell for row in sheet["scores"].values() for cell in row.values()):
        ends = sorted(rng.integers(0, 101, 3).tolist())
        low, mode, high = ends if rng.random() < 0.8 else [ends[1]] * 3
        cell.update(low=low, mode=mode, high=high)
    spread = (0, 25, 50, None)[rng.integers(4)]
    return state | {"dial": int(rng.integers(0, 101)), "spread": spread, "vary": rng.random() < 0.7}


@pytest.fixture(scope="module")
def judgements():
    rng = np.random.default_rng(20)
    return [any_judgement(rng) for _ in range(30)]


def test_whatever_is_judged_shares_add_up_and_values_stay_within_the_scores(judgements):
    for judgement in judgements:
        result = outcome(judgement, fixture.PROFILE, 500)
        scores = effective_scores(judgement["sheets"]["washington"], fixture.PROFILE)
        assert result.acceptability.sum(axis=0) == pytest.approx(np.ones(5))
        assert result.acceptability.sum(axis=1) == pytest.approx(np.ones(5))
        assert result.leads.sum() == pytest.approx(1)
        assert (result.low <= result.high).all()
        assert (result.values <= np.maximum(scores[:, :, 1], 1).max(axis=1) + 1e-9).all()
        assert (result.values >= scores[:, :, 1].min(axis=1) - 1e-9).all()


@pytest.mark.node
def test_thirty_random_judgements_come_to_the_same_in_the_browser(judgements):
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed; Debian: apt-get install nodejs (20 or newer)")
    task = {"profile": fixture.PROFILE, "impact": "C", "draws": 1000, "judgements": judgements}
    run = subprocess.run(
        [node, str(ROOT / "tests" / "js" / "work.mjs")],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    for judgement, found in zip(judgements, json.loads(run.stdout), strict=True):
        expected = outcome(judgement, fixture.PROFILE, 1000)
        theirs = {name.lower(): value for name, value in found.items()}
        for part in PARTS:
            value = np.array(theirs[part.replace("_", "")], dtype=float)
            assert value == pytest.approx(getattr(expected, part), abs=1e-6, nan_ok=True), part
        changes = [fixture.changes(judgement, d) for d in range(5)]
        assert found["moved"] == [
            c and (c["moved"] if c["moved"] is None else pytest.approx(c["moved"], abs=1e-6))
            for c in changes
        ]
        assert found["stretch"] == [
            c and pytest.approx(99 if c["stretch"] is None else c["stretch"], abs=1e-6)
            for c in changes
        ]


def test_the_panel_of_weights_matches_the_methods():
    points = WeighingBoard().points
    assert WeighingBoard().weights.to_numpy() == pytest.approx(elicitation.swing(points))
