"""What a student reads after a check: one of three outcomes, in sentences, never a traceback."""

import decimal
import json
from collections import deque
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from alignment.checks import check, emit, forms, hint, solution
from fairmark import progress
from fairmark.answers.judging import judge
from fairmark.checks import talking
from fairmark.checks.keys import NoKey, find
from fairmark.checks.showing import COLOURS, OTHER, Worked
from fairmark.notebook import checked_question, sentence
from tests.sets import install_keys, question, write_set

FUNCTION = """\
# %% [markdown]
# ### 99.7 A function (2 points)

# %%
#| stub
def half(number):
    return ...

# %%
#| solution: Half is one part of two.
def half(number):
    return number / 2

# %%
#| check
#| tolerance: 0.1
#| data: inputs
check("99.7", half, on=[4, 10])

# %%
#| wrong: This is the double.
def half(number):
    return number * 2

"""

CHOICE = """\
# %% [markdown]
# ### 99.8 A choice (1 point)

# %%
#| stub
word = ...

# %%
#| solution: So it is.
word = "price"

# %%
#| check
#| data: none
#| choices: [price, quantity]
check("99.8", word)

# %%
#| wrong: Quantity is the other one.
word = "quantity"

"""


@pytest.fixture(autouse=True)
def small_set(tmp_path, monkeypatch):
    """Six questions of different kinds, with keys that `check` finds."""
    talking._named.clear()
    source = write_set(
        tmp_path,
        question(),
        question("99.2", name="share", right="0.25", wrong="0.75", tolerance="0.002", unit="''"),
        question(
            "99.3", name="levels", right="{2021: 10.0, 2022: 20.0}", wrong="{2021: 1, 2022: 2}"
        ),
        question("99.4", name="items", right="['a', 'b']", wrong="['b', 'a']", tolerance="0"),
        question(
            "99.5",
            name="table",
            right="__import__('pandas').DataFrame({'x': [10.0, 20.0]})",
            wrong="__import__('pandas').DataFrame({'x': [20.0, 10.0]})",
        ),
        FUNCTION,
        CHOICE,
    )
    return install_keys(source, tmp_path / "data", monkeypatch)


def told(name, value, on=None):
    return judge(find(name), value, on).sentence


def test_the_three_dots_are_not_attempted():
    message = check("99.1", ...)
    assert repr(message).startswith("99.1 One: not attempted. Replace the three dots")


def test_a_right_answer_earns_its_points_and_says_why_and_counts_the_checks():
    assert repr(check("99.1", 50.08)) == (
        "99.1 One: right. 2 points. Because it is so. It follows from the definition. "
        "1 of 7 checks of this set are right."
    )


def test_a_known_mistake_gets_exactly_its_sentence():
    assert told("99.1", 70.0) == told("99.1", 70.1) == "You added where you should subtract."


def test_a_message_says_what_we_looked_at_and_what_we_found():
    text = repr(check("99.1", 70.0))
    assert "We looked at answer and found 70, read as per cent." in text
    assert 'More help: hint("99.1").' in text


def test_a_wrong_answer_is_told_the_part_of_the_lesson_that_the_question_goes_back_to(
    tmp_path, monkeypatch
):
    for folder in ("exercises", "notebooks"):
        (tmp_path / folder / "source").mkdir(parents=True)
    lesson = "# %% [markdown]\n# # Lesson 99\n# ## Step 2. Who depends on whom?\n"
    (tmp_path / "notebooks" / "source" / "99-small.py").write_text(lesson, encoding="utf-8")
    back = question().replace("#| check", '#| check\n#| step: "2"')
    source = write_set(tmp_path / "exercises" / "source", back, question("99.2", name="other"))
    install_keys(source, tmp_path / "data", monkeypatch)
    see = "See “Step 2. Who depends on whom?” in the lesson."
    assert f'More help: hint("99.1"). {see}' in repr(check("99.1", 70.0))
    assert see not in repr(check("99.1", 50.0))
    assert see not in repr(check("99.1", ...))
    assert "in the lesson" not in repr(check("99.2", 70.0))


def test_an_answer_just_inside_the_tolerance_is_right_and_just_outside_is_not():
    assert judge(find("99.1"), 50.1).outcome == "right"
    assert judge(find("99.1"), 50.1001).outcome == "not yet"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("99.1", 0.5, "100 times too small: this looks like a share"),
        ("99.2", 25.0, "100 times too large: this looks like per cent"),
        ("99.1", 50_000.0, "1,000 times too large"),
        ("99.1", 0.05, "1,000 times too small"),
        ("99.1", -50.0, "the sign is not"),
        ("99.2", 4.0, "upside down"),
        ("99.1", 150.0, "100 too large. Is 100 still to be subtracted"),
        ("99.3", {2021: 0.1, 2022: 0.2}, "100 times too small"),
        ("99.3", {2021: -10, 2022: -20}, "the sign is not"),
        ("99.1", 50.25, "close, but further away than 0.1 per cent"),
        ("99.1", 61.0, ""),
        ("99.1", "50.0", "Remove the quotation marks"),
        ("99.1", None, "Did the function return its result"),
        ("99.1", [50.0], "found a group that holds one. Take it out"),
        ("99.1", pd.DataFrame({"x": [50.0]}), "answer.iloc[0, 0] from a table"),
        ("99.1", [], "this is empty"),
        ("99.1", True, "True or False comes from a comparison"),
        ("99.1", (50, 1), "A decimal is written with a point"),
        ("99.1", len, "found a function. Call it"),
        ("99.1", (n for n in [50.0]), "It gives its values only once"),
        ("99.1", [50.0, 51.0], "Expected one number"),
        ("99.1", np.nan, "nan, which is not a number"),
        ("99.1", max, "Expected one number"),
        ("99.1", True, "Expected one number"),
        ("99.3", [10.0, 20.0], "Expected a labelled series or a dictionary"),
        ("99.3", {2021: 10.0}, "Expected 2 entries; found fewer, 1. One is missing."),
        ("99.3", {}, "It is empty: was it filled after it was made?"),
        ("99.3", {2021: 10.0, 2022: ...}, "three dots"),
        ("99.3", {2021: 10.0, 2022: 27.0}, "1 of 2 entries is right. Look again at 2022."),
        (
            "99.3",
            {2021: 10.0, 2022: 0.2},
            "is right. 2022: It is 100 times too small",
        ),
        ("99.3", {2021: 10.0, 2022: [20.0]}, "Expected one number there, found a list."),
        ("99.3", {2021: 10.0, "then": 20.0}, "The number is right; rename the label then"),
        ("99.3", {2021: 10.0, "then": 27.0}, "What does not belong here: then."),
        ("99.3", {2021: 20.0, 2022: 10.0}, "2021: this belongs to 2022. 2022: this belongs"),
        ("99.3", {2021: 1000.0, 2022: 0.2}, "100 times too large. 2022: It is 100 times too small"),
        ("99.3", {2021: 10.0, 2022: 20.0, "all": 30.0}, "What does not belong here: all."),
        ("99.3", {2021: 10.0, 2022: 20.0, 2023: None}, "and 1 is empty: 2023."),
        ("99.3", {2021: 17.0, 2022: 27.0}, "None of 2 entries is right. The tolerance is"),
        ("99.4", ["a", "c"], "1 of 2 entries is right. Look again at entry 2."),
        ("99.7", lambda n: 2 if n == 4 else 7, "It is right for 1 of 2 inputs."),
        ("99.3", pd.Series([10.0, np.nan], index=[2021, 2022]), "a missing row"),
        ("99.4", ["a", "b", "c"], "Expected 2 entries; found more, 3"),
        ("99.4", {"a", "b"}, "Expected a list"),
        ("99.4", [["a", "b"]], "found as many inside one entry"),
        ("99.3", 10.0, "One number is not enough"),
        ("99.3", {2021: 10.0, 2022: 20 + 0j}, "Expected one number there, found a complex number."),
        ("99.3", {"all": {2021: 10.0, 2022: 20.0}}, "found as many inside one entry"),
        ("99.7", lambda n: (n for _ in "a"), "Expected one number there, found a generator."),
        ("99.8", ["price"], "Expected a text in quotation marks, found a group that holds one"),
        ("99.5", pd.DataFrame({"x": [1.0]}), "Expected a table of 2 rows and 1 column"),
        ("99.7", 5, "Expected a function: def half(...)."),
        ("99.7", lambda n: None, "End it with return; print only shows a result."),
        ("99.7", lambda n: 2 if n == 4 else None, "It is right for 1 of 2 inputs."),
        ("99.8", "prices", "Expected one of these words: price, quantity"),
    ],
)
def test_a_slip_of_kind_size_scale_or_sign_is_named(name, value, words):
    verdict = judge(find(name), value, [4, 10] if name == "99.7" else None)
    assert verdict.outcome == "not yet"
    assert words in verdict.sentence
    assert len(verdict.sentence) > 10


def test_each_entry_that_is_not_a_number_gets_its_own_line_beside_the_others():
    sentence = told("99.3", {2021: np.nan, 2022: 2000.0})
    assert sentence.startswith("None of 2 entries is right. 2021: nan is not a number.")
    assert "2022: It is 100 times too large." in sentence
    assert "2021: None is not a number." in told("99.3", {2021: None, 2022: 20.0})


def test_a_number_that_fits_another_place_by_chance_is_no_exchange():
    assert "belongs to" not in told("99.3", {2021: 20.0, 2022: 30.0})


class Faceless:
    """Nothing can be asked of it, not even its class."""

    @property
    def __class__(self):
        raise RuntimeError


class Leaves:
    """Ends Python when it is measured."""

    def __len__(self):
        raise SystemExit(1)


class Slippery(str):
    """A text that is none when it is asked."""

    def __str__(self):
        return 3

    def strip(self):
        return None


class Drawn:
    """A figure of a kind that no file can hold."""

    def to_plotly_json(self):
        return {"data": [{"type": "\ud800", "x": [1], "y": [2]}], "layout": {}}


@pytest.mark.parametrize("made", [Faceless, Leaves, Slippery, Drawn, lambda: "a" * 10**7])
@pytest.mark.parametrize("name", ["99.1", "99.3", "99.4", "99.5", "99.7", "99.8"])
def test_what_no_student_means_is_one_sentence(name, made):
    value = made()
    for verdict in (judge(find(name), value), judge(find(name), lambda _: value, [4, 10])):
        assert verdict.outcome == "not yet"
        assert verdict.looked_at
        assert verdict.sentence


def test_a_masked_number_is_none():
    assert "2021: None is not a number." in told("99.3", {2021: np.ma.masked, 2022: 20.0})


@pytest.mark.parametrize(
    "value",
    [10**400, -(10**20_000), Fraction(10**400, 3), decimal.Decimal("1e999999"), 50 * 10**5000],
    ids=["long", "longer", "fraction", "decimal", "right beginning"],
)
def test_a_number_without_bounds_is_one_sentence(value):
    assert "found a number of more than 300 digits" in judge(find("99.1"), value).looked_at
    assert judge(find("99.3"), {2021: value, 2022: 20.0}).outcome == "not yet"
    assert judge(find("99.7"), lambda n: value, [4, 10]).outcome == "not yet"


@pytest.mark.parametrize("code", [SystemExit(2), ValueError("\ud800\n")])
def test_a_function_that_ends_python_or_raises_what_no_file_holds_is_one_sentence(code):
    def half(number):
        raise code

    message = repr(check("99.7", half, on=[4, 10]))
    assert "found that it raised" in message
    assert message.encode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("99.3", {pd.Period("2021"): 10.0, pd.Period("2022"): 20.0}),
        ("99.4", pd.Series(["a", "b"], index=["first", "second"])),
        ("99.4", {1: "a", 2: "b"}.values()),
        ("99.4", deque(["a", "b"])),
        ("99.8", "pri\u00adce\u200b"),
    ],
)
def test_what_says_the_same_is_right(name, value):
    assert judge(find(name), value).outcome == "right"


def test_a_list_or_a_series_is_right_where_a_set_is_asked_for(tmp_path, monkeypatch):
    source = write_set(tmp_path, question(right="{'a', 'b'}", wrong="{'c'}", tolerance="0"))
    install_keys(source, tmp_path / "data", monkeypatch)
    for value in (["b", "a"], ("a", "b", "a"), pd.Series(["b", "a"], index=[4, 9])):
        assert judge(find("99.1"), value).outcome == "right"
    assert "Of your 2 entries 1 belongs here" in told("99.1", ["a", "c", "a"])


def test_the_first_result_that_is_not_right_is_shown_with_its_input():
    assert (
        "found that half(10) gives 7."
        in judge(find("99.7"), lambda n: 2 if n == 4 else 7, [4, 10]).looked_at
    )


def test_a_function_with_other_arguments_is_told_how_the_check_calls_it():
    verdict = judge(find("99.7"), lambda first, second: first, [4, 10])
    assert verdict.sentence == "The check calls it with 1 argument, like this: half(4)."


def test_a_check_that_is_interrupted_is_one_sentence():
    def half(number):
        raise KeyboardInterrupt

    assert "You stopped the check" in repr(check("99.7", half, on=[4]))


def test_a_function_is_tried_on_every_input():
    assert judge(find("99.7"), lambda n: n / 2, [4, 10]).outcome == "right"
    assert judge(find("99.7"), lambda n: 2 if n == 4 else 9, [4, 10]).outcome == "not yet"
    assert told("99.7", lambda n: n * 2, [4, 10]) == "This is the double."


def test_a_function_is_called_once_per_input(small_set):
    calls = []
    check("99.7", lambda n: calls.append(n) or 0, on=[4, 10])
    assert calls == [4, 10]


def test_a_function_that_still_returns_three_dots_is_not_attempted():
    assert judge(find("99.7"), lambda n: ..., [4, 10]).outcome == "not attempted"


def test_an_exception_in_a_students_function_is_shown_with_their_own_line_only():
    def half(number):
        return number / 0

    text = repr(check("99.7", half, on=[4, 10]))
    assert "found that it raised ZeroDivisionError (division by zero)" in text
    assert "return number / 0" in text
    assert "Traceback" not in text
    assert "answers.py" not in text


def test_an_exception_inside_a_library_points_at_the_students_line():
    def half(number):
        return pd.Series([number]).loc["missing"]

    assert '.loc["missing"]' in judge(find("99.7"), half, [4, 10]).sentence


def test_a_message_is_plain_text_and_one_paragraph_of_html():
    message = check("99.1", "<script>")
    assert "<script>" in repr(message)
    assert message._repr_html_().startswith("<p><strong>99.1 One:</strong> <span")
    assert "<script>" not in message._repr_html_()


def test_no_message_says_that_every_test_has_passed():
    for name, value in [("99.1", 50.0), ("99.2", 0.25), ("99.8", "price")]:
        assert "all" not in repr(check(name, value)).lower().split()


def test_why_is_read_by_the_right_answer_only(small_set):
    assert "definition" not in json.dumps(small_set)
    assert judge(find("99.1"), 50.0).why == "Because it is so. It follows from the definition."
    assert judge(find("99.1"), 51.0).why == ""


def test_right_and_not_yet_differ_in_word_sign_and_colour():
    right, wrong = check("99.1", 50.0)._repr_html_(), check("99.1", 51.0)._repr_html_()
    assert "✓ right" in right
    assert "#0b6e3a" in right
    assert "✗ not yet" in wrong
    assert "#a4262c" in wrong


@pytest.mark.parametrize("colour", [*COLOURS.values(), OTHER])
def test_a_verdict_is_read_on_its_colour(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    light = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert 1.05 / (light + 0.05) >= 4.5


def test_the_worked_solution_shows_its_code_as_code():
    shown = Worked("99.7, one way.", "Half of it.", "def half(n):\n    return n / 2")
    assert "```python\ndef half(n):\n    return n / 2\n```" in shown._repr_markdown_()
    assert not hasattr(shown, "_repr_html_")  # a notebook would prefer it


def test_an_unknown_question_says_which_there_are():
    assert "the questions are 99.1, 99.2" in repr(check("99.42", 1))


def test_a_number_without_quotation_marks_is_told_how_to_be_written():
    for said in (hint(99.1), solution(99.1), check(99.1, 50.0)):
        assert "write the number of a question in quotation marks" in repr(said)


def test_missing_keys_are_one_sentence(monkeypatch, tmp_path):
    (tmp_path / "other" / "keys").mkdir(parents=True)
    monkeypatch.setenv("ALIGNMENT_DATA", str(tmp_path / "other"))
    text = repr(check("99.1", 1))
    assert text.startswith("99.1: cannot be checked. There are no keys for set 99")
    assert "alignment exercises build" in text
    with pytest.raises(NoKey):
        find("99.1")


def test_broken_keys_are_one_sentence(tmp_path):
    (tmp_path / "data" / "keys" / "99.json").write_text("{", encoding="utf-8")
    assert "not valid JSON" in repr(check("99.1", 1))


def test_hints_go_from_general_to_specific_and_the_last_one_stays():
    assert repr(hint("99.1")) == "99.1, hint 1 of 2. Think."
    assert repr(hint("99.1")).startswith("99.1, hint 2 of 2. Think again.")
    assert repr(hint("99.1")).startswith("99.1, hint 2 of 2. Think again.")


def test_hints_go_on_from_feedback_that_named_the_mistake():
    check("99.1", 70.0)
    assert repr(hint("99.1")).startswith("99.1, hint 2 of 2. Think again.")


@pytest.mark.usefixtures("frozen_here")
def test_the_solution_opens_after_two_different_attempts(monkeypatch):
    monkeypatch.delenv("ALIGNMENT_DATA")
    assert "there is none so far" in repr(solution("4.3"))
    check("4.3", 70.0)
    check("4.3", 70.0)
    assert "there is one so far" in repr(solution("4.3"))


def test_a_copy_without_solutions_promises_none():
    for answer in (70.0, 71.5):
        said = check("99.1", answer)
    assert "solution(" not in repr(said)
    hint("99.1")
    assert "solution(" not in repr(hint("99.1"))
    assert "not part of this copy" in repr(solution("99.1"))


@pytest.mark.usefixtures("frozen_here")
def test_the_worked_solution_is_shown_with_why_it_is_right(monkeypatch):
    monkeypatch.delenv("ALIGNMENT_DATA")
    for rate in (1.0, 2.0):
        check("4.3", rate)
    text = repr(solution("4.3"))
    assert "** (1 / 3) - 1) * 100" in text
    assert "Why: From 2021 to 2024 there are three steps" in text


def test_progress_holds_digests_and_no_answer():
    check("99.1", 70.0)
    check("99.1", 50.0)
    hint("99.1")
    entry = progress.load_progress()["99.1"]
    assert (entry["right"], entry["hints"], len(entry["attempts"])) == (True, 2, 1)
    assert "70" not in json.dumps(entry["attempts"]).split('"')


def test_what_was_solved_once_stays_solved():
    check("99.1", 50.0)
    check("99.1", 51.0)
    assert progress.load_progress()["99.1"]["right"]


def test_a_broken_progress_file_does_not_stop_a_check(monkeypatch, tmp_path):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    (tmp_path / "progress.json").write_text("{", encoding="utf-8")
    text = repr(check("99.1", 50.0))
    assert "99.1 One: right." in text
    assert "Your progress was not saved: progress.json cannot be read" in text
    assert (tmp_path / "progress.json").read_text(encoding="utf-8") == "{"


def test_a_progress_file_of_a_newer_version_is_left_as_it_is(monkeypatch, tmp_path):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    (tmp_path / "progress.json").write_text('{"schema": 2, "questions": {}}', encoding="utf-8")
    assert "not a progress file this version can read" in repr(hint("99.1"))


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("99.1", 50.06, "99.1 = 50.00 per cent"),
        ("99.1", ..., "99.1 = not attempted"),
        ("99.3", {2021: 10, 2022: 20}, "99.3 = mapping(2021: 10.00, 2022: 20.00) per cent"),
        ("99.8", " Price ", "99.8 = 'price'"),
        ("99.42", 1, "99.42 = cannot be checked: There is no question '99.42' in this set"),
    ],
)
def test_emit_prints_exactly_one_line(name, value, line, capsys):
    assert emit(name, value) is None
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert printed.startswith(line)


def test_emit_names_the_exception_a_function_raised(capsys):
    emit("99.7", lambda n: n / 0, on=[4, 10])
    assert capsys.readouterr().out == "99.7 = raised ZeroDivisionError\n"


def test_a_long_table_is_shortened_without_hiding_a_difference(capsys):
    for last in (1.0, 2.0):
        emit("99.3", {**dict.fromkeys(range(100), 0.0), 100: last})
    first, second = capsys.readouterr().out.splitlines()
    assert first != second
    assert len(first) < 400


def test_emit_writes_nothing_into_the_students_folder():
    emit("99.1", 70.0)
    assert progress.load_progress() == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('check("4.3", cagr)', "4.3"),
        ('# look\ncheck("4.3", cagr)\n', "4.3"),
        ('check("4.6", growth, on=cases)', "4.6"),
        ("cagr", ""),
        ("x = check", ""),
        ("check(", ""),
        ("", ""),
    ],
)
def test_a_check_cell_is_recognised(source, found):
    assert checked_question(source) == found


@pytest.mark.usefixtures("frozen_here")
def test_a_check_before_its_answer_says_which_cell_to_run():
    assert "The name cagr is not known yet: run the answer cell above" in sentence("4.3", "cagr")
    assert sentence("4.3", "cagr", emitting=True) == "4.3 = no answer: cagr is not defined"


FULL = dict.fromkeys("ABCDEF", (10, 20, 30, "seen in table trade"))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, ""),
        ({"A": (30, 20, 10, "seen in table trade")}, "Criterion A is not in order"),
        ({"B": (10, 20, 130, "seen in table trade")}, "Criterion B has a score outside"),
        ({"C": (10, 20, 30, "  ")}, "Criterion C has no evidence note"),
        ({"D": 20}, "Criterion D needs three numbers and a note"),
        ({"E": ...}, "no score yet: E"),
        ({"F": (float("nan"), 20, 30, "seen in table trade")}, "Criterion F has a score outside"),
    ],
)
def test_a_score_sheet_is_checked_for_its_form_only(changed, words):
    form = forms.score_sheet({**FULL, **changed})
    assert " ".join(form.problems).startswith(words) or words in " ".join(form.problems)
    assert bool(form.problems) == bool(words)


def test_any_opinion_written_in_full_is_complete():
    low, high = (dict.fromkeys("ABCDEF", (n, n, n, "seen in table trade")) for n in (0, 100))
    assert forms.score_sheet(low).text == forms.score_sheet(high).text == "complete"


def test_an_untouched_score_sheet_is_not_attempted():
    assert not forms.score_sheet(...).given
    assert not forms.score_sheet(dict.fromkeys("ABCDEF", ...)).given


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: check("99.7"), 'write `check("99.7", half)`'),
        (check, "No question was named"),
        (hint, "No question was named"),
        (solution, "No question was named"),
        (lambda: hint("22"), "'22' is not the number of a question"),
    ],
)
def test_a_call_that_lacks_a_part_is_answered_in_a_sentence(call, words):
    assert words in str(call())
    assert not str(call()).startswith(":")
