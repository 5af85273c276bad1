"""Which tables have a newer release than ours, as far as one can know without a network.

A descriptor says in `next_release` in which month the release after ours was to be expected.
"""

from builder.descriptors import Table


def stale(tables: list[Table], month: str) -> str:
    """Say what was due by a month, and what is due next.

    Parameters
    ----------
    tables : list of Table
        The tables of the course.
    month : str
        For example "2026-11".
    """
    dated = sorted((t.next_release["expected"], t.name, t) for t in tables if t.next_release)
    due = [entry for entry in dated if entry[0] <= month]
    lines = [f"{len(due)} tables have, or should have, a newer release than ours ({month}):"]
    lines += [_line(*entry) for entry in due]
    later = [entry for entry in dated if entry[0] > month]
    lines += ["", "Next to come:", *(_line(*entry) for entry in later)] if later else []
    rest = len(tables) - len(dated)
    lines += ["", f"{rest} tables are single figures, votes or texts, or were written here."]
    return "\n".join(lines) + "\n"


def _line(expected: str, name: str, table: Table) -> str:
    return f"  {expected}  {name}: ours is {table.vintage}; then {table.next_release['what']}"
