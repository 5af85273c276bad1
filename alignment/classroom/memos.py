"""Memos: written out as Markdown, HTML or Word, and given to two peers without a name.

Copies for reviewers are plain text, so that nothing a word processor knows of its author goes
along.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from alignment.classroom.lots import draw
from alignment.classroom.rubric import LEVELS, MEMO
from alignment.errors import AlignmentError
from alignment.records.drafts import load_draft

WHO = "instructor/who.csv"
KINDS = (".md", ".html", ".docx")
READ = (".md", ".txt", ".docx")
# The form's own name stands in each row, so that a renamed file still finds its memo.
FORM = ("form", "criterion", "full marks", f"level ({', '.join(LEVELS)})",
        "one thing to do better, and where")  # fmt: skip


@dataclass(frozen=True)
class Copy:
    """One memo for its reviewers.

    Parameters
    ----------
    number : str
        The only name it has, for example "07".
    file : str
        Where it was handed in; for the instructor.
    text : str
        What it says.
    reviewers : tuple of str
        Files of the two authors who review it.
    """

    number: str
    file: str
    text: str
    reviewers: tuple[str, ...]


def export(target: Path) -> None:
    """Write the student's memo; the ending of the name says in which form.

    Raises
    ------
    AlignmentError
        If there is no memo yet, or the ending is another one.
    ModuleNotFoundError
        For .docx, if python-docx is not installed (the extra "memo").
    """
    parts = load_draft("memo")
    text = parts[0].get("text", "") if parts else ""
    if not text.strip():
        raise AlignmentError("There is no memo yet; write it in lesson 10 and press Save")
    kind = target.suffix.lower()
    if kind == ".docx":
        _docx(text, target)
    elif kind in KINDS:
        target.write_text(text if kind == ".md" else _html(text), encoding="utf-8")
    else:
        raise AlignmentError(f"A memo is written as {', '.join(KINDS)}; found {target.name}")


def distribute(folder: Path, seed: int) -> tuple[list[Copy], list[str]]:
    """Give every memo a number and two reviewers, never its own author.

    Parameters
    ----------
    folder : Path
        With one file per student.
    seed : int
        Of the lot.

    Returns
    -------
    list of Copy, list of str
        Copies by number, and a sentence for each file that is none.
    """
    texts, left = {}, []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() in READ:
            texts[name] = _read(path)
        else:
            left.append(f"{name}: a memo is handed in as {', '.join(READ)}")
    reviews = draw(list(texts), seed)
    numbers = {row["student"]: f"{k:02}" for k, row in enumerate(_mixed(reviews), 1)}
    copies = [
        Copy(number, name, texts[name], tuple(
            row["student"] for row in reviews if name in (row["reviews_1"], row["reviews_2"])
        ))
        for name, number in numbers.items()
    ]  # fmt: skip
    return copies, left


def write(copies: Sequence[Copy], out: Path) -> None:
    """Write the copies, a form for each reviewer, and who reviews what (for the instructor)."""
    (out / "instructor").mkdir(parents=True, exist_ok=True)
    rows = []
    for copy in copies:
        (out / f"memo-{copy.number}.md").write_text(copy.text, encoding="utf-8")
        for letter, reviewer in zip("ab", copy.reviewers, strict=True):
            form = f"review-{copy.number}-{letter}.csv"
            (out / form).write_text(_form(f"{copy.number}-{letter}"), encoding="utf-8")
            rows.append((f"memo-{copy.number}.md", copy.file, form, reviewer))
    head = ("memo", "written by", "form", "reviewed by")
    (out / WHO).write_text(_csv([head, *rows]), encoding="utf-8")


def _mixed(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Order memos by lot, so that a number does not follow from a name."""
    return sorted(rows, key=lambda row: (int(row["pair"]), row["role"], row["reviews_1"]))


def _form(name: str) -> str:
    rows = [(name, each.name, each.full, "", "") for each in MEMO]
    return _csv([FORM, *rows])


def _csv(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _read(path: Path) -> str:
    if path.suffix.lower() != ".docx":
        return path.read_text(encoding="utf-8-sig", errors="replace")
    from docx import Document

    return "\n\n".join(p.text for p in Document(str(path)).paragraphs)


def _blocks(text: str) -> list[tuple[int, str]]:
    """Split Markdown into headings (level 1 to 6) and paragraphs (level 0)."""
    found = []
    for block in (b.strip() for b in text.replace("\r\n", "\n").split("\n\n")):
        if block:
            level = len(block) - len(block.lstrip("#"))
            found.append((min(level, 6), block.lstrip("#").strip() if level else block))
    return found


def _html(text: str) -> str:
    body = "\n".join(
        f"<h{level}>{escape(block)}</h{level}>" if level else f"<p>{escape(block)}</p>"
        for level, block in _blocks(text)
    )
    return f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Memo</title>\n{body}\n'


def _docx(text: str, target: Path) -> None:
    from docx import Document

    document = Document()
    document.core_properties.author = ""
    for level, block in _blocks(text):
        if level:
            document.add_heading(block, level)
        else:
            document.add_paragraph(block)
    document.save(str(target))
