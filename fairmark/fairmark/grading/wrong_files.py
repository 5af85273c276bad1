"""What a file is that was handed in as a notebook: read it if that is possible, else name it."""

import json
import re
import sys

MAGIC = (
    (b"%PDF", "it is a PDF", ""),
    (b"\x1f\x8b", "it is a gzip archive", "unpack it and hand in the notebook itself"),
    (b"Rar!", "it is a RAR archive", "unpack it and hand in the notebook itself"),
    (b"7z\xbc\xaf", "it is a 7z archive", "unpack it and hand in the notebook itself"),
    (b"\x89PNG", "it is a picture", ""),
    (b"\xff\xd8\xff", "it is a picture", ""),
    (b"GIF8", "it is a picture", ""),
    (b"{\\rtf", "it is a text document (RTF)", ""),
    (b"\xd0\xcf\x11\xe0", "it is a document of an old Office program", ""),
)
ENDINGS = {
    ".pdf": "a PDF", ".html": "a page of the web", ".htm": "a page of the web",
    ".py": "a Python script", ".doc": "a Word document", ".docx": "a Word document",
    ".odt": "a text document", ".rtf": "a text document", ".txt": "a text file",
    ".md": "a text file", ".csv": "a table", ".xlsx": "an Excel workbook",
    ".png": "a picture", ".jpg": "a picture", ".jpeg": "a picture", ".heic": "a picture",
    ".gz": "a gzip archive", ".rar": "a RAR archive", ".7z": "a 7z archive", ".tar": "an archive",
    ".ipynb.gz": "a gzip archive", ".webloc": "a link", ".url": "a link", ".lnk": "a link",
}  # fmt: skip
LOGIN = re.compile(rb"sign.?in|log.?in|password|passwort|authenti", re.IGNORECASE)
SCRIPT = re.compile(r"^\s*(#|import |from \w+ import |def |\"\"\"|%%)", re.MULTILINE)
TABLE = re.compile(r"^[^\n{}]*[;,\t][^\n{}]*$", re.MULTILINE)
BEGINS = re.compile(r"\s*[{\[]")
SET = re.compile(r"(?<![0-9A-Za-z])(0?[1-9]|[1-9][0-9])-[a-z]")
ANY_SET = "a new copy (make fresh, with your set's number)"
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
        return None, (
            f"{name} holds far more small pieces than a notebook does, as some outputs do; clear "
            "its outputs and save it"
        )
    try:
        if text is not None:
            return _unwrapped(json.loads(text)), ""
    except (ValueError, RecursionError):
        pass
    what, do = _what(content, text or "")
    do = do or "hand in the notebook itself"
    return None, f"{name} is not a readable notebook: {what}; {do}, or start from {_fresh(name)}"


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
    return ENDINGS.get(ending.casefold(), f"a {ending} file" if ending else "a file of no kind")


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
    """Name the kind of a file, and say what to do if that is particular to it."""
    start = content[:2000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if not content.strip(b" \r\n\t\0"):
        return ("it is empty" if not content.strip() else "it holds nothing but zeros"), ""
    for magic, what, do in MAGIC:
        if start.startswith(magic):
            return what, do
    if start.startswith(b"PK\x03\x04"):
        if b"word/" in content[:20_000] or b"word/" in content[-20_000:]:
            return "it is a Word document", ""
        if b"xl/" in content[:20_000] or b"xl/" in content[-20_000:]:
            return "it is an Excel workbook", ""
        return "it is a zip archive", "unpack it and hand in the notebook itself"
    if start.startswith(b"version https://git-lfs"):
        do = "run git lfs pull in the repository, then hand in the file again"
        return "it is a pointer of Git LFS, which stands for a file that was not downloaded", do
    if start[:1] == b"<" and start[:7] != b"<<<<<<<":
        if LOGIN.search(content[:20_000]):
            return "it is the page of a login", "download the notebook again after signing in"
        return "it is a page of the web (HTML)", ""
    if re.search(r"^<{7} |^>{7} |^={7}$", text, re.MULTILINE) or b"<<<<<<< " in content:
        do = "choose one version of each marked place (git checkout --ours FILE), then save it"
        return "it holds the marks of a Git merge that was not finished", do
    if start[:1] == b"{" or start[:1] == b"[":
        return "it is cut off or was edited as text", ""
    if SCRIPT.search(text[:2000]):
        return "it is a Python script", "hand in the notebook, not a download as .py"
    if text and TABLE.search(text[:2000]):
        return "it is a table (CSV)", ""
    return "it is not a notebook at all", ""


def _fresh(name: str) -> str:
    """Name the last remedy, with the right set where the file's name says it."""
    match = SET.search(name.casefold())
    return f"a new copy (make fresh SET={match[1].zfill(2)})" if match else ANY_SET
