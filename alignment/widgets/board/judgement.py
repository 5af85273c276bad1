"""What a weighing board holds: swing points, scores with notes, interests, and how sure one is.

A judgement is a plain dictionary, the same in Python, in the browser and in a saved file.
"""

import copy
from collections.abc import Iterable
from typing import Any

import pandas as pd

from alignment import tables
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.records import Sheet

SCHEMA = 1
CAPITALS = ("washington", "ally", "tokyo", "beijing", "moscow", "delhi")
SPREADS = (0, 25, 50, None)  # per cent around each swing point; None: any weights at all
PRESETS = ("reference", "quasi-alliance", "convenience", "us-japan", "blank")
UNKNOWN = (0, 50, 100)

Judgement = dict[str, Any]


class BadJudgement(AlignmentError):
    """A judgement the board cannot show; the text says what was found and what to give."""


def preset_name(preset: str) -> str:
    """Say what a sheet to start from is called; one that the course does not know, by its name."""
    return say(f"board.preset {preset}") if preset in PRESETS else preset


def names(table: str) -> dict[str, str]:
    """Return code to name for the tables `criteria`, `domains` or `interests`, in their order."""
    rows = tables.load(table)
    return dict(zip(rows.iloc[:, 0], rows["name"], strict=True))


def interest_profile() -> dict[str, dict[str, float]]:
    """Return how strongly each domain touches each interest, 0-100: domain to interest to points.

    Empty if the tables hold no interests.
    """
    if "interests" not in tables.names():
        return {}
    rows = tables.load("interests").set_index("interest")
    return {domain: rows[domain].astype(float).to_dict() for domain in names("domains")}


def domain_anchors() -> dict[str, dict[str, dict[str, str]]]:
    """Return what a score means in one domain: domain, criterion, score to text; empty if none."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    if "domain_anchors" in tables.names():
        for row in tables.load("domain_anchors").itertuples():
            criteria = found.setdefault(row.domain, {})
            criteria.setdefault(row.criterion, {})[str(int(row.score))] = row.anchor
    return found


def presets() -> dict[str, dict[str, Any]]:
    """Return every sheet the board can start from: the shipped ones and a blank one."""
    scores, points = tables.load("judgements"), tables.load("swing_points")
    domains, criteria = names("domains"), names("criteria")
    interests = list(names("interests")) if "interests" in tables.names() else []
    nothing = pd.DataFrame(
        [("blank", d, c, *UNKNOWN) for d in domains for c in criteria],
        columns=["sheet", "domain", "criterion", "low", "mode", "high"],
    )
    blank = pd.DataFrame({"sheet": "blank", "criterion": list(criteria), "points": 100.0})
    scores, points = pd.concat([scores, nothing]), pd.concat([points, blank])
    found = {}
    for key in scores["sheet"].unique():
        swings = points[points["sheet"] == key].set_index("criterion")["points"]
        found[key] = {
            "preset": key,
            "own": [],
            "points": {criterion: float(swings[criterion]) for criterion in criteria},
            "scores": _cells(scores[scores["sheet"] == key], domains),
            "interests": dict.fromkeys(interests, 100.0),
        }
    return found


def _cells(rows: pd.DataFrame, domains: dict[str, str]) -> dict[str, dict[str, dict]]:
    """Nest the rows of a score table by domain and criterion; nothing shipped has a note."""
    cells: dict[str, dict] = {domain: {} for domain in domains}
    for row in rows.itertuples():
        ends = {"low": float(row.low), "mode": float(row.mode), "high": float(row.high)}
        cells[row.domain][row.criterion] = {**ends, "note": ""}
    return cells


# Additive, swing points as they are given, scores drawn from their ranges.
OPENING = {"dial": 0, "spread": 0, "vary_scores": True}


def start(
    preset: str = "reference",
    *,
    points: dict | pd.Series | None = None,
    scores: pd.DataFrame | None = None,
    sheets: dict[str, Sheet] | None = None,
    **settings: Any,
) -> Judgement:
    """Build the judgement a board opens with: a preset, then what the student brings.

    Parameters
    ----------
    preset : str
        Name of a shipped sheet, or "blank".
    points : dict or Series, optional
        Swing points by criterion letter, 0 to 100.
    scores : DataFrame, optional
        Columns domain, criterion, low, mode, high and, if wanted, note.
    sheets : dict of str to Sheet, optional
        The student's own score sheets; a sheet replaces what it has scored.
    **settings
        `dial` (compensability: 0 additive, 50 geometric, 100 minimum), `spread` (how far swing
        points may be off, in per cent: 0, 25, 50; None lets weights be anything), `vary_scores`
        (whether scores are drawn from their ranges in the draws).

    Returns
    -------
    dict
        A checked judgement.

    Raises
    ------
    BadJudgement
        If a name or a number does not fit.
    """
    return changed(
        {"schema": SCHEMA, "capital": "washington", "sheets": {}},
        preset=preset,
        points={} if points is None else points,
        scores=scores,
        sheets=sheets or {},
        **{**OPENING, **settings},
    )


def changed(judgement: Judgement, **changes: Any) -> Judgement:
    """Return a checked copy with some things changed; the other ones stay.

    Parameters
    ----------
    judgement : dict
        The judgement to start from.
    **changes
        Any of points, scores, sheets, preset, dial, spread, vary_scores, as in `start`;
        capital, a key of `CAPITALS` (its sheet starts blank); interests, points by code.

    Returns
    -------
    dict
        The new judgement.
    """
    done = copy.deepcopy(judgement)
    if (capital := changes.pop("capital", None)) is not None:
        done["capital"] = known(capital, CAPITALS, "perspective")
        done["sheets"].setdefault(capital, presets()["blank"])
    if (preset := changes.pop("preset", None)) is not None:
        sheets = presets()
        done["sheets"][done["capital"]] = sheets[known(preset, sheets, "sheet")]
    sheet = done["sheets"][done["capital"]]
    for part, what in (("points", "criterion"), ("interests", "interest")):
        for code, value in dict(changes.pop(part, {})).items():
            sheet[part][known(code, sheet[part], what)] = value
    if (rows := changes.pop("scores", None)) is not None:
        _take_rows(sheet, rows)
    for domain, own in changes.pop("sheets", {}).items():
        _take_sheet(sheet, domain, own)
    keys = {"dial": "dial", "spread": "spread", "vary_scores": "vary"}
    for name, value in changes.items():
        done[keys[known(name, keys, "setting")]] = value
    return checked(done)


def origin(sheet: dict[str, Any], sheets: dict[str, dict], domains: dict[str, str]) -> str:
    """Say where the scores come from, in the same words on the board and in its table."""
    label = preset_name(sheet["preset"])
    if sheet["own"]:
        own = ", ".join(domains[d] for d in domains if d in sheet["own"])
        return say("board.own", own=own, label=label)
    start = sheets[sheet["preset"]]
    same = all(sheet[part] == start[part] for part in ("points", "scores", "interests"))
    return label if same else say("board.changed", label=label)


def _take_rows(sheet: dict, rows: pd.DataFrame) -> None:
    if missing := {"domain", "criterion", "low", "mode", "high"} - set(rows.columns):
        raise BadJudgement(say("board.no_column", column=sorted(missing)[0]))
    for row in rows.to_dict("records"):
        criteria = sheet["scores"][known(row["domain"], sheet["scores"], "domain")]
        cell = {end: float(row[end]) for end in ("low", "mode", "high")}
        note = row.get("note")
        text = note if isinstance(note, str) else ""
        criteria[known(row["criterion"], criteria, "criterion")] = {**cell, "note": text}


def _take_sheet(sheet: dict, domain: str, own: Sheet) -> None:
    criteria = sheet["scores"][known(domain, sheet["scores"], "domain")]
    for criterion, score in own.scores.items():
        criteria[known(criterion, criteria, "criterion")] = {
            "low": float(score.low),
            "mode": float(score.mode),
            "high": float(score.high),
            "note": score.note,
        }
    if own.scores:
        sheet["own"].append(domain)


def known(key: object, among: Iterable[str], what: str) -> str:
    """Return a key that is among the known ones, or say which there are."""
    if key not in among:
        raise BadJudgement(say(f"board.no_{what}", key=key, known=", ".join(among)))
    return str(key)


def checked(judgement: Judgement) -> Judgement:
    """Return a copy of a judgement whose every number is in range, or say which one is not.

    Parameters
    ----------
    judgement : dict
        As `start` builds it, as a board holds it or as a file held it.

    Returns
    -------
    dict
        An independent copy.

    Raises
    ------
    BadJudgement
        With one sentence, if something is missing or out of range.
    """
    if not isinstance(judgement, dict) or judgement.get("schema") != SCHEMA:
        raise BadJudgement(say("board.not_state"))
    done = copy.deepcopy(judgement)
    domains, criteria = names("domains"), names("criteria")
    try:
        known(done["capital"], CAPITALS, "perspective")
        if done["spread"] not in SPREADS:
            raise BadJudgement(say("board.bad_spread", found=done["spread"]))
        _point(say("board.dial"), done["dial"])
        for capital, sheet in done["sheets"].items():
            known(capital, CAPITALS, "perspective")
            _check_points(sheet, criteria)
            _check_scores(sheet, domains, criteria)
        if done["capital"] not in done["sheets"]:
            raise BadJudgement(say("board.sheet_missing", capital=done["capital"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise BadJudgement(say("board.lacks", error=error)) from None
    return done


def _check_points(sheet: dict, criteria: dict[str, str]) -> None:
    sheet["points"] = {criterion: sheet["points"][criterion] for criterion in criteria}
    for criterion, value in sheet["points"].items():
        _point(say("board.swing", criterion=criteria[criterion]), value)
    if not any(sheet["points"].values()):
        raise BadJudgement(say("board.all_zero"))
    for interest, value in sheet["interests"].items():
        _point(say("board.interest", interest=interest), value)


def _check_scores(sheet: dict, domains: dict[str, str], criteria: dict[str, str]) -> None:
    sheet["scores"] = {d: {c: sheet["scores"][d][c] for c in criteria} for d in domains}
    for domain, criterion in ((d, c) for d in domains for c in criteria):
        cell = sheet["scores"][domain][criterion]
        where = {"domain": domains[domain], "criterion": criteria[criterion]}
        ends = [cell["low"], cell["mode"], cell["high"]]
        for value in ends:
            _point(say("board.score", **where), value)
        if sorted(ends) != ends:
            raise BadJudgement(say("board.out_of_order", **where, ends=ends))
        if not isinstance(cell["note"], str):
            raise BadJudgement(say("board.bad_note", **where))


def _point(what: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
        raise BadJudgement(say("board.no_point", what=what, value=value))
