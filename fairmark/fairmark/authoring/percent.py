"""Text to notebook: cells, ids that come from the text, and outputs that are the same every time.

Lessons and exercise sets share this page; neither sees a random id or a clock.
"""

import copy
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from fairmark.course import current
from fairmark.errors import CourseError

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"}
# `# %% tags=["picture"]` in a source: what a cell is to its reader.
PICTURE, PREDICT, RESULT, OPTIONAL = PARTS = ("picture", "predict", "result", "optional")
LIVE_VIEW = "application/vnd.jupyter.widget-view+json"


class BadSource(CourseError):
    """A text source that cannot become a notebook: file, line and what to do."""


@dataclass(frozen=True)
class Cell:
    """One cell as its author wrote it.

    Parameters
    ----------
    kind : str
        "markdown" or "code".
    source : str
        The text, without the comment signs of the py:percent format.
    id : str
        The cell's id; empty to derive one from the text.
    parts : frozenset of str
        What it is to its reader: "picture" (its code is folded), "predict" (it asks for a
        prediction), "result" (its output is folded until it runs), "optional" (a heading whose
        section may be skipped).
    """

    kind: str
    source: str
    id: str = ""
    parts: frozenset[str] = frozenset()

    @property
    def lines(self) -> int:
        """Its lines of code: blank lines and comments are not counted."""
        found = (line.strip() for line in self.source.splitlines())
        return sum(bool(line) and not line.startswith("#") for line in found)


def find_sources(folder: Path, names: list[str] | None = None) -> list[Path]:
    """Find the text sources of lessons or exercise sets.

    Parameters
    ----------
    folder : Path
        The folder `notebooks/` or `exercises/`.
    names : list of str, optional
        Numbers or names such as "04" or "04-name"; all by default.

    Returns
    -------
    list of Path
        In the order of the course.

    Raises
    ------
    BadSource
        If a name fits no source.
    """
    found = sorted((folder / "source").glob("[0-9]*.py"))
    for name in names or ():
        if not any(name in (path.stem, path.stem.split("-")[0]) for path in found):
            known = ", ".join(path.stem for path in found) or "nothing yet"
            raise BadSource(f"There is no {name!r} in {folder.name}/source; there is {known}")
    if not names:
        return found
    return [path for path in found if {path.stem, path.stem.split("-")[0]} & set(names)]


def source_text(path: Path) -> str:
    """Read a text source; raises BadSource with the line if it is not in UTF-8."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise BadSource(f"{path} does not exist; sources are named like 04-name.py") from error
    marks = {
        b"\xef\xbb\xbf": "UTF-8 with a mark (BOM)",
        b"\xff\xfe": "UTF-16",
        b"\xfe\xff": "UTF-16",
    }
    for mark, name in marks.items():
        if content.startswith(mark):
            raise BadSource(f"{path.name}, line 1: the file is in {name}; save it as plain UTF-8")
    try:
        return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadSource(
            f"{path.name}, line {line}: the file is not in UTF-8 (perhaps in the encoding of "
            "Windows, cp1252); save it as UTF-8"
        ) from None


def read_cells(path: Path) -> list[Cell]:
    """Read the cells of a py:percent text file.

    Parameters
    ----------
    path : Path
        The text file.

    Returns
    -------
    list of Cell
        In order, without empty cells.

    Raises
    ------
    BadSource
        If the file is missing or holds something other than text and code cells.
    """
    import jupytext  # an author's tool, absent from the student's environment

    text = source_text(path)
    cells = [
        Cell(
            c.cell_type,
            spaced(c.source.strip("\n")) if c.cell_type == "markdown" else c.source.strip("\n"),
            parts=_parts(path, c.metadata.get("tags", ())),
        )
        for c in jupytext.reads(text, "py:percent").cells
    ]
    if odd := next((c for c in cells if c.kind not in ("markdown", "code")), None):
        raise BadSource(f"{path.name} has a {odd.kind} cell; expected `# %%` or `# %% [markdown]`")
    return [cell for cell in cells if cell.source.strip()]


def spaced(text: str) -> str:
    """Set a folded answer apart by empty lines: only then is it a paragraph with a gap above it.

    Markdown takes what follows a tag without an empty line for more of the tag, and leaves its
    stars and backticks as they are.
    """
    text = re.sub(r"(</summary>)\n(?!\n)", r"\1\n\n", text)
    return re.sub(r"(?<!\n)\n(</details>)", r"\n\n\1", text)


def _parts(path: Path, tags: Iterable[str]) -> frozenset[str]:
    if unknown := sorted(set(tags) - set(PARTS)):
        raise BadSource(
            f"{path.name} has a cell tagged {unknown[0]!r}; expected {', '.join(PARTS)}"
        )
    return frozenset(tags)


def assemble(cells: Iterable[Cell], metadata: dict | None = None) -> NotebookNode:
    """Make a notebook without outputs.

    Parameters
    ----------
    cells : iterable of Cell
        The cells in order; ids are derived from the text where none is given.
    metadata : dict, optional
        Added to the notebook's metadata under the course's stamp.

    Returns
    -------
    NotebookNode
        Kernel named, ids stable, nothing executed.
    """
    nb = nbformat.v4.new_notebook()
    nb.metadata = NotebookNode(kernelspec=dict(KERNELSPEC), language_info=dict(LANGUAGE))
    if metadata:
        nb.metadata[current().stamp] = dict(metadata)
    taken: set[str] = set()
    for cell in cells:
        make = (
            nbformat.v4.new_markdown_cell if cell.kind == "markdown" else nbformat.v4.new_code_cell
        )
        node = make(cell.source)
        node["id"] = cell.id or cell_id(cell.source, taken)
        _mark(node, cell.parts)
        if node["id"] in taken:
            raise BadSource(
                f"Two cells have the id {node['id']!r}; give each question its own number"
            )
        taken.add(node["id"])
        nb.cells.append(node)
    return nb


def _mark(node: NotebookNode, parts: frozenset[str]) -> None:
    """Write what a cell is into its metadata, and fold what is to be folded."""
    if parts:
        node.metadata[current().stamp] = NotebookNode(dict.fromkeys(sorted(parts), True))
    folds = {"source_hidden": PICTURE in parts, "outputs_hidden": RESULT in parts}
    if node.cell_type == "code" and any(folds.values()):
        node.metadata["jupyter"] = NotebookNode({fold: True for fold, on in folds.items() if on})
    if node.cell_type == "code" and RESULT in parts:
        node.metadata["collapsed"] = True  # JupyterLab opens it when the cell runs


def cell_id(source: str, taken: set[str]) -> str:
    """Derive a cell's id from its text, so that an unchanged cell keeps its id.

    Parameters
    ----------
    source : str
        The cell's text.
    taken : set of str
        Ids in use already; a repeated text gets the next free one.

    Returns
    -------
    str
        Ten hexadecimal digits of the text's SHA-256.
    """
    count = 0
    while True:
        salt = f"{count}\n" if count else ""
        found = hashlib.sha256((salt + source).encode()).hexdigest()[:10]
        if found not in taken:
            return found
        count += 1


def settle(nb: NotebookNode) -> NotebookNode:
    """Take out of an executed notebook all that differs between two runs.

    Live views of widgets go (their text and table stay), and so do timing and the kernel's version.

    Parameters
    ----------
    nb : NotebookNode
        The executed notebook; it is not changed.

    Returns
    -------
    NotebookNode
        A copy that a strict comparison can use.
    """
    nb = copy.deepcopy(nb)
    nb.metadata["language_info"] = NotebookNode(LANGUAGE)
    nb.metadata.pop("widgets", None)
    for number, cell in enumerate((c for c in nb.cells if c.cell_type == "code"), start=1):
        cell.metadata.pop("execution", None)
        cell.execution_count = number
        cell.outputs = [out for out in map(_settle_output, cell.outputs) if out is not None]
        for out in cell.outputs:
            if out.output_type == "execute_result":
                out.execution_count = number
        if cell.outputs and cell.metadata.get("collapsed"):
            # JupyterLab shows the first line of a folded result; of an output without data it shows
            # nothing, draws nothing, and nbval compares nothing.
            cell.outputs.insert(0, nbformat.v4.new_output("display_data"))
    return nb


def _settle_output(out: NotebookNode) -> NotebookNode | None:
    if "data" not in out:
        return out
    out.data.pop(LIVE_VIEW, None)
    out.metadata = NotebookNode()
    return out if out.data else None


def dumps(nb: NotebookNode) -> str:
    """Write a notebook as text, the same bytes for the same notebook.

    Parameters
    ----------
    nb : NotebookNode
        A valid notebook.

    Returns
    -------
    str
        JSON with a final newline.
    """
    nbformat.validate(nb)
    return nbformat.writes(nb, version=4).rstrip("\n") + "\n"
