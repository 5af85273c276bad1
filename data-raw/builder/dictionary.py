"""The dictionary of the data: `data/README.md`, written from the descriptor and never by hand."""

KINDS = {
    "measured": "measured or published",
    "derived": "computed from other tables",
    "made": "written for this course",
    "illustrative": "illustrative: teaching values, not findings",
    "synthetic": "synthetic: invented",
}
HEAD = """# The tables

This file is written by `alignment data build`; do not edit it.

{count} tables, {size:.1f} MB. Load one with `alignment.tables.load("trade")`; `cite("trade")` gives
what a bibliography needs, `describe("trade")` what you see here. An empty cell is a missing value.
Dates are ISO 8601.

**From a number to its page.** Take the `source_id` of the row, for example `tass-6abac0`, and ask
`cite("tass-6abac0")`, or look it up in [sources.csv](sources.csv): publisher, title, day, address.
`confidence` says how sure we are of the row. Where a table has no such column, every row has the
same source or sources; they stand in the table's section below, with their addresses.

Text and derivations of this course are under CC BY 4.0. The contents of a table keep the licence
that is stated with it; the basis says why we publish it. Figures that are estimated, derived,
illustrative or synthetic are marked in the table or in its title.
"""
INDEX = "| table | rows | what it is |\n| --- | ---: | --- |"


def to_markdown(package: dict) -> str:
    """Return the dictionary of a data package.

    Parameters
    ----------
    package : dict
        The descriptor.

    Returns
    -------
    str
        Markdown: a list of the tables by topic, then one section per table.
    """
    items = sorted(package["resources"], key=lambda item: item["name"])
    size = sum(item["bytes"] for item in items) / 1e6
    lines = [HEAD.format(count=len(items), size=size).rstrip("\n")]
    for topic in dict.fromkeys(item["topic"] for item in package["resources"]):
        lines += ["", f"### {topic or 'Tables'}", "", INDEX]
        lines += [_entry(item) for item in items if item["topic"] == topic]
    return "\n".join(lines + [_section(item) for item in items]) + "\n"


def _entry(item: dict) -> str:
    return f"| [{item['name']}](#{item['name']}) | {item['rows']} | {item['title']} |"


def _section(item: dict) -> str:
    lines = ["", f"## {item['name']}", "", f"**{item['title']}.** {item['description']}", ""]
    lines += ["| column | type | unit | meaning |", "| --- | --- | --- | --- |"]
    lines += [_row(field) for field in item["schema"]["fields"]]
    lines += ["", f"- Key: {', '.join(item['schema']['primaryKey'])}"]
    lines += [f"- Kind: {KINDS[item['kind']]}", f"- Coverage: {item['coverage']}"]
    lines += [f"- Vintage: {item['vintage']}; read {item['accessed']}"]
    lines += [f"- Licence: {item['licence']}", f"- Basis: {item['basis']}"]
    lines += [f"- Source: {_source(source)}" for source in item["sources"]]
    lines += [f"- Take care: {sentence}" for sentence in item["breaks"]]
    lines += _list(item["list"]) if "list" in item else []
    lines += [_count(count) for count in item.get("checked_against", [])]
    return "\n".join(lines)


def _row(field: dict) -> str:
    cells = (field["name"], field["type"], field.get("unit", ""), field["description"])
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _source(source: dict) -> str:
    where = f", <{source['path']}>" if source.get("path") else ""
    return f"{source['publisher']}: {source['title']}{where}"


def _list(said: dict) -> list[str]:
    """Say by which rule the rows were selected, and where the list is complete."""
    lines = [f"- Rule of inclusion ({said['kind']}): {said['rule']}"]
    if said.get("complete_from"):
        lines.append(f"- Complete from {said['complete_from']} to {said['complete_to']}")
    return lines + [f"- Known gap: {sentence}" for sentence in said.get("known_gaps", [])]


def _count(count: dict) -> str:
    """Say what was published, what ours is, and why they differ."""
    differences = count.get("differences", [])
    why = "; ".join(f"{each['count']:+g}: {each['why']}" for each in differences)
    line = f"- Checked against {count['what']}, {count['period']}: "
    line += f"published {count['published']:g}, ours {count['ours']:g}"
    return line + (f" ({why})" if why else "")
