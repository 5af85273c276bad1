"""`verdict()`: what the command `check` says of the saved notebook, in the notebook itself."""

import json
import subprocess
import sys
import textwrap
import time
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from fairmark.checks.showing import Message, badge, spoken
from fairmark.course import current, environment, home, tables_folder
from fairmark.messages import say
from fairmark.notebook import answered, changed_since_saved, is_judged, this_notebook

HEAD = ("question", "outcome", "points", "what")  # of the table; the words are in the messages


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
        return self.text()

    def text(self, width: int | None = None) -> str:
        """Return the page for a screen of so many columns; a sentence is one line without."""
        lines = [say("verdict.set", number=self.result["set"], file=self.name), ""]
        for each in self.result["questions"]:
            points = f"{each['earned']}/{each['points']}"
            lines.append(
                f"  {each['id']:<5} {spoken(each['outcome']):<14} {points:>4}  {each['title']}"
            )
            if each["sentence"]:
                lines += [f"        {line}" for line in _in_lines(each["sentence"], width)]
        lines += ["", *(say("verdict.note", note=each) for each in self._notes()), self._total()]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        heads = "".join(
            f'<th scope="col" style="text-align:left">{say(f"verdict.{each}")}</th>'
            for each in HEAD
        )
        rows = "".join(map(_row, self.result["questions"]))
        notes = "".join(f"<p>{escape(each)}</p>" for each in self._notes())
        return (
            f"<p><strong>{escape(self._total())}</strong></p>{notes}"
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _notes(self) -> list[str]:
        return [each for each in (self.note, *self.result["repairs"]) if each]

    def _total(self) -> str:
        counted = {name: self.result[name] for name in ("right", "checks", "earned", "points")}
        return say("verdict.total", **counted)


def _in_lines(sentence: str, width: int | None) -> list[str]:
    return textwrap.wrap(sentence, max(width - 8, 30)) if width else [sentence]


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
        return Message(say("verdict.none"), say("verdict.in_browser"))
    path = Path(file) if file else this_notebook()
    if path is None:
        return Message(
            say("verdict.none"), say("verdict.unknown", name=Path(current().some_set()).name)
        )
    if not path.is_file():
        why = say("verdict.no_file", name=path.name, folder=path.absolute().parent)
        return Message(say("verdict.none"), why)
    print(say("verdict.running", name=path.name))
    try:
        done = _check(path)
    except KeyboardInterrupt:
        return Message(say("verdict.none"), say("verdict.stopped"))
    _clear()
    try:
        result = json.loads(done.stdout)
    except ValueError:
        last = done.stderr.strip().splitlines()[-1:] or [say("verdict.silent")]
        return Message(say("verdict.none"), last[0].removeprefix(f"{current().program}: "))
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
        return say("verdict.saved", time=saved)
    named = ", ".join(dict.fromkeys(filter(None, map(answered, changed))))
    return say("verdict.changed_answers" if named else "verdict.changed", time=saved, names=named)


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
