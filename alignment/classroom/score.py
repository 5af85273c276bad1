"""The class's forecasts against what happened: one number with its luck, and no league table.

The forecast of the class is the median that stands in its class file, in steps of 5 per cent. Each
student scores their own forecasts on their own computer.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from alignment.classroom.marks import bar, heading, table, told
from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.methods import scoring
from alignment.methods.classes import resolved
from alignment.tables import load

WORDS = {"yes": 1, "no": 0, "silent": None}
ROUGH = 20  # questions; below, a t interval covers less than it says
SCORES = "scores.csv"
HEAD = ("id", "outcome", "source", "decided")
CAME = {1: "yes", 0: "no", None: "void"}


@dataclass(frozen=True)
class Scored:
    """What was scored.

    Parameters
    ----------
    rows : tuple of dict
        By question: id, class, base_rate, outcome (None if void).
    counted, asked : int
        Questions that count, and those resolved and forecast by the class.
    brier, reference : float
        Mean squared error of the class and of the base rates; 0 is best.
    bits : float
        Mean log score of the class, in bits.
    log_odds : float
        Brier score of the class's mean of log-odds.
    climatology : float
        Brier score of whoever had known how often "yes" would come; nobody knew.
    against : Comparison or None
        The class against the base rates; None with one question.
    band : Calibration
        Expected and seen count of "yes".
    """

    rows: tuple[dict[str, Any], ...]
    counted: int
    asked: int
    brier: float
    reference: float
    bits: float
    log_odds: float
    climatology: float
    against: resolved.Comparison | None
    band: resolved.Calibration


def read_answers(path: Path) -> dict[str, int | None]:
    """Read what happened.

    Parameters
    ----------
    path : Path
        CSV with the columns id, outcome (yes, no or silent), source and decided.

    Returns
    -------
    dict of str to (1, 0 or None)
        By question; None where the sources named in the question say nothing.

    Raises
    ------
    AlignmentError
        With the row, if something is not as it should be.
    """
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    except (OSError, UnicodeDecodeError) as error:
        raise AlignmentError(f"{path} cannot be read: {error}") from None
    if not rows or not {"id", "outcome", "source"} <= set(rows[0]):
        raise AlignmentError(
            f"{path.name} needs the columns {', '.join(HEAD)} and one row for each question"
        )
    found: dict[str, int | None] = {}
    for k, row in enumerate(rows, 2):
        name, word = (row["id"] or "").strip(), (row["outcome"] or "").strip().lower()
        if word not in WORDS:
            raise AlignmentError(
                f"{path.name}, row {k}: the outcome is {word!r}; write yes, no or silent"
            )
        if name in found:
            raise AlignmentError(f"{path.name}, row {k}: {name} stands there twice")
        if WORDS[word] is not None and not (row["source"] or "").strip():
            raise AlignmentError(f"{path.name}, row {k}: {name} has no source for its outcome")
        found[name] = WORDS[word]
    return found


def questions() -> dict[str, dict[str, Any]]:
    """Return every question that can be scored: base rate, block, and the rule if silent."""
    bank = load("forecast_bank").set_index("id").to_dict("index")
    own = load("questions").set_index("id").to_dict("index")
    plain = {n: q | {"base_rate": 0.5, "block": n} for n, q in own.items()}
    return plain | bank


def score(shown: Mapping[str, Any], happened: Mapping[str, int | None]) -> Scored:
    """Score the class's forecasts.

    Parameters
    ----------
    shown : mapping
        The class file.
    happened : mapping of str to (1, 0 or None)
        From `read_answers`.

    Returns
    -------
    Scored
        Each question's rule for silent sources is applied before any score is computed.

    Raises
    ------
    AlignmentError
        If a question is unknown, or none can be scored.
    """
    known, given = questions(), shown.get("forecasts") or {}
    if unknown := sorted(set(happened) - set(known)):
        raise AlignmentError(f"There is no question {unknown[0]!r} in the course's tables")
    asked = [name for name in known if name in happened and name in given]
    rules = ["no" if known[n]["if_missing"] == "counts as no" else "void" for n in asked]
    outcomes = resolved.settled([happened[n] for n in asked], rules)
    rows = [
        {
            "id": name,
            "class": given[name]["q50"] / 100,
            "base_rate": float(known[name]["base_rate"]),
            "outcome": None if np.isnan(o) else int(o),
        }
        for name, o in zip(asked, outcomes, strict=True)
    ]
    kept = [row for row in rows if row["outcome"] is not None]
    if not kept:
        raise AlignmentError(
            "No question can be scored: none of the resolved ones has a forecast of the class (ten "
            "students or more), or all are void"
        )
    p, b, o = (np.array([row[c] for row in kept], float) for c in ("class", "base_rate", "outcome"))
    odds = np.array([given[row["id"]]["log_odds"] / 100 for row in kept])
    blocks = [known[row["id"]]["block"] for row in kept]
    return Scored(
        tuple(rows),
        len(kept),
        len(rows),
        scoring.brier(p, o),
        scoring.brier(b, o),
        resolved.log_score(p, o),
        scoring.brier(odds, o),
        scoring.climatology(o),
        resolved.compare(p, b, o, blocks) if len(kept) > 1 else None,
        resolved.calibration(p, o),
    )


def sentences(found: Scored) -> list[str]:
    """Say the result, and how much of it may be luck."""
    said = [
        say("scored.counted", counted=found.counted, asked=found.asked),
        say("scored.brier", brier=found.brier, reference=found.reference),
    ]
    if found.against is not None:
        c = found.against
        better = "scored.better" if c.difference < 0 else "scored.worse"
        numbers = {"by": abs(c.difference), "low": c.low, "high": c.high, "p": c.p}
        said.append(say(better, **numbers))
        said.append(say("scored.sure" if c.p < 0.05 else "scored.luck"))
        if found.counted < ROUGH:
            said.append(say("scored.rough", least=ROUGH))
    band = found.band
    inside = "scored.inside" if band.low <= band.seen <= band.high else "scored.outside"
    limits = {"low": band.low, "high": band.high}
    said.append(say(inside, expected=band.expected, seen=band.seen, **limits))
    if found.counted >= resolved.FOR_A_DIAGRAM:
        said.append(say("scored.z", z=band.z))
    others = {"bits": found.bits, "odds": found.log_odds, "climate": found.climatology}
    said.append(say("scored.compare", **others))
    return said


def slides_of(found: Scored) -> list[str]:
    """Return the slides of a score."""
    texts = {name: each["question"] for name, each in questions().items()}
    rows = [
        [
            f"{row['id']}: {texts[row['id']]}",
            f"{row['class']:.0%}",
            f"{row['base_rate']:.0%}",
            say(f"scored.{CAME[row['outcome']]}"),
        ]
        for row in found.rows
    ]
    first, *rest = sentences(found)
    parts = [
        heading(say("scored.title"), 1)
        + told(first)
        + "".join(told(each, "say" if k == 0 else "") for k, each in enumerate(rest))
        + bar(say("scored.class"), 100 * found.brier, f"{found.brier:.3f}")
        + bar(say("scored.base_rates"), 100 * found.reference, f"{found.reference:.3f}")
        + told(say("scored.no_list"), "soft")
    ]
    head = [say(f"scored.{each}") for each in ("question", "class", "base_rate", "came")]
    return parts + [
        heading(say("scored.by_question")) + table(head, rows[k : k + 8])
        for k in range(0, len(rows), 8)
    ]


def tidy(found: Scored) -> str:
    """Write the scored questions as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("id", "class", "base_rate", "outcome"))
    writer.writerows(
        (r["id"], r["class"], r["base_rate"], "" if r["outcome"] is None else r["outcome"])
        for r in found.rows
    )
    return text.getvalue()
