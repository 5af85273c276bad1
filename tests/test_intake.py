"""Nobody is dropped, nobody is somebody else: each person and each file has one row."""

import argparse
import shutil

import pytest

from alignment.cli import main
from fairmark.cli import run
from fairmark.grading.entries import Wanted
from fairmark.grading.intake import take_in
from fairmark.grading.worlds import CannotGrade
from tests import handins
from tests.classes import assignment, notebook, write
from tests.handins import SMALL, rows, worked, zipped
from tests.machine import needs_sandbox

OF_SET = {n: SMALL.replace(b"04", n.encode()) for n in ("03", "04", "05")}
TOP = "assignsubmission_file_"


@pytest.fixture
def listed(tmp_path):
    """Return a function that writes a class list."""

    def make(text):
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return make


def taken(path, roster=None, **more):
    return take_in(path, Wanted(roster, **more))


def test_every_person_of_the_list_and_every_file_has_exactly_one_row(tmp_path, listed):
    names = {
        "ableann_11_9001_04.ipynb": SMALL, "ableann_11_9002_notes.pdf": b"%PDF",
        "colecy_12_13_9003_essay.docx": b"PK", "zed_77_9004_04.ipynb": SMALL,
        "ableann_11_9005_04-1.ipynb": SMALL,
    }  # fmt: skip
    found = taken(zipped(tmp_path / "c.zip", names), listed(handins.CANVAS)).entries
    assert sorted((e.student, e.file, e.reason[:7]) for e in found) == [
        ("11", "ableann_11_9005_04-1.ipynb", ""),
        ("12", "", "Nothing"),
        ("13", "colecy_12_13_9003_essay.docx", "It is a"),
        ("77", "zed_77_9004_04.ipynb", ""),
    ]
    files = [file for entry in found for file in (entry.file, *entry.others) if file]
    assert sorted(files) == sorted(names)


def test_a_file_name_never_takes_the_row_of_somebody_else(tmp_path, listed):
    names = [f"Ann Able_5001_{TOP}/04.ipynb", f"Cy Cole_5003_{TOP}/z_5001_1_04.ipynb"]
    found = taken(zipped(tmp_path / "c.zip", names), listed(handins.MOODLE)).entries
    assert {e.student: e.file for e in found} == {"5001": names[0], "5003": names[1], "5002": ""}


def test_a_stale_hidden_copy_never_counts_and_is_one_line(tmp_path, listed):
    top = f"Ann Able_5001_{TOP}"
    names = [f"{top}/04.ipynb", f"{top}/.ipynb_checkpoints/04-checkpoint.ipynb",
             f"{top}/zz-checkpoint.ipynb"]  # fmt: skip
    intake = taken(zipped(tmp_path / "c.zip", names), listed(handins.MOODLE))
    ann = next(e for e in intake.entries if e.student == "5001")
    assert (ann.file, ann.others) == (names[0], ())
    ((who, _, found, _),) = intake.odd
    assert (who, found[:15]) == ("5001", "2 hidden copies")


@pytest.mark.parametrize(
    ("which", "counts"), [("newest", "Version 10/04.ipynb"), ("last", "Version 10/04.ipynb")]
)
def test_of_several_attempts_the_platforms_order_decides(tmp_path, listed, which, counts):
    names = [f"Submitted files/Ann Able/Week 4/Version {n}/04.ipynb" for n in (9, 10, 2)]
    found = taken(zipped(tmp_path / "c.zip", names), listed(handins.TEAMS), which=which).entries
    ann = next(e for e in found if e.name == "Ann Able")
    assert ann.file.endswith(counts)
    assert len(ann.others) == 2
    assert "3 notebooks were handed in" in ann.told[0][0]


def test_newest_is_the_platforms_time_and_last_is_the_name(tmp_path, listed):
    times = ("1022 AM", "105 PM")
    names = [f"1-9 - Ann Able - Nov 20, 2026 {time}/04.ipynb" for time in times]
    path, roster = zipped(tmp_path / "c.zip", names), listed(handins.BRIGHTSPACE)
    newest, last = (taken(path, roster, which=w).entries[0].file for w in ("newest", "last"))
    assert (newest, last) == (names[1], names[0])


def test_best_grades_them_all(tmp_path, listed):
    path = zipped(tmp_path / "c.zip", ["ann/04-1.ipynb", "ann/04-2.ipynb"])
    found = taken(path, listed(handins.LIST), which="best").entries
    assert [(e.file, e.rival) for e in found if e.student == "ann"] == [
        ("ann/04-1.ipynb", True), ("ann/04-2.ipynb", True),
    ]  # fmt: skip


def test_of_very_many_the_newest_ten_compete_and_all_are_listed(tmp_path, listed):
    """Each may take a minute of the grader's time."""
    names = [f"ableann_11_{9000 + n}_04-{n}.ipynb" for n in range(40)]
    found = taken(zipped(tmp_path / "c.zip", names), listed(handins.CANVAS), which="best").entries
    rivals = [e for e in found if e.rival]
    assert sorted(e.file for e in rivals) == sorted(names[-10:])
    assert {len(e.others) for e in rivals} == {39}


def test_a_group_of_gradescope_has_a_row_for_each_of_its_people(tmp_path, listed):
    base = "assignment_5_export"
    names = {f"{base}/submission_metadata.yml": handins.SUBMITTERS.encode(),
             f"{base}/submission_71/04.ipynb": SMALL}  # fmt: skip
    found = taken(zipped(tmp_path / "c.zip", names), listed(handins.GRADESCOPE)).entries
    assert [(e.student, e.file[-8:]) for e in found] == [
        ("0011", "04.ipynb"), ("0012", "04.ipynb"), ("0013", ""), ("0014", ""),
    ]  # fmt: skip


def test_a_set_that_is_not_the_classes_is_told(tmp_path, listed):
    names = {f"{user}/04-economic.ipynb": OF_SET["04"] for user in ("ann", "bo")}
    names["04x/04-economic.ipynb"] = OF_SET["03"]
    roster = listed("id,name\nann,A\nbo,B\n04x,C\ncy,D\nd1,E\nd2,F\n")
    many = {f"d{n}/04-economic.ipynb": OF_SET["04"] for n in (1, 2)}
    more = {f"s{n}/04-economic.ipynb": OF_SET["04"] for n in range(3)}
    intake = taken(zipped(tmp_path / "c.zip", {**names, **many, **more}), roster)
    assert intake.main == ("04",)
    wrong = next(e for e in intake.entries if e.student == "04x")
    assert (wrong.number, wrong.told[0][0]) == ("03", "It is set 03; the class handed in 04.")
    assert [e.student for e in intake.entries].count("04x") == 1


def test_in_a_small_class_one_persons_other_set_is_told_too(tmp_path, listed):
    names = {
        "ann/04.ipynb": OF_SET["04"],
        "bo/04.ipynb": OF_SET["04"],
        "04x/04.ipynb": OF_SET["03"],
    }
    roster = listed("id,name\nann,A\nbo,B\n04x,C\n")
    intake = taken(zipped(tmp_path / "c.zip", names), roster)
    assert intake.main == ("04",)
    assert (
        "the class handed in 04" in next(e.told for e in intake.entries if e.number == "03")[0][0]
    )


def test_a_class_of_two_sets_has_a_row_for_each_set_that_is_missing(tmp_path, listed):
    names = {
        "ann/04.ipynb": OF_SET["04"],
        "ann/05.ipynb": OF_SET["05"],
        "bo/04.ipynb": OF_SET["04"],
    }
    found = taken(zipped(tmp_path / "c.zip", names), listed(handins.LIST)).entries
    assert sorted((e.student, e.number, bool(e.file)) for e in found) == [
        ("04", "04", False), ("04", "05", False), ("ann", "04", True), ("ann", "05", True),
        ("bo", "04", True), ("bo", "05", False),
    ]  # fmt: skip


def whole_folder(student, *answered):
    """Return what somebody hands in who zips all ten sets."""
    numbers = [f"{n:02}" for n in range(1, 11)]
    small = {n: SMALL.replace(b"04", n.encode()) for n in numbers}
    return {f"{student}/{n}.ipynb": worked(n) if n in answered else small[n] for n in numbers}


def test_whoever_hands_in_the_whole_folder_changes_no_row_of_anybody_else(tmp_path, listed):
    roster = listed("id,name\n" + "".join(f"s{n},S\n" for n in range(6)))
    others = {f"s{n}/04.ipynb": worked("04") for n in range(4)}
    without = taken(zipped(tmp_path / "a.zip", others), roster).entries
    names = {**others, **whole_folder("s4", "04"), **whole_folder("s5", "02", "03", "04")}
    intake = taken(zipped(tmp_path / "b.zip", names), roster)
    assert intake.main == ("04",)
    kept = [e for e in intake.entries if e.student not in ("s4", "s5")]
    assert kept == [e for e in without if e.student not in ("s4", "s5")]
    careless = [e for e in intake.entries if e.student == "s4"]
    assert [(e.number, len(e.others)) for e in careless] == [("04", 9)]
    answered = [(e.number, e.stray) for e in intake.entries if e.student == "s5"]
    assert answered == [("02", True), ("03", True), ("04", False)]
    files = [f for e in intake.entries for f in (e.file, *e.others) if f]
    assert sorted(files) == sorted(names)


def test_with_one_set_asked_for_by_name_files_of_others_are_listed(tmp_path, listed):
    path = zipped(tmp_path / "c.zip", {"ann/04.ipynb": worked("04"), "ann/05.ipynb": worked("05")})
    (ann,) = [e for e in taken(path, listed(handins.LIST), only="04").entries if e.file]
    assert (ann.file, ann.others) == ("ann/04.ipynb", ("ann/05.ipynb",))


def test_the_class_s_own_set_stands_in_the_remedy(tmp_path, listed):
    names = {"ann/04.ipynb": SMALL, "bo/homework.ipynb": b""}
    found = taken(zipped(tmp_path / "c.zip", names), listed(handins.LIST)).entries
    assert "make fresh SET=04" in next(e.reason for e in found if e.student == "bo")


def test_what_cannot_be_read_is_of_the_set_that_was_asked_for(tmp_path, listed):
    """Else a PDF handed in on time would be a missing set in the grade of the term."""
    names = {"ann/04.ipynb": SMALL, "bo/homework.pdf": b"%PDF", "stranger/x.pdf": b"%PDF"}
    found = taken(zipped(tmp_path / "c.zip", names), listed(handins.LIST)).entries
    numbers = {e.student: (e.number, bool(e.reason)) for e in found if e.file}
    assert numbers == {"ann": ("04", False), "bo": ("04", True), "stranger": ("", True)}


def test_a_class_list_that_lies_among_the_hand_ins_is_nobodys(tmp_path, capsys):
    (tmp_path / "ann").mkdir()
    (tmp_path / "ann" / "04.ipynb").write_bytes(SMALL)
    roster = tmp_path / "list.csv"
    roster.write_text("id\nann\n", encoding="utf-8")
    assert [e.student for e in taken(tmp_path, roster).entries] == ["ann"]


@pytest.mark.parametrize("command", [["grade", "--out"], ["intake", "--csv"],
                                     ["look", "similar", "--out"]])  # fmt: skip
def test_nothing_is_written_among_the_hand_ins(tmp_path, capsys, command):
    """The next run would take it for somebody's."""
    (tmp_path / "ann.ipynb").write_bytes(SMALL)
    (tmp_path / "list.csv").write_text("id\nann\n", encoding="utf-8")
    *words, option = command
    said = [*words, str(tmp_path), option, str(tmp_path / "out")]
    assert main(said) == 2
    assert "where every file is somebody's hand-in" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ann.ipynb", "list.csv"]


# Without a class list.


def labels(path):
    return sorted(e.student for e in taken(path).entries)


def test_a_folder_with_many_students_files_drops_nobody(tmp_path):
    for name in ("jane", "max", "ann"):
        write(notebook(assignment()), tmp_path / "monday" / f"{name}.ipynb")
    assert labels(tmp_path) == ["monday/ann", "monday/jane", "monday/max"]


def test_versions_in_the_folder_of_one_student_are_one_row(tmp_path):
    nb = notebook(assignment())
    for name in ("04-economic.ipynb", "04-economic-2.ipynb", "04-economic-10.ipynb"):
        write(nb, tmp_path / "jane" / name)
        write(nb, tmp_path / "max" / name)
    jane, _ = taken(tmp_path).entries
    assert (jane.student, jane.file, len(jane.others)) == ("jane", "jane/04-economic-10.ipynb", 2)


def test_two_sections_stay_two_persons_and_a_folder_inside_takes_nothing(tmp_path):
    path = zipped(tmp_path / "c.zip", ["a/ann/04.ipynb", "b/ann/04.ipynb", "b/bo/04.ipynb"])
    assert labels(path) == ["a/ann", "b/ann", "b/bo"]
    path = zipped(tmp_path / "d.zip", ["ann/04.ipynb", "mallory/ann/04.ipynb"])
    assert labels(path) == ["ann", "mallory"]


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (["s-a/ann/04.ipynb", "s-a/bob/04.ipynb"], ["s-a/ann", "s-a/bob"]),
        (
            ["s-a/ann/04.ipynb", "s-a/bob/04.ipynb", "read me.txt"],
            ["read me", "s-a/ann", "s-a/bob"],
        ),
        (
            ["s-a/ann/04.ipynb", "s-a/bob/04.ipynb", "s-a/04.ipynb"],
            ["s-a", "s-a/ann", "s-a/bob"],
        ),
        (
            ["s-a/ann/04.ipynb", "s-a/bob/04.ipynb", "s-b/cy.ipynb", "s-b/di.ipynb"],
            ["s-a/ann", "s-a/bob", "s-b/cy", "s-b/di"],
        ),
        (
            ["week/s-a/ann/04.ipynb", "week/s-a/bob/04.ipynb", "week/s-b/ann/04.ipynb"],
            ["week/s-a/ann", "week/s-a/bob", "week/s-b/ann"],
        ),
        (["s-a/ann/04.ipynb", "s-a/bob/notes.pdf"], ["s-a/ann", "s-a/bob"]),
        (["jane/04.ipynb", "jane/old/04.ipynb", "jane/data/x.csv", "max/04.ipynb"],
         ["jane", "max"]),
    ],
    ids=["one section", "a loose note", "a template", "two forms", "a wrapper", "a PDF", "drafts"],
)  # fmt: skip
def test_without_a_list_people_in_sections_are_never_taken_for_one(tmp_path, names, people):
    files = {name: SMALL if name.endswith(".ipynb") else b"%PDF" for name in names}
    assert labels(zipped(tmp_path / "c.zip", files)) == people


def test_with_a_list_a_loose_note_and_a_wrapper_merge_nobody(tmp_path, listed):
    names = ["week/s-a/ann/04.ipynb", "week/s-a/bo/04.ipynb", "week/s-b/zed/04.ipynb", "note.txt"]
    files = {name: SMALL if name.endswith(".ipynb") else b"a note" for name in names}
    found = taken(zipped(tmp_path / "c.zip", files), listed(handins.LIST))
    owned = {e.student: e.file for e in found.entries if e.file}
    assert owned == {
        "ann": names[0], "bo": names[1], "week/s-b/zed": names[2], "note": names[3],
    }  # fmt: skip


def test_an_empty_folder_is_one_sentence(tmp_path):
    with pytest.raises(CannotGrade, match="holds no file that was handed in"):
        taken(tmp_path)


@pytest.mark.parametrize(
    "command", [["check"], ["grade", "--kernels", "stock", "--out", "OUT"],
                pytest.param(["grade", "--out", "OUT"], marks=needs_sandbox),
                ["intake", "--csv", "OUT/who.csv"]],
)  # fmt: skip
def test_a_link_to_itself_is_one_sentence_whatever_is_asked_of_it(tmp_path, capsys, command):
    loop = tmp_path / "loop.ipynb"
    loop.symlink_to(loop.name)
    name, *more = command
    assert main([name, str(loop), *(m.replace("OUT", str(tmp_path)) for m in more)]) == 2
    assert main([name, str(tmp_path), *(m.replace("OUT", str(loop)) for m in more)]) == 2
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert told.count("alignment: ") == 2


# Whom a human confirms.


def intake(tmp_path, names, text, *more):
    path, roster = zipped(tmp_path / "c.zip", names), tmp_path / "list.csv"
    roster.write_text(text, encoding="utf-8")
    out = tmp_path / "who.csv"
    code = main(["intake", str(path), "--roster", str(roster), "--csv", str(out), *more])
    return code, rows(out.read_text(encoding="utf-8"))


def test_the_command_writes_whose_each_file_is_and_whom_to_ask(tmp_path, capsys):
    code, table = intake(tmp_path, ["Ann Able - 04.ipynb", "04.ipynb"], handins.GOOGLE)
    assert code == 1
    assert table == [
        ["path", "student", "attempt", "late", "kind", "how"],
        ["04.ipynb", "", "", "", "notebook", "no name"],
        ["Ann Able - 04.ipynb", "", "", "", "notebook", "proposed"],
    ]
    said = capsys.readouterr().out
    assert "Class list list.csv: Google Classroom, 2 people, commas." in said
    asked = rows((tmp_path / "match-proposed.csv").read_text(encoding="utf-8"))
    assert asked[0] == ["submission", "file", "id", "name", "score", "why", "confirm"]
    assert asked[2][2:5] == ["aable@x.org", "Ann Able", "0.92"]
    assert all(row[-1] == "" for row in asked[1:])


@pytest.mark.parametrize(
    ("word", "how"), [("yes", "confirmed"), ("no", "proposed"), ("", "proposed")]
)
def test_a_row_counts_only_with_a_yes(tmp_path, word, how):
    intake(tmp_path, ["Ann Able - 04.ipynb"], handins.GOOGLE)
    proposed = tmp_path / "match-proposed.csv"
    text = proposed.read_text(encoding="utf-8").splitlines()
    proposed.write_text(text[0] + "\n" + text[1] + word + "\n", encoding="utf-8")
    _, table = intake(tmp_path, ["Ann Able - 04.ipynb"], handins.GOOGLE, "--match", str(proposed))
    assert table[1][5] == how


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("submission,id\nx,nobody\n", "names nobody, who is not in the class list"),
        ("submission,id\nx,ann\nx,bo\n", "gives x to ann and to bo"),
        ("a,b\n1,2\n", "needs two columns, submission and id"),
    ],
)
def test_a_file_of_matches_that_cannot_be_right_is_refused(tmp_path, capsys, text, said):
    (tmp_path / "m.csv").write_text(text, encoding="utf-8")
    (tmp_path / "list.csv").write_text(handins.LIST, encoding="utf-8")
    path = zipped(tmp_path / "c.zip", ["x/04.ipynb"])
    arguments = ["--roster", str(tmp_path / "list.csv"), "--match", str(tmp_path / "m.csv")]
    assert main(["intake", str(path), *arguments, "--csv", str(tmp_path / "o.csv")]) == 2
    assert said in capsys.readouterr().err


def test_one_person_is_favoured_for_one_file_of_a_set_only(tmp_path):
    intake(tmp_path, ["Ann Able - 04.ipynb", "able ann 04.ipynb"], handins.GOOGLE)
    asked = rows((tmp_path / "match-proposed.csv").read_text(encoding="utf-8"))
    assert all("proposed for 2 submissions" in row[5] for row in asked[1:])


# Places where nothing can be read or written.


def test_nothing_of_a_platform_is_known_to_the_sentence_of_a_missing_archive(tmp_path, capsys):
    arguments = ["intake", str(tmp_path / "no.zip"), "--csv", str(tmp_path / "o.csv")]
    assert main(arguments) == 2
    assert "There is neither a folder nor a file" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path, capsys):
    path = zipped(tmp_path / "c.zip", ["ann/04.ipynb"])
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["intake", str(path), "--csv", str(tmp_path / "file" / "o.csv")]) == 2
    told = capsys.readouterr().err
    assert told.startswith("alignment: ")
    assert told.count("\n") == 1


def test_a_full_disk_is_one_sentence(tmp_path, capsys, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device", "o.csv")

    monkeypatch.setattr("fairmark.grading.results.tempfile.mkstemp", full)
    path = zipped(tmp_path / "c.zip", ["ann/04.ipynb"])
    assert main(["intake", str(path), "--csv", str(tmp_path / "o.csv")]) == 2
    assert "No space left on device" in capsys.readouterr().err


def test_a_full_disk_while_a_whole_folder_is_copied_is_one_short_sentence(capsys):
    def refused(_):
        why = "[Errno 28] No space left on device: 'a/1.csv' -> 'b/1.csv'"
        raise shutil.Error([(f"a/{n}.csv", f"b/{n}.csv", why) for n in range(80)])

    def build(_):
        parser = argparse.ArgumentParser()
        parser.set_defaults(run=refused)
        return parser

    assert run("alignment", build, [], "") == 2
    told = capsys.readouterr().err
    assert told.startswith("alignment: b/0.csv: [Errno 28] No space left on device; look whether")
    assert told.count("\n") == 1


def test_what_was_confirmed_is_known_by_its_content_and_not_by_a_name_that_comes_again(
    tmp_path, listed
):
    mine, other = OF_SET["04"], OF_SET["04"] + b" "
    roster = listed(handins.GOOGLE)
    (tmp_path / "m.csv").write_text("submission,id\n04.ipynb,aable@x.org\n", encoding="utf-8")
    first = taken(zipped(tmp_path / "a.zip", {"04.ipynb": mine}), roster, match=tmp_path / "m.csv")
    assert [(c.id, bool(c.digest)) for c in first.confirmed] == [("aable@x.org", True)]
    names = {"04.ipynb": other, "renamed.ipynb": mine}
    again = take_in(zipped(tmp_path / "b.zip", names), Wanted(roster), first.confirmed)
    found = {e.file: e.student for e in again.entries if e.file}
    assert found == {"04.ipynb": "04.ipynb", "renamed.ipynb": "aable@x.org"}
