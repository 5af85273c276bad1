"""The format of an exercise source: what it means, and what is said when it is not followed."""

import jupytext
import nbformat
import pytest

from fairmark.authoring.copies import copy_from_reference, reference, student_copy
from fairmark.authoring.percent import BadSource, dumps, find_sources
from fairmark.authoring.sets import read_set
from fairmark.authoring.work import (
    WorkInTheWay,
    built_digests,
    free_name,
    protect,
    work_in,
)
from fairmark.ids import cell_name
from tests.sets import EXERCISES, HEAD, SOURCE, answer, cell, question, write_set


def bad(tmp_path, *questions):
    with pytest.raises(BadSource) as caught:
        read_set(write_set(tmp_path, *questions))
    return str(caught.value)


def test_a_question_is_read_into_a_record(tmp_path):
    exercise = read_set(write_set(tmp_path, question()))
    (one,) = exercise.questions
    assert (exercise.number, exercise.name) == ("99", "99-small")
    assert (one.id, one.title, one.points) == ("99.1", "One", 2)
    assert one.stub.text == "answer = ..."
    assert one.solution.sentence == "Because it is so."
    assert one.check.text == 'check("99.1", answer)'
    assert [w.sentence for w in one.wrong] == ["You added where you should subtract."]
    assert (one.spec.tolerance, one.spec.unit, one.spec.tags["claims"]) == (
        0.1,
        "per cent",
        ("C3",),
    )
    assert one.spec.hints == ("Think.", "Think again.")


def test_the_head_names_the_core_questions_and_their_points(tmp_path):
    core = [
        question(f"99.{n}", name=f"a{n}").replace("#| data", "#| core: true\n#| data")
        for n in (3, 1, 12)
    ]
    head = read_set(write_set(tmp_path, *core, question("99.2"))).parts[0].text
    assert "**Short of time?** Core: 99.3, 99.1 and 99.12 (6 of 8 points)." in head
    assert "Short of time" not in read_set(write_set(tmp_path, question())).parts[0].text


@pytest.mark.parametrize("source", find_sources(EXERCISES), ids=lambda source: source.stem)
def test_a_core_question_says_so_below_its_heading_and_no_other_does(source):
    exercise = read_set(source)
    headed = [
        part
        for part in student_copy(exercise).cells
        if part.cell_type == "markdown" and part.source.startswith("### ")
    ]
    marked = [cell.id for cell in headed if cell.source.splitlines()[1].startswith("**Core.** ")]
    core = [cell_name(each.id, "question") for each in exercise.questions if each.spec.core]
    assert marked == core


def test_a_set_that_is_all_core_or_has_none_marks_no_question(tmp_path):
    whole = question().replace("#| data", "#| core: true\n#| data")
    for text in (question(), whole):
        exercise = read_set(write_set(tmp_path, text))
        assert not [part for part in exercise.parts if "**Core.**" in part.text]


@pytest.mark.parametrize("source", find_sources(EXERCISES), ids=lambda source: source.stem)
def test_the_objectives_are_a_plain_list_and_no_number_of_a_question(source):
    exercise = read_set(source)
    words = {word for each in exercise.questions for word in each.spec.tags["objective"]}
    assert all(f"\n- **{word}** " in exercise.parts[0].text for word in words)
    assert not [word for word in words if any(sign.isdigit() for sign in word)]


@pytest.mark.parametrize("source", find_sources(EXERCISES), ids=lambda source: source.stem)
def test_every_set_of_the_course_names_its_core_once(source):
    exercise = read_set(source)
    core = [each.id for each in exercise.questions if each.spec.core]
    assert exercise.parts[0].text.count("**Short of time?**") == 1
    assert f"Core: {', '.join(core[:-1])} and {core[-1]} (" in exercise.parts[0].text


def test_lines_in_messages_are_lines_of_the_file(tmp_path):
    path = write_set(tmp_path, question())
    lines = path.read_text(encoding="utf-8").splitlines()
    for part in read_set(path).parts:
        shown = lines[part.line - 1]
        assert shown.removeprefix("# ").startswith(("#", "**", "check", "answer", "Compute"))


def test_the_version_changes_with_the_text_and_with_nothing_else(tmp_path):
    first = read_set(write_set(tmp_path, question())).version
    assert read_set(write_set(tmp_path, question())).version == first
    assert read_set(write_set(tmp_path, question(right="51.0"))).version != first


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("#| tolerance:", "#| tolerence:", "line 22: 'tolerence' is not a key; did you mean 'tol"),
        ("#| solution:", "#| solutoin:", "'solutoin' is not a role; did you mean 'solution'?"),
        ("#| data: tables", "#| data: table", "'table' is not a kind of data; did you mean"),
        ("#| tolerance: 0.1", "#| tolerance: small", "tolerance is 'small'; expected a number"),
        ("#| claims: [C3]", "#| claims: C3", "claims is 'C3'; expected a list"),
        ("#|   - Think.\n", "#|   - Think: twice.\n#|   - [\n", "not YAML"),
        ("#| stub", "#| stub\n#| unit: euro", "a stub cell takes no further lines"),
        ("(2 points)", "(two points)", "does not say id, title and points"),
        ("(2 points)", "(0 points)", "has no points"),
        ("wrong: You added where you should subtract.", "wrong", "has no sentence"),
        ("#| stub\n", "", "has no cells with `#| stub`; expected one"),
        ("import check, hint, solution", "import check", "expected one that holds the line"),
        ("### 99.1", "## 99.1", "is not on the level of a question; write it with three signs"),
        ("### 99.1", "### 98.1", "numbered as one of set 98; expected 99.1"),
        ("#| data: tables\n", "", "does not say where its answer comes from"),
        ("solution: Because it is so.", "solution", "this solution has no sentence"),
        ("#| unit: per cent", "#|\tunit: per cent", "write blanks instead of the tab"),
        ("#| claims: [C3]", "#| claims: [C3", "close the list with a bracket"),
    ],
)
def test_a_slip_is_answered_with_file_line_and_the_nearest_word(tmp_path, old, new, words):
    path = tmp_path / "99-small.py"
    text = HEAD + question()
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadSource) as caught:
        read_set(path)
    assert words in str(caught.value)
    assert str(caught.value).startswith("99-small.py, line ")


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8-sig", "line 1: the file is in UTF-8 with a mark (BOM)"),
        ("utf-16", "line 1: the file is in UTF-16"),
        ("cp1252", "line 3: the file is not in UTF-8"),
    ],
)
def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path, encoding, words):
    path = tmp_path / "99-small.py"
    path.write_bytes((HEAD + question()).replace("to compute", "à calculer").encode(encoding))
    with pytest.raises(BadSource) as caught:
        read_set(path)
    assert words in str(caught.value)


def test_a_second_check_and_a_missing_solution_are_told(tmp_path):
    again = '# %%\n#| check\ncheck("99.1", answer)\n'
    assert "has 2 cells with `#| check`; expected one" in bad(tmp_path, question(), again)
    lost = question().replace("#| solution: Because it is so.\n", "")
    assert "has no cells with `#| solution`; expected one" in bad(tmp_path, lost)


def test_two_questions_with_one_number_are_told(tmp_path):
    assert "question 99.1 is there twice" in bad(tmp_path, question(), question())


def test_a_set_without_questions_says_how_one_opens(tmp_path):
    assert "one opens with `### 4.1 Title (2 points)`" in bad(tmp_path, "# %%\nx = 1\n")


def test_an_unknown_set_says_which_exist(tmp_path):
    (tmp_path / "source").mkdir()
    write_set(tmp_path / "source")
    assert find_sources(tmp_path, ["99"]) == [tmp_path / "source" / "99-small.py"]
    with pytest.raises(BadSource, match=r"There is no '05' in .*; there is 99-small"):
        find_sources(tmp_path, ["05"])


def test_a_source_opens_as_a_notebook_in_jupytext():
    cells = jupytext.read(SOURCE).cells
    texts = "\n".join(cell.source for cell in cells)
    assert "### 4.3 Growth that compounds (2 points)" in texts
    assert "#| stub" in texts


@pytest.fixture
def small(tmp_path):
    return read_set(write_set(tmp_path, question(), question("99.2", name="second")))


def test_the_students_copy_holds_stubs_and_checks_and_nothing_of_the_answer(small):
    nb = student_copy(small)
    assert cell(nb, "q99-1-stub").source == "answer = ..."
    assert cell(nb, "q99-1-check").source == 'check("99.1", answer)'
    text = dumps(nb)
    for secret in ("#|", "50.0", "Because it is so", "subtract", "Think", 'outputs": [\n'):
        assert secret not in text


def test_the_students_copy_has_no_outputs_no_tags_and_a_version_stamp(small):
    nb = student_copy(small)
    assert all(not c.metadata for c in nb.cells)
    assert all(not c.outputs and c.execution_count is None for c in nb.cells if "outputs" in c)
    assert nb.metadata.alignment == {"set": "99", "version": small.version, "kind": "student"}
    assert nb.metadata.kernelspec["name"] == "python3"
    nbformat.validate(nb)


def test_the_reference_differs_in_two_imports_and_its_solutions(small):
    ours, theirs = reference(small), student_copy(small)
    changed = [
        (c.source, cell(ours, c["id"]).source)
        for c in theirs.cells
        if c.source != cell(ours, c["id"]).source and not c["id"].endswith("-stub")
    ]
    assert changed == [
        (
            "from alignment.checks import check, hint, solution",
            "from alignment.checks import emit as check, hint, solution",
        ),
        (
            "from alignment.checks import verdict\n\nverdict()",
            "from alignment.checks import silent as verdict\n\nverdict()",
        ),
    ]
    assert cell(ours, "q99-1-stub").source == "answer = 50.0"
    assert cell(ours, "q99-1-why").source.startswith("**Why.** Because it is so. It follows")


def test_ids_stay_when_another_cell_changes(tmp_path):
    before = [c["id"] for c in student_copy(read_set(write_set(tmp_path, question()))).cells]
    longer = write_set(tmp_path, question(), question("99.2", name="second"))
    after = [c["id"] for c in student_copy(read_set(longer)).cells]
    assert [name for name in before if name not in after] == []
    assert after.index("q99-1-check") == before.index("q99-1-check")


def test_the_same_text_gives_the_same_bytes(small):
    assert dumps(student_copy(small)) == dumps(student_copy(small))
    assert dumps(reference(small)) == dumps(reference(small))


def test_a_copy_can_be_made_from_the_reference_alone(small):
    stubs = {q.stub.id: q.stub.text for q in small.questions}
    assert dumps(copy_from_reference(reference(small), stubs)) == dumps(student_copy(small))


@pytest.fixture
def target(small, tmp_path):
    path = tmp_path / "99-small.ipynb"
    path.write_text(dumps(student_copy(small)), encoding="utf-8")
    return path


def known(small):
    return built_digests(student_copy(small))


def save(nb, path):
    path.write_text(dumps(nb), encoding="utf-8")


def test_an_untouched_copy_may_be_built_over(small, target):
    assert work_in(target, known(small)) == []
    assert protect(target, known(small)) is None
    assert target.exists()


def test_outputs_are_not_work(small, target):
    nb = nbformat.read(target, as_version=4)
    cell(nb, "q99-1-check").outputs = [nbformat.v4.new_output("stream", text="not attempted")]
    save(nb, target)
    assert work_in(target, known(small)) == []


def test_an_answer_is_never_built_over(small, target):
    nb = answer(nbformat.read(target, as_version=4), "99.2", "second = 3")
    save(nb, target)
    with pytest.raises(WorkInTheWay, match=r"99-small.ipynb holds work in 99.2 and was left"):
        protect(target, known(small))
    assert "second = 3" in target.read_text(encoding="utf-8")


def test_a_note_of_a_students_own_is_work_too(small, target):
    nb = nbformat.read(target, as_version=4)
    nb.cells.append(nbformat.v4.new_markdown_cell("Ask in class about the mirror."))
    save(nb, target)
    assert work_in(target, known(small)) == ["a cell of your own"]


def test_a_broken_file_is_not_ours_to_throw_away(small, target):
    target.write_text("{", encoding="utf-8")
    with pytest.raises(WorkInTheWay, match="a file we cannot read"):
        protect(target, known(small))


def test_force_keeps_the_work_under_another_name_each_time(small, target):
    for name in ("99-small.backup.ipynb", "99-small.2.backup.ipynb"):
        nb = answer(student_copy(small), "99.1", "answer = 3")
        save(nb, target)
        kept = protect(target, known(small), force=True)
        assert kept.name == name
        assert "answer = 3" in kept.read_text(encoding="utf-8")
        assert not target.exists()


def test_a_free_name_is_beside_the_old_file(tmp_path):
    assert free_name(tmp_path / "a.ipynb", "fresh") == tmp_path / "a.fresh.ipynb"
