"""Say where the numbers come from: a citation for a bibliography, a line for under a figure."""

import csv
from functools import lru_cache
from pathlib import Path

from alignment.tables.package import UnknownTable, Version, resource, root, version


class Citation(str):
    """A text that shows itself without quotation marks at the end of a cell."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the text itself."""
        return str(self)


def cite(name: str) -> str:
    """Return what a bibliography needs to cite a table, or the single page of one row.

    Parameters
    ----------
    name : str
        Name of a table (see `names`), or a `source_id` from a row of a table.

    Returns
    -------
    str
        One paragraph per source (publisher, title, address, date of access); for a table
        also the vintage, the licence as stated and the basis on which it is published.

    Raises
    ------
    UnknownTable
        Neither a table nor a source has this name.
    """
    try:
        item = resource(name)
    except UnknownTable:
        page = _page(name)
        if page is None:
            raise
        return Citation(_entry(page, resource("sources")["accessed"]))
    lines = [_entry(source, item["accessed"]) for source in item["sources"]]
    lines.append(f"Vintage: {item['vintage']}. Licence: {item['licence']}.")
    lines.append(f"Published here as: {item['basis']}.")
    return Citation("\n".join(lines))


def source_line(*names: str) -> str:
    """Return one short line for under a figure.

    Parameters
    ----------
    *names : str
        The tables the figure is drawn from.

    Returns
    -------
    str
        ``"Sources: ..."`` with each publisher once, in the order of the tables.

    Raises
    ------
    UnknownTable
        One of the names is not a table.
    """
    return f"Sources: {'; '.join(source_links(*names))}."


def source_links(*names: str) -> dict[str, str]:
    """Return each publisher of these tables with its address, or "" where each row has a page.

    Parameters
    ----------
    *names : str
        The tables.

    Returns
    -------
    dict
        Short name of the publisher and address, in the order of the tables.

    Raises
    ------
    UnknownTable
        One of the names is not a table.
    """
    links: dict[str, str] = {}
    for source in (source for name in names for source in resource(name)["sources"]):
        links[source["short"]] = links.get(source["short"]) or source.get("path", "")
    return links


def _page(source_id: str) -> dict | None:
    try:
        file = version(root() / "sources.csv")
    except FileNotFoundError:
        return None
    row = _pages(file).get(source_id)
    return {**row, "path": row["url"]} if row else None


@lru_cache(maxsize=16)
def _pages(file: Version) -> dict[str, dict[str, str]]:
    with Path(file.path).open(encoding="utf-8", newline="") as rows:
        return {row["source_id"]: row for row in csv.DictReader(rows)}


def _entry(source: dict, accessed: str) -> str:
    day = f" Published {source['published']}." if source.get("published") else ""
    where = f" {source['path']}." if source.get("path") else ""
    read = f" Accessed {accessed}." if where else ""
    return f"{source['publisher']}. {source['title']}.{day}{where}{read}"
