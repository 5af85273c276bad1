"""Counting, groups, hypotheses and forecasts: reference values with their sources, properties."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alignment.methods import groups as g
from alignment.methods import hypotheses as h
from alignment.methods import measures as m
from alignment.methods import scoring as f
from alignment.methods._inputs import BadNumbers

CHINA, RUSSIA = "YYANYNYAYY", "YYNNYYYNAY"


def test_four_definitions_of_agreement_give_four_answers():  # R20
    assert m.strict_agreement(CHINA, RUSSIA) == pytest.approx(0.60)
    assert m.half_credit_agreement(CHINA, RUSSIA) == pytest.approx(0.75)
    assert m.agreement_without_abstentions(CHINA, RUSSIA) == pytest.approx(0.857, abs=5e-4)
    assert m.s_score(CHINA, RUSSIA) == pytest.approx(0.50)
    assert m.kappa(CHINA, RUSSIA) == pytest.approx(0.2857, abs=5e-5)


records = st.lists(st.tuples(*[st.sampled_from("YAN")] * 2), min_size=1, max_size=30)


@given(records)
def test_agreement_is_symmetric_and_half_credit_is_never_below_strict(pairs):
    a, b = zip(*pairs, strict=True)
    assert m.strict_agreement(a, b) <= m.half_credit_agreement(a, b) <= 1
    assert m.s_score(a, b) == pytest.approx(2 * m.half_credit_agreement(a, b) - 1)
    for measure in (m.strict_agreement, m.half_credit_agreement, m.s_score, m.kappa):
        assert measure(a, b) == pytest.approx(measure(b, a), nan_ok=True)


def test_votes_that_are_none_and_records_that_do_not_match_are_refused():
    with pytest.raises(BadNumbers, match="votes are Y, A or N"):
        m.kappa("YX", "YY")
    with pytest.raises(BadNumbers, match="Found 2 and 1 votes"):
        m.s_score("YY", "Y")


def test_only_abstentions_leave_no_agreement_to_measure():
    assert np.isnan(m.agreement_without_abstentions("AY", "NA"))


def test_a_rate_ratio_has_its_exact_interval():  # R21
    assert m.rate_ratio(20, 4, 22, 8) == pytest.approx((1.818, 0.9414, 3.4918), abs=5e-4)
    assert m.rate_ratio(0, 4, 5, 4)[:2] == (0, 0)
    with pytest.raises(BadNumbers, match="the second above 0"):
        m.rate_ratio(3, 1, 0, 1)


def test_trade_grew_by_18_6_per_cent_a_year_and_not_by_the_mean_of_its_rates():
    levels = [146.887, 190.27, 240.11, 244.81]
    assert 100 * m.cagr(levels[0], levels[-1], 3) == pytest.approx(18.56, abs=5e-3)
    assert 100 * m.growth(levels).mean() == pytest.approx(19.23, abs=0.02)
    with pytest.raises(BadNumbers, match="above 0"):
        m.cagr(0, 5, 3)


@given(st.lists(st.floats(1, 1000), min_size=2, max_size=8))
def test_compounding_the_constant_rate_leads_to_the_last_level(levels):
    rate = m.cagr(levels[0], levels[-1], len(levels) - 1)
    assert levels[0] * (1 + rate) ** (len(levels) - 1) == pytest.approx(levels[-1])
    assert np.prod(1 + m.growth(levels)) == pytest.approx(levels[-1] / levels[0])


def test_reserve_currencies_have_their_concentration():
    shares = [57.74, 20.06, 5.19, 5.15, 4.93, 2.63, 2.12, 2.02, 0.18]
    assert m.hhi(shares) == pytest.approx(sum(s * s for s in shares))
    assert m.hhi([100]) == 10_000
    with pytest.raises(BadNumbers, match=r"sum to 0\.8"):
        m.hhi([0.5, 0.3])


def test_a_share_needs_a_whole():
    assert m.share(228.105, 6350) == pytest.approx(0.0359, abs=5e-5)
    with pytest.raises(BadNumbers, match="above 0"):
        m.share(1, 0)


@given(st.lists(st.floats(1, 100), min_size=1, max_size=12))
def test_concentration_lies_between_equal_shares_and_one_holder(parts):
    shares = 100 * np.array(parts) / sum(parts)
    assert 10_000 / len(parts) - 1e-6 <= m.hhi(shares) <= 10_000 + 1e-6


@given(st.lists(st.permutations(range(1, 6)), min_size=2, max_size=6))
def test_agreement_of_rankings_lies_between_none_and_full(judges):
    assert -1e-12 <= g.kendalls_w(judges) <= 1 + 1e-12


def test_kendalls_w_of_three_judges_and_of_two_opposed_ones():  # R17
    judges = [[1, 2, 3, 4, 5], [2, 1, 3, 4, 5], [1, 3, 2, 5, 4]]
    assert g.kendalls_w(judges) == pytest.approx(0.8444, abs=5e-5)
    assert g.kendalls_w([[1, 2, 3], [3, 2, 1]]) == 0
    with pytest.raises(BadNumbers, match="not a ranking"):
        g.kendalls_w([[1, 1, 1]])


def test_identical_rankings_agree_fully_even_with_ties():
    assert g.kendalls_w([[1.5, 1.5, 3, 4]] * 3) == pytest.approx(1)


def test_trimming_drops_one_extreme_judge_of_ten():
    w = np.vstack([np.tile([0.5, 0.5], (9, 1)), [[1.0, 0.0]]])
    assert g.pooled_weights(w) == pytest.approx([0.5, 0.5])
    with pytest.raises(BadNumbers, match="less than half"):
        g.pooled_weights(w, 0.5)


# method.md: fourteen dated items against five hypotheses (instructor's coding, arguable).
ITEMS = """C C C C C|I N C N N|CC C I N N|C C I N N|I N CC C N|I I C N N|I C C N N
I C C N N|C C N CC N|CC C I N N|II N C N N|C CC N N I|N C N CC N|I N C I C"""
CODES = np.array([item.split() for item in ITEMS.replace("\n", "|").split("|")]).T


def test_two_hypotheses_look_good_only_because_they_are_silent():
    assert list(h.inconsistency(CODES)) == [8, 1, 3, 1, 1]
    assert list(h.silence(CODES)) == [1, 4, 3, 9, 11]


def test_evidence_in_favour_does_not_count_and_weights_do():
    assert list(h.inconsistency([["CC", "II"], ["C", "N"]])) == [2, 0]
    assert list(h.inconsistency([["I", "II"]], credibility=[0.5, 1], relevance=1.5)) == [3.75]
    with pytest.raises(BadNumbers, match="codes are CC, C, N, I, II"):
        h.inconsistency([["Y"]])


def test_brier_of_four_forecasts_in_both_conventions():  # R14
    p, o = [0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]
    assert f.brier(p, o) == pytest.approx(0.0375)
    assert f.brier(p, o, both_outcomes=True) == pytest.approx(0.075)


@pytest.mark.parametrize(
    ("score", "uncertainty", "better"),
    [(0.144, 0.179, 0.194), (0.037, 0.054, 0.312), (0.178, 0.187, 0.047), (0.044, 0.052, 0.146)],
)
def test_rain_forecasts_for_helsinki_beat_climatology(score, uncertainty, better):  # R15
    assert f.skill(score, uncertainty) == pytest.approx(better, abs=0.01)


def test_the_base_rate_of_the_retrodiction_set_scores_0_2314():
    outcomes = [0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0]
    assert f.climatology(outcomes) == pytest.approx(0.2314, abs=5e-5)
    assert f.brier([np.mean(outcomes)] * 11, outcomes) == pytest.approx(0.2314, abs=5e-5)
    assert f.brier([0.5] * 11, outcomes) == pytest.approx(0.25)


answers = st.lists(
    st.tuples(st.sampled_from([0, 0.1, 0.35, 0.5, 0.8, 1]), st.sampled_from([0, 1])), min_size=1
)


@given(answers)
def test_the_interval_holds_possible_scores_in_order(pairs):
    assume(len(pairs) > 1)
    p, o = zip(*pairs, strict=True)
    low, high = f.bootstrap_interval(p, o, draws=200)
    assert 0 <= low <= high <= 1


def test_an_open_question_cannot_be_scored():
    with pytest.raises(BadNumbers, match="neither 0 nor 1"):
        f.brier([0.5], [0.5])
    with pytest.raises(BadNumbers, match="made no error"):
        f.skill(0.1, 0)


def test_an_overconfident_forecaster_is_worse_than_a_coin():  # R16
    p = [0.9] * 5 + [0.6] * 5
    o = [1, 1, 1, 0, 0, 1, 1, 0, 0, 0]
    assert f.brier(p, o) == pytest.approx(0.305)
    assert f.skill(f.brier(p, o), 0.25) < 0
