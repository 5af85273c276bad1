"""The copies of lessons and sets that open in the browser's own Jupyter.

Three things differ from the notebooks of the checkout: outputs are joined texts (the front end
there puts a comma between the lines of a list), no cell is marked as run on another machine, and
no sentence names a terminal or `make`, because there is none.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from onelink.lock import CannotBuild

KERNEL = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
# Each must be found somewhere: a sentence that has changed would come through unseen otherwise.
OTHER_WORDS = (
    (
        re.compile(r"Save the notebook \(Ctrl\+S\) and run the next cell\. It runs the saved file "
                   r"from start to end as a\s+grader would and lists every question\. In a "
                   r"terminal this says the same:\s+`[^`]+`\."),
        "On a laptop the next cell runs the saved file from start to end. In the browser, choose\n"
        "**Kernel > Restart Kernel and Run All Cells** instead: each check then answers below its\n"
        "question. To hand in, press **Download for handing in** at the foot of the page: the "
        "file\nis graded as one from a laptop is.",
    ),
    (
        re.compile(r"Type `alignment exercises fresh 04` \(here for set 04\) in a\s+terminal\s+"
                   r"\(\*\*File > New > Terminal\*\*\): a new copy comes beside yours\."),
        "Download your copy if you want to keep it. Then\n  delete the file in the list of files "
        "(**File > Open**) and open its link again: the original is\n  there.",
    ),
    (
        re.compile(r"Type `alignment doctor` in a terminal: it says what is missing\."),
        "Reload the page. If Python does not start, the line at the foot of the page says what to "
        "do.",
    ),
)  # fmt: skip
NO_TERMINAL = re.compile(r"\bterminal\b|`make [a-z]|`alignment [a-z]", re.IGNORECASE)


def write_copies(files: Iterable[Path], out: Path) -> list[str]:
    """Write the copies into folders named as those of the checkout.

    Parameters
    ----------
    files : iterable of Path
        Built lessons and student copies of sets.
    out : Path
        The folder of contents.

    Returns
    -------
    list of str
        Their paths there, such as "exercises/04-economic.ipynb".

    Raises
    ------
    CannotBuild
        If a sentence still names a terminal.
    """
    written, used = [], set()
    for file in files:
        nb = nbformat.read(file, as_version=4)
        used |= _reword(nb)
        left = next((cell.source for cell in nb.cells if NO_TERMINAL.search(cell.source)), "")
        if left:
            line = next(each for each in left.splitlines() if NO_TERMINAL.search(each))
            raise CannotBuild(
                f"{file.name} names a terminal, which a browser does not have: {line.strip()!r}; "
                "add its other wording to deploy/site/onelink/contents.py"
            )
        nb.metadata["kernelspec"] = dict(KERNEL)
        path = f"{file.parent.name}/{file.name}"
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(joined(nb), encoding="utf-8", newline="\n")
        written.append(path)
    if unused := [words for pattern, words in OTHER_WORDS if pattern not in used]:
        raise CannotBuild(
            f"No notebook has the sentence that {unused[0][:40]!r} replaces; "
            "correct deploy/site/onelink/contents.py"
        )
    return written


def joined(nb: NotebookNode) -> str:
    """Write a notebook with each source and output as one text; nbformat would cut it to lines."""
    return json.dumps(nb, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _reword(nb: NotebookNode) -> set[re.Pattern]:
    used = set()
    for cell in nb.cells:
        if cell.cell_type != "markdown":
            continue
        for pattern, words in OTHER_WORDS:
            cell.source, found = pattern.subn(lambda _, to=words: to, cell.source)
            used |= {pattern} if found else set()
    return used
