"""What changed between two runs, in words; a record of the last run is kept beside its tables."""

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from fairmark.messages import say
from fairmark.term.numbers import exact, show
from fairmark.term.reckon import Reckoned
from fairmark.term.reckoned import COUNTED, Grade, Item

HEADING = "## "


def record(reckoned: Reckoned, plan: Mapping[str, Any]) -> dict[str, Any]:
    """Bring a run to what the next one is compared with.

    Parameters
    ----------
    reckoned : Reckoned
        The term.
    plan : mapping
        The plan's table.

    Returns
    -------
    dict
        JSON: digest, plan by key, and each person's items, number and letter.
    """
    return {
        "digest": reckoned.term.digest,
        "plan": dict(sorted(_flat(plan))),
        "people": {grade.person.id: _person(grade) for grade in reckoned.grades},
    }


def _flat(value: Any, path: str = "") -> list[tuple[str, str]]:
    if isinstance(value, Mapping):
        pairs = value.items()
    elif isinstance(value, list) and value and all(isinstance(v, Mapping) for v in value):
        pairs = [(str(each.get("name", at)), each) for at, each in enumerate(value)]
    else:
        return [(path, ", ".join(map(str, value)) if isinstance(value, list) else str(value))]
    return [leaf for key, each in pairs for leaf in _flat(each, f"{path} {key}".strip())]


def _person(grade: Grade) -> dict[str, Any]:
    return {
        "name": grade.person.name,
        "total": "" if grade.total is None else exact(grade.total),
        "final": grade.final,
        "letter": grade.letter,
        "status": grade.status,
        "items": {item.name: _item(item) for item in grade.items},
    }


def _item(item: Item) -> dict[str, str]:
    return {
        "points": item.state
        if item.points is None or item.state not in (COUNTED, "missing")
        else exact(item.points),
        "raw": "" if item.raw is None else exact(item.raw),
        "adjusted": "; ".join(f"{a.kind} {a.question} {a.points}" for a in item.adjustments),
        "due": item.due.at.isoformat() if item.due else "",
        "came": item.came.at.isoformat() if item.came else "",
        "dropped": "dropped" if item.dropped else "",
    }


CAUSES = ("raw", "adjusted", "due", "came", "dropped")  # what can change the points of an item


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Say what changed between two records.

    Parameters
    ----------
    before, after : mapping
        As `record` returns them.

    Returns
    -------
    list of str
        A sentence per person who changed, and one on the plan if it changed; empty if nothing did.
    """
    lines = []
    old, new = before["people"], after["people"]
    for who, now in new.items():
        label = _label(who, now)
        if who not in old:
            lines.append(say("history.new", who=label, grade=_grade(now)))
        elif said := _changed(old[who], now):
            lines.append(f"{label}: {said}.")
    lines += [say("history.gone", who=_label(who, old[who])) for who in old if who not in new]
    same = sum(who in old and old[who] == now for who, now in new.items())
    if lines and same:
        lines.append(say("history.same", same))
    return [*_plan_lines(before, after), *lines]


def _label(who: str, person: Mapping[str, Any]) -> str:
    return who if person["name"] == who else f"{person['name']} ({who})"


def _grade(person: Mapping[str, Any]) -> str:
    if not person["final"]:
        return say("history.no_number")
    return say("history.final", final=f"{person['final']} {person['letter']}".strip())


def _changed(old: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    said = []
    for name, item in now["items"].items():
        was = old["items"].get(name)
        if was is None or was == item:
            continue
        causes = [key for key in CAUSES if was[key] != item[key]] or ["rule"]
        because = ", ".join(say(f"history.by_{key}") for key in causes)
        if was["points"] == item["points"]:
            points = _shown(item["points"])
            said.append(say("history.stays", what=name, value=points, because=because))
        else:
            moved = {"old": _shown(was["points"]), "new": _shown(item["points"])}
            said.append(say("history.moves", what=name, because=because, **moved))
    nothing, no_letter = say("state.nothing"), say("history.no_letter")
    if old["final"] != now["final"]:
        moved = {"old": old["final"] or nothing, "new": now["final"] or nothing}
        said.append(say("history.final_moves", **moved))
    elif said and now["final"]:
        said.append(say("history.final_stays", final=now["final"]))
    if old["letter"] != now["letter"]:
        moved = {"old": old["letter"] or no_letter, "new": now["letter"] or no_letter}
        said.append(say("history.to", **moved))
    elif said and now["letter"]:
        said.append(say("history.letter_stays", letter=now["letter"]))
    if old["status"] != now["status"]:
        moved = {"old": say(f"state.{old['status']}"), "new": say(f"state.{now['status']}")}
        said.append(say("history.to", **moved))
    if old["name"] != now["name"]:
        said.append(say("history.name", old=old["name"]))
    return ", ".join(said)


def _shown(text: str) -> str:
    if text[:1].isdigit():
        return show(Fraction(text))
    return say(f"state.{text}") if text else say("state.nothing")


def _plan_lines(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    old, new, nothing = before["plan"], after["plan"], say("state.nothing")
    said = [
        say("history.key", key=key, old=old.get(key, nothing), new=new.get(key, nothing))
        for key in sorted(old.keys() | new.keys())
        if old.get(key) != new.get(key)
    ]
    if not said:
        return []
    both = [
        (before["people"][who], now)
        for who, now in after["people"].items()
        if who in before["people"]
    ]
    pairs = [
        (Fraction(a["total"]), Fraction(b["total"])) for a, b in both if a["total"] and b["total"]
    ]
    up, down = sum(a < b for a, b in pairs), sum(a > b for a, b in pairs)
    letters = sum(a["letter"] != b["letter"] for a, b in both)
    return [say("history.plan", said="; ".join(said), up=up, down=down, letters=letters)]


def entry(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> str:
    """Write one entry of the history, headed by the digests; empty if nothing changed."""
    if before is None:
        head, lines = after["digest"][:12], [say("history.first", len(after["people"]))]
    else:
        head = say("history.to", old=before["digest"][:12], new=after["digest"][:12])
        lines = changes(before, after)
    return (
        f"{HEADING}{head}\n\n" + "\n".join(f"- {line}" for line in lines) + "\n\n" if lines else ""
    )


def as_json(data: Mapping[str, Any]) -> str:
    """Write a record so that the same record gives the same bytes."""
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=False) + "\n"
