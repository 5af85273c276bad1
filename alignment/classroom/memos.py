"""Memos: written out as Markdown, HTML or Word, and given to two peers without a name.

Copies for reviewers are plain text, so that nothing a word processor knows of its author goes
along.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path

from alignment.classroom.lots import draw
from alignment.classroom.rubric import LEVELS, MEMO
from alignment.errors import AlignmentError
from alignment.records.drafts import load_draft
from fairmark.platforms.archive import Archive, File
from fairmark.platforms.protocol import hidden
from fairmark.spreadsheets import as_csv

WHO = "instructor/who.csv"
KINDS = (".md", ".html", ".docx")
READ = (".md", ".txt", ".docx")
LARGEST = 10_000_000  # bytes
# Of a Word document, unpacked: an element of six bytes becomes some two hundred in memory.
LARGEST_TEXTS, LARGEST_UNPACKED = 5_000_000, 60_000_000
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
        Folder or zip with one file per student; links and hidden copies are no memos.
    seed : int
        Of the lot, together with the texts: whoever knows the names and tries seeds cannot find
        out whose a memo is. The same seed and memos give the same lot.

    Returns
    -------
    list of Copy, list of str
        Copies by number, and a sentence for each file that is none.
    """
    texts, left = {}, []
    with Archive(folder) as archive:
        for file in sorted((f for f in archive.files if not hidden(f.path)), key=_by_path):
            name = str(file.path)
            if file.path.suffix.lower() not in READ:
                left.append(f"{name}: a memo is handed in as {', '.join(READ)}")
                continue
            text, problem = _read(name, *archive.read(file, LARGEST + 1))
            if problem:
                left.append(f"{name}: {problem}")
            else:
                texts[name] = text
    drawn_from = "\n".join([str(seed), *(texts[name] for name in sorted(texts))])
    reviews = draw(list(texts), int.from_bytes(sha256(drawn_from.encode()).digest()))
    numbers = {row["student"]: f"{k:02}" for k, row in enumerate(_mixed(reviews), 1)}
    copies = [
        Copy(number, name, texts[name], tuple(
            row["student"] for row in reviews if name in (row["reviews_1"], row["reviews_2"])
        ))
        for name, number in numbers.items()
    ]  # fmt: skip
    return copies, left


def named_in(copies: Sequence[Copy], names: Sequence[str]) -> list[str]:
    """Say which memos hold a name of the class list, as the list or the platform writes it."""
    found = []
    for copy in copies:
        text = " ".join(copy.text.casefold().split())
        held = sorted({name for name in names if name and name.casefold() in text})
        if held:
            found.append(f"memo-{copy.number}.md holds {held[0]!r}, a name of the class list; take "
                         "it out before you give the memo on")  # fmt: skip
    return found


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
    (out / WHO).write_text(as_csv([head, *rows]), encoding="utf-8")


def _by_path(file: File) -> str:
    return str(file.path)


def _mixed(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Order memos by lot, so that a number does not follow from a name."""
    return sorted(rows, key=lambda row: (int(row["pair"]), row["role"], row["reviews_1"]))


def _form(name: str) -> str:
    rows = [(name, each.name, each.full, "", "") for each in MEMO]
    return as_csv([FORM, *rows])


def _read(name: str, content: bytes, problem: str) -> tuple[str, str]:
    """Return the text of a memo, or nothing and why there is none."""
    if not problem and len(content) > LARGEST:
        problem = f"It is larger than {LARGEST // 1_000_000} MB."
    if problem or not name.lower().endswith(".docx"):
        return content.decode("utf-8-sig", errors="replace"), problem
    from docx import Document

    try:
        if _unpacks_to_too_much(content):
            return "", "It unpacks to far more than a memo holds; ask for it as text."
        document = Document(io.BytesIO(content))
        return "\n\n".join(p.text for p in document.paragraphs), ""
    except Exception:  # a broken document makes the library stumble over anything
        return "", "It is a Word document that is cut off or broken; ask for it again."


def _unpacks_to_too_much(content: bytes) -> bool:
    """Tell from a document's table of contents whether reading it would fill the memory."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
    texts = sum(m.file_size for m in members if m.filename.endswith((".xml", ".rels")))
    return texts > LARGEST_TEXTS or sum(m.file_size for m in members) > LARGEST_UNPACKED


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
