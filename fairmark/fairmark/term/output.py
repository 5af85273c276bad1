"""The output folder: tables, pages, imports, history; the record of the run is written last.

So a run that is killed leaves whole files, and the next one does what is left.
"""

import csv
import io
import json
import os
import re
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import TZPATH

from fairmark.messages import say
from fairmark.spreadsheets import safe
from fairmark.term import history
from fairmark.term.agreeing import agreement_page
from fairmark.term.checked import DUE
from fairmark.term.grade_page import page_name, person_page
from fairmark.term.imports import Writer, marks, plain_writer
from fairmark.term.inputs import COLUMNS
from fairmark.term.output_files import alone, remove, write_whole
from fairmark.term.plain_tables import plain, read_table, written
from fairmark.term.reckon import Reckoned
from fairmark.term.reckoned import FINAL, NOTHING, OPEN, SO_FAR
from fairmark.term.traces import attention_table, audit_table, inputs_text, term_table
from fairmark.term.wrong import CannotReckon, Problems, did_you_mean

TERM, AUDIT, INPUTS, ATTENTION = "term.csv", "audit.csv", "inputs.txt", "attention.csv"
HISTORY, RECORD, AGREEMENT, PAGES = "history.md", "record.json", "agreement.html", "pages"
SECRET = "secret.txt"
OURS = re.compile(r"import-[^/]+\.csv|agreement\.html|pages/[^/]+\.html")
IGNORE = "# Grades of people; nothing here belongs in a shared repository.\n*\n"


@dataclass
class Written:
    """What a run did.

    Parameters
    ----------
    reckoned : Reckoned
        The term.
    changed : list of str
        Files whose bytes changed, the pages as one.
    pages : int
        How many pages changed.
    entry : str
        What was added to the history; empty if nothing.
    removed : list of str
        Files of an earlier run that no longer hold.
    """

    reckoned: Reckoned
    changed: list[str] = field(default_factory=list)
    pages: int = 0
    entry: str = ""
    removed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Return a few lines for a terminal."""
        grades = self.reckoned.grades
        counts = {s: sum(g.status == s for g in grades) for s in (FINAL, SO_FAR, NOTHING)}
        letters = [name for name, _ in self.reckoned.term.plan.letters]
        each = [f"{name} {sum(g.letter == name for g in grades)}" for name in letters]
        said = ", ".join(say(f"term.{status}", count) for status, count in counts.items())
        lines = [say("term.people", len(grades), said=said)]
        if each:
            lines.append(f"{', '.join(each)}.")
        waits = Counter(item.name for g in grades for item in g.items if item.state == OPEN)
        if waits:
            still = ", ".join(say("term.wait", n, item=name) for name, n in waits.items())
            lines.append(say("term.waits", items=still, file=DUE))
        lines += [say("term.removed", name=name) for name in self.removed]
        pages = [say("term.pages", self.pages)] if self.pages else []
        wrote = ", ".join([*self.changed, *pages])
        lines.append(say("term.written", files=wrote) if wrote else say("term.unchanged"))
        return "\n".join(lines)


@dataclass(frozen=True)
class Wanted:
    """What is asked for besides the usual files.

    Parameters
    ----------
    imports : tuple of str
        Items, parts or "total" to hand on to a platform.
    writer : Writer
        Makes the file of one of them.
    before_late : bool
        Whether imports leave out what lateness took.
    """

    imports: tuple[str, ...] = ("total",)
    writer: Writer = plain_writer
    before_late: bool = False


def write_term(
    folder: Path, out: Path, build: Callable[[], tuple[Reckoned, dict]], ours: str, wanted: Wanted
) -> Written:
    """Write everything of a term.

    Parameters
    ----------
    folder, out : Path
        Of the inputs, and where to write.
    build : callable
        Reads and reckons; returns the term and the plan's table. Called before anything is
        touched, and again once this run has the folder for itself.
    ours : str
        Version of the program.
    wanted : Wanted
        Imports.

    Returns
    -------
    Written
        What changed; the same inputs change nothing the second time.

    Raises
    ------
    CannotReckon
        If the inputs are refused (nothing is written), or the place is.
    """
    _refuse_place(folder, out)
    build()
    with alone(out):
        reckoned, plan = build()
        done, secret = Written(reckoned), secret_of(folder, out)
        files = _tables(reckoned, ours, wanted)
        pages = {
            page_name(grade.person.id, secret): person_page(reckoned, grade, ours)
            for grade in reckoned.grades
            if grade.parts
        }
        _ignore(out)
        for name, text in files.items():
            if write_whole(out / name, text):
                done.changed.append(name)
        for name, text in pages.items():
            done.pages += write_whole(out / PAGES / name, text)
        ours_now = sorted([*files, *(f"{PAGES}/{name}" for name in pages)])
        _sweep(out, ours_now, done)
        _remember(out, {**history.record(reckoned, plan), "files": ours_now}, done)
    return done


def _tables(reckoned: Reckoned, ours: str, wanted: Wanted) -> dict[str, str]:
    files = {
        TERM: term_table(reckoned),
        AUDIT: audit_table(reckoned.grades),
        ATTENTION: attention_table(reckoned),
        INPUTS: inputs_text(reckoned, ours, zones_version()),
    }
    if page := agreement_page(reckoned):
        files[AGREEMENT] = page
    for what in wanted.imports:
        name, text = wanted.writer(what, marks(reckoned, what, before_late=wanted.before_late))
        files[name] = text
    return files


def _refuse_place(folder: Path, out: Path) -> None:
    """Refuse a place whose files a run would mix with its own."""
    if os.path.realpath(out) == os.path.realpath(folder):
        raise CannotReckon(say("term.inputs", out=out))
    if (out / "results").is_dir():
        raise CannotReckon(say("term.graded", out=out))


def _ignore(out: Path) -> None:
    """Keep the folder out of a repository that is shared, unless its owner said otherwise."""
    if not (out / ".gitignore").exists():
        write_whole(out / ".gitignore", IGNORE)


def _sweep(out: Path, names: list[str], done: Written) -> None:
    """Remove what the last run wrote and this one does not: old grades must not be used."""
    before = (read_record(out) or {}).get("files", [])
    old = [name for name in before if isinstance(name, str) and name not in names]
    inside = [name for name in old if OURS.fullmatch(name)]
    done.removed += [name for name in inside if remove(out / name)]


def _remember(out: Path, new: dict, done: Written) -> None:
    """Add to the history what changed, then replace the record that it was compared with."""
    done.entry = history.entry(read_record(out), new)
    path = out / HISTORY
    before = _text(path)
    if done.entry and not before.endswith(done.entry):
        write_whole(path, before + done.entry)
        done.changed.append(HISTORY)
    write_whole(out / RECORD, history.as_json(new))


def read_record(out: Path) -> dict | None:
    """Return the record of the last run; None if there is none that can be read."""
    try:
        data = json.loads((out / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    good = isinstance(data, dict) and {"digest", "plan", "people"} <= data.keys()
    return data if good else None


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise CannotReckon(say("term.unreadable_output", path=path, error=error)) from error


def secret_of(folder: Path, out: Path) -> bytes:
    """Return what page names are made with: the folder's own, else the output's, else a new one."""
    for path in (folder / SECRET, out / SECRET):
        if text := _text(path).strip():
            return text.encode()
    text = secrets.token_hex(16)
    write_whole(out / SECRET, text + "\n")
    return text.encode()


def write_one(folder: Path, out: Path, reckoned: Reckoned, student: str, ours: str) -> Path:
    """Write the page of one person and nothing else."""
    with alone(out):
        _ignore(out)
        grade = grade_of(reckoned, student)
        path = out / PAGES / page_name(grade.person.id, secret_of(folder, out))
        write_whole(path, person_page(reckoned, grade, ours))
    return path


def grade_of(reckoned: Reckoned, student: str):
    """Return the grade of an id, or refuse with the nearest one."""
    known = {grade.person.id: grade for grade in reckoned.grades}
    if plain(student) not in known:
        raise CannotReckon(did_you_mean(say("person.nobody", student=student), student, known))
    if not known[plain(student)].parts:
        raise CannotReckon(say("person.left", student=student))
    return known[plain(student)]


def forget(folder: Path, out: Path, student: str) -> tuple[list[str], list[str]]:
    """Remove a person from an output folder.

    Parameters
    ----------
    folder, out : Path
        Of the inputs, which stay as they are, and of the outputs.
    student : str
        The id.

    Returns
    -------
    tuple of (list of str, list of str)
        Outputs that were changed, and inputs that still name the person, with their lines.
    """
    with alone(out):
        changed = [path.name for path in sorted(out.glob("*.csv")) if _without(path, student)]
        record = read_record(out)
        person = record["people"].pop(student, None) if record else None
        if person:
            changed.append(RECORD)
        lines = _text(out / HISTORY).splitlines(keepends=True)
        labels = [f"- {student}:", *([f"- {person['name']} ({student}):"] if person else [])]
        kept = [line for line in lines if not line.startswith(tuple(labels))]
        if kept != lines:
            write_whole(out / HISTORY, "".join(kept))
            changed.append(HISTORY)
        page = out / PAGES / page_name(student, secret_of(folder, out))
        changed += [
            path.name for path in (page, out / AGREEMENT) if _names(path, student) and remove(path)
        ]
        if person:
            record["files"] = [f for f in record.get("files", []) if Path(f).name != page.name]
            write_whole(out / RECORD, history.as_json(record))
    return changed, _still_named(folder, student)


def _names(path: Path, student: str) -> bool:
    return path.is_file() and student in path.read_text(encoding="utf-8")


def _without(path: Path, student: str) -> bool:
    """Rewrite a table without one person's rows."""
    rows = list(csv.reader(io.StringIO(_text(path), newline="")))
    if not rows:
        return False
    at = next((rows[0].index(head) for head in ("student", "id") if head in rows[0]), None)
    if at is None:
        return False
    kept = [row for row in rows if row[at] != safe(student)]
    return len(kept) < len(rows) and write_whole(path, written(kept))


def _still_named(folder: Path, student: str) -> list[str]:
    found = []
    for path in sorted(folder.glob("*.csv")):
        needed, known = COLUMNS.get(path.name, COLUMNS["rubric.csv"])
        read = read_table(path.name, path.read_bytes(), needed, known, Problems())
        found += [row.where for row in read.rows if plain(row["student"]) == student]
    return found


def zones_version() -> str:
    """Return the version of the time-zone data in use, as far as the system tells it."""
    for place in TZPATH:
        for name, form in (("tzdata.zi", r"# version (\S+)"), ("+VERSION", r"(\S+)")):
            path = Path(place) / name
            if path.is_file():
                with path.open(encoding="utf-8", errors="replace") as file:
                    if found := re.match(form, file.readline()):
                        return found[1]
    try:
        return version("tzdata")
    except PackageNotFoundError:
        return "unknown"


def in_shared_git(out: Path) -> Path | None:
    """Return the checkout with a remote that holds an output folder, or None."""
    whole = Path(os.path.realpath(out))  # also of a link to itself
    for folder in (whole, *whole.parents):
        config = folder / ".git" / "config"
        if (folder / ".git").exists():
            text = _text(config) if config.is_file() else ""
            return folder if "[remote" in text else None
    return None
