"""Tables for a spreadsheet and for learning platforms; no cell of them is ever a formula.

The columns for Canvas and Moodle are those of their own exports, in their order.
"""

import csv
import io
from collections.abc import Iterable

from fairmark.grading.assignments import Assignment
from fairmark.grading.results import Graded
from fairmark.grading.roster import CANVAS_COLUMNS, Matched, Roster

ONE_LINE = {ord(sign): " " for sign in "\t\r\n\x0b\x0c"}
# Some spreadsheets read the wide forms of East Asian keyboards as formulas too.
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
HEAD = ("student", "name", "set", "outcome", "earned", "points", "human", "repairs", "file")


def safe(cell: object) -> str:
    """Write a cell so that a spreadsheet takes it for text, never for a formula."""
    text = str(cell).translate(ONE_LINE)
    looks = text.lstrip("\ufeff\u200b \u00a0")
    harmless = looks in FORMULA or looks.lstrip("+-").replace(".", "", 1).isdecimal()
    formula = isinstance(cell, str) and looks.startswith(FORMULA) and not harmless
    return f"'{text}" if formula else text


def gradebook(graded: Iterable[Graded], assignments: dict[str, Assignment]) -> str:
    """Write one row per submission: totals, what needs a human, and the points of each question.

    Parameters
    ----------
    graded : iterable of Graded
        Every result.
    assignments : dict of str to Assignment
        The sets.

    Returns
    -------
    str
        CSV; a cell of a question that is not of the row's set is empty.
    """
    questions = [question for each in assignments.values() for question in each.keys]
    rows = [[*HEAD, *questions]]
    for each in graded:
        points = {judged.id: judged.earned for judged in each.questions}
        human, repairs = " ".join(each.human), " ".join(each.repairs)
        total = each.points or sum(
            key.points for key in getattr(assignments.get(each.number), "keys", {}).values()
        )
        row = [each.student, each.name, each.number, each.outcome, each.earned, total]
        rows.append([*row, human, repairs, each.file, *(points.get(q, "") for q in questions)])
    return written(rows)


def canvas(roster: Roster, matched: Matched, assignments: dict[str, Assignment]) -> str:
    """Write what Canvas imports: its five columns, then one per set.

    Parameters
    ----------
    roster : Roster
        A Canvas export; a column whose title begins with a set's name is used again.
    matched : Matched
        Who handed in what.
    assignments : dict of str to Assignment
        The sets.

    Returns
    -------
    str
        CSV. The grade of who handed in nothing gradable stays empty.
    """
    titles = {n: _column(roster, a.name) for n, a in assignments.items()}
    totals = [sum(key.points for key in a.keys.values()) for a in assignments.values()]
    rows = [[*CANVAS_COLUMNS, *titles.values()], ["    Points Possible", "", "", "", "", *totals]]
    for row, handed in matched.rows:
        rows.append([*(row[c] for c in CANVAS_COLUMNS), *_grades(handed, assignments)])
    return written(rows)


def moodle(roster: Roster, matched: Matched, number: str, total: int) -> str:
    """Write the grading worksheet of one Moodle assignment with its grades filled in.

    Parameters
    ----------
    roster : Roster
        The worksheet as Moodle gave it; its columns are returned as they are.
    matched : Matched
        Who handed in what.
    number : str
        The set.
    total : int
        Its points; they are scaled to the worksheet's own maximum.

    Returns
    -------
    str
        CSV. The grade of who handed in nothing gradable stays as it was.
    """
    rows: list[list] = [list(roster.columns)]
    for row, handed in matched.rows:
        filled = dict(row)
        mine = [each for each in handed if each.number == number and each.questions]
        if mine:
            filled["Grade"] = _scaled(mine[-1].earned, total, row["Maximum Grade"])
        rows.append([filled[column] for column in roster.columns])
    return written(rows)


def plain_list(roster: Roster, matched: Matched, assignments: dict[str, Assignment]) -> str:
    """Write any other class list with one column of points per set behind it."""
    names = [each.name for each in assignments.values()]
    rows: list[list] = [[*roster.columns, *names]]
    for row, handed in matched.rows:
        rows.append([*(row[c] for c in roster.columns), *_grades(handed, assignments)])
    return written(rows)


def written(rows: list[list]) -> str:
    """Write rows as CSV with every cell made safe."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _grades(handed: list[Graded], assignments: dict[str, Assignment]) -> list:
    points = {each.number: each.earned for each in handed if each.questions}
    return [points.get(number, "") for number in assignments]


def _column(roster: Roster, name: str) -> str:
    """Use the column Canvas has for the set already, `04-economic (12345)`, else a new one."""
    own = [c for c in roster.columns if c == name or c.startswith(f"{name} (")]
    return own[0] if own else name


def _scaled(earned: int, total: int, maximum: str) -> str:
    try:
        whole = float(maximum.replace(",", "."))
    except ValueError:
        return str(earned)
    text = f"{earned / total * whole:.2f}" if total else "0.00"
    return text.replace(".", ",") if "," in maximum else text
