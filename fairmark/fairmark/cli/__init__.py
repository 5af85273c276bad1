"""The command line: one file per group of commands, one sentence per error.

Exit codes: 0 fine, 1 something was found, 2 it cannot be done. A course's own command line takes
the engine's groups in: `run(program, description, version, groups)`.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence

from fairmark import __version__
from fairmark.errors import CourseError

GROUPS = ("notebooks", "exercises", "check", "grade", "release")
ONLY_HERE = ("new",)


def main(argv: list[str] | None = None) -> int:
    """Run the engine's own command line; exit code as above."""
    groups = [f"fairmark.cli.{name}" for name in (*ONLY_HERE, *GROUPS)]
    return run(parser("fairmark", "Exercises that check themselves.", __version__, groups), argv)


def parser(
    program: str, description: str, version: str, groups: Sequence[str]
) -> argparse.ArgumentParser:
    """Build a parser; each group registers its own commands."""
    found = argparse.ArgumentParser(prog=program, description=description)
    found.add_argument("--version", action="version", version=f"{program} {version}")
    commands = found.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in groups:
        importlib.import_module(name).register(commands)
    return found


def run(found: argparse.ArgumentParser, argv: list[str] | None = None) -> int:
    """Run one command; a problem a person can act on is one sentence and exit code 2."""
    args = found.parse_args(argv)
    try:
        return args.run(args)
    except CourseError as error:
        print(f"{found.prog}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{found.prog}: stopped; nothing half-written was kept", file=sys.stderr)
        return 2
