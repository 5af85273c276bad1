"""Forms of wording: any coding and any estimate is fine, an open or reasonless one is not."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.checks import wording

WORDS = ("omitted", "changed")
REASON = "the object of caution differs"
GOOD = {
    "event": "Either government ends the treaty of 2001",
    "by_date": "2028-12-31",
    "source": "website of the Russian foreign ministry",
    "rule": "a public statement counts; silence is a no",
}


# --- codings ----------------------------------------------------------------------------------


def test_codings_stand_beside_two_published_ones_and_none_is_a_key():
    first, second = pd.Series({1: "omitted", 2: "changed"}), pd.Series({1: "omitted", 2: "omitted"})
    found = wording.beside({1: ("Omitted ", REASON)}, first=first, second=second)
    assert list(found["you"]) == ["omitted", "not coded"]
    assert list(found["same_as"]) == [2, 0]
    for untouched in (..., {1: ..., 2: ...}):
        assert set(wording.beside(untouched, first=first)["you"]) == {"not coded"}


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=2))
def test_any_coding_with_a_reason_is_complete(chosen):
    sheet = dict(zip((1, 2), ((word, REASON) for word in chosen), strict=True))
    assert wording.codings(sheet, (1, 2), WORDS).text == "complete"


@pytest.mark.parametrize("sheet", [..., {1: ..., 2: ...}])
def test_three_dots_are_not_an_attempt(sheet):
    assert not wording.codings(sheet, (1, 2), WORDS).given


@pytest.mark.parametrize(
    ("sheet", "sentence"),
    [
        ("omitted", "must be a dictionary"),
        ({1: ("omitted", REASON)}, "There is no coding yet for 2."),
        ({1: ("omitted", REASON), 2: "changed"}, "The coding of 2 needs two entries"),
        ({1: ("omitted", REASON), 2: ("lost", REASON)}, "2 is 'lost'; choose one of omitted"),
        ({1: ("omitted", REASON), 2: ("changed", "")}, "2 has no reason yet"),
        ({1: ("omitted", REASON), 2: ("changed", "yes")}, "The reason for 2 is too short"),
    ],
)
def test_a_coding_that_is_not_complete_says_what_is_missing(sheet, sentence):
    assert sentence in wording.codings(sheet, (1, 2), WORDS).problems[0]


# --- dated questions --------------------------------------------------------------------------


def test_an_event_a_date_a_source_and_a_rule_make_a_question():
    assert wording.dated_question(GOOD, after="2026-07-02").text == "complete"


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        ("event", "Rifts could emerge", "'could': when would we know that you were wrong?"),
        ("event", "Rifts emerge over time", "'over time': when would we know"),
        ("by_date", "soon", 'must be written like "2028-12-31"'),
        ("by_date", "2025-12-31", "lies before the end of our records (2026-07-02)"),
        ("source", "  ", "The part 'source' is empty."),
        ("rule", "obvious", "The rule is too short"),
    ],
)
def test_a_question_that_stays_open_says_why(part, text, sentence):
    problems = wording.dated_question(GOOD | {part: text}, after="2026-07-02").problems
    assert len(problems) == 1
    assert sentence in problems[0]


@pytest.mark.parametrize(
    "event",
    [
        "Either government ends the treaty of 2001 by May 2028",
        "The treaty is ended on 9 May 2027",
        "The summit of May brings a treaty",
        "the treaty is ended on 9 may 2027",
        "The treaty is ended at the Mayday summit",
    ],
)
def test_a_month_is_not_a_modal_verb(event):
    question = GOOD | {"event": event}
    assert wording.dated_question(question, after="2026-07-02").text == "complete"


@pytest.mark.parametrize(
    "event",
    ["Either government may end it by May 2028", "It may be ended", "In 2028 it may end", "it MAY"],
)
def test_a_modal_verb_is_found_beside_a_month(event):
    problems = wording.dated_question(GOOD | {"event": event}, after="2026-07-02").problems
    assert problems == ("The event says 'may': when would we know that you were wrong?",)


# --- estimates --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("percent", "word"),
    [
        (1, "almost no chance"),
        (5, "very unlikely"),
        (20, "unlikely"),
        (45, "roughly even chance"),
        (54.9, "roughly even chance"),
        (55, "likely"),
        (80, "very likely"),
        (99, "almost certain"),
        (0, ""),
        (100, ""),
    ],
)
def test_a_boundary_belongs_to_the_range_above_it(percent, word):
    assert wording.term(percent) == word


@given(st.floats(1, 99))
def test_the_word_of_a_number_always_fits_it(percent):
    sentence = f"It is {wording.term(percent)} that H2 is right."
    assert wording.estimate((sentence, percent), ("H1", "H2")).text == "complete"


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (("It is likely that H2 is right.", 85), "For 85 per cent the word is 'very likely'"),
        (("H2 is right.", 60), "the sentence has no word of probability"),
        (("It is likely that they agree.", 60), "names none of H1, H2"),
        (("H2 is likely; our confidence is low.", 60), "do not belong in one sentence"),
        (("H2 is likely.", 100), "nothing is certain"),
        (("H2 is likely.", "60"), "must be a number in per cent"),
        (("H2 is likely.", 0.6), "0.6 looks like a share"),
        (("H2 is likely and H1 unlikely.", 60), "keep one of them"),
        ("H2 is likely.", "Give two things"),
    ],
)
def test_an_estimate_that_does_not_fit_says_why(answer, sentence):
    assert sentence in wording.estimate(answer, ("H1", "H2")).problems[0]


@pytest.mark.parametrize(
    ("sentence", "percent"),
    [
        ("Probably H2 is right.", 60),
        ("It is PROBABLE that H2 is right.", 60),
        ("H2 is highly  likely.", 85),
        ("H2 is highly improbable.", 10),
        ("H2 is improbable.", 30),
        ("There is a remote chance of H2.", 3),
        ("The odds of H2 are roughly even.", 50),
        ("H2 is nearly certain.", 97),
        ("H2 is almost certainly right.", 97),
        ("Almost certain, says H2.", 97),
        ("It is likely that H2 makes sure of certain goods.", 60),
    ],
)
def test_the_second_terms_of_the_directive_count_as_its_first(sentence, percent):
    assert wording.estimate((sentence, percent), ("H2",)).text == "complete"


@pytest.mark.parametrize("said", ["I am quite sure", "We are certain", "I feel very confident"])
def test_how_sure_somebody_is_is_no_probability(said):
    alone = wording.estimate((f"{said} that H2 is right.", 60), ("H2",)).problems
    assert "the sentence has no word of probability" in alone[0]
    both = wording.estimate((f"{said} that H2 is likely.", 60), ("H2",)).problems
    assert both == (
        "Likelihood and confidence do not belong in one sentence; leave out confidence.",
    )


def test_codes_are_shown_as_they_are_written_in_the_course():
    first = pd.Series({"H1": "I", "H2": "CC"})
    sheet = {"H1": ("i ", REASON), "H2": ("cc", REASON)}
    assert list(wording.beside(sheet, first=first)["you"]) == ["I", "CC"]
    assert list(wording.beside(sheet, first=first)["same_as"]) == [1, 1]
    assert wording.codings(sheet, ["H1", "H2"], ("CC", "C", "N", "I", "II")).text == "complete"
    (said,) = wording.codings(sheet | {"H1": ("x", REASON)}, ["H1"], ("CC", "I")).problems
    assert "choose one of CC, I" in said


def test_a_stub_of_two_times_three_dots_is_not_an_attempt():
    assert not wording.estimate((..., ...), ("H1",)).given
