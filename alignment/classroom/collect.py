"""The picture of a class out of its students' files, and the files it is written to.

`class.json`, `panel.csv` and `class.html` hold what the class may know. The folder `instructor`
holds the list of what was handed in, and the closed lists; it is not for the class.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from alignment.classroom import intake as taking
from alignment.classroom import lists as closing
from alignment.classroom import paraphrases as explaining
from alignment.classroom.page import page
from alignment.errors import AlignmentError
from alignment.methods.classes import answers
from alignment.methods.classes.disclosure import FEWEST, SMALLEST
from alignment.methods.classes.picture import Sheets, picture
from alignment.records.class_file import Answer, ClassFile
from alignment.records.sheets import CRITERIA, DOMAINS
from alignment.tables import load
from alignment.tables.predictions import Prediction, predictions
from fairmark.files import read_json, write_json
from fairmark.platforms.protocol import People
from fairmark.spreadsheets import as_csv

INSTRUCTOR = "instructor"
NAME, PANEL, PAGE = "class.json", "panel.csv", "class.html"
INTAKE = f"{INSTRUCTOR}/intake.csv"
HEAD = ("about", "item", "criterion", "statistic", "value")


@dataclass(frozen=True)
class Collected:
    """What a collection did.

    Parameters
    ----------
    picture : dict
        Of the class.
    lines : tuple of Line
        Every file that was found, for the instructor.
    notes : tuple of str
        What the instructor should know.
    """

    picture: dict[str, Any]
    lines: tuple[taking.Line, ...]
    notes: tuple[str, ...]


def collect(
    source: Path, out: Path, round: int, platform: str = "", people: People | None = None
) -> Collected:
    """Take in a class's files and write what may be known of it.

    Parameters
    ----------
    source : Path
        Folder or zip of a platform.
    out : Path
        Folder of the class; a second round and later collections go to the same one.
    round : {1, 2}
        Of the panel.
    platform : str
        Whose archive it is; empty to recognise.
    people : People, optional
        The class list.

    Returns
    -------
    Collected
        With notes in sentences.

    Raises
    ------
    MayNotBuild
        If scores were collected before and fewer than five students came or left since.
    CourseError
        If there is nothing to read, or the folder cannot be written.
    """
    found = taking.take_in(source, round, platform, people)
    lists = closing.load(out / closing.PLACE)
    earlier = read_json(out / NAME) or {}
    shown, notes = build(found.files, round, lists, earlier)
    closing.save(out / closing.PLACE, lists)
    (out / INTAKE).write_text(_intake(found.lines), encoding="utf-8")
    given = [file.answer for file in found.files if file.answer is not None]
    write_json(out / explaining.SIDES, explaining.sides(sheets_of(given).scores, shown))
    write(shown, out)
    return Collected(shown, found.lines, (found.said, *notes))


def write(shown: dict[str, Any], out: Path) -> None:
    """Write the three files of a picture."""
    write_json(out / NAME, shown)
    (out / PANEL).write_text(tidy(shown), encoding="utf-8")
    (out / PAGE).write_text(page(shown), encoding="utf-8")


def build(
    files: Sequence[ClassFile], round: int, lists: closing.Lists, earlier: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Make the picture from files, and close the lists that it was made from.

    Parameters
    ----------
    files : sequence of ClassFile
        One per student.
    round : {1, 2}
        Of the panel.
    lists : Lists
        Of this class; they are changed.
    earlier : dict
        The picture before: what may not be built again is taken from it.

    Returns
    -------
    dict, list of str
        The picture, and what the instructor should know.

    Raises
    ------
    MayNotBuild
        If the scores may not be built again.
    """
    with_scores = [file for file in files if file.answer is not None]
    contents = [file.answer.numbers() for file in with_scores]
    name = f"round {round}"
    lists.require(name, contents)
    shown = picture(sheets_of([file.answer for file in with_scores]), round)
    if shown["students"] is not None:
        lists.close(name, contents)
    notes = [_counted(files, with_scores)]
    earlier_rounds = earlier.get("round_1") if round == 2 else None
    if round == 2:
        shown["round_1"] = earlier_rounds or _core(earlier, 1)
        shown["movement"] = _movement(with_scores, lists, shown)
    shown["forecasts"] = _forecasts(files, lists, earlier, notes)
    shown["guesses"] = _guesses(files, lists, earlier, notes)
    return shown, notes


def sheets_of(given: Sequence[Answer]) -> Sheets:
    """Make arrays of answers: most likely scores, and weights from swing points."""
    scores = np.array([[[a.scores[d][c][1] for c in CRITERIA] for d in DOMAINS] for a in given])
    points = np.array([[a.points[c] for c in CRITERIA] for a in given])
    empty = (0, len(DOMAINS), len(CRITERIA))
    return Sheets(
        scores.reshape(empty if not len(given) else scores.shape),
        points / points.sum(axis=1, keepdims=True) if len(given) else np.zeros((0, 6)),
        DOMAINS,
        CRITERIA,
        shipped=shipped(),
        default=_default(),
    )


def shipped() -> list[np.ndarray]:
    """Return the sheets that come with the course, shape (domains, criteria) each."""
    rows = load("judgements")
    return [
        table.pivot(index="domain", columns="criterion", values="mode")
        .loc[list(DOMAINS), list(CRITERIA)]
        .to_numpy(float)
        for _, table in rows.groupby("sheet", sort=False)
    ]


def reference() -> np.ndarray:
    """Return the reference sheet, shape (domains, criteria)."""
    names = list(load("judgements")["sheet"].unique())
    return shipped()[names.index("reference")]


def _default() -> np.ndarray:
    rows = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
    points = rows.loc[list(CRITERIA)].to_numpy(float)
    return points / points.sum()


def _core(earlier: dict[str, Any], round: int) -> dict[str, Any] | None:
    """Return the scores' part of an earlier picture, if it was of that round."""
    if earlier.get("round") != round or earlier.get("students") is None:
        return None
    return {name: earlier[name] for name in ("students", "scores", "orders", "agreement")}


def _movement(
    files: Sequence[ClassFile], lists: closing.Lists, shown: dict[str, Any]
) -> dict[str, Any] | None:
    """Compare those whose first answer was in the page of round 1.

    Where one to four students answered in one round only, medians of the others beside the page's
    own would give them away by subtraction: then the medians of both pages stand there.
    """
    both = [f for f in files if f.before and lists.holds("round 1", f.before.numbers())]
    if len(both) < FEWEST:
        return None
    both.sort(key=taking.digest)
    first = sheets_of([file.before for file in both])
    second = sheets_of([file.answer for file in both])
    found = answers.movement(first, second, reference(), [f.seen_reference for f in both])
    only = (len(lists.closed["round 1"]) - len(both), len(files) - len(both))
    if found is None or not any(0 < many < SMALLEST for many in only):
        return found
    return _of_pages(found, shown["round_1"], shown) if shown["round_1"] else None


def _of_pages(
    found: dict[str, Any], first: dict[str, Any], second: dict[str, Any]
) -> dict[str, Any]:
    """Take every number that a page shows too from the two pages."""
    scores = {
        d: {
            c: step
            | {"before": first["scores"][d][c]["q50"], "after": second["scores"][d][c]["q50"]}
            for c, step in by.items()
        }
        for d, by in found["scores"].items()
    }
    pages = (first, second)
    return found | {
        "medians_of": "everybody",
        "scores": scores,
        "orders": [page["orders"] for page in pages],
        "same_first": first["orders"]["first"] == second["orders"]["first"],
        "w": [page["agreement"]["w"] for page in pages],
    }


def _forecasts(
    files: Sequence[ClassFile], lists: closing.Lists, earlier: dict[str, Any], notes: list[str]
) -> dict[str, Any]:
    """Return the class's forecasts; a question whose list may not be opened keeps its number."""
    found = {}
    for question in sorted({name for file in files for name in file.forecasts}):
        given = [file.forecasts[question] for file in files if question in file.forecasts]
        number = answers.forecasts({question: given}).get(question)
        found |= _kept(question, given, number, lists, earlier.get("forecasts"), notes)
    return {**(earlier.get("forecasts") or {}), **found}


def _guesses(
    files: Sequence[ClassFile], lists: closing.Lists, earlier: dict[str, Any], notes: list[str]
) -> dict[str, Any]:
    found, known = {}, predictions()
    for name, asked in known.items():
        given = [f.guesses[name] for f in files if _fits(f.guesses.get(name), asked)]
        if not given:
            continue
        step = (asked.high - asked.low) / 20 if asked.low == asked.low else 5.0
        names = asked.names if asked.kind in ("choice", "order", "bars", "line") else ()
        number = answers.guesses(given, names, step) or None
        found |= _kept(name, given, number, lists, earlier.get("guesses"), notes)
    return {**(earlier.get("guesses") or {}), **found}


def _fits(guess: list | None, asked: Prediction) -> bool:
    """Say whether a guess has the form that its question asks for."""
    if not guess:
        return False
    if asked.kind in ("choice", "order"):
        many = 1 if asked.kind == "choice" else len(asked.names)
        return len(guess) == many and all(name in asked.names for name in guess)
    many = 1 if asked.is_number else len(asked.names)
    return len(guess) == many and not any(isinstance(each, str) for each in guess)


def _kept(
    name: str,
    given: Sequence[object],
    number: dict | None,
    lists: closing.Lists,
    earlier: dict | None,
    notes: list[str],
) -> dict[str, Any]:
    if number is None:
        return {}
    if not lists.may(name, given):
        notes.append(f"{name} keeps its earlier figure: fewer than five came or left since.")
        return {name: (earlier or {})[name]} if name in (earlier or {}) else {}
    lists.close(name, given)
    return {name: number}


def _counted(files: Sequence[ClassFile], with_scores: Sequence[ClassFile]) -> str:
    return (
        f"{len(files)} files were taken, {len(with_scores)} of them with scores. Below {FEWEST} "
        "nothing of the scores is shown."
    )


def tidy(shown: dict[str, Any]) -> str:
    """Write the picture as a tidy table: one row per number that may be known."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows(_rows(shown))
    return text.getvalue()


def _rows(shown: dict[str, Any]) -> Iterator[tuple]:
    for name in ("made_of", "round", "students"):
        yield "class", "", "", name, "" if shown[name] is None else shown[name]
    for domain, criteria in (shown.get("scores") or {}).items():
        for criterion, numbers in criteria.items():
            for name, value in numbers.items():
                if name != "bars":
                    yield "score", domain, criterion, name, value
            for bar in numbers.get("bars", []):
                yield "score", domain, criterion, f"{bar['low']:g}-{bar['high']:g}", bar["share"]
    for criterion, numbers in (shown.get("weights") or {}).items():
        for name, value in numbers.items():
            yield "weight", "", criterion, name, value
    for domain, share in (shown.get("first_places") or {}).items():
        for name, value in (share or {"share": ""}).items():
            yield "first place", domain, "", name, value
    for pair in shown.get("pairs") or []:
        yield "pair", " above ".join(pair["pair"]), "", "share", pair["above"]
        yield "pair", " above ".join(pair["pair"]), "", "gap", pair["gap"]
    for name, value in (shown.get("agreement") or {}).items():
        yield "agreement", "", "", name, value
    for name, value in ((shown.get("parts") or {}).get("whole") or {}).items():
        yield "disagreement", "", "", name, value
    for question, numbers in (shown.get("forecasts") or {}).items():
        for name, value in numbers.items():
            yield "forecast", question, "", name, value
    for name, numbers in (shown.get("guesses") or {}).items():
        yield "guess", name, "", "answers", numbers["answers"]
        for option, share in numbers.get("shares", {}).items():
            yield "guess", name, option, "share", "" if share is None else share
        for k, quantiles in enumerate(numbers.get("values", [])):
            for statistic, value in quantiles.items():
                yield "guess", name, k + 1, statistic, value


def _intake(lines: Sequence[taking.Line]) -> str:
    rows = [(line.path, "yes" if line.taken else "no", line.why) for line in lines]
    return as_csv([("file", "counts", "why"), *rows])


def read_class(path: Path) -> dict[str, Any]:
    """Read `class.json`, from the file or from its folder.

    Raises
    ------
    AlignmentError
        If it is not there or is another kind of file.
    """
    from alignment.records.class_picture import read

    file = path / NAME if path.is_dir() else path
    try:
        return read(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError):
        raise AlignmentError(
            f"There is no class file {file}; run alignment class collect first, or name its folder"
        ) from None
