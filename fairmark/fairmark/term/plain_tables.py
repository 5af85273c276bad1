"""Plain tables: read as people and spreadsheets write them, written so that no cell is a formula.

Every cell is text; an id never becomes a number.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from fairmark.messages import say
from fairmark.spreadsheets import safe
from fairmark.term.wrong import Problems, did_you_mean

DELIMITERS = "\t;,"


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Parameters
    ----------
    cells : dict of str to str
        By heading, without blanks around them; absent columns are empty.
    where : str
        "points.csv, line 3".
    """

    cells: dict[str, str]
    where: str

    def __getitem__(self, heading: str) -> str:
        """Return a cell; an absent column is empty."""
        return self.cells.get(heading, "")


@dataclass(frozen=True)
class Read:
    """A file that was read.

    Parameters
    ----------
    name, digest : str
        Of the file, and of its bytes.
    rows : tuple of Row
        Without empty ones.
    notes : tuple of str
        What had to be decided to read it.
    """

    name: str
    digest: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def read_table(
    name: str, data: bytes, needed: tuple[str, ...], known: tuple[str, ...], problems: Problems
) -> Read:
    """Read a table whose headings are known.

    Parameters
    ----------
    name : str
        Of the file, for sentences.
    data : bytes
        Its content: UTF-8, UTF-16 or what an old spreadsheet writes; split by tab, ; or comma.
    needed, known : tuple of str
        Headings that must be there, and all there can be.
    problems : Problems
        Takes every sentence.

    Returns
    -------
    Read
        Without rows if the headings are not right.
    """
    digest = sha256(data).hexdigest()
    text, notes = _decoded(data)
    try:
        lines, headings = _split(text)
    except csv.Error as error:
        problems.add(name, say("table.unreadable", error=error))
        return Read(name, digest, (), notes)
    if not headings:
        problems.add(name, say("table.empty", columns=",".join(needed)))
        return Read(name, digest, (), notes)
    folded = [_heading(cell) for cell in headings]
    while folded and not folded[-1]:
        folded.pop()
    for at, heading in enumerate(folded):
        if heading not in known:
            shown = headings[at].strip() or say("table.empty_heading")
            said = say("table.no_column", column=shown, columns=", ".join(known))
            problems.add(name, did_you_mean(said, heading, known))
        elif heading in folded[:at]:
            problems.add(name, say("table.twice", column=heading))
    for heading in needed:
        if heading not in folded:
            problems.add(name, say("table.needs", column=heading))
    rows = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{name}, line {line}"
        if len(cells) > len(headings) or any(cell.strip() for cell in cells[len(folded) :]):
            problems.add(where, say("table.cells", cells=len(cells), headings=len(folded)))
            continue
        rows.append(Row({h: c.strip() for h, c in zip(folded, cells, strict=False)}, where))
    return Read(name, digest, tuple(rows), notes)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ()
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[first::2]
        if len(data) > 3 and half.count(0) > 0.8 * len(half):
            return data.decode(encoding, errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return text, (say("table.windows"),)


def _split(text: str) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """Return the rows with the line each begins in, and the headings before them."""
    skipped = 0
    if text[:4].casefold() == "sep=":
        text, skipped = text.partition("\n")[2], 1
    best: list[tuple[int, list[str]]] = []
    for sign in DELIMITERS:
        rows = _rows(text, sign, skipped)
        if not best or (rows and len(rows[0][1]) > len(best[0][1])):
            best = rows
    return (best[1:], best[0][1]) if best else ([], [])


def _rows(text: str, sign: str, skipped: int) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    rows, before = [], 0
    for cells in reader:
        if cells:
            rows.append((before + 1 + skipped, cells))
        before = reader.line_num
    return rows


def _heading(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def plain(text: str) -> str:
    """Bring an id into the one form in which ids are compared; its letters stay as they are."""
    return unicodedata.normalize("NFC", text.strip())


def written(rows: Iterable[Iterable[object]]) -> str:
    """Write rows as CSV, every cell in quotation marks and none a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([safe(str(cell)) for cell in row] for row in rows)
    return out.getvalue()
