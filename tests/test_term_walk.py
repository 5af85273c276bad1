"""A whole term in one go: hand-ins of three platforms, graded, adjusted, to imports and pages.

The short walk has six students and the frozen set, whose few tables are ready in a second; `make
test-long` walks with 60 students and the course's ten sets. All sets of a platform come in one
archive, so that the second set of tables is made once a platform.
"""

import csv
import json
import random
import time
import zipfile
from pathlib import Path

import pytest

from alignment import cli
from fairmark.grading.assignments import open_assignment
from tests.classes import notebook, solutions
from tests.recompute_term import finals
from tests.sets import EXERCISES, FROZEN
from tests.terms import part, plan

PLATFORMS = ("canvas", "moodle", "blackboard")
LATE = '[late]\ntake = 10\nfloor = 0\nof = "possible"\nper = "day"\n'
COLUMN = {"canvas": "Term (99)", "moodle": "", "blackboard": "Term [Total Pts: 100 Score] |9099"}

ID = {"canvas": "ID", "moodle": "Identifier", "blackboard": "Username"}
ID_IS = {"canvas": "", "moodle": "Participant ", "blackboard": "login"}
BOOK_IS = {"canvas": "", "moodle": "", "blackboard": "login"}
FILLED = COLUMN | {"moodle": "Grade"}


class Class:
    """Invented students on three platforms; who did what follows from one fixed seed."""

    def __init__(self, count: int, exercises: Path, sets: tuple[str, ...], place: Path) -> None:
        self.exercises, self.sets, self.place = exercises, sets, place
        self.chance = random.Random(7)
        self.people = [(PLATFORMS[n % 3], f"{100 + n}") for n in range(count)]
        self.term = place / "term"
        self.graded: list[Path] = []

    def of(self, platform: str) -> list[str]:
        """Return the numbers of a platform's students."""
        return [number for where, number in self.people if where == platform]

    def list_of(self, platform: str) -> str:
        """Write the platform's own export."""
        numbers = self.of(platform)
        if platform == "canvas":
            head = "Student,ID,SIS Login ID,Section,Week 1 (77),Term (99)\n"
            rows = [f'"Last{n}, First{n}",{n},login{n},A,,\n' for n in numbers]
            return head + "    Points Possible,,,,42,100\n" + "".join(rows)
        if platform == "moodle":
            head = "Identifier,Full name,Email address,Status,Grade,Maximum Grade,"
            head += "Grade can be changed\n"
            rows = [
                f"Participant {n},First{n} Last{n},m{n}@x.org,Submitted for grading,,100.00,Yes\n"
                for n in numbers
            ]
            return head + "".join(rows)
        head = '"Last Name","First Name","Username","Student ID","Last Access","Availability",'
        head += f'"{COLUMN["blackboard"]}"\n'
        rows = [f'"Last{n}","First{n}","login{n}","{n}","","Yes",""\n' for n in numbers]
        return head + "".join(rows)

    def name_of(self, platform: str, student: str, number: str, file: str) -> str:
        """Return the name under which a platform's zip holds a student's file."""
        if platform == "canvas":
            return f"last{student}first{student}_{student}_9{number}{student}_{file}"
        if platform == "moodle":
            return f"First{student} Last{student}_{student}_assignsubmission_file_/{file}"
        return f"Week_login{student}_attempt_2026-11-{int(number) + 9}-10-00-00_{file}"

    def hand_in(self, platform: str) -> Path:
        """Write a platform's zip: right, half done, untouched, odd files, and some nothing."""
        path = self.place / f"{platform}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in self.sets:
                of = open_assignment(number, self.exercises)
                best = solutions(of)
                for at, student in enumerate(self.of(platform)):
                    kind = (at + int(number)) % 7
                    if kind == 5:
                        continue  # nothing handed in
                    share = {0: 1.0, 6: 0.0}.get(kind, 0.7)
                    answers = {q: t for q, t in best.items() if self.chance.random() < share}
                    text = json.dumps(notebook(of, answers))
                    name = self.name_of(platform, student, number, f"{of.name}.ipynb")
                    archive.writestr(name, text)
                    if kind == 3:
                        odd = self.name_of(platform, student, number, f"notes-{number}.pdf")
                        archive.writestr(odd, b"%PDF-1.4")
        return path

    def grade(self) -> None:
        """Grade the sets of each platform."""
        for platform in PLATFORMS:
            listed = self.place / f"{platform}.csv"
            listed.write_text(self.list_of(platform), encoding="utf-8")
            out = self.place / f"graded-{platform}"
            command = ["grade", self.hand_in(platform), "--out", out, "--roster", listed,
                       "--seed", 10**30 + 7]  # fmt: skip
            assert cli.main([*map(str, command)]) in (0, 1)
            self.graded.append(out)

    def rows(self) -> list[dict[str, str]]:
        """Return every row of every gradebook."""
        return [row for out in self.graded for row in read(out / "gradebook.csv")]

    def write_term(self) -> None:
        """Write the plan, the deadlines, a memo with late ones, and adjustments."""
        self.term.mkdir()
        students = list(dict.fromkeys((r["student"], r["name"]) for r in self.rows()))
        assert len(students) == len(self.people)
        dropped = f"drop = {min(1, len(self.sets) - 1)}"
        parts = part("sets", 60, *self.sets, more=dropped), part("memo", 40, "memo")
        text = plan(*parts, late=LATE)
        text = text.replace("Europe/Berlin", "UTC")
        (self.term / "grades.toml").write_text(text, encoding="utf-8")
        write(self.term / "roster.csv", [("student", "name"), *students])
        due = [(each, "2026-12-01 12:00:00") for each in (*self.sets, "memo")]
        write(self.term / "due.csv", [("set", "due"), *due])
        memos = [
            (student, "memo", 55 + 7 * at % 45, 100, f"2026-12-0{1 + (at % 5 == 4)} 11:00:00")
            for at, (student, _) in enumerate(students)
            if at % 11 != 10
        ]
        write(self.term / "points.csv", [("student", "set", "points", "of", "submitted"), *memos])
        adjusted = [
            (student, "memo", "", "points", 2, "a source found later", "lw", "2026-12-10")
            for student, _ in students[1:6:2]
        ]
        adjusted.append((students[0][0], "total", "", "points", 1, "review", "lw", "2026-12-11"))
        head = ("student", "set", "question", "kind", "points", "reason", "by", "when")
        write(self.term / "adjust.csv", [head, *adjusted])

    def grades(self, out: Path, platform: str) -> dict[str, bytes]:
        """Reckon the term with the import of one platform; return every file."""
        given = [word for folder in self.graded for word in ("--graded", folder)]
        column = ["--column", COLUMN[platform]] if COLUMN[platform] else []
        command = ["grades", self.term, "--out", out, *given, "--class-list",
                   self.place / f"{platform}.csv", *column]  # fmt: skip
        assert cli.main([*map(str, command)]) in (0, 1)
        return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}

    def recomputed(self) -> dict[str, str]:
        """Work every grade out from the gradebooks by the independent script."""
        place = self.place / "independent"
        place.mkdir()
        for name in ("grades.toml", "due.csv", "adjust.csv"):
            (place / name).write_bytes((self.term / name).read_bytes())
        found = [
            (r["student"], r["set"], r["earned"], r["points"], "") for r in self.rows() if r["file"]
        ]
        memos = [tuple(r.values()) for r in read(self.term / "points.csv")]
        head = ("student", "set", "points", "of", "submitted")
        write(place / "points.csv", [head, *found, *memos])
        return dict(finals(place))


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[tuple]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


@pytest.mark.usefixtures("frozen_here")
def test_a_small_term_from_hand_ins_of_three_platforms_to_imports_and_pages(tmp_path):
    walk(Class(6, FROZEN, ("04",), tmp_path))


@pytest.mark.long
def test_a_term_of_sixty_and_ten_sets_from_hand_ins_to_imports_and_pages(tmp_path):
    walk(Class(60, EXERCISES, tuple(f"{n:02}" for n in range(1, 11)), tmp_path))


def walk(term: Class) -> None:
    """Go the whole way; each joint is compared with what was put in."""
    begun, count, sets, place = time.monotonic(), len(term.people), term.sets, term.place
    term.grade()
    term.write_term()
    for platform in PLATFORMS:
        out = place / f"final-{platform}"
        first = term.grades(out, platform)
        assert term.grades(out, platform) == first
        book = {row["student"]: row["final"] for row in read(out / "term.csv")}
        assert len([name for name in first if name.startswith("pages/")]) == count
        (ready,) = out.glob(f"import-{platform}-*.csv")
        given = [(row[ID[platform]], float(row[FILLED[platform]])) for row in read(ready)]
        assert given == [
            (ID_IS[platform] + number, float(book[BOOK_IS[platform] + number]))
            for number in term.of(platform)
        ]
    assert book == term.recomputed()
    # Everybody in every set is a row, handed in or not: nobody is dropped on the way.
    assert {(r["student"], r["set"]) for r in term.rows() if r["set"]} == {
        (BOOK_IS[platform] + number, each) for platform, number in term.people for each in sets
    }
    print(f"{count} students, {len(sets)} sets: {time.monotonic() - begun:.0f} s")
