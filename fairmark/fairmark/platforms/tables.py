"""Read a class list as people save it: any delimiter, any encoding, Excel; every cell is a text."""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from fairmark.errors import CourseError
from fairmark.spreadsheets import safe

DELIMITERS = ("\t", ";", ",")
NAMES_OF = {"\t": "tabs", ";": "semicolons", ",": "commas", "": "cells of a workbook"}
BOMS = {
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
LARGEST_LIST = 50_000_000
# From here on a spreadsheet shows a whole number with an exponent and saves it so.


class NotAList(CourseError):
    """A file is not a class list that can be read: what it is, what was expected, what to do."""


@dataclass(frozen=True)
class Sheet:
    """A file of rows, before anybody knows whose it is.

    Parameters
    ----------
    name : str
        File name, for messages.
    rows : tuple of tuple of str
        Every row, the heading among them.
    delimiter : str
        What separated the cells; empty for a workbook.
    said : tuple of str
        What a reader should know, such as a guessed encoding.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    delimiter: str = ","
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A sheet whose heading row is known.

    Parameters
    ----------
    sheet : Sheet
        The whole file.
    at : int
        Position of the heading row.
    columns : tuple of str
        The headings, letter by letter.
    rows : tuple of tuple of str
        The rows below it, each as long as the heading.
    """

    sheet: Sheet
    at: int
    columns: tuple[str, ...] = field(init=False)
    rows: tuple[tuple[str, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Cut the sheet at its heading row."""
        columns = self.sheet.rows[self.at]
        many = len(columns)
        rows = tuple(
            (*row[:many], *[""] * (many - len(row))) for row in self.sheet.rows[self.at + 1 :]
        )
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "rows", rows)

    def find(self, *names: str) -> int | None:
        """Return the position of the first column with one of these names; None if none has."""
        plain = [folded(column) for column in self.columns]
        return next((plain.index(folded(n)) for n in names if folded(n) in plain), None)

    def cells(self, *names: str) -> list[str]:
        """Return the cells of a column, without blanks around them; empty texts if it is absent."""
        at = self.find(*names)
        return [row[at].strip() if at is not None else "" for row in self.rows]


def folded(text: str) -> str:
    """Return a text as it is compared: one form of each sign, no capitals, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def read_sheet(path: Path, encoding: str = "") -> Sheet:
    """Read a class list from a file.

    Parameters
    ----------
    path : Path
        CSV of any delimiter, or an Excel workbook (.xlsx).
    encoding : str
        Beats whatever the file looks like.

    Returns
    -------
    Sheet
        Its rows.

    Raises
    ------
    NotAList
        If it cannot be read as one.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_LIST + 1)
    except OSError as error:
        raise NotAList(f"The class list {path} cannot be read: {error.strerror}") from None
    if len(content) > LARGEST_LIST:
        raise NotAList(
            f"{path.name} is larger than {LARGEST_LIST // 10**6} MB; is it a class list?"
        )
    return parse_sheet(path.name, content, encoding)


def parse_sheet(name: str, content: bytes, encoding: str = "") -> Sheet:
    """Read a class list from the bytes of its file; raises NotAList."""
    if content[:4] == b"PK\x03\x04":
        return _workbook(name, content)
    if content[:4] == b"\xd0\xcf\x11\xe0":
        raise NotAList(
            f"{name} is a workbook of an old Excel, or one with a password; save it as .xlsx or "
            "as CSV"
        )
    text, said = _decoded(name, content, encoding)
    if text.lstrip()[:1] == "<":
        raise NotAList(
            f"{name} is a page of the web, not a table: perhaps that of a login; export it again"
        )
    first, _, rest = text.partition("\n")
    marked = first.strip().casefold().removeprefix('"').startswith("sep=")
    delimiter = first.strip().strip('"')[4:5] if marked else ""
    text = rest if marked else text
    rows, delimiter = _split(name, text, delimiter or ("\t" if marked else ""))
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise NotAList(f"{name} is empty; export the class list again")
    return Sheet(name, tuple(rows), delimiter, tuple(said))


def _decoded(name: str, content: bytes, encoding: str) -> tuple[str, list[str]]:
    """Decode by what stands at the beginning, else by strictness; say so where it is a guess."""
    if encoding:
        try:
            return content.decode(encoding).removeprefix("\ufeff"), []
        except LookupError:
            raise NotAList(f"There is no encoding {encoding}; try utf-8 or cp1252") from None
        except UnicodeDecodeError:
            raise NotAList(f"{name} is not in the encoding {encoding}; leave it out") from None
    for mark, codec in BOMS.items():
        if content.startswith(mark):
            try:
                return content.decode(codec), []
            except UnicodeDecodeError:
                raise NotAList(f"{name} is cut off; export it again") from None
    pairs = content[:2000]
    for codec, zeros in (("utf-16-le", pairs[1::2]), ("utf-16-be", pairs[::2])):
        if len(pairs) > 3 and zeros.count(0) > 0.8 * len(zeros):
            return content.decode(codec, "replace"), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
        said = f"{name} is not in UTF-8 and was read as Windows text (cp1252); look at the names, "
        return text, [f"{said}and give --encoding if they are wrong."]


def _split(name: str, text: str, delimiter: str) -> tuple[list[tuple[str, ...]], str]:
    """Choose the delimiter that gives the heading most cells and no row more than that."""
    tried = []
    for each in [delimiter] if delimiter else DELIMITERS:
        try:
            found = list(csv.reader(io.StringIO(text.replace("\0", "")), delimiter=each))
        except csv.Error as error:
            raise NotAList(f"{name} cannot be read as a table: {error}; export it again") from None
        rows = [tuple(row) for row in found]
        head = max((len(row) for row in rows[:5]), default=0)
        fits = all(len(row) <= head for row in rows)
        tried.append((fits and head > 1, head, -len(tried), each, rows))
    best = max(tried, key=lambda one: one[:3])
    return best[4], best[3]


def _workbook(name: str, content: bytes) -> Sheet:
    """Read the first sheet of an Excel workbook."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise NotAList(
            f"{name} is an Excel workbook; install openpyxl to read it, or save it as CSV"
        ) from None
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = [tuple(_cell(value) for value in row) for row in book.worksheets[0].values]
    except Exception:  # a broken workbook makes the library stumble over anything
        raise NotAList(
            f"{name} {_not_a_workbook(content)}; save it again as .xlsx or as CSV"
        ) from None
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise NotAList(f"{name} is empty; export the class list again")
    return Sheet(name, tuple(rows), "")


def _not_a_workbook(content: bytes) -> str:
    """Say what a file is that begins like a workbook of Excel and is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except Exception:
        return "is a workbook that is cut off or broken"
    if b"opendocument" in kind:
        return "is a workbook of LibreOffice (.ods)"
    if any(name.startswith("Index/") for name in names):
        return "is a workbook of Numbers"
    if not any(name.startswith("xl/") for name in names):
        return "begins like an Excel workbook and holds no sheet"
    return "cannot be read as an Excel workbook"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def ids(name: str, column: str, cells: Iterable[str]) -> tuple[list[str], list[str]]:
    """Read a column of ids that a spreadsheet may have taken for numbers.

    Parameters
    ----------
    name, column : str
        Of the file and the column, for messages.
    cells : iterable of str
        As they stand there.

    Returns
    -------
    tuple of list of str
        The ids, where 101.0 is 101 unless both are there, and what to tell.

    Raises
    ------
    NotAList
        If a spreadsheet has shortened an id (1.0E+11), so that nobody knows it any more.
    """
    cells = list(cells)
    known = set(cells)
    found, whole = [], 0
    for cell in cells:
        if _shortened(cell):
            raise NotAList(
                f"{name}: the {column} {cell} was shortened by a spreadsheet and is lost; export "
                "the list again and do not open it in a spreadsheet before"
            )
        short = cell[:-2] if cell.endswith(".0") and cell[:-2].isdecimal() else cell
        if short != cell and short not in known:
            whole += 1
            cell = short
        found.append(cell)
    said = (
        f"{name}: {whole} ids in {column} end in .0, as a spreadsheet writes them; it was left out."
    )
    return found, [said] if whole else []


def _shortened(cell: str) -> bool:
    mantissa, letter, exponent = cell.upper().partition("E")
    if not letter or exponent.lstrip("+-") != exponent[1:] or not exponent[1:].isdecimal():
        return False
    try:
        return Decimal(mantissa.replace(",", ".")).is_finite()
    except InvalidOperation:
        return False


def written(rows: Iterable[Iterable[str]], delimiter: str = ",", *, quoted: bool = False) -> str:
    """Write rows as text below a heading that stays letter by letter; no cell is a formula."""
    head, *others = [list(row) for row in rows]
    rows = [head, *([safe(cell) for cell in row] for row in others)]
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter or ",", lineterminator="\r\n", quoting=quoting).writerows(
        rows
    )
    return out.getvalue()
