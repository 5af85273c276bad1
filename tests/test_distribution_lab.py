"""The distribution lab: known shares, what freezing does, bands, own sheets, plain refusals."""

import pandas as pd
import pytest

from alignment.errors import AlignmentError
from alignment.records import Score, Sheet
from alignment.tables import load
from alignment.widgets import DistributionLab

SCORES = load("judgements").query("sheet == 'reference'")
POINTS = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]


@pytest.fixture
def lab():
    return DistributionLab(SCORES, POINTS)


def share_first(lab, domain, **setting):
    lab.set(draws=9604, **setting)
    return lab.first().loc[domain, "share"]


# --- the numbers ----------------------------------------------------------------------------


def test_with_any_weights_and_fixed_scores_the_top_pair_is_nearly_even(lab):
    # 400,000 draws gave .523; four standard errors are .02
    economy = share_first(lab, "E", concentration="any weights", freeze_scores=True)
    assert economy == pytest.approx(0.523, abs=0.02)


def test_with_fixed_weights_only_the_scores_speak(lab):
    assert share_first(lab, "T", freeze_weights=True) == pytest.approx(0.58, abs=0.02)


@pytest.mark.parametrize(("c", "known"), [(6, 0.67), (60, 0.91), (300, 0.999)])
def test_firmer_weights_make_technology_surer(lab, c, known):
    technology = share_first(lab, "T", concentration=c, freeze_scores=True)
    assert technology == pytest.approx(known, abs=0.02)


def test_nothing_varies_if_both_are_frozen(lab):
    lab.set(freeze_weights=True, freeze_scores=True)
    assert lab.first()["share"].to_dict() == {"M": 0, "E": 0, "D": 0, "T": 1, "F": 0}
    assert "Varying: nothing" in repr(lab)


def test_each_number_of_draws_says_how_wide_its_band_is(lab):
    names = list(dict(lab._boxes["draws"].options))
    assert names == ["100 (± 0.10)", "400 (± 0.05)", "1,600 (± 0.02)", "9,604 (± 0.01)"]


def test_places_and_domains_each_sum_to_one(lab):
    table = lab.acceptability()
    assert table.sum(axis=0).tolist() == pytest.approx([1] * 5)
    assert table.sum(axis=1).tolist() == pytest.approx([1] * 5)


def test_the_band_is_as_wide_as_the_error_of_a_count(lab):
    lab.set(draws=400)
    row = lab.first().loc["T"]
    assert row.high - row.share == pytest.approx(1.96 * (row.share * (1 - row.share) / 400) ** 0.5)


def test_the_same_seed_gives_the_same_and_another_seed_another_result(lab):
    other = DistributionLab(SCORES, POINTS)
    assert repr(other) == repr(lab)
    other.set(seed=10)
    assert other.first()["share"]["T"] != lab.first()["share"]["T"]


@pytest.mark.parametrize(
    ("shape", "known"), [("double triangle", 0.583), ("bell", 0.577), ("flat", 0.584)]
)
def test_the_shape_of_a_belief_hardly_matters_once_its_ends_mean_the_same(lab, shape, known):
    # 200,000 draws gave these
    assert share_first(lab, "T", freeze_weights=True, shape=shape) == pytest.approx(known, abs=0.02)


# --- own sheets -----------------------------------------------------------------------------


def test_own_scores_replace_the_reference_and_are_named():
    sheet = Sheet("D", {letter: Score(95, 97, 99, "mine") for letter in "ABCDEF"})
    own = DistributionLab(SCORES, POINTS, sheets={"D": sheet})
    assert own.first()["share"]["D"] == 1
    assert "Your own scores for D;" in repr(own)


def test_a_sheet_that_is_not_complete_is_named_with_the_number_of_its_scores():
    full = Sheet("D", {letter: Score(95, 97, 99, "mine") for letter in "ABCDEF"})
    begun = Sheet("T", {"A": Score(40, 50, 60, "mine")})
    empty = Sheet("M", {})
    own = DistributionLab(SCORES, POINTS, sheets={"T": begun, "M": empty, "D": full})
    said = "Your own scores for D, T (1 of 6 scores); elsewhere the reference scores (illustrative)"
    for text in (repr(own), own.state_html(), own.view.children[1].value):
        assert said in text


def test_without_own_scores_the_reference_is_named_and_called_illustrative(lab):
    for text in (repr(lab), lab.state_html(), lab.view.children[1].value):
        assert "Reference scores (illustrative)" in text


# --- the panel ------------------------------------------------------------------------------


def test_a_menu_a_tick_and_a_cell_do_the_same(lab):
    other = DistributionLab(SCORES, POINTS)
    lab.set(shape="bell", draws=400, freeze_weights=True)
    other._boxes["shape"].value = "bell"
    other._boxes["draws"].value = 400
    other._boxes["freeze_weights"].value = True
    assert other.now == lab.now
    assert repr(other) == repr(lab)


@pytest.mark.parametrize("typed", ["27%", "1,5", "-3", "abc", ""])
def test_a_seed_that_is_none_is_said_and_the_old_one_stays(lab, typed):
    before = lab.now
    lab._boxes["seed"].value = typed
    said = f"A seed is a whole number from 0; found {typed!r}. Nothing was changed."
    assert (lab._live.text, lab.now, lab._boxes["seed"].value) == (said, before, str(before.seed))


def test_a_seed_is_taken_as_it_was_typed(lab):
    lab._boxes["seed"].value = " 2000000 "
    assert lab.now.seed == 2_000_000


def test_the_button_takes_another_seed(lab):
    button = lab.view.children[3].children[-1]
    assert button.description == "Another seed"
    button.click()
    assert lab.now.seed == 10
    assert lab._boxes["seed"].value == "10"


def test_the_sentence_is_read_aloud_and_warns_what_it_is_not(lab):
    lab.set(freeze_scores=True)
    assert lab._live.text == lab.sentence()
    assert "not the probability that a threat is real" in lab.sentence()


def test_the_chart_shows_the_shares_and_the_band(lab):
    *bars, band = lab._figure.data
    assert sum(bar.x[3] for bar in bars) == pytest.approx(1, abs=0.001)
    assert band.x[3] == pytest.approx(lab.first()["share"]["T"], abs=0.001)
    assert band.error_x.array[3] > 0


def test_a_concentration_that_no_menu_holds_joins_the_menu(lab):
    lab.set(concentration=33)
    assert lab._boxes["concentration"].value == 33


def test_the_state_is_a_table(lab):
    bundle = lab._repr_mimebundle_()
    assert bundle["text/html"].count("<tr>") == 6
    assert "0x" not in repr(lab)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"shape": "normal"},
            "There is no distribution 'normal'; use one of double tri",
        ),
        ({"concentration": 0}, "give a number above 0"),
        ({"draws": 3}, "10 to 50,000 draws; found 3"),
        ({"seed": -1}, "whole number from 0"),
        ({"n": 100}, "There is no setting 'n'; there are concentration"),
    ],
)
def test_a_setting_that_does_not_exist_gets_one_sentence(lab, change, said):
    before = lab.now
    with pytest.raises(AlignmentError, match=said):
        lab.set(**change)
    assert lab.now == before


def test_a_missing_score_is_named():
    partial = SCORES[~((SCORES["domain"] == "F") & (SCORES["criterion"] == "B"))]
    with pytest.raises(AlignmentError, match="Domain F has no score on criterion B"):
        DistributionLab(partial, POINTS)


def test_fewer_domains_are_fine():
    pair = SCORES[SCORES["domain"].isin(["E", "T"])]
    lab = DistributionLab(pd.DataFrame(pair), POINTS)
    assert list(lab.acceptability().columns) == [1, 2]
