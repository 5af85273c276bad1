"""The reading level of a lesson's prose."""

import pytest

from fairmark.authoring.reading_grade import reading_grade, sentences

# One word is one syllable each: 0.39 * 6 + 11.8 * 1 - 15.59 = -1.45, as the formula of 1975 gives.
SIMPLE = "The cat sat on the mat."


def test_six_words_of_one_syllable_give_what_the_formula_gives():
    assert reading_grade([SIMPLE]) == pytest.approx(-1.45)


def test_long_words_in_long_sentences_are_harder():
    hard = "International organisations occasionally misunderstand administrative considerations."
    assert reading_grade([hard]) > 12 > reading_grade([SIMPLE])


def test_headings_tables_code_and_addresses_are_not_read():
    text = f"# Incomprehensibilities\n\n| a | b |\n|---|---|\n\n{SIMPLE}\n\n<div>x</div>"
    assert reading_grade([text]) == pytest.approx(-1.45)
    linked = SIMPLE.replace("cat", "[cat](https://example.org/incomprehensibilities)")
    assert reading_grade([linked]) == pytest.approx(-1.45)


def test_each_item_of_a_list_is_a_sentence_of_its_own():
    assert list(sentences("Take:\n\n- one\n- two. Three.")) == ["Take:", "one", "two.", "Three."]


def test_a_text_without_a_sentence_has_no_grade():
    assert reading_grade(["# Only a heading", ""]) is None
