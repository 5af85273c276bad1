"""From results to what a teacher hands on: tables, import files, pages, and who needs a look.

Everything is written again from the result files, so an interrupted run loses none of it.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from fairmark.grading import gradebook, matches
from fairmark.grading.assignments import Assignment
from fairmark.grading.classroom import results_of, weak_questions
from fairmark.grading.entries import Entry, Intake, set_of
from fairmark.grading.follow import Earlier, follow_up
from fairmark.grading.marking import Course
from fairmark.grading.page import Shown, student_page
from fairmark.grading.report import Tally, class_report
from fairmark.grading.results import NOT_GRADABLE, NOTHING, Graded, write_whole
from fairmark.messages import say
from fairmark.platforms.filling import NoColumn
from fairmark.platforms.importing import summary as summary_of
from fairmark.platforms.importing import write_import
from fairmark.platforms.protocol import CERTAIN, Import, Mark
from fairmark.platforms.tables import written

BOOK, REPORT, PAGES, ATTENTION = "gradebook.csv", "class-report.html", "feedback", "attention.csv"
FOLLOW = "follow-up.csv"
CHANGES = "import-changes.csv"
LONGEST_PLACE = 100  # letters of a path on the terminal; all of it stands in attention.csv


@dataclass
class Summary:
    """How the grading of a class went.

    Parameters
    ----------
    submissions, graded, repaired, not_gradable : int
        Counts.
    human : list of str
        What a human should look at.
    missing : int
        How many of the class list handed in nothing at all.
    sets_missing : int
        How many sets the others lack.
    listed : int
        How many people the class list has.
    written : list of str
        Files that were written, without the pages.
    """

    submissions: int = 0
    graded: int = 0
    repaired: int = 0
    not_gradable: int = 0
    human: list[str] = field(default_factory=list)
    missing: int = 0
    sets_missing: int = 0
    listed: int = 0
    written: list[str] = field(default_factory=list)

    def as_json(self) -> dict:
        """Return the summary for a machine to read."""
        return asdict(self)

    def __str__(self) -> str:
        """Return a few lines for a terminal."""
        lines = [say("desk.look", found=each) for each in self.human[:20]]
        if len(self.human) > 20:
            lines.append(say("desk.more", count=len(self.human) - 20, file=ATTENTION))
        counts = {"graded": self.graded, "repaired": self.repaired, "not": self.not_gradable}
        said = [say("desk.counts", self.submissions, **counts)]
        if self.listed:
            said.append(say("desk.missing", listed=self.listed, missing=self.missing))
        if self.sets_missing:
            said.append(say("desk.sets_missing", count=self.sets_missing))
        lines.append(" ".join(said))
        return "\n".join([*lines, say("desk.written", path=", ".join(self.written))])


@dataclass(frozen=True)
class Handover:
    """How a class is handed on.

    Parameters
    ----------
    column : str
        The heading of the platform to fill; empty to choose by the set.
    tell : callable
        Prints a line before an import is written.
    shown : Shown
        What the students' pages may show.
    earlier : dict of str to dict of str to float
        Shares of points of earlier sets: student -> set -> share.
    """

    column: str = ""
    tell: Callable[[str], object] = print
    shown: Shown = field(default_factory=Shown)
    earlier: Earlier = field(default_factory=dict)


def hand_on(out: Path, intake: Intake, course: Course, how: Handover | None = None) -> Summary:
    """Write everything a teacher hands on.

    Parameters
    ----------
    out : Path
        The output folder with the results.
    intake : Intake
        The class.
    course : Course
        Sets and data sets.
    how : Handover, optional
        What the teacher says of it.

    Returns
    -------
    Summary
        Counts, and what needs a human.
    """
    how = how or Handover()
    summary, tally, sets = Summary(), Tally(), course.assignments
    summary.listed = sum(not student.note for student in intake.people.students)
    came = {entry.row for entry in intake.entries if entry.file}
    gone = {entry.row for entry in intake.entries if not entry.file} - came
    summary.missing = len(gone)
    summary.sets_missing = sum(not e.file and e.row not in gone for e in intake.entries)
    for _, each in results_of(out, intake.entries):
        _count(summary, each)
        if each.outcome != NOTHING:
            tally.add(each, sets)
            _write_page(out, each, sets.get(each.number), how.shown)
    more = list(intake.odd)
    if course.kind == "stock":
        more.append(("", "", say("entry.stock"), say("do.full_scores")))
    more += _write_imports(out, intake, course, how, summary)
    lines = gradebook.attention(results_of(out, intake.entries), more)
    summary.human = [_line(each) for each in lines[1:] if each[4] != say("do.nothing")]
    follow = follow_up(results_of(out, intake.entries), intake.main, how.earlier)
    texts = {
        BOOK: gradebook.gradebook(results_of(out, intake.entries), sets, course.kind),
        REPORT: class_report(tally, sets, weak_questions(course), intake.main),
        FOLLOW: written(follow),
        ATTENTION: written(lines),
    }
    _write(out, summary, texts)
    _write_matches(out, intake, summary)
    return summary


def _line(cells: list[str]) -> str:
    student, _, file, found, _ = cells
    where = file or student
    where = where if len(where) <= LONGEST_PLACE else f"...{where[-LONGEST_PLACE:]}"
    return f"{where}: {found}" if where else found


def _count(summary: Summary, graded: Graded) -> None:
    if graded.outcome == NOTHING:
        return
    summary.submissions += 1
    summary.not_gradable += graded.outcome == NOT_GRADABLE
    summary.graded += graded.outcome != NOT_GRADABLE
    summary.repaired += bool(graded.repairs)


def _write_page(out: Path, graded: Graded, assignment: Assignment | None, shown: Shown) -> None:
    title = say("page.set", name=assignment.name) if assignment else say("page.no_set")
    page = student_page(graded, assignment, title, shown)
    write_whole(out / PAGES / f"{graded.key}.html", page)


def _write_imports(
    out: Path, intake: Intake, course: Course, how: Handover, summary: Summary
) -> list[tuple[str, str, str, str]]:
    """Write what the platform takes in for those who are matched; say first what it changes."""
    for path in out.glob("import-*.csv"):
        path.unlink()  # an old one would be taken for today's
    if intake.people.table is None:
        return []
    rows = list(results_of(out, intake.entries))
    told: list[tuple[str, str, str, str]] = []
    changes = [["set", "column", "id", "name", "before", "after"]]
    for number in intake.main:
        assignment = course.assignments.get(number)
        marks = _marks(rows, number, intake.main)
        if assignment is None or not marks:
            continue
        try:
            words = assignment.name.partition("-")[2]
            ready = write_import(intake.people, marks, how.column, assignment.name, number, words)
        except NoColumn as error:
            found = say("entry.no_import", number=number, why=error)
            told.append(("", "", found, say("do.column")))
            continue
        for line in (*summary_of(ready), *_late(ready, rows)):
            how.tell(line)
        changes += [
            [number, ready.heading, c.student.id, c.student.name, c.before, c.after]
            for c in ready.changes
        ]
        _write(
            out, summary, {f"import-{ready.platform.replace('_', '-')}-{number}.csv": ready.text}
        )
    if len(changes) > 1:
        _write(out, summary, {CHANGES: written(changes)})
    return told


def _marks(rows: list[tuple[Entry, Graded]], number: str, sets: tuple[str, ...]) -> list[Mark]:
    """List the grades of a set; a file that is called after another set of the class is none."""
    others = set(sets) - {number}
    return [
        Mark(entry.student, str(graded.earned), str(graded.points), entry.row)
        for entry, graded in rows
        if entry.row >= 0 and entry.how in CERTAIN and graded.number == number and graded.questions
        if set_of(entry.file) not in others
    ]


def _late(ready: Import, rows: list[tuple[Entry, Graded]]) -> list[str]:
    late = ready.platform == "canvas" and any(entry.late == "yes" for entry, _ in rows)
    return [f"  {say('import.late_twice')}"] if late else []


def _write_matches(out: Path, intake: Intake, summary: Summary) -> None:
    """Write whom a human is asked about, and what is confirmed."""
    asked = matches.proposals(intake.claims, set_of)
    for name, rows in (
        (matches.PROPOSED_FILE, asked),
        (matches.CONFIRMED_FILE, matches.record(intake.confirmed) if intake.confirmed else []),
    ):
        if rows:
            _write(out, summary, {name: written(rows)})
        else:
            (out / name).unlink(missing_ok=True)


def _write(out: Path, summary: Summary, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        write_whole(out / name, text)
        summary.written.append(name)
