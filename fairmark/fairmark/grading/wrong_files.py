"""What a file is that was handed in as a notebook: read it if that is possible, else name it."""

import json
import re
import sys

from fairmark.messages import say

# What a file begins with, what it is by the ids of [file], and what to do with it by [file_do].
MAGIC = (
    (b"%PDF", "pdf", ""),
    (b"\x1f\x8b", "gzip", "unpack"),
    (b"Rar!", "rar", "unpack"),
    (b"7z\xbc\xaf", "7z", "unpack"),
    (b"\x89PNG", "picture", ""),
    (b"\xff\xd8\xff", "picture", ""),
    (b"GIF8", "picture", ""),
    (b"{\\rtf", "rtf", ""),
    (b"\xd0\xcf\x11\xe0", "office", ""),
)
ENDINGS = {
    ".pdf": "pdf", ".html": "page", ".htm": "page", ".py": "script", ".doc": "word",
    ".docx": "word", ".odt": "document", ".rtf": "document", ".txt": "text", ".md": "text",
    ".csv": "table", ".xlsx": "excel", ".png": "picture", ".jpg": "picture", ".jpeg": "picture",
    ".heic": "picture", ".gz": "gzip", ".rar": "rar", ".7z": "7z", ".tar": "archive",
    ".ipynb.gz": "gzip", ".webloc": "link", ".url": "link", ".lnk": "link",
}  # fmt: skip
LOGIN = re.compile(rb"sign.?in|log.?in|password|passwort|authenti", re.IGNORECASE)
SCRIPT = re.compile(r"^\s*(#|import |from \w+ import |def |\"\"\"|%%)", re.MULTILINE)
TABLE = re.compile(r"^[^\n{}]*[;,\t][^\n{}]*$", re.MULTILINE)
BEGINS = re.compile(r"\s*[{\[]")
SET = re.compile(r"(?<![0-9A-Za-z])(0?[1-9]|[1-9][0-9])-[a-z]")
# Bytes on a 64-bit machine: a list with room for four, an object with one key and the collector's
# share, a number with its place in a growing list, and half a short string.
PIECES = {"[": 110, "{": 250, ",": 45, '"': 40}
WRAPPERS = ("content", "notebook", "ipynb", "data")


def load(name: str, content: bytes, most_memory: int) -> tuple[object, str]:
    """Read the JSON of a notebook, whatever it was saved or wrapped as.

    Parameters
    ----------
    name : str
        File name; the set's number in it goes into the remedy.
    content : bytes
        What the file holds.
    most_memory : int
        Bytes that reading it may take; what would take more is not read.

    Returns
    -------
    tuple of object and str
        The notebook and nothing, or None and a sentence that says what the file is.
    """
    text = decoded(content)
    if text is not None and BEGINS.match(text) and memory_to_read(text) > most_memory:
        return None, say("wrong_file.pieces", name=name)
    try:
        if text is not None:
            return _unwrapped(json.loads(text)), ""
    except (ValueError, RecursionError):
        pass
    what, do = _what(content, text or "")
    do = say(f"file_do.{do or 'itself'}")
    return None, say("wrong_file.unreadable", name=name, what=what, do=do, fresh=_fresh(name))


def memory_to_read(text: str) -> int:
    """Return bytes that reading a text as JSON takes at most, told without reading it.

    Each list, object, string and number costs what CPython needs for one, so 20 MB of `[],` would
    be 600 MB; signs inside texts count too, and a notebook of pictures and tables is far below.
    """
    pieces = sum(size * text.count(sign) for sign, size in PIECES.items())
    return 2 * sys.getsizeof(text) + pieces


def looks_like_notebook(content: bytes) -> bool:
    """Tell from its beginning whether a file of any name may be a notebook."""
    text = decoded(content[:4096], errors="ignore") or ""
    return text.lstrip("\ufeff \r\n\t")[:1] == "{" and '"' in text


def called(ending: str) -> str:
    """Say in words what a file is by the ending of its name."""
    if kind := ENDINGS.get(ending.casefold()):
        return say(f"file.{kind}")
    return say("file.other", ending=ending) if ending else say("file.none")


def decoded(content: bytes, errors: str = "strict") -> str | None:
    """Decode by the mark at the beginning, else UTF-8, else UTF-16 by its zeros, else Windows."""
    for mark, codec in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _decode(content, codec, errors)
    head = content[:2000]
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) > 3 and zeros.count(0) > 0.8 * len(zeros) and head.count(0) < len(head):
            return _decode(content, codec, errors)
    found = _decode(content, "utf-8", errors)
    return found if found is not None else _decode(content, "cp1252", errors)


def _decode(content: bytes, codec: str, errors: str) -> str | None:
    try:
        return content.decode(codec, errors)
    except UnicodeDecodeError:
        return None


def _unwrapped(data: object) -> object:
    """Take a notebook out of what a server or a program put around it."""
    if isinstance(data, dict) and not {"cells", "worksheets"} & set(data):
        for key in WRAPPERS:
            if isinstance(inner := data.get(key), dict) and {"cells", "worksheets"} & set(inner):
                return inner
    return data


def _what(content: bytes, text: str) -> tuple[str, str]:
    """Say what is wrong with a file, and name what to do if that is particular to it."""
    start = content[:2000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if not content.strip(b" \r\n\t\0"):
        return say("wrong_file.zeros" if content.strip() else "wrong_file.empty"), ""
    for magic, what, do in MAGIC:
        if start.startswith(magic):
            return _is(what), do
    if start.startswith(b"PK\x03\x04"):
        if b"word/" in content[:20_000] or b"word/" in content[-20_000:]:
            return _is("word"), ""
        if b"xl/" in content[:20_000] or b"xl/" in content[-20_000:]:
            return _is("excel"), ""
        return _is("zip"), "unpack"
    if start.startswith(b"version https://git-lfs"):
        return _is("lfs"), "lfs"
    if start[:1] == b"<" and start[:7] != b"<<<<<<<":
        if LOGIN.search(content[:20_000]):
            return _is("login"), "login"
        return _is("html"), ""
    if re.search(r"^<{7} |^>{7} |^={7}$", text, re.MULTILINE) or b"<<<<<<< " in content:
        return say("wrong_file.merge"), "merge"
    if start[:1] == b"{" or start[:1] == b"[":
        return say("wrong_file.cut"), ""
    if SCRIPT.search(text[:2000]):
        return _is("script"), "script"
    if text and TABLE.search(text[:2000]):
        return _is("csv"), ""
    return say("wrong_file.other"), ""


def _is(kind: str) -> str:
    return say("wrong_file.is", what=say(f"file.{kind}"))


def _fresh(name: str) -> str:
    """Name the last remedy, with the right set where the file's name says it."""
    match = SET.search(name.casefold())
    return new_copy(match[1].zfill(2)) if match else say("file_do.new_copy")


def new_copy(number: str) -> str:
    """Name a new copy of a set as the way to begin again."""
    return say("file_do.new_copy_of", number=number)
