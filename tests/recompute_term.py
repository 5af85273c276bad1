"""Recompute every final grade of a term from its plan and tables; shares no line with the program.

It reads what the property tests write: UTC, exact times to the second, no rubric.
"""

import csv
import sys
import tomllib
from datetime import datetime as when
from fractions import Fraction as F
from itertools import combinations
from pathlib import Path


def rows(folder, name):
    path = Path(folder, name)
    return list(csv.DictReader(path.open(encoding="utf-8"))) if path.exists() else []


def finals(folder):
    plan = tomllib.loads(Path(folder, "grades.toml").read_text(), parse_float=F)
    points = {(r["student"], r["set"]): r for r in rows(folder, "points.csv")}
    due = {r["set"]: when.fromisoformat(r["due"]) for r in rows(folder, "due.csv")}
    own = {(r["student"], r["set"]): when.fromisoformat(r["due"])
           for r in rows(folder, "extensions.csv")}  # fmt: skip
    of = {r["set"]: F(r["of"]) for r in points.values()}
    adjust, now = rows(folder, "adjust.csv"), when.fromisoformat(plan["term"]["as_of"])

    def item(who, name, part):  # a share of 1, or None for what does not count
        r = points.get((who, name), {"points": "", "submitted": ""})
        mine = {k: [F(a["points"] or 0) for a in adjust if a["kind"] == k
                    and (a["student"], a["set"]) == (who, name)]
                for k in ("points", "set", "override", "excuse", "waive late")}  # fmt: skip
        if r["points"] == "EX" or mine["excuse"]:
            return None
        if mine["override"]:
            return mine["override"][0] / of[name]
        end, came = own.get((who, name), due.get(name)), r["submitted"]
        if not mine["set"] and not r["points"]:
            return F(part.get("missing", 0), 100) if end and end < now and not came else None
        p = max(F(0), (mine["set"] or [F(r["points"] or 0)])[0] + sum(mine["points"]))
        rule = plan.get("late")
        if rule and end and came and when.fromisoformat(came) > end and not mine["waive late"]:
            days = -(-(when.fromisoformat(came) - end).total_seconds() // 86400)
            p = min(p, max(p - rule["take"] * int(days) * of[name] / 100,
                           rule["floor"] * of[name] / 100))  # fmt: skip
        return min(p / of[name], F(part.get("cap", 100), 100))

    def share(who, part):
        found = [(s, of[n]) for n in part["items"] if (s := item(who, n, part)) is not None]
        gone = range(min(part.get("drop", 0), len(found) - 1) + 1) if found else ()
        ways = [w for n in gone for w in combinations(found, len(found) - n)]
        if part.get("combine") == "points":
            return max(
                (sum(s * o for s, o in w) / sum(o for _, o in w) for w in ways), default=None
            )
        return max((sum(s for s, _ in w) / len(w) for w in ways), default=None)

    for who in dict.fromkeys(student for student, _ in points):
        shares = [(p, s) for p in plan["part"] if (s := share(who, p)) is not None]
        base = [(F(p["weight"]), s) for p, s in shares if not p.get("bonus")]
        total = [F(a["points"]) for a in adjust if (a["student"], a["set"]) == (who, "total")]
        if not sum(w for w, _ in base):
            yield who, ""
            continue
        number = 100 * sum(w * s for w, s in base) / sum(w for w, _ in base) + sum(total)
        number += sum(p["weight"] * min(s, 1) for p, s in shares if p.get("bonus"))
        tens = (20 * min(max(number, F(0)), F(100)) + 1) // 2
        yield who, f"{tens // 10}.{tens % 10}"


if __name__ == "__main__":
    for line in finals(sys.argv[1]):
        print(*line)
