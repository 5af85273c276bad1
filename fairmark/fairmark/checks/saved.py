"""`verdict()`: what the command `check` says of the saved notebook, in the notebook itself."""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from fairmark.checks.showing import Message, badge
from fairmark.course import current, environment, home, tables_folder
from fairmark.notebook import answered, changed_since_saved, is_judged, this_notebook

HEAD = ("question", "verdict", "points", "what was asked, and what was found")
UNKNOWN = (
    "This program does not tell which file the notebook is saved in. Save it and write its name, "
    'such as verdict("{name}").'
)
# A page in a browser has one Python and no processes, so nothing can run the file beside it.
IN_BROWSER = (
    "In the browser there is no second Python to run it. Choose Kernel > Restart Kernel and Run "
    "All Cells: every check then answers below its question, on the notebook from start to end. "
    "overview() lists what you have solved."
)


@dataclass(frozen=True)
class Page:
    """The verdict on each question of a set, as text and as a table.

    Parameters
    ----------
    name : str
        Of the file.
    result : dict
        As `check --json` writes it.
    note : str
        What to know about the file: how old it is, and whether the notebook has changed since.
    """

    name: str
    result: dict[str, Any]
    note: str = ""

    def __repr__(self) -> str:
        """Return the page that the command `check` prints."""
        lines = [f"Exercise set {self.result['set']}, {self.name}", ""]
        for each in self.result["questions"]:
            points = f"{each['earned']}/{each['points']}"
            lines.append(f"  {each['id']:<5} {each['outcome']:<14} {points:>4}  {each['title']}")
            if each["sentence"]:
                lines.append(f"        {each['sentence']}")
        lines += ["", *(f"Note: {each}" for each in self._notes()), self._total()]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        heads = "".join(f'<th scope="col" style="text-align:left">{each}</th>' for each in HEAD)
        rows = "".join(map(_row, self.result["questions"]))
        notes = "".join(f"<p>{escape(each)}</p>" for each in self._notes())
        return (
            f"<p><strong>{escape(self._total())}</strong></p>{notes}"
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _notes(self) -> list[str]:
        return [each for each in (self.note, *self.result["repairs"]) if each]

    def _total(self) -> str:
        counted = self.result
        return (
            f"{counted['right']} of {counted['checks']} checks are right: "
            f"{counted['earned']} of {counted['points']} points."
        )


def verdict(file: str | Path | None = None) -> Page | Message | None:
    """Run the saved notebook from start to end as a grader would, and list every question.

    Parameters
    ----------
    file : str or Path, optional
        The notebook; the one this kernel belongs to by default.

    Returns
    -------
    Page or Message or None
        The verdicts, or one sentence why there are none. Nothing while a notebook is judged or
        built: a judge that called itself would never end.
    """
    if is_judged():
        return None
    if sys.platform == "emscripten":
        return Message("No verdict.", IN_BROWSER)
    path = Path(file) if file else this_notebook()
    if path is None:
        return Message("No verdict.", UNKNOWN.format(name=Path(current().some_set()).name))
    if not path.is_file():
        return Message("No verdict.", f"There is no file {path.name} in {path.absolute().parent}.")
    print(f"Running the saved {path.name} from start to end; this takes some seconds ...")
    try:
        done = _check(path)
    except KeyboardInterrupt:
        return Message("No verdict.", "You stopped it. Run this cell again when you are ready.")
    _clear()
    try:
        result = json.loads(done.stdout)
    except ValueError:
        last = done.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        return Message("No verdict.", last[0].removeprefix(f"{current().program}: "))
    return Page(path.name, result, _age(path))


def silent(file: str | Path | None = None) -> None:
    """Stand for `verdict` in the reference: a notebook that is judged asks for no verdict."""


def _check(path: Path) -> subprocess.CompletedProcess:
    """Ask the command in a process of its own: the rooms above this one are not imported here."""
    # -P: a file pandas.py beside the notebook is not what the command should import.
    words = [sys.executable, "-P", "-m", current().program, "check", str(path.absolute()), "--json"]
    return subprocess.run(
        words,
        env=environment(tables_folder(), home()) | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _age(path: Path) -> str:
    """Say which state of the notebook was judged, and warn if the one on the screen is newer."""
    saved = time.strftime("%H:%M", time.localtime(path.stat().st_mtime))
    changed = changed_since_saved(path) if path == this_notebook() else []
    if not changed:
        return f"This is the notebook as it was saved at {saved}."
    named = ", ".join(dict.fromkeys(filter(None, map(answered, changed))))
    where = f"your answers to {named}" if named else "a cell"
    return (
        f"The notebook was saved at {saved}, and you ran {where} with another text since then: "
        "save it (Ctrl+S) and run this cell again."
    )


def _clear() -> None:
    """Take the line that says "running" away again, where there is a page to take it from."""
    if "IPython" in sys.modules:
        from IPython.display import clear_output

        clear_output(wait=True)


def _row(each: dict[str, Any]) -> str:
    left = 'style="text-align:left; white-space:normal; max-width:45em"'
    said = f"<br>{escape(each['sentence'])}" if each["sentence"] else ""
    outcome = badge(each["outcome"])
    return (
        f'<tr><th scope="row" {left}>{escape(each["id"])}</th>'
        f"<td {left}>{outcome}</td>"
        f"<td {left}>{each['earned']}/{each['points']}</td>"
        f"<td {left}>{escape(each['title'])}{said}</td></tr>"
    )
