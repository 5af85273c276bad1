"""`alignment grades`: what is written, what is refused, and that a second run changes nothing."""

import csv
import json
import re
from dataclasses import replace
from fractions import Fraction
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from alignment import cli
from fairmark.files import hold
from fairmark.grading.compare import Judged
from fairmark.grading.results import Graded, write_result
from fairmark.term import output_files
from fairmark.term.rubric import ENOUGH
from tests.handins import zipped
from tests.terms import LATE, part, plan, write_term

PLAN = plan(part("sets", 60, "01", "02", "03", more="drop = 1"), part("memo", 40, "memo"),
            late=LATE)  # fmt: skip
TABLES = {
    "roster": 'ann,"Able, Ann",\nbob,=1+1,\ncem,<b>Cem</b>,',
    "due": "01,2026-11-06\n02,2026-11-13\n03,2026-11-20",
    "points": "ann,01,7,9,2026-11-06 10:00\nann,02,9,10,2026-11-15 10:00\nann,03,EX,10,\n"
    "ann,memo,72,100,\nbob,01,5,9,2026-11-06 10:00\nbob,02,8,10,2026-11-13 10:00\n"
    "bob,memo,61,100,\ncem,01,9,9,2026-11-06 10:00\ncem,02,10,10,2026-11-13 10:00\n"
    "cem,03,10,10,2026-11-20 10:00",
    "extensions": "bob,01,2026-11-08,a private matter,xy",
    "adjust": 'ann,02,2.4,points,1,"the range, <i>too</i>",xy,2026-12-01\n'
    'bob,memo,,points,2,"=SUM(A1)",xy,2026-12-02',
}


@pytest.fixture
def term(tmp_path):
    return write_term(tmp_path / "term", PLAN, **TABLES)


def grades(*words) -> int:
    return cli.main(["grades", *map(str, words)])


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def page(out: Path, student: str) -> str:
    (path,) = (out / "pages").glob(f"{student}-????????.html")
    return path.read_text(encoding="utf-8")


def test_a_term_becomes_a_gradebook_an_audit_an_import_and_a_page_each(term, tmp_path):
    out = tmp_path / "out"
    assert grades(term, "--out", out) == 0
    book = rows(out / "term.csv")
    assert [(row["student"], row["final"], row["status"]) for row in book] == [
        ("ann", "76.8", "final"), ("bob", "65.9", "final"), ("cem", "100.0", "so far"),
    ]  # fmt: skip
    assert [row["total"] for row in rows(out / "import-list-total.csv") if "total" in row] == [
        "76.8", "65.9", "100.0",
    ]  # fmt: skip
    assert len(list((out / "pages").iterdir())) == 3
    assert {"audit.csv", "attention.csv", "inputs.txt", "history.md", ".gitignore"} <= set(
        tree(out)
    )


def test_a_second_run_changes_no_byte_and_another_place_gets_the_same_ones(term, tmp_path):
    grades(term, "--out", tmp_path / "a")
    first = tree(tmp_path / "a")
    grades(term, "--out", tmp_path / "a")
    assert tree(tmp_path / "a") == first
    (term / "secret.txt").write_text("not to be guessed", encoding="utf-8")
    grades(term, "--out", tmp_path / "b")
    grades(term, "--out", tmp_path / "c")
    assert tree(tmp_path / "b") == tree(tmp_path / "c")


def test_no_clock_no_language_and_no_hash_seed_of_the_machine_changes_a_byte(term, tmp_path):
    import os
    import subprocess
    import sys

    (term / "secret.txt").write_text("not to be guessed", encoding="utf-8")
    for name, zone in (("a", "Asia/Tokyo"), ("b", "America/Lima")):
        home = os.environ | {"TZ": zone, "PYTHONHASHSEED": "1" if name == "a" else "2",
                             "LC_ALL": "C"}  # fmt: skip
        command = [sys.executable, "-m", "alignment", "grades", term, "--out", tmp_path / name]
        subprocess.run(list(map(str, command)), env=home, check=True, timeout=120)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


class Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)

    def handle_data(self, data):
        self.text.append(data)


def test_a_page_holds_one_person_every_reason_and_no_private_one(term, tmp_path):
    grades(term, "--out", tmp_path / "out")
    ann, bob, cem = (page(tmp_path / "out", who) for who in ("ann", "bob", "cem"))
    assert "the range, &lt;i&gt;too&lt;/i&gt;" in ann
    assert "=SUM(A1)" in bob
    assert "a private matter" not in ann + bob + cem
    assert "Able" not in bob + cem
    assert "your own deadline" in bob
    assert "&lt;b&gt;Cem&lt;/b&gt;" in cem
    reader = Text()
    reader.feed(ann + bob + cem)
    assert not reader.tags & {"script", "img", "link", "a", "form", "iframe", "i", "b"}


def test_every_number_of_a_page_is_an_after_of_the_audit_or_of_an_input(term, tmp_path):
    """Each "= number" and "becomes number" can be looked up; nothing is only on the page."""
    out = tmp_path / "out"
    grades(term, "--out", out)
    for who in ("ann", "bob", "cem"):
        afters = {row["after"] for row in rows(out / "audit.csv") if row["student"] == who}
        known = {Fraction(after) for after in afters if after}
        text = unescape(re.sub(r"<[^>]+>", "\n", page(out, who).partition("<h2>The rules")[0]))
        found = re.findall(
            r"(?:becomes|total before rounding:) ([0-9.]+)(?: \(exactly ([0-9/]+)\))?", text
        )
        assert found or who == "cem"
        assert all(Fraction(exactly or shown) in known for shown, exactly in found)


def test_a_grade_can_be_recomputed_from_its_page_alone(term, tmp_path):
    """Read the parts and weights off the page and do what its last section says."""
    grades(term, "--out", tmp_path / "out")
    text = unescape(re.sub(r"<[^>]+>", "\n", page(tmp_path / "out", "ann")))
    parts = dict(re.findall(r"(\w+) = (\(?[0-9/+ .]+\)?(?: / \d+)?) = ", text))
    weights = dict(re.findall(r"(\w+): weight (\d+)", text))
    pieces = {name: sum(Fraction(p) for p in re.findall(r"\d+(?:\.\d+)?/\d+", rule))
              / int((re.findall(r"\) / (\d+)", rule) or ["1"])[0])
              for name, rule in parts.items()}  # fmt: skip
    total = sum(Fraction(weights[name]) * share for name, share in pieces.items())
    assert f"{float(total):.1f} of 100" in text


def test_no_cell_of_any_table_is_a_formula(term, tmp_path):
    grades(term, "--out", tmp_path / "out")
    for path in (tmp_path / "out").glob("*.csv"):
        for row in csv.reader(path.open(encoding="utf-8", newline="")):
            for cell in row:
                number = re.fullmatch(r"[+-]?[0-9.]+", cell)
                assert number or not cell.lstrip().startswith(("=", "+", "-", "@")), cell
                assert ";=" not in cell


def test_refused_inputs_write_nothing_and_give_a_sentence(term, tmp_path, capsys):
    (term / "adjust.csv").write_text("student,set\n", encoding="utf-8")
    assert grades(term, "--out", tmp_path / "out") == 2
    assert not (tmp_path / "out").exists()
    assert "adjust.csv: needs the column kind" in capsys.readouterr().err


def test_refused_inputs_leave_an_earlier_output_as_it_was(term, tmp_path):
    grades(term, "--out", tmp_path / "out")
    before = tree(tmp_path / "out")
    (term / "points.csv").write_text("student,set,points,of\nann,01,-1,9\n", encoding="utf-8")
    assert grades(term, "--out", tmp_path / "out") == 2
    assert tree(tmp_path / "out") == before


@pytest.mark.parametrize("place", ["a-file", "term", "graded"])
def test_a_place_that_cannot_be_written_to_is_a_sentence(term, tmp_path, capsys, place):
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    (tmp_path / "graded" / "results").mkdir(parents=True)
    assert grades(term, "--out", tmp_path / place) == 2
    said = capsys.readouterr().err
    assert said.startswith("alignment: ")
    assert "--out" in said


def test_two_runs_at_once_refuse_in_words(term, tmp_path, capsys):
    with output_files.alone(tmp_path / "out"):
        assert grades(term, "--out", tmp_path / "out") == 2
    assert "Another run is writing" in capsys.readouterr().err
    assert grades(term, "--out", tmp_path / "out") == 0


def test_two_runs_of_grading_at_once_refuse_in_words(tmp_path, capsys):
    zipped(tmp_path / "class.zip", ["ann/04.ipynb"])
    command = ["grade", tmp_path / "class.zip", "--out", tmp_path / "out", "--kernels", "stock"]
    with hold(tmp_path / "out", ".part"):
        assert cli.main([*map(str, command)]) == 2
    assert "Another run is writing" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".running"]


def test_what_a_killed_run_left_half_written_is_removed(tmp_path):
    (tmp_path / "results").mkdir()
    for name in (".a.part", "results/.b.part"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    hold(tmp_path, ".part").close()
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".running", "results"]


def test_a_run_killed_at_any_write_is_completed_by_the_next(term, tmp_path, monkeypatch):
    (term / "secret.txt").write_text("not to be guessed", encoding="utf-8")
    grades(term, "--out", tmp_path / "whole")
    whole, real = tree(tmp_path / "whole"), Path.replace
    for count in range(len(whole)):
        left = iter([True] * count)

        def replace(self, target, left=left):
            if not next(left, False):
                raise KeyboardInterrupt
            return real(self, target)

        out = tmp_path / f"killed-{count}"
        monkeypatch.setattr(Path, "replace", replace)
        grades(term, "--out", out)
        monkeypatch.setattr(Path, "replace", real)
        grades(term, "--out", out)
        assert tree(out) == whole, count


def test_tables_and_pages_are_their_owners_alone(term, tmp_path):
    grades(term, "--out", tmp_path / "out")
    assert {p.stat().st_mode & 0o77 for p in (tmp_path / "out").glob("*.csv")} == {0}
    assert (tmp_path / "out" / ".gitignore").read_text(encoding="utf-8").endswith("*\n")


def test_the_history_says_what_changed_and_why(term, tmp_path, capsys):
    out = tmp_path / "out"
    grades(term, "--out", out)
    text = (term / "points.csv").read_text(encoding="utf-8").replace("ann,01,7,9", "ann,01,9,9")
    (term / "points.csv").write_text(text, encoding="utf-8")
    capsys.readouterr()
    grades(term, "--out", out, "--since", out)
    since = capsys.readouterr().out
    assert since.startswith(
        "Able, Ann (ann): 01 from 7 to 9 (regrade, what is dropped), 02 stays 8 (what is dropped), "
        "final 76.8 to 88.8, C to B."
    )
    assert (out / "history.md").read_text(encoding="utf-8").count("## ") == 1
    grades(term, "--out", out)
    plan_text = (term / "grades.toml").read_text(encoding="utf-8").replace("drop = 1", "drop = 0")
    (term / "grades.toml").write_text(plan_text, encoding="utf-8")
    grades(term, "--out", out)
    said = (out / "history.md").read_text(encoding="utf-8")
    assert since.splitlines()[0] in said
    assert "Plan: part sets drop from 1 to 0" in said
    assert said.count("## ") == 3


def test_what_if_shows_what_would_be_and_writes_no_file(term, tmp_path, capsys):
    before = tree(tmp_path)
    assert grades(term, "--what-if", "bob memo 90") == 0
    said = capsys.readouterr().out
    assert said.startswith("Not a grade")
    assert "memo: 90 of 100" in said
    assert grades(term, "--what-if", "sets drop 0") == 0
    assert "ann: 76.8 C would be" in capsys.readouterr().out
    assert tree(tmp_path) == before


def test_what_if_says_what_open_items_would_have_to_bring(term, capsys):
    grades(term, "--what-if", "cem 03 0")
    said = capsys.readouterr().out
    assert "Open: memo." in said
    assert "A (90) needs 75 % of each: 90.0." in said


@pytest.mark.parametrize("text", ["anm memo 80", "ann memo 101", "ann mem 5", "sets drp 2", "x"])
def test_a_supposition_that_means_nothing_is_refused(term, text):
    assert grades(term, "--what-if", text) == 2


def test_only_writes_one_page_and_no_table(term, tmp_path, capsys):
    assert grades(term, "--out", tmp_path / "out", "--only", "bob") == 0
    pages = [name for name in tree(tmp_path / "out") if name.endswith((".html", ".csv"))]
    assert len(pages) == 1
    assert grades(term, "--out", tmp_path / "out", "--only", "bop") == 2
    assert "did you mean bob?" in capsys.readouterr().err


def test_a_person_is_forgotten_in_every_output_and_the_inputs_are_named(term, tmp_path, capsys):
    out = tmp_path / "out"
    grades(term, "--out", out)
    assert grades(term, "--out", out, "--forget", "ann") == 1
    left = {name: data for name, data in tree(out).items() if b"ann" in data.replace(b"names", b"")}
    assert not left
    said = capsys.readouterr().out
    assert "Still named in points.csv, line 2" in said
    assert "Still named in roster.csv, line 2" in said


def test_an_import_is_for_an_item_a_part_or_the_total_and_can_be_before_late(term, tmp_path):
    out = tmp_path / "out"
    grades(term, "--out", out, "--import", "02", "--import", "sets")
    assert [row["02"] for row in rows(out / "import-list-02.csv")] == ["8", "8", "10"]
    assert [row["sets"] for row in rows(out / "import-list-sets.csv")][2] == "100"
    grades(term, "--out", out, "--import", "02", "--before-late")
    assert [row["02"] for row in rows(out / "import-list-02.csv")] == ["10", "8", "10"]
    assert not (out / "import-list-sets.csv").exists()


def test_nobody_without_a_result_is_in_an_import_and_nobody_off_the_roster(term, tmp_path):
    with (term / "points.csv").open("a", encoding="utf-8") as file:
        file.write("dora,memo,90,100,\n")
    assert grades(term, "--out", tmp_path / "out", "--import", "memo") == 1
    assert [row["id"] for row in rows(tmp_path / "out" / "import-list-memo.csv")] == ["ann", "bob"]
    assert "dora" in (tmp_path / "out" / "term.csv").read_text(encoding="utf-8")


def test_a_new_plan_is_written_once_and_never_over_another(tmp_path, capsys):
    assert grades(tmp_path / "new", "--new") == 0
    assert grades(tmp_path / "new", "--new") == 2
    assert "is there already" in capsys.readouterr().err


RUBRIC = """[rubric.memo]
levels = { full = 100, half = 50, none = 0 }
criteria = { Claims = 40, Evidence = 60 }
words = { full = "nothing of weight is missing" }
"""


def test_each_marker_gets_an_empty_sheet_and_their_agreement_is_a_page(tmp_path, capsys):
    people = [f"p{n:02}" for n in range(12)]
    term = write_term(tmp_path / "term", plan(part("memo", 100, "memo"), more=RUBRIC),
                      roster="\n".join(f"{who},{who}," for who in people), points="")  # fmt: skip
    for marker in ("ab", "cd"):
        assert grades(term, "--rubric-sheet", "memo", "--marker", marker) == 0
        sheet = term / f"rubric-{marker}.csv"
        filled = rows(sheet)
        assert len(filled) == 24
        for at, row in enumerate(filled):
            harder = marker == "cd" and at % 4 == 0
            row["level"] = "half" if harder else "full"
        if marker == "cd":
            filled[0]["level"] = "none"
        with sheet.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, filled[0])
            writer.writeheader()
            writer.writerows(filled)
    assert "nothing of weight is missing" in capsys.readouterr().out
    assert grades(term, "--rubric-sheet", "memo", "--marker", "ab") == 2
    assert grades(term, "--out", tmp_path / "out") == 1
    said = (tmp_path / "out" / "agreement.html").read_text(encoding="utf-8")
    for words in ("24 criteria marked by both", "same level: 18", "one level apart: 5",
                  "ab gives more", "kappa", "p00, Claims: ab full, cd none"):  # fmt: skip
        assert words in said
    assert ENOUGH <= 24


def test_kappa_agrees_with_the_published_value_of_its_formula():
    """Quadratic weights, 3 levels; by the table of Cohen (1968): 1 - sum wO / sum wE."""
    from fairmark.term.rubric import _kappa

    table = [[9, 1, 0], [2, 6, 1], [0, 1, 5]]
    pairs = [(a, b) for a in range(3) for b in range(3) for _ in range(table[a][b])]
    n = len(pairs)
    observed = sum((a - b) ** 2 for a, b in pairs) / n
    rows_ = [sum(row) for row in table]
    columns = [sum(row[b] for row in table) for b in range(3)]
    expected = sum((a - b) ** 2 * rows_[a] * columns[b] for a in range(3) for b in range(3)) / n**2
    assert float(_kappa(pairs)) == pytest.approx(1 - observed / expected)
    assert _kappa([(0, 0)] * 30) is None


def graded_folder(place: Path, results: list[Graded]) -> Path:
    """Write what `alignment grade` leaves behind."""
    for each in results:
        write_result(each, place / "results")
    head = "student,name,set,outcome,earned,points,human,repairs,file\n"
    lines = [f"{r.student},{r.name},{r.number},{r.outcome},{r.earned},{r.points},,,{r.file}\n"
             for r in results]  # fmt: skip
    (place / "gradebook.csv").write_text(head + "".join(lines), encoding="utf-8")
    return place


def result(student, earned, outcome="graded"):
    questions = (Judged("1.1", "One", 4, min(earned, 4), "right"),
                 Judged("1.2", "Two", 6, max(earned - 4, 0), "right"))  # fmt: skip
    return Graded(student, student, f"{student}.ipynb", "01", outcome,
                  questions=() if outcome == "not gradable" else questions)  # fmt: skip


def test_results_of_grading_are_points_and_a_regrade_loses_no_adjustment(tmp_path):
    adjust = (
        "student,set,question,kind,points,reason,by,when,was\n"
        "ann,01,1.2,set,5,the unit was right,xy,2026-12-01,3\nbob,01,,points,1,late bus,xy,,"
    )
    term = write_term(tmp_path / "term", plan(), adjust=adjust)
    place = graded_folder(term / "grades-01", [result("ann", 7), result("bob", 6)])
    assert grades(term, "--out", tmp_path / "out") == 0
    book = rows(tmp_path / "out" / "term.csv")
    assert [row["trace"] for row in book] == [
        "01=9[set]; sets:90; total:90", "01=7[+1]; sets:70; total:70",
    ]  # fmt: skip
    graded_folder(place, [result("ann", 8), result("bob", 6)])
    assert grades(term, "--out", tmp_path / "out") == 1
    assert rows(tmp_path / "out" / "term.csv")[0]["trace"] == "01=9[set]; sets:90; total:90"
    assert "set was made for 3, the grader now says 4" in (
        tmp_path / "out" / "attention.csv"
    ).read_text(encoding="utf-8")


def test_without_a_roster_people_are_called_as_in_the_gradebook(tmp_path):
    term = write_term(tmp_path / "term", plan())
    place = graded_folder(tmp_path / "g", [replace(result("11", 7), name="Able, Ann")])
    book = place / "gradebook.csv"
    book.write_text(book.read_text("utf-8").replace("Able, Ann", '"Able, Ann"'), encoding="utf-8")
    grades(term, "--graded", place, "--out", tmp_path / "out")
    (row,) = rows(tmp_path / "out" / "term.csv")
    assert (row["student"], row["name"]) == ("11", "Able, Ann")


def test_what_came_and_is_of_no_known_set_is_told(tmp_path):
    term = write_term(tmp_path / "term", plan(), due="01,2026-11-06")
    place = graded_folder(tmp_path / "g", [result("ann", 10)])
    with (place / "gradebook.csv").open("a", encoding="utf-8") as book:
        book.write("cy,Cy,,not gradable,,,,,cy/homework.pdf\n")
    assert grades(term, "--graded", place, "--out", tmp_path / "out") == 1
    told = (tmp_path / "out" / "attention.csv").read_text(encoding="utf-8")
    assert "g: cy/homework.pdf cannot be graded, and nobody knows for which set it came" in told


def test_what_is_not_known_yet_is_counted_in_the_last_lines(tmp_path, capsys):
    term = write_term(tmp_path / "term", plan(part("sets", 60, "01"), part("memo", 40, "memo")))
    place = graded_folder(tmp_path / "g", [result("ann", 10), result("bob", 10)])
    grades(term, "--graded", place, "--out", tmp_path / "out")
    assert "Not known yet: memo of 2. Points close an item" in capsys.readouterr().out


def test_who_never_handed_anything_in_is_in_the_term_without_a_roster_too(tmp_path):
    term = write_term(tmp_path / "term", plan(), due="01,2026-11-06")
    place = graded_folder(tmp_path / "g", [result("ann", 10)])
    with (place / "gradebook.csv").open("a", encoding="utf-8") as book:
        book.write("cy,Cy,01,nothing handed in,,10,,,\n")
    grades(term, "--graded", place, "--out", tmp_path / "out")
    assert [row["trace"] for row in rows(tmp_path / "out" / "term.csv")] == [
        "01=10; sets:100; total:100", "01=0[missing]; sets:0; total:0",
    ]  # fmt: skip


def test_what_could_not_be_graded_is_open_and_never_a_zero(tmp_path):
    term = write_term(tmp_path / "term", plan(), due="01,2026-11-06")
    place = graded_folder(tmp_path / "g", [result("ann", 0, "not gradable"), result("bob", 10)])
    grades(term, "--graded", place, "--out", tmp_path / "out")
    assert [row["trace"] for row in rows(tmp_path / "out" / "term.csv")] == [
        "01=?; sets:-; total:-", "01=10; sets:100; total:100",
    ]  # fmt: skip


def test_a_table_may_say_when_it_came_and_grading_what_it_earned(tmp_path):
    term = write_term(tmp_path / "term", plan(late=LATE), due="01,2026-11-06",
                      points="ann,01,,,2026-11-07 10:00\nbob,01,EX,,")  # fmt: skip
    place = graded_folder(tmp_path / "g", [result("ann", 8), result("bob", 10)])
    grades(term, "--graded", place, "--out", tmp_path / "out")
    assert [row["trace"] for row in rows(tmp_path / "out" / "term.csv")] == [
        "01=7[late 1 -1]; sets:70; total:70", "01=x; sets:-; total:-",
    ]  # fmt: skip


def test_a_set_that_was_not_asked_for_counts_once_and_where_it_was(tmp_path):
    """Ann hands set 01 in beside a later set, where nobody calls it late; bo only there."""
    term = write_term(tmp_path / "term", plan())
    own = graded_folder(tmp_path / "a", [result("ann", 4)])
    later = graded_folder(tmp_path / "b", [result("ann", 9), result("bo", 9)])
    book = later / "gradebook.csv"
    head, *lines = book.read_text(encoding="utf-8").splitlines()
    stray = [f"{head},asked for", *(f"{line},no" for line in lines)]
    book.write_text("\n".join(stray), encoding="utf-8")
    assert grades(term, "--graded", own, "--graded", later, "--out", tmp_path / "out") == 1
    assert [row["trace"] for row in rows(tmp_path / "out" / "term.csv")] == [
        "01=4; sets:40; total:40", "01=?; sets:-; total:-",
    ]  # fmt: skip
    told = (tmp_path / "out" / "attention.csv").read_text(encoding="utf-8")
    assert '"bo","bo","01"' in told
    assert "handed in where another one was asked for, so it does not count" in told


def test_one_set_of_one_person_from_two_gradings_is_refused(tmp_path, capsys):
    term = write_term(tmp_path / "term", plan())
    one = graded_folder(tmp_path / "a", [result("ann", 8)])
    two = graded_folder(tmp_path / "b", [result("ann", 9)])
    assert grades(term, "--graded", one, "--graded", two, "--out", tmp_path / "out") == 2
    assert "ann has 01 twice" in capsys.readouterr().err


def test_a_result_that_the_gradebook_names_and_nobody_can_read_is_a_sentence(tmp_path, capsys):
    term = write_term(tmp_path / "term", plan())
    place = graded_folder(tmp_path / "a", [result("ann", 8)])
    next((place / "results").iterdir()).write_text("{", encoding="utf-8")
    assert grades(term, "--graded", place, "--out", tmp_path / "out") == 2
    assert "run alignment grade again" in capsys.readouterr().err


def test_a_class_of_sixty_with_ten_sets_agrees_with_the_script_that_recomputes(tmp_path):
    from random import Random

    from tests.recompute_term import finals

    chance, sets = Random(7), [f"{n:02}" for n in range(1, 11)]
    points = [f"s{who:02},{item},{chance.choice(['', 'EX', *range(13)])},12,2026-11-0"
              f"{chance.randint(1, 4)} 10:00:00" for who in range(60) for item in sets]  # fmt: skip
    text = plan(part("sets", 100, *sets, more="drop = 2"),
                late="[late]\ntake = 5\nfloor = 0\n").replace("Europe/Berlin", "UTC")  # fmt: skip
    term = write_term(tmp_path / "term", text, points="\n".join(points),
                      due="\n".join(f"{item},2026-11-02 12:00:00" for item in sets))  # fmt: skip
    grades(term, "--out", tmp_path / "out")
    book = rows(tmp_path / "out" / "term.csv")
    assert [(row["student"], row["final"]) for row in book] == list(finals(term))
    assert len(list((tmp_path / "out" / "pages").iterdir())) == 60


def test_the_record_of_a_run_is_plain_json(term, tmp_path):
    grades(term, "--out", tmp_path / "out")
    record = json.loads((tmp_path / "out" / "record.json").read_text(encoding="utf-8"))
    assert record["people"]["ann"]["final"] == "76.8"


def test_the_room_knows_no_course_and_reads_no_clock():
    room = Path(__file__).resolve().parents[1] / "alignment" / "term"
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(room.glob("*.py")))
    for word in ("China", "Russia", "now(", "today(", "time.time", "localtime", "getlocale"):
        assert word not in text
    others = set(re.findall(r"from alignment\.(\w+)", text)) | set(
        re.findall(r"import alignment\.(\w+)", text)
    )
    assert others <= {"term", "errors"}
