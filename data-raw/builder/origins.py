"""What each table is made from: which ones a clone rebuilds, and which file the others need."""

from builder.descriptors import RawFile, Table


def _from_clone(tables: list[Table]) -> list[Table]:
    return [table for table in tables if not table.raw]


def _files(tables: list[Table]) -> dict[RawFile, list[str]]:
    """Return every raw file with the tables made from it."""
    found: dict[RawFile, list[str]] = {}
    for table in tables:
        for file in table.raw:
            found.setdefault(file, []).append(table.name)
    return dict(sorted(found.items(), key=lambda entry: entry[0].path))


def plain(tables: list[Table]) -> str:
    """Return the origins for a terminal: one line per table, then one block per raw file."""
    own = _from_clone(tables)
    lines = [f"{len(own)} of {len(tables)} tables rebuild from a clone:"]
    lines += [f"  {table.name}" for table in own]
    lines += ["", "The others need these files in the folder that --raw names:"]
    for file, names in _files(tables).items():
        lines += [f"  {file.path}", f"    for {', '.join(names)}", f"    from {_address(file)}"]
        lines += [f"    cut: {file.cut}"] if file.cut else []
        lines += [f"    licence: {file.licence}"]
    return "\n".join(lines) + "\n"


def markdown(tables: list[Table]) -> str:
    """Return the origins as docs/data.md holds them."""
    own, files = _from_clone(tables), _files(tables)
    names = ", ".join(f"`{name}`" for name in sorted(table.name for table in own))
    rest = len(tables) - len(own)
    lines = [f"{len(own)} of {len(tables)} tables rebuild from a clone: {names}.", ""]
    lines += [f"The other {rest} need {len(files)} files of their publishers:", ""]
    lines += ["| file | for | from | what was done to it | licence |"]
    lines += ["| --- | --- | --- | --- | --- |"]
    for file, for_tables in files.items():
        cells = (f"`{file.path}`", ", ".join(for_tables), f"<{_address(file)}>")
        lines.append(f"| {' | '.join((*cells, file.cut or 'nothing', file.licence))} |")
    return "\n".join(lines) + "\n"


def _address(file: RawFile) -> str:
    return file.download or file.address
