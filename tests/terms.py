"""Small invented terms for the tests: a plan, a few tables, and how to reckon them."""

from pathlib import Path

from fairmark.term.inputs import read_term
from fairmark.term.reckon import Reckoned, reckon
from fairmark.term.traces import trace

LETTERS = "[letters]\nA = 90\nB = 80\nC = 70\nD = 60\nF = 0\n"
LATE = '[late]\ntake = 10\nof = "possible"\nper = "day"\n'
HEADS = {
    "points": "student,set,points,of,submitted",
    "due": "set,due",
    "extensions": "student,set,due,reason,by",
    "adjust": "student,set,question,kind,points,reason,by,when",
    "roster": "student,name,joined",
    "rubric": "student,set,criterion,level,marker,comment",
}


def part(name: str, weight: object, *items: str, more: str = "") -> str:
    """Write one part of a plan."""
    listed = ", ".join(f'"{item}"' for item in items)
    return f'[[part]]\nname = "{name}"\nweight = {weight}\nitems = [{listed}]\n{more}\n'


def plan(*parts: str, late: str = "", letters: str = LETTERS, as_of: str = "2027-02-01 12:00",
         more: str = "") -> str:  # fmt: skip
    """Write a plan; without parts it is one set that is everything."""
    head = f'[term]\nname = "Invented"\nzone = "Europe/Berlin"\nas_of = "{as_of}"\ndecimals = 1\n'
    body = "".join(parts or (part("sets", 100, "01"),))
    return f"{head}\n{late}\n{body}\n{more}\n{letters}"


def write_term(folder: Path, text: str, **tables: str) -> Path:
    """Write a term's folder; a table is its rows, and its usual heading is put above them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "grades.toml").write_text(text, encoding="utf-8")
    for name, rows in tables.items():
        lines = [line.strip() for line in rows.strip().splitlines()]
        first = lines[0].replace(";", ",") if lines else ""
        head = [] if first.startswith(("student,", "set,")) else [HEADS[name]]
        (folder / f"{name}.csv").write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    return folder


def reckoned(folder: Path, text: str, **tables: str) -> Reckoned:
    """Reckon a small term."""
    return reckon(read_term(write_term(folder, text, **tables)))


def lines(of: Reckoned) -> list[str]:
    """Return one line a person: id, number, letter, trace."""
    return [f"{g.person.id} {g.final} {g.letter} | {trace(g)}" for g in of.grades]
