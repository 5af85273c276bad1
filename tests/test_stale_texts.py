"""What a teacher changes stays right: a text that no longer follows from the code is told."""

import pytest

from fairmark.proving.lint import lint
from tests.sets import SOURCE, question, write_set

TABLE = """\
# %%
import pandas as pd

sales = pd.DataFrame(
    {"year": range(2018, 2025), "France": range(5, 12), "Germany": range(9, 16)}
).set_index("year")
goods = pd.DataFrame({"buyer": ["France", "Germany", "Japan"], "value": [3.0, 5.0, 9.0]})

"""
GROWTH = question(
    right='(sales["France"][2024] / sales["France"][2021]) ** (1 / 3) * 50', wrong="70.0 + 0"
)
SAID = "From 2021 to 2024 there are three steps, and the cube root undoes three steps."


def warned(path):
    """Return the warnings of a set, a line each."""
    return [str(each) for each in lint(path)[0] if each.warning and "this slip" not in str(each)]


def asked(text, **changes):
    """Return a question about growth with other words in it."""
    for old, new in {"Because it is so.": SAID, **changes}.items():
        assert old in text
        text = text.replace(old, new)
    return text


def test_texts_that_follow_from_the_code_are_not_told(tmp_path):
    assert warned(write_set(tmp_path, TABLE, asked(GROWTH))) == []


def test_a_changed_year_and_a_changed_root_leave_their_sentence_behind(tmp_path):
    moved = asked(GROWTH).replace("[2021]", "[2020]").replace("(1 / 3)", "(1 / 4)")
    path = write_set(tmp_path, TABLE, moved)
    line = path.read_text(encoding="utf-8").splitlines().index(f"#| solution: {SAID}") + 1
    found = warned(path)
    assert (
        f"99-small.py, line {line}: the year 2021 stands in the text and not in the code" in found
    )
    assert any("'three steps', which follows from no cell" in each for each in found)
    assert any("'cube root', which follows from no cell" in each for each in found)


@pytest.mark.parametrize("place", ["Think again.", "You added where you should subtract.",
                                   "It follows from the definition."])  # fmt: skip
def test_a_year_in_a_hint_a_wrong_sentence_and_an_explanation_is_told_too(tmp_path, place):
    path = write_set(tmp_path, TABLE, asked(GROWTH, **{place: "Look at 2019 once more."}))
    (found,) = warned(path)
    assert "the year 2019 stands in the text and not in the code" in found


def test_a_year_of_the_prompt_that_the_code_does_not_use_is_told_with_its_own_line(tmp_path):
    told = "Compute `answer`\n# for 2019."
    path = write_set(tmp_path, TABLE, asked(GROWTH, **{"Compute `answer`.": told}))
    line = path.read_text(encoding="utf-8").splitlines().index("# for 2019. Tolerance: 0.1.") + 1
    assert any(f"line {line}: the year 2019" in each for each in warned(path))


def test_a_year_that_no_table_holds_is_history_and_not_told(tmp_path):
    text = asked(GROWTH, **{"Think again.": "Think of 1991."})
    assert warned(write_set(tmp_path, TABLE, text)) == []


def test_a_country_in_the_text_that_the_code_left_is_told(tmp_path):
    of = question(right='goods.set_index("buyer")["value"]["Japan"] * 10', wrong="70.0 + 0")
    assert warned(write_set(tmp_path, TABLE, asked(of))) != []  # its years follow from nothing
    text = of.replace("Because it is so.", "Germany buys most.")
    (found,) = warned(write_set(tmp_path, TABLE, text))
    assert "'Germany' stands in the text, and the code uses 'Japan'" in found


def test_a_renamed_answer_is_told_in_the_prompt(tmp_path):
    text = question().replace("Compute `answer`", "Put it into `result`")
    found = warned(write_set(tmp_path, text))
    assert any("the prompt does not name `answer`, which its check looks at" in e for e in found)
    assert any("the text names `result`, which no cell holds" in each for each in found)


def test_the_count_of_questions_in_the_head_is_compared(tmp_path):
    path = write_set(tmp_path)
    text = path.read_text(encoding="utf-8").replace("# A small set\n", "# A small set\n#\n# {}\n")
    for count, fine in (("One short question", True), ("Eighteen short questions", False),
                        ("18 questions", False), ("1 of the questions", True)):  # fmt: skip
        path.write_text(text.replace("{}", f"{count} on trade."), encoding="utf-8")
        assert (warned(path) == []) == fine, count


def test_a_text_that_sends_to_a_question_that_is_gone_is_told(tmp_path):
    text = question().replace("Think again.", "Think again.").replace(
        "Compute `answer`.", "Compute `answer` as in question 99.7."
    )  # fmt: skip
    assert any("question 99.7, which is gone" in each for each in warned(write_set(tmp_path, text)))


def test_the_finding_of_the_instructor_is_told_in_the_shipped_set(tmp_path):
    path = tmp_path / SOURCE.name
    text = SOURCE.read_text(encoding="utf-8")
    assert "(total[2024] / total[2021]) ** (1 / 3)" in text
    before = warned(SOURCE)
    path.write_text(
        text.replace("(total[2024] / total[2021]) ** (1 / 3)",
                     "(total[2024] / total[2020]) ** (1 / 4)").replace(
                     "level of 2021 to its", "level of 2020 to its"),
        encoding="utf-8")  # fmt: skip
    new = "\n".join(each.partition(": ")[2] for each in warned(path) if each not in before)
    assert "'three steps'" in new
    assert "'cube root'" in new


def test_each_slip_that_survives_is_named_by_its_line(tmp_path):
    path = write_set(tmp_path, question(right="50.0 + 0"))
    lines = path.read_text(encoding="utf-8").splitlines()
    slips = [each for each in lint(path)[0] if "this slip" in str(each)]
    assert slips
    assert {lines[each.line - 1] for each in slips} == {"answer = 50.0 + 0"}
    assert all(each.warning for each in slips)


def test_a_slip_in_the_second_line_of_a_solution_has_that_line(tmp_path):
    path = write_set(tmp_path, question(right="50.0\nanswer = answer + 0"))
    lines = path.read_text(encoding="utf-8").splitlines()
    slips = [each for each in lint(path)[0] if "this slip" in str(each)]
    assert {lines[each.line - 1] for each in slips} == {"answer = answer + 0"}


@pytest.mark.parametrize("part", ["right", "wrong"])
def test_what_is_no_python_is_named_once_with_the_line_of_the_file(tmp_path, part):
    path = write_set(tmp_path, question(**{part: "1\nanswer = (2 +\n"}))
    findings, _ = lint(path)
    said = " / ".join(map(str, findings))
    line = path.read_text(encoding="utf-8").splitlines().index("answer = (2 +") + 1
    assert f"line {line}:" in said
    assert "<" not in said
