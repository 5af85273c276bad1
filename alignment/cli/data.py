"""`alignment data`: build, check, vary, list and cite the tables.

Heavy modules are imported inside the functions, so that every other command starts fast.
"""

import argparse
import json
import sys
from pathlib import Path

from alignment.errors import AlignmentError


def register(subparsers) -> None:
    """Add the command group to the parser."""
    group = subparsers.add_parser("data", help="build, check, vary, list and cite the tables")
    commands = group.add_subparsers(title="data commands", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_check(commands)
    _add_variant(commands)
    _add_refresh(commands)
    _add_origins(commands)
    _add_pages(commands)
    _add_stale(commands)
    _add_list(commands)
    _add_cite(commands)


def _add_build(commands) -> None:
    parser = commands.add_parser(
        "build",
        help="rebuild the tables from data-raw/",
        description="Rebuild every table from data-raw/. A table that is made from a publisher's "
        "file stays as it is unless --raw names a folder that holds the file.",
        epilog="example: alignment data build --raw ../raw --out build/data",
    )
    parser.add_argument("--raw", type=Path, help="folder with the publishers' files")
    parser.add_argument("--out", type=Path, help="folder to write to (default: the data folder)")
    parser.set_defaults(run=build)


def _add_check(commands) -> None:
    parser = commands.add_parser(
        "check", help="examine files, types, keys, sums, sources and the map of claims"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=check)


def _add_variant(commands) -> None:
    parser = commands.add_parser(
        "variant",
        help="write tables of the same shape with other numbers",
        epilog="example: alignment data variant --seed 7 --out build/variant",
    )
    parser.add_argument("--seed", type=_seed, required=True, help="a whole number from 0")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.set_defaults(run=variant)


def _add_refresh(commands) -> None:
    parser = commands.add_parser(
        "refresh",
        help="download a table's raw files and show what changed",
        epilog="example: alignment data refresh treasuries --write",
    )
    parser.add_argument("table", help="name of a table")
    parser.add_argument("--write", action="store_true", help="replace the table if it changed")
    parser.add_argument("--raw", type=Path, help="folder with raw files that have no address")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=refresh)


def _seed(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"found {text!r}; a seed is a whole number from 0")
    return int(text)


def _add_origins(commands) -> None:
    parser = commands.add_parser(
        "origins", help="say which tables rebuild from a clone and which file the others need"
    )
    parser.set_defaults(run=origins)


def _add_pages(commands) -> None:
    parser = commands.add_parser(
        "pages", help="renew what docs/ lists of the tables: origins, sources, voices"
    )
    parser.add_argument("--docs", type=Path, metavar="FOLDER", help="another folder than docs/")
    parser.set_defaults(run=pages)


def _add_stale(commands) -> None:
    parser = commands.add_parser(
        "stale", help="list the tables of which a newer release than ours was due"
    )
    parser.add_argument("--month", help="as if it were this month, for example 2026-11")
    parser.set_defaults(run=stale)


def _add_list(commands) -> None:
    parser = commands.add_parser("list", help="list the tables with their rows and titles")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=list_tables)


def _add_cite(commands) -> None:
    parser = commands.add_parser(
        "cite", help="print what a bibliography needs", epilog="example: alignment data cite trade"
    )
    parser.add_argument("name", help="name of a table")
    parser.set_defaults(run=cite)


class NotACheckout(AlignmentError):
    """A command needs data-raw/, which only a checkout of the course has."""


def use_builder() -> Path:
    """Make `builder` and `recipes` importable; return the folder data-raw of the checkout."""
    places = (Path(__file__).resolve().parents[2], Path.cwd())
    for place in places:
        folder = place / "data-raw"
        if (folder / "builder").is_dir():
            if str(folder) not in sys.path:
                sys.path.insert(0, str(folder))
            return folder
    raise NotACheckout(
        "There is no folder data-raw here: the tables are built in a checkout of the course; "
        "clone its repository and run the command there."
    )


def build(args: argparse.Namespace) -> int:
    """Rebuild the data package and say what was written."""
    use_builder()
    from alignment.tables import root
    from builder.build import build as build_package
    from builder.descriptors import tables

    if args.raw is not None and not args.raw.is_dir():
        raise NotACheckout(f"There is no folder {args.raw}; give the one with the raw files.")
    out = args.out or root()
    done = build_package(tables(), out, args.raw, progress=_bar)
    size = sum(item["bytes"] for item in done.package["resources"])
    print(f"Built {len(done.built)} tables in {out} ({size / 1e6:.2f} MB in all)")
    if done.kept:
        print(
            f"Kept {len(done.kept)} as they are, whose raw files are not at hand "
            f"(alignment data origins names them): {', '.join(done.kept)}"
        )
    return 0


def check(args: argparse.Namespace) -> int:
    """Print the faults of the data package; exit code 1 if there are any."""
    from alignment.tables.checking import Fault
    from alignment.tables.checking import check as examine

    faults, count = examine(progress=_bar)
    faults += [Fault("sources", code, sentence) for code, sentence in _sources()]
    if args.json:
        print(json.dumps({"tables": count, "faults": [f.as_dict() for f in faults]}, indent=1))
        return int(bool(faults))
    for fault in faults:
        print(fault)
    print(f"{count} tables examined: {len(faults) or 'no'} fault{'s' * (len(faults) != 1)} found")
    return int(bool(faults))


def _sources() -> list[tuple[str, str]]:
    try:
        use_builder()
    except NotACheckout:  # an installed course has tables to examine, but not what they came from
        return []
    from builder import refused, unused

    found = {"refused": refused.faults(), "unused": unused.faults()}
    return [(code, sentence) for code, sentences in found.items() for sentence in sentences]


def variant(args: argparse.Namespace) -> int:
    """Write a variant of the tables."""
    from alignment.tables.variant import write_variant

    package = write_variant(args.seed, args.out)
    print(f"Wrote a variant of {len(package['resources'])} tables to {args.out}")
    return 0


def refresh(args: argparse.Namespace) -> int:
    """Show what a fresh download changes; write it only if asked."""
    folder = use_builder()
    from dataclasses import asdict

    from builder.refresh import refresh as download

    changes = download(
        args.table, write=args.write, raw=args.raw, bar=sys.stderr.isatty(), folder=folder
    )
    if args.json:
        print(json.dumps(asdict(changes) | {"written": args.write and bool(changes)}, indent=1))
        return 0
    print(changes)
    if changes and not args.write:
        print("Nothing was written; add --write to replace the table, then: alignment data check")
    return 0


def origins(args: argparse.Namespace) -> int:
    """Print what each table is made from."""
    use_builder()
    from builder.descriptors import tables
    from builder.origins import plain

    print(plain(tables()), end="")
    return 0


def pages(args: argparse.Namespace) -> int:
    """Write into docs/ what it lists of the tables."""
    folder = use_builder()
    from builder import counts
    from builder.descriptors import tables
    from builder.origins import markdown
    from fairmark.cli.notebooks import renew

    docs = args.docs or folder.parent / "docs"
    for page, name, text in (
        ("data.md", "origins", markdown(tables())),
        ("data.md", "sources", counts.sources()),
        ("voices.md", "voices", counts.voices()),
    ):
        renew(docs / page, f"\n{text}", f"<!-- {name} -->", f"<!-- end of {name} -->")
    print(f"Renewed {docs / 'data.md'} and {docs / 'voices.md'}.")
    return 0


def stale(args: argparse.Namespace) -> int:
    """Print which tables are older than their publisher's last release."""
    use_builder()
    from datetime import UTC, datetime

    from builder.descriptors import tables
    from builder.stale import stale as older

    print(older(tables(), args.month or f"{datetime.now(UTC):%Y-%m}"), end="")
    return 0


def list_tables(args: argparse.Namespace) -> int:
    """Print one line per table."""
    from alignment.tables.package import descriptor

    items = sorted(descriptor()["resources"], key=lambda item: item["name"])
    if args.json:
        keys = ("name", "title", "rows", "coverage", "vintage")
        print(json.dumps([{key: item[key] for key in keys} for item in items], indent=1))
        return 0
    width = max(len(item["name"]) for item in items)
    for item in items:
        print(f"{item['name']:{width}}  {item['rows']:>5}  {item['title']}")
    return 0


def cite(args: argparse.Namespace) -> int:
    """Print the citation of one table."""
    from alignment import tables

    print(tables.cite(args.name))
    return 0


def _bar(items: list):
    from tqdm import tqdm

    if sys.stderr.isatty():
        return tqdm(items, desc="tables", unit="table")
    return _plain_lines(items)


def _plain_lines(items: list):
    for count, item in enumerate(items, start=1):
        name = item["name"] if isinstance(item, dict) else item.name
        print(f"[{count}/{len(items)}] {name}", file=sys.stderr)
        yield item
