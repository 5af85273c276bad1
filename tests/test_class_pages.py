"""What teacher and student see after a set: what to say, whom to ask, why, and where to go on."""

import re

import pytest

from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT
from fairmark.grading.around import Around
from fairmark.grading.compare import Judged
from fairmark.grading.entries import Entry
from fairmark.grading.follow import DROPPED, NONE, UNTOUCHED, earlier_sets, follow_up
from fairmark.grading.page import Shown, student_page
from fairmark.grading.report import Tally, class_report
from fairmark.grading.results import NOTHING, Graded
from fairmark.grading.worlds import CannotGrade
from fairmark.messages import say
from tests.classes import NUMBER, assignment, solutions

OF = assignment()
KEYS = list(OF.keys.values())
WHOLE = sum(key.points for key in KEYS)
# The frozen course has no lessons, so its set ends without these lines.
GO_ON = """## Go on
- **Back:** [{}](../notebooks/lesson-04-economic.ipynb)
- **Next:** [{}](../notebooks/lesson-05-technology.ipynb)""".format(
    "Lesson 4. The economic domain: who sustains whom?", "Lesson 5. The technology domain"
)


@pytest.fixture
def told():
    """Set 04 whose reference says what each question serves and which step it goes back to."""
    from dataclasses import replace

    stamp = dict(OF.notebook["metadata"]["alignment"])
    stamp["questions"] = {
        key.id: {
            "objective": ["4.1" if at % 2 else "4.2"],
            "step": f"Step {1 + at % 3}. So?",
            "at": 1 + at % 3,
        }
        for at, key in enumerate(KEYS)
    }
    metadata = {**OF.notebook["metadata"], "alignment": stamp}
    cells = [*OF.notebook["cells"], {"id": "go-on", "cell_type": "markdown", "source": GO_ON}]
    return replace(OF, notebook={**OF.notebook, "metadata": metadata, "cells": cells})


def graded(student="ann", right=lambda key: True, number=NUMBER, sentence=lambda key: ""):
    judged = [
        Judged(k.id, k.title, k.points, k.points if right(k) else 0,
               RIGHT if right(k) else NOT_YET, "" if right(k) else sentence(k))
        for k in KEYS
    ]  # fmt: skip
    return Graded(student, student, f"{student}.ipynb", number, "graded", "", tuple(judged))


def first(key):
    return key.id == KEYS[0].id


# The student's page.


def test_a_right_answer_says_why_and_a_wrong_one_does_not(told):
    text = student_page(graded(right=first), told, "Set")
    around = Around(told)
    assert around.why(KEYS[0].id)[:30] in text
    assert not [key.id for key in KEYS[1:] if around.why(key.id) and around.why(key.id) in text]


def test_points_are_added_up_by_objective_with_its_words(told):
    text = student_page(graded(right=first), told, "Set")
    of = sum(key.points for at, key in enumerate(KEYS) if at % 2 == 0)
    assert "4.2 reconcile figures that come from different sources" in text
    assert f"<td>{KEYS[0].points} of {of}</td>" in text


def test_the_questions_of_an_objective_stand_in_the_order_of_the_set(told):
    about = told.notebook["metadata"]["alignment"]["questions"]
    told.notebook["metadata"]["alignment"]["questions"] = dict(sorted(about.items()))
    wanted = ", ".join(key.id for at, key in enumerate(KEYS) if at % 2 == 0)
    assert f"<td>{wanted}</td></tr>" in student_page(graded(right=first), told, "Set")


def test_what_is_not_right_sends_back_to_the_step_of_the_lesson(told):
    text = student_page(graded(right=lambda key: not first(key)), told, "Set")
    assert "<p>Lesson 4. The economic domain: who sustains whom?</p>" in text
    assert f"<li>Read “Step 1. So?” again, then try {KEYS[0].id}.</li>" in text
    assert "<a " not in text
    shown = Shown(lessons="https://example.org/course/")
    linked = student_page(graded(right=lambda key: not first(key)), told, "Set", shown)
    assert 'href="https://example.org/course/lesson-04-economic.html#Step-1.-So?"' in linked


def test_the_parts_to_read_again_stand_in_the_order_of_the_lesson(told):
    about = told.notebook["metadata"]["alignment"]["questions"]
    about[KEYS[0].id] |= {"step": "Score sheet: what does it weigh?", "at": 9}
    about[KEYS[1].id] |= {"step": "Data card", "at": 0}
    text = student_page(graded(right=lambda key: False), told, "Set")
    places = re.findall(r"Read “([^”]+)” again", text)
    assert places[0] == "Data card"
    assert places[1:-1] == ["Step 1. So?", "Step 2. So?", "Step 3. So?"]
    assert places[-1] == "Score sheet: what does it weigh?"


def test_a_question_without_a_part_of_its_own_sends_back_to_the_lesson(told):
    del told.notebook["metadata"]["alignment"]["questions"][KEYS[0].id]["step"]
    shown = Shown(lessons="https://example.org/course")
    text = student_page(graded(right=lambda key: not first(key)), told, "Set", shown)
    to = "https://example.org/course/lesson-04-economic.html"
    assert f'<li>Read <a href="{to}">the lesson</a> again, then try {KEYS[0].id}.</li>' in text


def test_when_all_is_right_the_page_names_the_next_lesson(told):
    text = student_page(graded(), told, "Set")
    assert "Everything is right. Go on with Lesson 5. The technology domain" in text


def test_worked_solutions_are_on_the_page_of_a_released_set_only(told):
    from html import escape

    one = graded(right=first)
    wanted = escape(solutions(OF)[KEYS[2].id])
    assert wanted not in student_page(one, told, "Set")
    assert wanted not in student_page(one, told, "Set", Shown(frozenset({"05"})))
    assert wanted in student_page(one, told, "Set", Shown(frozenset({NUMBER})))


def test_a_reference_that_says_nothing_of_its_questions_still_gives_a_page():
    text = student_page(graded(right=first), OF, "Set")
    assert f"{KEYS[0].points} of {WHOLE} points" in text
    assert "What next" not in text


# The class report.


def class_of(count):
    mistake = next(key for key in KEYS if key.wrong and not first(key))
    tally = Tally()
    for at in range(count):
        said = lambda key: mistake.wrong[0].sentence if key.id == mistake.id else ""  # noqa: E731
        tally.add(graded(f"s{at}", first if at % 2 else (lambda key: True), sentence=said),
                  {NUMBER: OF})  # fmt: skip
    return tally, mistake


def test_the_report_says_how_points_spread_and_what_to_say_in_class():
    tally, mistake = class_of(8)
    text = class_report(tally, {NUMBER: OF}, [], (NUMBER,))
    shown = text.partition("</script>")[2]
    spread = re.search(r"<caption>How the points spread</caption>.*?</table>", shown, re.S)[0]
    assert re.findall(r"<td>(\d+)</td>", spread) == ["4"] + ["0"] * 8 + ["4"]
    say = re.search(r"What to say in class</h3>(.*?)</ol>", shown, re.S)[1]
    assert f"<strong>{mistake.id}" in say
    assert ", 4 of 8:" in say
    assert ">50</td>" in shown
    assert not re.search(r"\bs[0-7]\b", shown)


def test_a_set_that_the_class_was_not_asked_for_is_one_line_at_the_end():
    from dataclasses import replace

    stray = replace(OF, number="03", name="03-military")
    tally, _ = class_of(3)
    tally.add(graded("zed", number="03"), {"03": stray})
    text = class_report(tally, {"03": stray, NUMBER: OF}, [], (NUMBER,)).partition("</script>")[2]
    assert text.count("<h2>") == 1
    assert "1 more of set 03-military" in text[text.index("<h2>") :]


def test_one_submission_is_called_no_class():
    tally, _ = class_of(1)
    text = class_report(tally, {NUMBER: OF}, [], (NUMBER,))
    assert "Half of those" not in text
    assert "too few for a middle" in text


# Whom to follow up.


def row(one, **more):
    return Entry(one.student, one.name, one.file, one.number, **more), one


def test_who_handed_in_nothing_touched_nothing_or_fell_by_half_is_listed_with_the_main_set_first():
    untouched = tuple(Judged(k.id, k.title, k.points, 0, NOT_ATTEMPTED) for k in KEYS)
    rows = [
        row(graded("old", right=first, number="03")),
        row(Graded("gone", "Gone", "", NUMBER, NOTHING, "Nothing was handed in.")),
        row(Graded("bo", "Bo", "bo.ipynb", NUMBER, "graded", "", untouched)),
        row(graded("cy", right=first)),
        row(graded("fine")),
        row(Graded("gone3", "G", "", "03", NOTHING, "Nothing was handed in.")),
    ]
    before = {"cy": {"01": 1.0, "02": 0.8}, "fine": {"01": 1.0}}
    lines = follow_up(rows, (NUMBER, "03"), before)[1:]
    assert [(line[0], line[3]) for line in lines] == [
        ("gone", say(NONE)), ("bo", say(UNTOUCHED)), ("cy", say(DROPPED)), ("gone3", say(NONE))
    ]  # fmt: skip
    assert lines[2][-1] == 90


def test_a_later_set_is_no_earlier_one():
    lines = follow_up([row(graded("cy", right=first))], (NUMBER,), {"cy": {"05": 1.0}})
    assert len(lines) == 1


def test_a_folder_that_holds_no_grading_is_refused(tmp_path):
    with pytest.raises(CannotGrade, match="name a folder that the command grade has written"):
        earlier_sets([tmp_path])
