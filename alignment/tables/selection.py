"""By which rule a table's rows were selected, and which published counts it was checked against.

A descriptor says so in `list` and `checked_against`; here their form is examined and the counts are
added up again.
"""

from collections.abc import Iterable, Iterator

import pandas as pd

KINDS = ("census", "selection")
KEYS = ("kind", "rule", "complete_from", "complete_to", "known_gaps")
COUNT_KEYS = ("what", "period", "published", "ours", "source", "rows", "sum", "tolerance")
COUNT_KEYS += ("differences",)
NUMBERS = (int, float)


def faults(item: dict, frame: pd.DataFrame, sources: set[str] | None) -> Iterator[str]:
    """Say what is wrong with what a descriptor says of selection and counts.

    Parameters
    ----------
    item : dict
        The table's entry in the descriptor of the package.
    frame : pandas.DataFrame
        The table.
    sources : set of str or None
        Every `source_id` there is; None if the package has no table `sources`.
    """
    if "list" in item:
        yield from _selection(item["list"])
    for count in item.get("checked_against", []):
        for sentence in _count(count, frame, sources):
            yield f"checked against {count.get('what', 'a count without a name')!r}: {sentence}"


def _selection(said: dict) -> Iterator[str]:
    yield from _unknown("list", said, KEYS)
    kind = said.get("kind")
    if kind not in KINDS:
        yield f"the kind of a list is {kind!r}; it must be one of {', '.join(KINDS)}"
    if not str(said.get("rule") or "").strip():
        yield "a list says no rule of inclusion; write it so that two people choose the same rows"
    ends = [key for key in ("complete_from", "complete_to") if said.get(key)]
    if kind == "census" and len(ends) < 2:
        yield "a census must say complete_from and complete_to"
    if kind == "selection" and ends:
        yield f"a selection is complete in no period; take out {', '.join(ends)}"
    if len(ends) == 2 and str(said["complete_from"]) > str(said["complete_to"]):
        yield "complete_from is after complete_to"


def _count(count: dict, frame: pd.DataFrame, sources: set[str] | None) -> Iterator[str]:
    yield from _unknown("the count", count, COUNT_KEYS)
    missing = [key for key in ("what", "period", "published", "ours") if key not in count]
    if missing:
        yield f"it says no {', no '.join(missing)}"
        return
    differences = count.get("differences", [])
    numbers = [count["published"], count["ours"], *(each.get("count") for each in differences)]
    if not all(isinstance(number, NUMBERS) for number in numbers):
        yield f"published, ours and each difference must be numbers; found {numbers}"
        return
    if not all(str(each.get("why") or "").strip() for each in differences):
        yield "a difference does not say why"
    tolerance = count.get("tolerance", 0) + 1e-9
    explained = count["published"] + sum(each["count"] for each in differences)
    if abs(explained - count["ours"]) > tolerance:
        yield (
            f"published {count['published']:g} and the differences make {explained:g}, "
            f"ours is {count['ours']:g}; explain the rest"
        )
    if sources is not None and count.get("source", next(iter(sources))) not in sources:
        yield f"its source {count['source']} is not in table sources"
    if "rows" in count:
        yield from _recount(count, frame, tolerance)


def _recount(count: dict, frame: pd.DataFrame, tolerance: float) -> Iterator[str]:
    try:
        rows = frame.query(count["rows"], engine="python")
        found = float(rows[count["sum"]].sum()) if "sum" in count else len(rows)
    except Exception as error:  # a query is written by hand, and pandas has many ways to refuse it
        yield f"its rows cannot be counted ({type(error).__name__}: {error})"
        return
    if abs(found - count["ours"]) > tolerance:
        yield f"ours is {count['ours']:g}, and the table has {found:g}"


def _unknown(what: str, said: dict, known: Iterable[str]) -> Iterator[str]:
    for key in said:
        if key not in known:
            yield f"{what} says {key}, which is not known; known are {', '.join(known)}"
