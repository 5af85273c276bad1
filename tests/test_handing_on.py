"""From results to what is handed on: imports for those who are matched, every odd thing told."""

import csv

import pytest

from alignment.cli import main
from fairmark.answers.verdict import RIGHT
from fairmark.checks.keys import Key
from fairmark.grading.classroom import RESULTS, results_of
from fairmark.grading.compare import Judged
from fairmark.grading.entries import Wanted
from fairmark.grading.handing_on import Handover, hand_on
from fairmark.grading.intake import take_in
from fairmark.grading.marking import Course
from fairmark.grading.points import set_points
from fairmark.grading.results import NOT_GRADABLE, Graded, write_result
from fairmark.running.forked import NoSandbox
from fairmark.spreadsheets import safe, unquoted
from tests import handins
from tests.classes import NUMBER, assignment
from tests.handins import SMALL, worked, zipped

OF = assignment()
WHOLE = sum(key.points for key in OF.keys.values())


def judged(key: Key, right: bool) -> Judged:
    return Judged(key.id, key.title, key.points, key.points if right else 0, RIGHT)


@pytest.fixture
def graded(tmp_path):
    """Return a function that takes a class in and gives everybody's files their points."""

    def make(names, listed, right=lambda entry: True, **more):
        roster = tmp_path / "list.csv"
        roster.write_text(listed, encoding="utf-8")
        intake = take_in(zipped(tmp_path / "class.zip", names), Wanted(roster, **more))
        for entry in intake.entries:
            if entry.file and not entry.reason:
                questions = tuple(judged(key, right(entry)) for key in OF.keys.values())
                one = (entry.student, entry.name, entry.file, entry.number, "graded", "", questions)
                write_result(Graded(*one), tmp_path / "out" / RESULTS)
        return intake

    return make


def handed_on(tmp_path, intake, kind="isolated", **how):
    told = []
    course = Course({NUMBER: OF}, (), kind=kind)
    summary = hand_on(tmp_path / "out", intake, course, Handover(tell=told.append, **how))
    return summary, told


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_import_is_written_for_those_who_are_matched_and_the_rest_is_listed(tmp_path, graded):
    names = ["ableann_11_9001_04.ipynb", "zed_77_9002_04.ipynb", "anon_3x_9003_04.ipynb"]
    summary, told = handed_on(tmp_path, graded(names, handins.CANVAS))
    out = tmp_path / "out"
    assert [row["ID"] for row in table(out / "import-canvas-04.csv")] == ["11"]
    assert "1 that replace another" in told[0]
    assert [r["before"] for r in table(out / "import-changes.csv")] == ["40"]
    assert [r["submission"] for r in table(out / "match-proposed.csv")] == ["77", "anon_3x"]
    found = {row["file"]: row["found"] for row in table(out / "attention.csv") if row["file"]}
    assert "not on the list" in found[names[1]]
    assert "anonymous" in found[names[2]]
    assert (summary.listed, summary.missing) == (3, 2)


def test_every_line_of_attention_says_who_what_and_what_to_do(tmp_path, graded):
    names = {"ann/04.ipynb": SMALL, "ann/.ipynb_checkpoints/04.ipynb": SMALL, "bo/x.pdf": b"%PDF"}
    handed_on(tmp_path, graded(names, handins.LIST))
    lines = table(tmp_path / "out" / "attention.csv")
    assert sorted(line["student"] for line in lines) == ["04", "ann", "bo"]
    assert all(line["found"] and line["do"] for line in lines)


def test_without_a_column_for_the_set_no_import_is_written_and_the_columns_are_named(
    tmp_path, graded
):
    listed = handins.CANVAS.replace("Week 4 (77)", "Homework (77)")
    summary, _ = handed_on(tmp_path, graded(["ableann_11_9001_04.ipynb"], listed))
    assert not list((tmp_path / "out").glob("import-*.csv"))
    assert any("“Homework (77)”" in line for line in summary.human)


def test_the_column_that_is_asked_for_is_filled(tmp_path, graded):
    listed = handins.CANVAS.replace("Week 4 (77)", "Homework (77)")
    handed_on(tmp_path, graded(["ableann_11_9001_04.ipynb"], listed), column="Homework (77)")
    (row,) = table(tmp_path / "out" / "import-canvas-04.csv")
    assert row["Homework (77)"] == str(WHOLE)


def test_a_file_called_after_another_set_of_the_class_is_in_no_import(tmp_path, graded):
    other = SMALL.replace(b"04", b"05")
    names = {
        "ann/04.ipynb": SMALL,
        "ann/05.ipynb": other,
        "bo/05.ipynb": SMALL,
        "04/04.ipynb": SMALL,
        "04/05.ipynb": other,
    }
    intake = graded(names, handins.LIST)
    assert intake.main == ("04", "05")
    handed_on(tmp_path, intake)
    changed = {r["id"] for r in table(tmp_path / "out" / "import-changes.csv") if r["set"] == "04"}
    assert changed == {"ann", "04"}


def test_a_set_that_was_not_asked_for_is_told_and_counts_nowhere(tmp_path, graded):
    """Handed in beside a later set it would not even be late."""
    names = {f"{who}/04.ipynb": worked("04") for who in ("ann", "bo", "04")}
    names["ann/05.ipynb"] = worked("05")
    intake = graded(names, handins.LIST)
    handed_on(tmp_path, intake)
    book = table(tmp_path / "out" / "gradebook.csv")
    found = [row for row in book if row["set"] == "05"]
    assert [(row["student"], row["asked for"]) for row in found] == [("ann", "no")]
    assert {row["asked for"] for row in book if row["set"] == "04"} == {"yes"}
    assert not list((tmp_path / "out").glob("import-*-05.csv"))
    points = list(set_points(tmp_path / "out"))
    assert [(p.student, p.item) for p in points if p.stray] == [("ann", "05")]


def test_people_of_whom_nothing_came_are_counted_apart_from_sets_that_others_lack(tmp_path, graded):
    names = [f"ann/{n}.ipynb" for n in ("04", "05")] + ["bo/04.ipynb"]
    files = {name: worked(name[-8:-6]) for name in names}
    summary, _ = handed_on(tmp_path, graded(files, handins.LIST))
    assert (summary.listed, summary.missing, summary.sets_missing) == (3, 1, 1)
    said = str(summary)
    assert "Of 3 people on the class list 1 handed in nothing. Sets that others" in said
    assert "bo: Nothing was handed in for set 05." in said


def test_a_result_that_was_lost_or_exchanged_is_a_row_and_never_somebody_elses(tmp_path, graded):
    intake = graded(["ann/04.ipynb", "bo/04.ipynb"], handins.LIST)
    ann, bo = (
        tmp_path / "out" / RESULTS / f"{Graded(who, '', f'{who}/04.ipynb', '04', '').key}.json"
        for who in ("ann", "bo")
    )
    bo.write_bytes(ann.read_bytes())
    ann.unlink()
    found = {e.student: g for e, g in results_of(tmp_path / "out", intake.entries) if e.file}
    assert {g.outcome for g in found.values()} == {NOT_GRADABLE}
    assert set(found) == {"ann", "bo"}
    assert all("run the same command again" in g.reason for g in found.values())


def test_late_work_on_canvas_warns_once_that_it_may_deduct_again(tmp_path, graded):
    names = ["ableann_LATE_11_9001_04.ipynb", "bäckerbo_LATE_12_9002_04.ipynb"]
    _, told = handed_on(tmp_path, graded(names, handins.CANVAS))
    assert sum("late policy" in line for line in told) == 1


def test_the_best_of_several_counts_and_the_others_are_listed(tmp_path, graded):
    names = ["ann/04-1.ipynb", "ann/04-2.ipynb"]
    intake = graded(names, handins.LIST, lambda e: e.file == names[0], which="best")
    handed_on(tmp_path, intake)
    (ann,) = [row for row in table(tmp_path / "out" / "gradebook.csv") if row["student"] == "ann"]
    assert (ann["file"], ann["other files"], ann["earned"]) == (names[0], names[1], str(WHOLE))


def test_a_term_finds_each_person_once_whatever_sign_an_id_begins_with(tmp_path, graded):
    people = ["ann", "bo", "=cy", "dee;=x"]
    listed = "\n".join(['"id"', *(f'"{person}"' for person in people), ""])
    handed_on(tmp_path, graded([f"{person}/04.ipynb" for person in people], listed))
    found = {each.student: each for each in set_points(tmp_path / "out")}
    assert set(found) == set(people)
    assert {(each.item, each.points, each.of) for each in found.values()} == {
        (NUMBER, WHOLE, WHOLE)
    }


def test_what_was_not_graded_has_no_points_for_a_term_rather_than_zero(tmp_path, graded):
    intake = graded(["ann/04.ipynb"], "id\nann\n")
    (entry,) = intake.entries
    one = (entry.student, entry.name, entry.file, entry.number, NOT_GRADABLE, "It is a PDF.")
    write_result(Graded(*one), tmp_path / "out" / RESULTS)
    handed_on(tmp_path, intake)
    (found,) = set_points(tmp_path / "out")
    assert found.points is None


@pytest.mark.parametrize(
    "text", ["=1+1", "a;=b", "a; +b", "-x", "-5", "'quoted'", "plain", "", "@", ";=;=x"]
)
def test_what_keeps_a_cell_from_running_is_taken_off_again(text):
    assert unquoted(safe(text)) == text


def test_an_old_import_never_survives_a_new_run(tmp_path, graded):
    intake = graded(["ann/04.ipynb"], handins.LIST)
    (tmp_path / "out" / "import-canvas-03.csv").write_text("old", encoding="utf-8")
    handed_on(tmp_path, intake)
    assert [p.name for p in (tmp_path / "out").glob("import-*.csv")] != []
    assert not (tmp_path / "out" / "import-canvas-03.csv").exists()


def test_stock_kernels_are_told_in_gradebook_attention_and_exit_code(tmp_path, graded):
    everybody = "id\nann\n"
    intake = graded(["ann/04.ipynb"], everybody)
    assert handed_on(tmp_path, intake)[0].human == []
    summary, _ = handed_on(tmp_path, intake, kind="stock")
    assert any("stock kernels, which see your files" in line for line in summary.human)
    (row,) = table(tmp_path / "out" / "gradebook.csv")
    assert row["kernel"] == "stock"
    assert any("stock kernels" in r["found"] for r in table(tmp_path / "out" / "attention.csv"))


@pytest.mark.parametrize("kernels", ["auto", "forked"])
def test_a_machine_that_cannot_isolate_is_refused_unless_stock_is_asked_for_by_name(
    tmp_path, capsys, monkeypatch, kernels
):
    def refuse(*_):
        raise NoSandbox("This machine has no user namespaces")

    monkeypatch.setattr("fairmark.grading.runners.isolated", refuse)
    path = zipped(tmp_path / "class.zip", ["ann/04.ipynb"])
    arguments = ["grade", str(path), "--out", str(tmp_path / "out"), "--kernels", kernels]
    assert main(arguments) == 2
    assert "--kernels stock" in capsys.readouterr().err


def test_a_result_of_a_file_that_is_gone_is_in_no_table(tmp_path, graded):
    graded(["ann/04.ipynb", "bo/04.ipynb"], handins.LIST)
    intake = graded(["ann/04.ipynb"], handins.LIST)
    found = [(e.student, g.outcome) for e, g in results_of(tmp_path / "out", intake.entries)]
    assert found == [("04", "nothing handed in"), ("ann", "graded"), ("bo", "nothing handed in")]
