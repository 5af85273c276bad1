"""`alignment check`: any notebook a student may hand in gets a verdict or one clear sentence."""

import contextlib
import io
import json
from dataclasses import replace

import nbformat
import pytest

from alignment.cli import main
from fairmark.checks.saved import Page
from fairmark.grading.clean import clean_copy
from fairmark.grading.nbval import CannotJudge, judge
from fairmark.grading.submission import NotASubmission, read_submission
from fairmark.proving.building import build, write
from tests.sets import FROZEN, answer, cell, question, solved, student_notebook, write_set

pytestmark = pytest.mark.usefixtures("frozen")


def save(nb, folder, name="mine.ipynb"):
    path = folder / name
    path.write_text(json.dumps(nb), encoding="utf-8")
    return path


def cleaned(nb, tmp_path):
    return clean_copy(read_submission(save(nb, tmp_path)), FROZEN)


def insert_after(nb, name, *cells):
    position = [c["id"] for c in nb.cells].index(name) + 1
    nb.cells[position:position] = cells


def without(nb, *names):
    nb.cells = [c for c in nb.cells if c["id"] not in names]
    return nb


# What nbval says, in one run over many kinds of answers.


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A notebook with right, wrong, raising, vanished and untouched answers."""
    nb = solved()
    answer(nb, "4.1", cell(student_notebook(), "q4-1-stub").source)
    answer(nb, "4.3", "cagr = 19.0")
    answer(nb, "4.4", "share = 1 / 0")
    answer(nb, "4.15", "def concentration(amounts):\n    return amounts / 0")
    without(nb, "q4-6-stub", "q4-2-check")
    cell(nb, "q4-9-check").source = 'print("4.9 = mapping(before: 0.3778, war_year_2: 0.2211)")'
    path, said = save(nb, tmp_path_factory.mktemp("mixed")), io.StringIO()
    with contextlib.redirect_stdout(said):
        code = main(["check", str(path), "--json"])
    return code, json.loads(said.getvalue())


@pytest.fixture(scope="module")
def questions(mixed):
    return {each["id"]: each for each in mixed[1]["questions"]}


def test_an_unfinished_set_exits_with_1_and_can_be_read_by_a_machine(mixed, questions):
    code, found = mixed
    right = [each for each in questions.values() if each["outcome"] == "right"]
    assert code == 1
    assert (found["set"], found["checks"], found["points"]) == ("04", 18, 42)
    assert (found["right"], found["earned"]) == (len(right), sum(q["points"] for q in right))
    assert 0 < len(right) < 18


def test_a_right_answer_earns_its_points(questions):
    assert (questions["4.5"]["outcome"], questions["4.5"]["earned"]) == ("right", 3)


def test_an_untouched_answer_is_not_attempted(questions):
    assert questions["4.1"]["outcome"] == "not attempted"


def test_a_wrong_answer_is_not_yet_and_earns_nothing(questions):
    assert (questions["4.3"]["outcome"], questions["4.3"]["earned"]) == ("not yet", 0)


def test_an_answer_that_raises_says_what_it_raised(questions):
    assert questions["4.4"]["sentence"] == (
        "The answer cell raised ZeroDivisionError in line 1: division by zero. "
        "Look which number can be zero."
    )
    assert "found that it raised TypeError" in questions["4.15"]["sentence"]


def test_a_deleted_answer_cell_counts_as_not_attempted_and_is_reported(mixed, questions):
    assert questions["4.6"]["outcome"] == "not attempted"
    reported = "The answer cell of 4.6 is missing; it counts as not attempted."
    assert reported in mixed[1]["repairs"]


def test_a_deleted_or_rewritten_check_cell_is_restored(questions):
    assert questions["4.2"]["outcome"] == "right"
    assert questions["4.9"]["outcome"] == "right"


# Two answers that never come back, in a set so small that a short limit is long enough; where the
# machine is too busy even to import the course within it, the limit grows.

SECONDS = (10, 30, 90)


@pytest.fixture(scope="module")
def stuck(tmp_path_factory):
    """Four answers: right, endless, one that ends Python, right."""
    folder = tmp_path_factory.mktemp("exercises")
    (folder / "source").mkdir()
    names = ("99.1", "99.2", "99.3", "99.4")
    questions = [question(id=each, name=f"answer{n}") for n, each in enumerate(names)]
    write(build(write_set(folder / "source", *questions)), folder)
    nb = nbformat.read(folder / "99-small.ipynb", as_version=4)
    codes = ("answer0 = 50", "while True:\n    pass", "import os\nos._exit(0)", "answer3 = 50")
    for name, code in zip(names, codes, strict=True):
        answer(nb, name, code)
    clean = clean_copy(read_submission(save(nb, folder)), folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALIGNMENT_DATA", str(folder))
        for seconds in SECONDS:
            with contextlib.suppress(CannotJudge):
                return seconds, judge(replace(clean, answers={**clean.answers}), seconds)
    raise AssertionError("the set cannot be judged on this machine")


def test_an_endless_loop_and_the_end_of_python_cost_one_question_each(stuck):
    _, result = stuck
    assert [q.outcome for q in result.questions] == ["right", "stopped", "stopped", "right"]


def test_an_answer_that_was_stopped_is_told_so(stuck):
    seconds, result = stuck
    assert f"did not end within {seconds} seconds" in result.questions[1].sentence
    assert "ended Python itself" in result.questions[2].sentence


# The command.


def test_a_solved_set_exits_with_0_and_says_visible_checks(tmp_path, capsys):
    assert main(["check", str(save(solved(), tmp_path))]) == 0
    page = capsys.readouterr().out
    assert "18 of 18 checks are right: 42 of 42 points." in page
    assert "all tests" not in page.lower()
    assert "Note:" not in page


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not a readable notebook"),
        ('{"a": 1}', "is JSON but not a notebook"),
        ("[]", "is JSON but not a notebook"),
        ('{"cells": [{"cell_type": "code", "source": 3}]}', "is JSON but not a notebook"),
        ('{"cells": []}', "is not an exercise notebook of this course"),
        ('{"cells": [], "metadata": {"alignment": {"set": "77"}}}', "belongs to exercise set 77"),
        ('{"cells": [], "metadata": {"alignment": {"lesson": "04"}}}', "not an exercise notebook"),
    ],
)
def test_a_file_that_cannot_be_checked_is_one_sentence_and_exit_2(tmp_path, capsys, text, words):
    path = tmp_path / "mine.ipynb"
    path.write_text(text, encoding="utf-8")
    assert main(["check", str(path)]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1


def test_a_missing_file_is_one_sentence_and_exit_2(tmp_path, capsys):
    assert main(["check", str(tmp_path / "no.ipynb")]) == 2
    assert "There is no notebook" in capsys.readouterr().err


def test_a_binary_file_is_one_sentence(tmp_path):
    (tmp_path / "mine.ipynb").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NotASubmission, match="not a readable notebook"):
        read_submission(tmp_path / "mine.ipynb")


# The clean copy, without running it.


def test_only_the_text_of_answer_cells_enters_the_clean_copy(tmp_path):
    nb = answer(student_notebook(), "4.2", 'reason = "revised"')
    cell(nb, "setup").source = "import os"
    cell(nb, "q4-2-stub").metadata = {"tags": ["raises-exception"]}
    clean = cleaned(nb, tmp_path)
    reference = nbformat.read(FROZEN / "reference" / "04-economic.ipynb", as_version=4)
    # A cell behind each check says what the student was told; it is the grader's own.
    cells = [each for each in clean.notebook.cells if not each["id"].endswith("-said")]
    changed = {
        mine["id"]
        for mine, theirs in zip(cells, reference.cells, strict=True)
        if {**mine, "source": ""} != {**theirs, "source": ""}
    }
    assert changed == set()
    assert cell(clean.notebook, "setup").source == cell(reference, "setup").source
    assert cell(clean.notebook, "q4-2-stub").source == 'reason = "revised"'


def test_comments_that_make_nbval_look_away_are_dropped(tmp_path):
    nb = answer(student_notebook(), "4.2", '# NBVAL_SKIP\nreason = "revised"')
    assert cleaned(nb, tmp_path).answers["4.2"] == 'reason = "revised"'


def test_of_two_cells_with_one_id_the_last_edited_counts(tmp_path):
    nb = answer(student_notebook(), "4.2", 'reason = "mirror"')
    stub = cell(student_notebook(), "q4-2-stub")
    again = {**stub, "source": 'reason = "revised"'}
    insert_after(nb, "q4-2-stub", again, stub)
    clean = cleaned(nb, tmp_path)
    assert clean.answers["4.2"] == 'reason = "revised"'
    assert clean.repairs == ["Question 4.2 is answered in 2 cells; the last counts."]


def test_an_answer_in_a_new_cell_below_the_untouched_one_counts(tmp_path):
    nb = student_notebook()
    insert_after(nb, "q4-2-stub", nbformat.v4.new_code_cell('reason = "revised"'))
    clean = cleaned(nb, tmp_path)
    assert clean.answers["4.2"] == 'reason = "revised"'
    assert clean.repairs == ["The answer to 4.2 is in a cell of your own; it counts."]


def test_an_answer_that_was_split_over_two_cells_is_joined(tmp_path):
    nb = answer(student_notebook(), "4.3", 'total = trade["total"]')
    rest = "cagr = ((total[2024] / total[2021]) ** (1 / 3) - 1) * 100"
    insert_after(nb, "q4-3-stub", nbformat.v4.new_code_cell(rest))
    clean = cleaned(nb, tmp_path)
    assert clean.answers["4.3"] == f'total = trade["total"]\n{rest}'
    assert "split over several cells" in clean.repairs[0]


def test_an_answer_cell_that_became_text_still_counts(tmp_path):
    nb = student_notebook()
    position = [c["id"] for c in nb.cells].index("q4-2-stub")
    nb.cells[position] = nbformat.v4.new_markdown_cell('reason = "revised"', id="q4-2-stub")
    clean = cleaned(nb, tmp_path)
    assert clean.answers["4.2"] == 'reason = "revised"'
    assert clean.repairs == ["The answer cell of 4.2 is of type markdown; its text counts as code."]


def test_a_notebook_that_lost_its_ids_and_its_stamp_is_matched_by_its_headings(tmp_path):
    nb = solved()
    del nb.metadata["alignment"]
    for each in nb.cells:
        del each["id"]
    clean = cleaned(nb, tmp_path)
    wanted = clean_copy(read_submission(save(solved(), tmp_path)), FROZEN).answers
    assert clean.answers == wanted
    stamp, names = clean.repairs
    assert stamp.startswith("The notebook has lost its stamp")
    assert names.startswith("18 answers are in cells that lost their names")


def test_answers_nobody_has_touched_are_not_reported_when_the_ids_are_lost(tmp_path):
    nb = answer(student_notebook(), "4.2", 'reason = "revised"')
    for each in nb.cells:
        del each["id"]
    (repair,) = cleaned(nb, tmp_path).repairs
    assert repair == "The answer to 4.2 is in a cell that lost its name; it counts."


def test_an_older_version_is_named_and_still_checked(tmp_path):
    nb = answer(student_notebook(), "4.2", 'reason = "revised"')
    nb.metadata["alignment"]["version"] = "0123456789ab"
    clean = cleaned(nb, tmp_path)
    assert clean.answers["4.2"] == 'reason = "revised"'
    assert clean.repairs[0].startswith("The notebook was made from version 0123456789ab")


def test_cells_of_a_students_own_are_left_behind_and_mentioned(tmp_path):
    nb = student_notebook()
    nb.cells.append(nbformat.v4.new_code_cell("helper = 3"))
    (repair,) = cleaned(nb, tmp_path).repairs
    assert repair.startswith("One cell of your own is not read here")


def test_an_untouched_copy_needs_no_repair(tmp_path):
    assert cleaned(student_notebook(), tmp_path).repairs == []


def test_questions_in_another_order_are_still_found(tmp_path):
    nb, blocks = solved(), [[]]
    for each in nb.cells:
        if each.source.startswith("### "):
            blocks.append([])
        blocks[-1].append(each)
    nb.cells = [cell for block in reversed(blocks) for cell in block]
    clean = cleaned(nb, tmp_path)
    assert clean.answers["4.3"].startswith('total = trade["total"]')
    assert clean.repairs == []


def test_a_terminal_breaks_sentences_between_words_and_a_file_not_at_all():
    sentence = "We looked at share and found 0.5. " * 6
    one = {"id": "4.2", "title": "A share", "outcome": "not yet", "sentence": sentence.strip()}
    numbers = {"right": 0, "checks": 1, "earned": 0, "points": 2}
    questions = [one | {"earned": 0, "points": 2}]
    page = Page("04.ipynb", {"set": "04", "questions": questions, "repairs": [], **numbers})
    shown = [line for line in page.text(60).splitlines() if line.startswith("        ")]
    assert max(map(len, shown)) <= 60
    assert " ".join(line.strip() for line in shown) == sentence.strip()
    assert f"        {sentence.strip()}" in repr(page).splitlines()
