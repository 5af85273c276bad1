"""What a teacher needs of one lesson: its sections with their minutes, guesses and panels."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from alignment.tables.predictions import Prediction, predictions
from fairmark.authoring import minutes
from fairmark.authoring.percent import Cell, read_cells

_PREDICT = re.compile(r'predict\("([^"]+)"\)')
_PANEL = re.compile(r"^(?:\w+ = )?(?:widgets\.)?([A-Z]\w+)\(", re.M)
_CHANGE = re.compile(r"^(.*?)\s+# change this(?::\s*(.+))?$", re.M)
_HEADING = re.compile(r"^## (.+)$", re.M)
SCORES, OTHER_SIDE = "Score sheet", "The other side of the table"
SAID = "What we can now say"
# What a student reads alone; no class time is planned for it.
ALONE = ("What you will be able to do", "Data card", "Exercises, discussion", "Your dossier",
         "What no table decides")  # fmt: skip


# What a class does with a panel, where that is not to look for a setting.
DO = {
    "ClaimSorter": "on which claim do two pairs differ, and why?",
    "WeighingBoard": "which weight would have to change, and how far, for another first place?",
    "PairwisePanel": "which of your own answers contradict each other?",
}
OWN = {  # each on their own screen: nobody shows these to the class
    "ForecastCard": "lock a probability first; only then look at what happened.",
    "PremortemBoard": "it has gone badly wrong. Why? One reason of each kind.",
    "MemoLinter": "paste two sentences of yours. What does it ask about them?",
    "ClassPanel": "where do we differ, in values or in facts? Only your screen has your own place.",
    "ForTheClass": "make your file and hand it in. It holds numbers only.",
}
LOOK = "which setting changes the answer?"


@dataclass(frozen=True)
class Section:
    """One section of a lesson.

    Parameters
    ----------
    heading : str
        As it stands there; empty for what comes before the first one.
    minutes : int
        By the course's formula.
    guesses : tuple of str
        Ids of its predictions.
    panels : tuple of str
        Names of its panels.
    changes : tuple of str
        Lines marked "change this", as they stand there.
    optional : bool
        Whether the lesson marks it so.
    """

    heading: str
    minutes: int
    guesses: tuple[str, ...]
    panels: tuple[str, ...]
    changes: tuple[str, ...]
    optional: bool

    @property
    def name(self) -> str:
        """The heading, or what the beginning is called in a plan."""
        return self.heading or "The opening"

    @property
    def is_taught(self) -> bool:
        """Whether a class goes through it together."""
        apart = (*ALONE, SCORES, OTHER_SIDE, SAID)
        return not self.optional and not self.heading.startswith(apart)


@dataclass(frozen=True)
class Lesson:
    """One lesson, read from its source."""

    path: Path
    cells: tuple[Cell, ...]

    @property
    def number(self) -> str:
        """Two digits."""
        return self.path.name[:2]

    @property
    def file(self) -> str:
        """Name of the built notebook."""
        return f"lesson-{self.path.stem}.ipynb"

    @cached_property
    def text(self) -> str:
        """Every markdown cell."""
        return "\n\n".join(cell.source for cell in self.cells if cell.kind == "markdown")

    @property
    def title(self) -> str:
        """The title without its number, for example "The economic domain: who sustains whom?"."""
        return re.sub(r"^Lesson \d+\. ", "", re.search(r"^# (.+)$", self.text, re.M)[1])

    @property
    def question(self) -> str:
        """The question of the day; empty if there is none."""
        return self.paragraph(r"\*\*Question of the day\.?\*\*")

    @property
    def reading(self) -> str:
        """The paragraph of further reading, with its links."""
        return self.paragraph(r"\*\*Read\.\*\*")

    @property
    def needs(self) -> str:
        """What the lesson says a student needs."""
        return self.paragraph(r"\*\*You need:\*\*").partition(" **")[0]

    @property
    def discuss(self) -> tuple[str, ...]:
        """The questions for discussion, one by one."""
        text = self.paragraph(r"\*\*Discuss\.\*\*").replace("*", "")
        return tuple(each.strip() for each in re.findall(r"[^?]+\?", text))

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What a student will be able to do."""
        part = self.text.partition("## What you will be able to do")[2].partition("**Minutes")[0]
        part = part.partition("**You need")[0]
        return tuple(
            " ".join(each.split()) for each in re.findall(r"^- (.+(?:\n  .+)*)", part, re.M)
        )

    @property
    def guesses(self) -> list[Prediction]:
        """Its predictions, in the order in which they are asked."""
        known = predictions()
        return [known[name] for section in self.sections for name in section.guesses]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in order."""
        found: list[tuple[str, list[Cell], bool]] = [("", [], False)]
        optional = minutes.optional_cells(self.cells)
        for cell, skip in zip(self.cells, optional, strict=True):
            pieces = re.split(r"^(?=## )", cell.source, flags=re.M) if (
                cell.kind == "markdown") else [cell.source]  # fmt: skip
            for piece in pieces:
                heading = _HEADING.match(piece) if cell.kind == "markdown" else None
                if heading:
                    found.append((heading[1], [], skip))
                if piece.strip():
                    found[-1][1].append(Cell(cell.kind, piece, "", cell.parts))
        return tuple(_section(*each) for each in found)

    def paragraph(self, start: str) -> str:
        """Return the text that follows a bold beginning, up to the next blank line."""
        found = re.search(start + r"\s*(.+?)(?:\n\s*\n|\Z)", self.text, re.S)
        return " ".join(found[1].split()) if found else ""


def read_lesson(path: Path) -> Lesson:
    """Read a lesson's source."""
    return Lesson(path, tuple(read_cells(path)))


def panels_in(code: str) -> tuple[str, ...]:
    """Name the panels that a text of code opens."""
    known = {*minutes.rates(), *OWN, "MyWork"} - {"Markdown"}
    return tuple(dict.fromkeys(name for name in _PANEL.findall(code) if name in known))


def _section(heading: str, cells: list[Cell], optional: bool) -> Section:
    code = "\n".join(cell.source for cell in cells if cell.kind == "code")
    return Section(
        heading,
        minutes.of_cells(cells, line=0).whole,  # a class reads code together
        tuple(dict.fromkeys(_PREDICT.findall(code))),
        panels_in(code),
        tuple(f"`{line.strip()}`" + (f" ({what})" if what else "")
              for line, what in _CHANGE.findall(code)),
        optional,
    )  # fmt: skip
