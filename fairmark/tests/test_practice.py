"""Lesson and set name each other: a section its questions, a question the section to read again."""

import re

import pytest

from fairmark import course
from fairmark.authoring.copies import reference
from fairmark.authoring.lessons import read_lesson
from fairmark.authoring.percent import BadSource
from fairmark.authoring.sets import read_set
from fairmark.proving.key_builder import build_keys

COURSE = """\
[course]
name = "stones"
version = "0.1.0"

[folders]
lessons = "notebooks"
exercises = "exercises"
data = "data"
records = "my-work"
"""

LESSON = """\
# %% [markdown]
# # Lesson 1. Stones
#
# Look at a stone.
#
# ## Step 1. How heavy?
#
# Weigh it.
# ## Step 2. How many?
#
# Count them.
#
# ```
# ## no heading
# ```

# %% [markdown]
# One more sentence on counting.

# %%
count = 3

# %% [markdown]
# ## The heap: a game
# Build one.

# %% [markdown]
# ## Step 3. Why?
# Ask.
"""

HEAD = """\
# %% [markdown]
# # Exercises 1

# %%
#| setup
from fairmark import check, hint, solution

"""

QUESTION = """\
# %% [markdown]
# ### {id} A question (1 point)

# %%
#| stub
answer = ...

# %%
#| solution: So it is.
answer = 1

# %%
#| check
#| step: "{step}"
#| core: {core}
#| data: none
#| hints: [Think.]
check("{id}", answer)

"""

QUESTIONS = [
    ("1.1", "3", "true"),
    ("1.2", "2", "false"),
    ("1.3", "The heap", "true"),
    ("1.4", "2", "true"),
    ("1.5", "2", "false"),
    ("1.6", "", "true"),
]


@pytest.fixture
def stones(tmp_path, monkeypatch):
    """Write a course of one lesson, in which a section is no step, and a set of six questions."""
    monkeypatch.setattr(course, "_adopted", [])
    monkeypatch.setenv(course.COURSE, str(tmp_path))
    monkeypatch.setenv(course.HOME, str(tmp_path / "my-work"))
    monkeypatch.delenv(course.DATA, raising=False)
    for folder in ("notebooks", "exercises"):
        (tmp_path / folder / "source").mkdir(parents=True)
    (tmp_path / "course.toml").write_text(COURSE, encoding="utf-8")
    write(tmp_path, LESSON, QUESTIONS)
    return tmp_path


def write(folder, lesson, questions):
    (folder / "notebooks" / "source" / "01-stones.py").write_text(lesson, encoding="utf-8")
    texts = [QUESTION.format(id=of, step=step, core=core) for of, step, core in questions]
    target = folder / "exercises" / "source" / "01-stones.py"
    target.write_text(HEAD + "".join(texts), encoding="utf-8")


def lesson_text(folder):
    cells = read_lesson(folder / "notebooks" / "source" / "01-stones.py").cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def sections(folder):
    """Return what stands below each heading of the lesson, links as their words only."""
    text = re.sub(r"\]\([^)]*\)", "]", lesson_text(folder))
    parts = re.split(r"(?m)^## ([A-Z].+)$", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def exercise(folder):
    return read_set(folder / "exercises" / "source" / "01-stones.py")


def test_a_section_ends_in_its_questions_the_core_first(stones):
    below = sections(stones)
    ends = "**Practise:** [1.4]; beyond the core: [1.2], [1.5]"
    assert below["Step 2. How many?"].strip().endswith(f"on counting.\n\n{ends}")


def test_a_section_that_is_no_step_goes_by_its_heading_up_to_the_colon(stones):
    assert sections(stones)["The heap: a game"].strip().endswith("**Practise:** [1.3]")


def test_the_line_is_a_paragraph_of_its_own(stones):
    write(stones, LESSON, [("1.1", "1", "true")])
    assert sections(stones)["Step 1. How heavy?"].strip() == "Weigh it.\n\n**Practise:** [1.1]"


def test_a_line_of_a_fenced_block_is_no_heading(stones):
    assert "no heading" not in [each.heading for each in exercise(stones).sections]
    assert "## no heading\n```" in lesson_text(stones)


def test_the_last_section_has_its_line_above_the_foot(stones):
    assert sections(stones)["Step 3. Why?"].strip() == "Ask.\n\n**Practise:** [1.1]"


def test_a_section_without_questions_has_no_line_and_a_question_without_a_section_is_in_none(
    stones,
):
    assert sections(stones)["Step 1. How heavy?"].strip() == "Weigh it."
    assert "[1.6]" not in lesson_text(stones)


def test_each_question_is_linked_by_its_cell(stones):
    links = re.findall(r"\[(1\.\d)\]\(\.\./exercises/01-stones\.ipynb#cell-id=([^)]+)\)",
                       lesson_text(stones))  # fmt: skip
    names = {each.id for each in exercise(stones).parts}
    assert sorted(question for question, _ in links) == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    for question, cell in links:
        assert cell == f"q{question.replace('.', '-')}-question"
        assert cell in names


def test_a_lesson_without_a_set_says_nothing_of_practice(stones):
    (stones / "exercises" / "source" / "01-stones.py").unlink()
    assert "Practise" not in lesson_text(stones)


def test_a_section_that_the_lesson_does_not_have_is_refused_with_those_it_has(stones):
    write(stones, LESSON, [("1.1", "4", "true")])
    with pytest.raises(BadSource, match=r"1\.1 goes back to step '4'; its lesson has 1; 2; The h"):
        exercise(stones)


def test_a_teachers_page_and_a_students_check_are_told_the_heading(stones):
    of = exercise(stones)
    about = reference(of).metadata[course.current().stamp]["questions"]
    assert about["1.3"] == {"step": "The heap: a game", "at": 2}
    assert about["1.6"] == {}
    keys = build_keys(of)["questions"]
    assert keys["1.4"]["step"] == "Step 2. How many?"
    assert "step" not in keys["1.6"]
