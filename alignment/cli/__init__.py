"""The command line: one file per group of commands, one sentence per error.

Exit codes: 0 fine, 1 something was found, 2 it cannot be done.
"""

import argparse
import importlib
import importlib.util
import sys

from alignment import __version__
from alignment.errors import AlignmentError

GROUPS = ("lab", "doctor", "data", "notebooks", "exercises", "check", "intake", "grade", "release")


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
    parser = build_parser()
    args = parser.parse_args(argv)
    try:
        return args.run(args)
    except AlignmentError as error:
        print(f"alignment: {error}", file=sys.stderr)
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


def build_parser() -> argparse.ArgumentParser:
    """Build the parser; each group registers its own commands."""
    parser = argparse.ArgumentParser(
        prog="alignment", description="Tools of the course on the China–Russia alignment."
    )
    parser.add_argument("--version", action="version", version=f"alignment {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in GROUPS:
        if importlib.util.find_spec(f"alignment.cli.{name}"):
            importlib.import_module(f"alignment.cli.{name}").register(commands)
    return parser
