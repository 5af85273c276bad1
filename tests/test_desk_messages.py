"""What a grading desk says of files, lists, classes and imports comes from the file of messages."""

import re

import pytest

from fairmark import messages
from fairmark.answers.verdict import NOT_ATTEMPTED, NOT_YET, RIGHT
from fairmark.grading import wrong_files
from fairmark.grading.compare import Judged
from fairmark.grading.entries import Entry
from fairmark.grading.follow import follow_up
from fairmark.grading.handed import handed_in
from fairmark.grading.report import Tally, class_report
from fairmark.grading.results import GRADED, NOT_GRADABLE, NOTHING, Graded
from fairmark.grading.submission import NotASubmission, parse_submission
from fairmark.messages import BEGIN, PSEUDO, say
from fairmark.platforms.filling import NoColumn
from fairmark.platforms.importing import summary, write_import
from fairmark.platforms.protocol import Mark
from fairmark.platforms.recognising import platforms
from fairmark.platforms.tables import NotAList
from tests import test_class_lists, test_handed
from tests.classes import NUMBER, assignment
from tests.handins import CANVAS, MOODLE, SMALL, people, zipped
from tests.pseudo import untranslated
from tests.test_handing_on import graded, handed_on  # noqa: F401  a fixture

OF = assignment()
PLATFORMS = [each.title for each in platforms()]


@pytest.fixture
def pseudo(monkeypatch):
    monkeypatch.setenv(messages.LANGUAGE, PSEUDO)


def cases(test):
    """Return what a test of another file is tried with."""
    return next(mark for mark in test.pytestmark if mark.name == "parametrize").args[1]


WRONG = cases(test_handed.test_each_wrong_file_has_a_sentence_of_its_own_with_its_set_in_the_remedy)
LISTS = cases(test_class_lists.test_what_is_no_class_list_is_one_sentence)


@pytest.mark.parametrize("content", [content for content, _ in WRONG])
def test_what_a_wrong_file_is_is_said_in_messages(pseudo, content):
    with pytest.raises(NotASubmission) as told:
        parse_submission("jane_04-economic.ipynb", content)
    assert untranslated(str(told.value), ["jane_04-economic.ipynb"]) == []


def test_every_kind_of_file_has_a_name_in_the_messages(pseudo):
    for ending in (*wrong_files.ENDINGS, ".xyz", ""):
        assert untranslated(wrong_files.called(ending), ["xyz"]) == []
    for content, _, _ in wrong_files.MAGIC:
        _, told = wrong_files.load("7", content, 10**9)
        assert untranslated(told, ()) == []


def test_what_is_wrong_inside_an_archive_is_said_in_messages(pseudo, tmp_path):
    members = {"bomb.ipynb": b" " * 19_000_000, "a.pdf": b"%PDF", "b.zip": b"PK\x03\x04", "c": b"x"}
    found = list(handed_in(zipped(tmp_path / "class.zip", members)))
    assert len(found) == len(members)
    for each in found:
        assert BEGIN in each.problem
        assert untranslated(each.problem, [each.file]) == [], each.problem


@pytest.mark.parametrize("content", [content for content, _ in LISTS])
def test_what_is_no_class_list_is_said_in_messages(pseudo, content):
    with pytest.raises(NotAList) as told:
        people(content, "list.csv")
    own = [*PLATFORMS, "list.csv", "ann", "name", "mark"]
    assert untranslated(str(told.value), own) == []


@pytest.mark.parametrize("text", [CANVAS, MOODLE])
def test_what_an_import_changes_is_said_in_messages(pseudo, text):
    listed = people(text, "list.csv")
    marks = [Mark(each.id, points, "21") for each, points in zip(
        listed.students, ("20", "EX", "30"), strict=False)]  # fmt: skip
    ready = write_import(listed, [*marks, Mark("zed", "3", "21")], "", "Week 4", "Grade")
    own = [*PLATFORMS, "zed", ready.heading, "EX", *(s.name for s in listed.students)]
    own += [s.id for s in listed.students]
    for line in (*summary(ready), *listed.said):
        assert untranslated(line, [*own, "list.csv"]) == [], line


def test_a_column_that_is_not_there_is_told_in_messages(pseudo):
    with pytest.raises(NoColumn) as told:
        write_import(people(CANVAS, "list.csv"), [], "", "Week 9")
    own = [*PLATFORMS, "Week 9", "Week 4", "05 politics"]
    assert untranslated(str(told.value), own) == []


def a_class():
    """Give a row of each kind that a gradebook may hold."""
    keys = list(OF.keys.values())
    for who, outcome in (("ann", RIGHT), ("bob", NOT_YET), ("cy", NOT_ATTEMPTED), ("dan", NOT_YET)):
        sentence = say("run.not_computed") if outcome == NOT_YET else ""
        judged = tuple(
            Judged(
                key.id, key.title, key.points, key.points * (outcome == RIGHT), outcome, sentence
            )
            for key in keys
        )
        yield (
            Entry(who, who, f"{who}.ipynb", NUMBER),
            Graded(who, who, f"{who}.ipynb", NUMBER, GRADED, "", judged),
        )
    yield Entry("eve", "eve", "", NUMBER), Graded("eve", "eve", "", NUMBER, NOTHING)
    yield Entry("fay", "fay", "f", NUMBER), Graded("fay", "fay", "f", NUMBER, NOT_GRADABLE, "7")


def test_the_page_of_a_class_comes_from_the_messages(pseudo):
    tally = Tally()
    for _, each in a_class():
        tally.add(each, {NUMBER: OF})
    page = class_report(tally, {NUMBER: OF}, ["7"], (NUMBER,)).partition("<body>")[2]
    page = re.sub(r"(?s)<script.*?</script>", " ", page)
    own = [OF.name, *(key.title for key in OF.keys.values())]
    assert untranslated(page, own) == []
    assert page.count(BEGIN) > 20
    assert say("report.to_say") in page


def test_why_somebody_is_followed_up_is_said_in_messages(pseudo):
    _, *rows = follow_up(a_class(), (NUMBER,), {"dan": {"01": 0.9}})
    assert len(rows) == 4
    for row in rows:
        assert untranslated(row[3], ()) == []


def test_what_a_teacher_should_look_at_is_said_in_messages(pseudo, tmp_path, graded):  # noqa: F811
    listed = "id,name\nann,Ann Able\nbo,Bo Best\ncy,Cy Cole\ndan,Dan Dole\n"
    other = SMALL.replace(b'"04"', b'"05"')
    names = {
        "ann_04-economic.ipynb": SMALL,
        "ann_04-economic (1).ipynb": SMALL,
        "bo_x.pdf": b"%PDF",
        "bo_05-x.ipynb": other,
        "xyz_04-economic.ipynb": SMALL,
        "ann/.ipynb_checkpoints/a.ipynb": b"x",
    }
    intake = graded(names, listed, right=lambda entry: False)
    done, told = handed_on(tmp_path, intake, kind="stock")
    own = [*names, "ann", "bo", "cy", "dan", "xyz", "xyz_04-economic", "list.csv", *PLATFORMS]
    own += [path.name for path in (tmp_path / "out").iterdir()]
    for text in (*intake.said, *done.human, *told, str(done)):
        assert untranslated(text, [*own, *(c.how for c in intake.claims)]) == [], text
    assert sum(BEGIN in text for text in done.human) > 5
