"""What the lint counted, as a table, as a page of the documentation and for a machine to read.

A kill rate leaves equivalent mutants out: they give the right answer on every table that was tried.
"""

import datetime
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version

from fairmark.course import current
from fairmark.proving.lint import Finding, Totals

HEADS = ("questions", "points", "wrong answers", "caught", "mutants", "killed", "equivalent")
SLIPS = ("set", "wrong answers made by slips", "told what went wrong", "rate")
KINDS = ("kind of answer", "mutants tried", "killed", "kill rate")
PAGE = """# What the exercise lint found

This page was written by `{command}` on {day}, on
{machine}.

Every check of every exercise set was tried with what it must accept and with what it must refuse.

- **Wrong answers** are mistakes that the authors expect. One is *caught* if the student reads
  exactly the sentence that was written for it.
- **Mutants** are variants of a solution with one slip, made automatically: another operator,
  another column, a year too many, two things exchanged, a filter forgotten. One is *killed* if
  the check does not call it right.
- A mutant is **equivalent** if it gives the solution's answer on the shipped tables and on five
  other sets of tables. Nothing is excused by hand.
- **Slips** are the ordinary mistakes of beginners, made in the solution or with its result: one
  off, periods exchanged, the other axis, part or whole alone, a mean for a sum, counts for shares,
  the first for the last, 100 times too large, another column or row, a root, filter or step left
  out, an answer given before. Each different wrong number that comes out must be told what went
  wrong, by its author's sentence or by that of the catalogue; "n of m are right" does not count.
  A number within the tolerance of 0, 1 or 100 is left out: whatever was done may lead there.
  What ends in an error or in another kind of answer is told so and not counted here.
- The **kill rate** is killed divided by all that are not equivalent.

{by_set}

{by_slip}

{by_kind}

A form (a coding with reasons, a score sheet) accepts every opinion that is written down in full, so
a mutant that only changes an opinion is equivalent.

{findings}
"""
TO_LOOK_AT = """To look at: a slip that still counts as right, or a year, number, label or name of
a text that stands in no cell of its question. It may be right as it is."""


def table(by_set: dict[str, Totals]) -> str:
    """Write the counts as two tables that read well in a terminal too.

    Parameters
    ----------
    by_set : dict of str to Totals
        By the name of the set.

    Returns
    -------
    str
        One table by set and one by kind of answer.
    """
    return f"{_sets(by_set)}\n\n{_slips(by_set)}\n\n{_kinds(_whole(by_set))}"


def page(by_set: dict[str, Totals], findings: Sequence[Finding]) -> str:
    """Write the page of the documentation, with today's date and this machine.

    Parameters
    ----------
    by_set : dict of str to Totals
        By the name of the set.
    findings : sequence of Finding
        What is to be fixed.

    Returns
    -------
    str
        Markdown.
    """
    to_fix = [finding for finding in findings if not finding.warning]
    told = "\n".join(f"- {finding}" for finding in to_fix) or "There was nothing to fix."
    if warnings := [finding for finding in findings if finding.warning]:
        told += f"\n\n{TO_LOOK_AT}\n\n" + "\n".join(f"- {each}" for each in warnings)
    return PAGE.format(
        command=current().command("lint_page"),
        day=datetime.date.today().isoformat(),
        machine=_machine(),
        by_set=_sets(by_set),
        by_slip=_slips(by_set),
        by_kind=_kinds(_whole(by_set)),
        findings=told,
    )


def as_json(by_set: dict[str, Totals], findings: Sequence[Finding]) -> dict:
    """Return findings, warnings, totals with kill rates, and the same for each set."""
    return {
        "findings": [asdict(finding) for finding in findings if not finding.warning],
        "warnings": [asdict(finding) for finding in findings if finding.warning],
        "totals": _rated(_whole(by_set)),
        "sets": {name: _rated(totals) for name, totals in by_set.items()},
    }


def kill_rate(tried: int, killed: int) -> float | None:
    """Return the share of mutants that were killed; None if there was none to kill."""
    return round(killed / tried, 4) if tried else None


def _whole(by_set: dict[str, Totals]) -> Totals:
    return sum(by_set.values(), Totals())


def _rated(totals: Totals) -> dict:
    rates = {kind: kill_rate(*counted) for kind, counted in totals.by_kind.items()}
    whole = kill_rate(totals.mutants - totals.equivalent, totals.killed)
    return {**asdict(totals), "kill_rate": whole, "kill_rate_by_kind": rates}


def _sets(by_set: dict[str, Totals]) -> str:
    rows = list(by_set.items())
    if len(rows) > 1:
        rows.append(("all", _whole(by_set)))
    cells = [
        (name, *list(asdict(totals).values())[: len(HEADS)], _percent(_rated(totals)["kill_rate"]))
        for name, totals in rows
    ]
    return _lined(("set", *HEADS, "kill rate"), cells)


def _slips(by_set: dict[str, Totals]) -> str:
    rows = [*by_set.items(), *([("all", _whole(by_set))] if len(by_set) > 1 else [])]
    cells = [(name, t.slips, t.named, _percent(kill_rate(t.slips, t.named))) for name, t in rows]
    return _lined(SLIPS, cells)


def _kinds(totals: Totals) -> str:
    cells = [
        (kind, tried, killed, _percent(kill_rate(tried, killed)))
        for kind, (tried, killed) in sorted(totals.by_kind.items())
    ]
    return _lined(KINDS, cells)


def _percent(rate: float | None) -> str:
    return "-" if rate is None else f"{rate:.1%}"


def _lined(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Write a Markdown table whose columns are aligned."""
    texts = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(len(row[n]) for row in texts) for n in range(len(heads))]
    lines = [
        "| " + " | ".join(_padded(row[n], widths[n], n) for n in range(len(heads))) + " |"
        for row in texts
    ]
    rule = "|" + "|".join("-" * (w + 1) + ("-" if not n else ":") for n, w in enumerate(widths))
    return "\n".join([lines[0], rule + "|", *lines[1:]])


def _padded(text: str, width: int, column: int) -> str:
    return text.rjust(width) if column else text.ljust(width)


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("pandas", "numpy", "plotly"))
    return (
        f"{platform.system()} {platform.machine()} with {os.cpu_count()} processor cores, "
        f"Python {platform.python_version()}, {packages}"
    )
