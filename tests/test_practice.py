"""Every lesson names its questions where they are practised, and every question its section."""

import re
from functools import cache
from html import unescape
from urllib.parse import unquote

import nbformat
import pytest

from fairmark.authoring.copies import student_copy
from fairmark.authoring.lessons import read_lesson
from fairmark.authoring.pages import page
from fairmark.authoring.percent import find_sources
from fairmark.authoring.sets import read_set
from fairmark.ids import anchor, cell_name
from tests.sets import EXERCISES

LESSONS = EXERCISES.parent / "notebooks"
SOURCES = find_sources(EXERCISES)
# What their lessons do not teach: words of likelihood (lessons 02 and 10), lines between banks.
OF_NO_SECTION = {"4.18", "7.11"}
LINK = re.compile(r"\[([^\]]+)\]\(\.\./exercises/([^)#]+)#cell-id=([^)]+)\)")
PRACTISE = re.compile(r"(?m)^\*\*Practise:\*\* .+$")

every_set = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
every_lesson = pytest.mark.parametrize("path", sorted(LESSONS.glob("lesson-*.ipynb")),
                                       ids=lambda path: path.stem)  # fmt: skip


@cache
def exercise(source):
    return read_set(source)


@cache
def cells_of(path):
    return {cell["id"] for cell in nbformat.read(path, as_version=4).cells}


def prose(nb):
    return "\n\n".join(cell.source for cell in nb.cells if cell.cell_type == "markdown")


@cache
def lesson(source):
    """Return the lesson that goes with a set, as it is built from its source today."""
    return read_lesson(LESSONS / "source" / source.name)


def practised(text):
    """Return the questions of each section's line, by the section's heading."""
    parts = re.split(r"(?m)^## (.+)$", text)
    lines = {
        head: PRACTISE.findall(below) for head, below in zip(parts[1::2], parts[2::2], strict=True)
    }
    assert all(len(each) < 2 for each in lines.values())
    return {head: re.findall(r"\[([\d.]+)\]", each[0]) for head, each in lines.items() if each}


@every_set
def test_each_question_goes_back_to_a_section_of_its_lesson(source):
    without = {each.id for each in exercise(source).questions if not each.spec.step}
    assert without <= OF_NO_SECTION


def test_each_question_that_goes_back_to_no_section_is_there():
    found = {each.id for source in SOURCES for each in exercise(source).questions}
    assert found >= OF_NO_SECTION


@every_set
def test_a_lesson_names_each_question_once_at_the_end_of_the_section_it_goes_back_to(source):
    named = practised(prose(lesson(source)))
    wanted = {}
    for each in exercise(source).questions:
        if section := exercise(source).section_of(each):
            wanted.setdefault(section.heading, []).append(each.id)
    assert {head: sorted(ids) for head, ids in named.items()} == {
        head: sorted(ids) for head, ids in wanted.items()
    }


@every_set
def test_the_core_questions_of_a_section_come_first(source):
    core = {each.id: each.spec.core for each in exercise(source).questions}
    for line in PRACTISE.findall(prose(lesson(source))):
        first, beyond = re.fullmatch(r"(.*?)(beyond the core: .*)?", line).groups()
        assert all(core[each] for each in re.findall(r"\[([\d.]+)\]", first))
        assert not any(core[each] for each in re.findall(r"\[([\d.]+)\]", beyond or ""))


@every_set
def test_each_question_named_is_a_cell_that_begins_with_its_heading(source):
    heads = {part.id: part.text for part in exercise(source).parts if part.kind == "markdown"}
    for question, file, cell in LINK.findall("\n".join(PRACTISE.findall(prose(lesson(source))))):
        assert (file, cell) == (f"{source.stem}.ipynb", cell_name(question, "question"))
        assert heads[cell].startswith(f"### {question} ")


@every_set
def test_the_plain_pages_have_the_anchor_of_each_section_and_of_each_question_named(source):
    texts = [cell for cell in lesson(source).cells if cell.cell_type == "markdown"]
    shown = page(nbformat.v4.new_notebook(cells=texts), [])
    found = set(map(unescape, re.findall(r'<h2 id="([^"]+)"', shown)))
    for section in exercise(source).sections:
        assert unquote(anchor(section.heading)) in found
    texts = [cell for cell in student_copy(exercise(source)).cells if cell.cell_type == "markdown"]
    there = page(nbformat.v4.new_notebook(cells=texts), [])
    for fragment in re.findall(rf'href="set-{source.stem}\.html#([^"]+)"', shown):
        assert f'id="{fragment}"' in there


@every_lesson
def test_each_link_of_a_stored_lesson_to_a_question_leads_to_a_cell_of_the_stored_set(path):
    for _, file, cell in LINK.findall(prose(nbformat.read(path, as_version=4))):
        assert cell in cells_of(EXERCISES / file), f"{file}: {cell}"
