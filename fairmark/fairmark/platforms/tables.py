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
from fairmark.messages import say
from fairmark.spreadsheets import safe

DELIMITERS = ("\t", ";", ",")
NAMES_OF = {"\t": "tabs", ";": "semicolons", ",": "commas", "": "workbook"}
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
        raise NotAList(say("list.unreadable", path=path, error=error.strerror)) from None
    if len(content) > LARGEST_LIST:
        raise NotAList(say("list.large", name=path.name, most=LARGEST_LIST // 10**6))
    return parse_sheet(path.name, content, encoding)


def parse_sheet(name: str, content: bytes, encoding: str = "") -> Sheet:
    """Read a class list from the bytes of its file; raises NotAList."""
    if content[:4] == b"PK\x03\x04":
        return _workbook(name, content)
    if content[:4] == b"\xd0\xcf\x11\xe0":
        raise NotAList(say("list.old_excel", name=name))
    text, said = _decoded(name, content, encoding)
    if text.lstrip()[:1] == "<":
        raise NotAList(say("list.page", name=name))
    first, _, rest = text.partition("\n")
    marked = first.strip().casefold().removeprefix('"').startswith("sep=")
    delimiter = first.strip().strip('"')[4:5] if marked else ""
    text = rest if marked else text
    rows, delimiter = _split(name, text, delimiter or ("\t" if marked else ""))
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise NotAList(say("list.empty", name=name))
    return Sheet(name, tuple(rows), delimiter, tuple(said))


def _decoded(name: str, content: bytes, encoding: str) -> tuple[str, list[str]]:
    """Decode by what stands at the beginning, else by strictness; say so where it is a guess."""
    if encoding:
        try:
            return content.decode(encoding).removeprefix("\ufeff"), []
        except LookupError:
            raise NotAList(say("list.no_encoding", encoding=encoding)) from None
        except UnicodeDecodeError:
            raise NotAList(say("list.encoding", name=name, encoding=encoding)) from None
    for mark, codec in BOMS.items():
        if content.startswith(mark):
            try:
                return content.decode(codec), []
            except UnicodeDecodeError:
                raise NotAList(say("list.cut", name=name)) from None
    pairs = content[:2000]
    for codec, zeros in (("utf-16-le", pairs[1::2]), ("utf-16-be", pairs[::2])):
        if len(pairs) > 3 and zeros.count(0) > 0.8 * len(zeros):
            return content.decode(codec, "replace"), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), [say("list.windows", name=name)]


def _split(name: str, text: str, delimiter: str) -> tuple[list[tuple[str, ...]], str]:
    """Choose the delimiter that gives the heading most cells and no row more than that."""
    tried = []
    for each in [delimiter] if delimiter else DELIMITERS:
        try:
            found = list(csv.reader(io.StringIO(text.replace("\0", "")), delimiter=each))
        except csv.Error as error:
            raise NotAList(say("list.no_table", name=name, error=error)) from None
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
        raise NotAList(say("list.openpyxl", name=name)) from None
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = [tuple(_cell(value) for value in row) for row in book.worksheets[0].values]
    except Exception:  # a broken workbook makes the library stumble over anything
        raise NotAList(say(f"list.{_not_a_workbook(content)}", name=name)) from None
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise NotAList(say("list.empty", name=name))
    return Sheet(name, tuple(rows), "")


def _not_a_workbook(content: bytes) -> str:
    """Name what a file is that begins like a workbook of Excel and is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except Exception:
        return "book_broken"
    if b"opendocument" in kind:
        return "book_ods"
    if any(name.startswith("Index/") for name in names):
        return "book_numbers"
    if not any(name.startswith("xl/") for name in names):
        return "book_no_sheet"
    return "book_unreadable"


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
            raise NotAList(say("list.shortened", name=name, column=column, cell=cell))
        short = cell[:-2] if cell.endswith(".0") and cell[:-2].isdecimal() else cell
        if short != cell and short not in known:
            whole += 1
            cell = short
        found.append(cell)
    return found, [say("list.numbers", whole, name=name, column=column)] if whole else []


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
