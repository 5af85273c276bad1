"""From results to what a teacher hands on: tables, import files, pages, and who needs a look.

Everything is written anew from the result files, so an interrupted run loses none of it.
"""

from dataclasses import asdict, dataclass, field
from pathlib import Path

from fairmark.grading import gradebook
from fairmark.grading.assignments import Assignment
from fairmark.grading.classroom import Entry, results_of, weak_questions
from fairmark.grading.marking import Course
from fairmark.grading.page import student_page
from fairmark.grading.report import Tally, class_report
from fairmark.grading.results import NOT_GRADABLE, Graded, write_whole
from fairmark.grading.roster import Matched, Roster, match, read_matches, read_roster

BOOK, REPORT, PAGES, ATTENTION = "gradebook.csv", "class-report.html", "feedback", "attention.csv"


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
        Students of the roster who handed in nothing.
    written : list of str
        Files that were written, without the pages.
    """

    submissions: int = 0
    graded: int = 0
    repaired: int = 0
    not_gradable: int = 0
    human: list[str] = field(default_factory=list)
    missing: int = 0
    written: list[str] = field(default_factory=list)

    def as_json(self) -> dict:
        """Return the summary for a machine to read."""
        return asdict(self)

    def __str__(self) -> str:
        """Return a few lines for a terminal."""
        lines = [f"A human should look: {each}" for each in self.human[:20]]
        if len(self.human) > 20:
            lines.append(f"... and {len(self.human) - 20} more, all in {ATTENTION}")
        lines.append(
            f"{self.submissions} submissions: {self.graded} graded, {self.repaired} of them with "
            f"repairs; {self.not_gradable} not gradable; of the roster {self.missing} without one."
        )
        return "\n".join([*lines, f"Written: {', '.join(self.written)}"])


def hand_on(
    out: Path, entries: dict[str, Entry], course: Course, roster: Path | None, matches: Path | None
) -> Summary:
    """Write everything a teacher hands on.

    Parameters
    ----------
    out : Path
        The output folder with the results.
    entries : dict of str to Entry
        The class.
    course : Course
        Sets and data sets.
    roster, matches : Path, optional
        The class list, and what a human has said about names it does not know.

    Returns
    -------
    Summary
        Counts, and what needs a human.
    """
    summary, tally, attention = Summary(), Tally(), [["student", "file", "what"]]
    sets = course.assignments
    for each in results_of(out, entries):
        _count(summary, each)
        tally.add(each, sets)
        attention += [[each.student, each.file, what] for what in each.human]
        _write_page(out, each, sets.get(each.number))
    book = gradebook.gradebook(results_of(out, entries), sets)
    report = class_report(tally, sets, weak_questions(course))
    if roster is not None:
        _write_import(out, entries, sets, read_roster(roster), read_matches(matches), summary)
        attention += [["", "", text] for text in summary.human if "roster" in text]
    _write(out, summary, {BOOK: book, REPORT: report, ATTENTION: gradebook.written(attention)})
    return summary


def _count(summary: Summary, graded: Graded) -> None:
    summary.submissions += 1
    summary.not_gradable += graded.outcome == NOT_GRADABLE
    summary.graded += graded.outcome != NOT_GRADABLE
    summary.repaired += bool(graded.repairs)
    summary.human += [f"{graded.file}: {what}" for what in graded.human]


def _write_page(out: Path, graded: Graded, assignment: Assignment | None) -> None:
    title = f"Exercise set {assignment.name}" if assignment else "Exercise set not recognised"
    page = student_page(graded, assignment.keys if assignment else {}, title)
    write_whole(out / PAGES / f"{graded.key}.html", page)


def _write_import(
    out: Path,
    entries: dict[str, Entry],
    sets: dict[str, Assignment],
    roster: Roster,
    known: dict[str, str],
    summary: Summary,
) -> None:
    """Write what the platform imports, unless somebody would be dropped."""
    matched = match(roster, list(results_of(out, entries)), known)
    summary.missing = len(matched.missing)
    for found, told, advice in (
        (matched.unknown, "of nobody in the roster", "say whose they are with --match"),
        (matched.twice, "several of one student of the roster for one set", "keep one of them"),
    ):
        if found:
            names = ", ".join(sorted({each.student for each in found})[:10])
            summary.human.append(
                f"{len(found)} submissions are {told} ({names}), so no import file was written; "
                f"{advice}"
            )
    if matched.unknown or matched.twice:
        for path in out.glob("import-*.csv"):
            path.unlink()  # an old one would drop them silently
        return
    _write(out, summary, _imports(roster, matched, sets))


def _imports(roster: Roster, matched: Matched, sets: dict[str, Assignment]) -> dict[str, str]:
    if roster.kind == "canvas":
        return {"import-canvas.csv": gradebook.canvas(roster, matched, sets)}
    if roster.kind == "list":
        return {"import-list.csv": gradebook.plain_list(roster, matched, sets)}
    return {
        f"import-moodle-{number}.csv": gradebook.moodle(
            roster, matched, number, sum(key.points for key in each.keys.values())
        )
        for number, each in sets.items()
    }


def _write(out: Path, summary: Summary, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        write_whole(out / name, text)
        summary.written.append(name)
