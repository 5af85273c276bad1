"""The command line: one file per group of commands, one sentence per error.

Exit codes: 0 fine, 1 something was found, 2 it cannot be done.
"""

import argparse
import importlib
import sys
from collections.abc import Iterable

from alignment import __version__
from alignment.errors import AlignmentError

GROUPS = (
    "lab", "doctor", "data", "notebooks", "exercises", "check", "intake", "grade", "grades",
    "release",
)  # fmt: skip


def main(argv: list[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    argv : list of str, optional
        Arguments without the program's name; those of the process by default.

    Returns
    -------
    int
        0 fine, 1 something was found, 2 it cannot be done.
    """
    words = sys.argv[1:] if argv is None else argv
    print_anywhere()
    try:
        args = build_parser(words).parse_args(words)
        return args.run(args)
    except AlignmentError as error:
        print(f"alignment: {error}", file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("alignment"):
            raise
        print(
            f"alignment: the package {error.name} is missing in {sys.prefix}; run: make env "
            "(authors: make env-dev), or alignment doctor to see more",
            file=sys.stderr,
        )
        return 2
    except OSError as error:
        # A full disk, a folder without rights: a sentence, never a traceback.
        where = f"{error.filename}: " if error.filename else ""
        print(
            f"alignment: {where}{error.strerror or error}; look whether there is room and whether "
            "you may write there, then try again",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        print("alignment: stopped; nothing half-written was kept", file=sys.stderr)
        return 2


def print_anywhere() -> None:
    """Let a terminal that lacks a sign (cp932, cp850, ASCII) show a question mark instead."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def build_parser(words: Iterable[str] = ()) -> argparse.ArgumentParser:
    """Build the parser; each group registers its own commands.

    Parameters
    ----------
    words : iterable of str
        The command line; if it names a group, the other groups are not imported, so that
        `alignment doctor` works where their packages are missing.

    Returns
    -------
    argparse.ArgumentParser
        Its result holds `run`, the function to call.
    """
    parser = argparse.ArgumentParser(
        prog="alignment", description="Tools of the course on the China–Russia alignment."
    )
    parser.add_argument("--version", action="version", version=f"alignment {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    first = next((word for word in words if not word.startswith("-")), "")
    for name in [first] if first in GROUPS else GROUPS:
        importlib.import_module(f"alignment.cli.{name}").register(commands)
    return parser
