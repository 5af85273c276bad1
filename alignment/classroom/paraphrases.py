"""Reasons for far scores: read by the instructor, paraphrased, and shown by side.

Nothing of what a student typed leaves the folder `instructor`: the page is made from the
instructor's own words, which may not repeat five words of the student's in a row, and only for a
side on which at least five people stand.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from alignment.classroom.marks import heading, names, table, told
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods.classes.disclosure import FEWEST, SMALLEST
from alignment.records import reasons
from alignment.records.reasons import Reason
from alignment.records.sheets import CRITERIA, DOMAINS
from fairmark.files import BrokenRecord, read_json
from fairmark.platforms.archive import Archive, inside
from fairmark.spreadsheets import as_csv

SIDES, TYPED, PAGE = "instructor/sides.json", "instructor/reasons.csv", "reasons.html"
HEAD = ("domain", "criterion", "side", "typed", "paraphrase")
RUN = 5  # words in a row that a paraphrase may not share with what was typed
MOST = 3  # reasons on one side of a slide
ZIP = b"PK\x03\x04"


def sides(scores: np.ndarray, shown: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Say on which sides of which scores at least five people stand.

    Parameters
    ----------
    scores : ndarray, shape (students, domains, criteria)
        Most likely scores of the round.
    shown : mapping
        The picture of the class.

    Returns
    -------
    dict
        By domain and criterion, the sides; no count. Empty below ten students.
    """
    if len(scores) < FEWEST or shown.get("students") is None:
        return {}
    found: dict[str, dict[str, list[str]]] = {}
    for d, domain in enumerate(DOMAINS):
        for c, criterion in enumerate(CRITERIA):
            seen = shown["scores"][domain][criterion]
            stand = [reasons.side_of(float(score), seen) for score in scores[:, d, c]]
            found.setdefault(domain, {})[criterion] = [
                side for side in reasons.SIDES if stand.count(side) >= SMALLEST
            ]
    return found


def take_in(source: Path, out: Path) -> tuple[list[Reason], list[str]]:
    """Read the students' files.

    Parameters
    ----------
    source : Path
        Folder or zip of a platform.
    out : Path
        Folder of the class, in which `alignment class collect` has run.

    Returns
    -------
    list of Reason, list of str
        The reasons that may be shown, in an order that follows from their words alone; and a
        sentence for each file that does not count.

    Raises
    ------
    AlignmentError
        If the class has not been collected yet.
    """
    open_sides = read_json(out / SIDES)
    if not isinstance(open_sides, dict):
        raise AlignmentError(
            f"There is no {SIDES} in {out}; run alignment class collect first, with ten students "
            "or more"
        )
    found, left = {}, []
    with Archive(source) as archive:
        for file in archive.files:
            content, problem = archive.read(file, 100_000)
            parts = [(str(file.path), content, problem)]
            if content.startswith(ZIP):
                members = inside(content, 100_000)
                parts = [(f"{file.path}/{m[0]}", *m[1:]) for m in members
                         if m[0].endswith(".json")]  # fmt: skip
            for name, text, trouble in parts:
                try:
                    each = reasons.read(text) if not trouble else None
                except BrokenRecord as error:
                    trouble = f"{error}."
                    each = None
                if each is None:
                    left.append(f"{name}: {trouble}")
                elif each.side not in open_sides.get(each.domain, {}).get(each.criterion, []):
                    left.append(f"{name}: fewer than five people stand on its side; it is dropped.")
                else:
                    found[_mark(each)] = each
    return [found[mark] for mark in sorted(found)], left


def written(found: Sequence[Reason]) -> str:
    """Write the reasons for the instructor, with an empty column for the paraphrase."""
    rows = [(r.domain, r.criterion, r.side, r.text, "") for r in found]
    return as_csv([HEAD, *sorted(rows, key=lambda row: row[:3])])


def paraphrased(path: Path) -> list[Reason]:
    """Read the instructor's own words.

    Parameters
    ----------
    path : Path
        `instructor/reasons.csv` with the column paraphrase filled in where a reason is to be
        shown; rows without one are left out.

    Raises
    ------
    AlignmentError
        If a paraphrase repeats five words in a row of what was typed, with its row; or if none is
        there.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise AlignmentError(f"{path} cannot be read; it should be a CSV in UTF-8") from None
    cut = ";" if ";" in text.partition("\n")[0] else ","
    rows = list(csv.DictReader(io.StringIO(text), delimiter=cut))
    if not rows or not set(HEAD) <= set(rows[0]):
        raise AlignmentError(f"{path.name} needs the columns {', '.join(HEAD)}")
    found = []
    for k, row in enumerate(rows, 2):
        said = " ".join((row["paraphrase"] or "").split())
        if not said:
            continue
        if shared := repeated(row["typed"] or "", said):
            raise AlignmentError(
                f"{path.name}, row {k}: the paraphrase repeats “{shared}”; say it in your own "
                "words, or the writer may be known by theirs"
            )
        found.append(reasons.checked(row["domain"], row["criterion"], row["side"], said))
    if not found:
        raise AlignmentError(f"{path.name} holds no paraphrase; fill in that column first")
    return found


def repeated(typed: str, said: str) -> str:
    """Return the first five words in a row that both texts hold; empty if there are none."""
    one, two = (re.findall(r"\w+", each.lower()) for each in (typed, said))
    runs = {tuple(one[k : k + RUN]) for k in range(len(one) - RUN + 1)}
    for k in range(len(two) - RUN + 1):
        if tuple(two[k : k + RUN]) in runs:
            return " ".join(two[k : k + RUN])
    return ""


def slides_of(found: Sequence[Reason]) -> list[str]:
    """Return one slide per score, its two sides beside each other."""
    domains, criteria = names("domains"), names("criteria")
    by_score: dict[tuple[str, str], dict[str, list[str]]] = {}
    for each in found:
        sides_here = by_score.setdefault((each.domain, each.criterion), {})
        sides_here.setdefault(each.side, []).append(each.text)
    parts = [
        heading(say("slides.both_sides"), 1)
        + told(say("slides.teachers_words"), "say")
        + told(say("slides.five_a_side"))
    ]  # fmt: skip
    for (domain, criterion), given in sorted(by_score.items()):
        columns = [given.get(side, [])[:MOST] for side in reasons.SIDES]
        longest = max(map(len, columns))
        rows = [[column[k] if k < len(column) else "" for column in columns]
                for k in range(longest)]  # fmt: skip
        missing = [side for side, column in zip(reasons.SIDES, columns, strict=True) if not column]
        note = say(f"slides.nobody_{missing[0]}") if missing else ""
        parts.append(
            heading(f"{domains[domain]}: {criteria[criterion].lower()}")
            + table([say("slides.below_half"), say("slides.above_half")], rows)
            + (told(note, "soft") if note else "")
        )
    return parts


def _mark(each: Reason) -> str:
    return sha256(each.file().encode()).hexdigest()
