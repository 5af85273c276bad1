"""Pages that were really written, for every set: nothing on them gives an answer away."""

import re

import pytest

from alignment.cli import main
from fairmark.authoring.sets import read_set
from fairmark.grading.assignments import open_assignment
from fairmark.grading.classroom import open_course
from fairmark.ids import cell_name
from tests.classes import notebook, solutions, write
from tests.machine import needs_sandbox
from tests.sets import EXERCISES

NUMBERS = [f"{n:02}" for n in range(1, 11)]
SEED = 20264
RAISES = "raise ValueError('mine')"


def answers_of(number):
    """Return three students' answers: the first known mistake each, an error each, nothing."""
    exercise = read_set(next((EXERCISES / "source").glob(f"{number}-*.py")))
    mistakes = {q.id: q.wrong[0].text for q in exercise.questions if q.wrong}
    errors = {q.id: RAISES for q in exercise.questions}
    return {"mistakes": {**errors, **mistakes}, "errors": errors, "nothing": {}}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Grade three notebooks of every set; return the pages by set, and the course."""
    place = tmp_path_factory.mktemp("pages")
    for number in NUMBERS:
        for name, answers in answers_of(number).items():
            nb = notebook(open_assignment(number, EXERCISES), answers)
            write(nb, place / "class" / f"{name}{number}.ipynb")
    command = ["grade", str(place / "class"), "--out", str(place / "out"), "--seed", str(SEED)]
    assert main(command) in (0, 1)
    (place / "worlds").mkdir()
    course = open_course(set(NUMBERS), EXERCISES, SEED, place / "worlds")
    pages = [path.read_text(encoding="utf-8") for path in (place / "out" / "feedback").iterdir()]
    assert len(pages) == 3 * len(NUMBERS)
    by_set = {n: [p for p in pages if f"{n}.ipynb" in p] for n in NUMBERS}
    return by_set, course


@needs_sandbox
@pytest.mark.parametrize("number", NUMBERS)
def test_no_page_holds_a_right_number_of_either_data_set(graded, number):
    pages, course = graded
    questions = course.assignments[number].keys
    for question in questions:
        for world in course.worlds:
            line = world.lines[question].partition("= ")[2]
            # A question's own number, 8.12, may well be some other question's answer.
            for right in set(re.findall(r"-?\d+\.\d{2,}", line)) - set(questions):
                held = [p for p in pages[number] if re.search(rf"(?<!\d){right}(?!\d)", p)]
                assert not held, f"{question} on the {world.name} tables: {right}"


@needs_sandbox
@pytest.mark.parametrize("number", NUMBERS)
def test_no_page_holds_a_check_a_solution_a_digest_or_code_of_ours(graded, number):
    pages, course = graded
    of = course.assignments[number]
    texts = dict(of.code())
    ours = [texts[cell_name(question, "check")] for question in of.keys]
    ours += [text for text in solutions(of).values() if len(text) > 20]
    ours += [key.right.digest for key in of.keys.values()]
    ours += ["Traceback", "alignment/", "site-packages", str(EXERCISES)]
    for page in pages[number]:
        assert not [text for text in ours if text in page]


@needs_sandbox
def test_each_page_still_says_what_was_found_and_what_to_try(graded):
    pages, _ = graded
    for page in (p for each in pages.values() for p in each):
        assert "To try" in page
        assert "mine" in page or "Not attempted" in page or "Not yet" in page
