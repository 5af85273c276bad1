"""What the grader found of one submission, and its file: written whole or not at all."""

import json
import os
import re
import tempfile
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from fairmark.answers.verdict import RIGHT
from fairmark.grading.compare import Judged

GRADED, REPAIRED, NOT_GRADABLE = "graded", "graded with repairs", "not gradable"
NOTHING = "nothing handed in"
PART = ".part"


@dataclass(frozen=True)
class Graded:
    """The result of one submission.

    Parameters
    ----------
    student, name, file : str
        Whose it is, and where it was found; empty where somebody checks a notebook of theirs.
    number : str
        The exercise set; empty if it could not be told.
    outcome : str
        "graded", "graded with repairs", "not gradable" or "nothing handed in".
    reason : str
        Why it is not gradable; empty if it is.
    questions : tuple of Judged
        One verdict per question.
    repairs, human : tuple of str
        What was repaired, and what a human should look at; a sentence each.
    stamp : str
        Changes whenever the submission, the set, the seed or the kind of kernel changes.
    """

    student: str
    name: str
    file: str
    number: str
    outcome: str
    reason: str = ""
    questions: tuple[Judged, ...] = ()
    repairs: tuple[str, ...] = ()
    human: tuple[str, ...] = ()
    stamp: str = ""

    @property
    def right(self) -> int:
        """How many questions are right."""
        return sum(each.outcome == RIGHT for each in self.questions)

    @property
    def earned(self) -> int:
        """Points earned."""
        return sum(each.earned for each in self.questions)

    @property
    def points(self) -> int:
        """Points that could be earned."""
        return sum(each.points for each in self.questions)

    @property
    def key(self) -> str:
        """A file name that is safe, readable, and different for different submissions."""
        slug = re.sub(r"[^A-Za-z0-9-]+", "-", self.student).strip("-")[:40] or "student"
        mark = sha256(f"{self.student}\n{self.number}\n{self.file}".encode()).hexdigest()[:16]
        return f"{slug}-{mark}"


def write_result(graded: Graded, folder: Path) -> Path:
    """Write a result so that a reader sees all of it or the file before it."""
    text = json.dumps(asdict(graded), ensure_ascii=False, indent=1) + "\n"
    return write_whole(folder / f"{graded.key}.json", text)


def write_whole(path: Path, text: str) -> Path:
    """Write a text file beside its place and move it there in one step.

    Raises
    ------
    OSError
        That names the file itself; nothing half-written is left.
    """
    part = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=PART)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(part).chmod(0o644)
        Path(part).replace(path)
    except BaseException as error:
        if part:
            Path(part).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror or str(error), str(path)) from error
        raise
    return path


def read_result(path: Path) -> Graded | None:
    """Read a result; None if there is none, or if it is not as marking writes it."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        data["questions"] = tuple(Judged(**each) for each in data["questions"])
        if not all(_possible(each) for each in data["questions"]):
            return None
        return Graded(**{**data, "repairs": tuple(data["repairs"]), "human": tuple(data["human"])})
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _possible(judged: Judged) -> bool:
    """Tell whether points are whole numbers from 0 to what the question is worth."""
    worth, earned = judged.points, judged.earned
    return type(worth) is int and type(earned) is int and 0 <= earned <= worth
