"""Hand grades on: `write_import` fills one column of a platform's own export, and only that."""

from collections.abc import Sequence

from fairmark.messages import say
from fairmark.platforms.filling import NoColumn
from fairmark.platforms.filling import column as choose_column
from fairmark.platforms.protocol import Import, Mark, People
from fairmark.platforms.recognising import named


def write_import(people: People, marks: Sequence[Mark], column: str = "", *aliases: str) -> Import:
    """Write what a platform takes in for one column.

    The column exists at the platform already: its heading is repeated letter by letter. Points
    possible are never written, and who has no mark keeps the grade that is there. Nothing is
    written to disk; print `summary` before you do that.

    Parameters
    ----------
    people : People
        From `read_people`: the platform's own export.
    marks : sequence of Mark
        Who is given what; `of` lets the grade be scaled to what the column is out of.
    column : str
        The heading to fill; empty for the one that names an alias.
    *aliases : str
        What the set or part is called, best first: "04-name", "04", "name".

    Returns
    -------
    Import
        The text, and every grade that it changes.

    Raises
    ------
    NoColumn
        If no column, or more than one, may be meant.
    """
    platform = named(people.platform)
    headings = platform.headings(people.table)
    new = not headings or platform.name == "plain"
    if platform.one_column and len(headings) == 1:
        heading = headings[0]
    elif new and (column or aliases):
        heading = _own(headings, column, aliases)
    else:
        heading = choose_column(headings, column, aliases, platform.title)
    return platform.fill(people, heading, marks)


def _own(headings: Sequence[str], column: str, aliases: Sequence[str]) -> str:
    """Choose a column of a list that takes new ones."""
    try:
        return choose_column(headings, column, aliases, "")  # what it would say is not read
    except NoColumn:
        return column or aliases[0]


def summary(ready: Import) -> list[str]:
    """Say what an import will change, before it is written."""
    new = [c for c in ready.changes if not c.before]
    other = [c for c in ready.changes if c.before]
    counts = {"new": len(new), "other": len(other), "same": ready.same}
    lines = [say("import.summary", heading=ready.heading, **counts)]
    for each in other[:20]:
        who = f"{each.student.id} {each.student.name}"
        lines.append(f"  {say('import.becomes', who=who, old=each.before, new=each.after)}")
    if len(other) > 20:
        lines.append(f"  {say('import.more', len(other) - 20)}")
    return [*lines, *(f"  {said}" for said in ready.said)]
