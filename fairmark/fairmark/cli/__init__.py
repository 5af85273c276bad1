"""The command line: one file per group of commands, one sentence per error.

Exit codes: 0 fine, 1 something was found, 2 it cannot be done. A course's own command line takes
the engine's groups in, beside its own: see `parser`, `run` and, for its folders, `paths`.
"""

import argparse
import importlib
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping

from fairmark import __version__
from fairmark.errors import CourseError
from fairmark.messages import say

GROUPS = ("notebooks", "exercises", "check", "intake", "grade", "look", "grades", "release")
Build = Callable[[Iterable[str]], argparse.ArgumentParser]


def main(argv: list[str] | None = None) -> int:
    """Run the engine's own command line; exit code as above."""
    return run(
        "fairmark", build_parser, argv, 'pip install "./fairmark[author]" where the checkout lies'
    )


def build_parser(words: Iterable[str] = ()) -> argparse.ArgumentParser:
    """Build the engine's own parser."""
    groups = {name: f"fairmark.cli.{name}" for name in ("new", *GROUPS)}
    return parser("fairmark", "Exercises that check themselves.", __version__, groups, words)


def parser(
    program: str,
    about: str,
    version: str,
    groups: Mapping[str, str],
    words: Iterable[str] = (),
) -> argparse.ArgumentParser:
    """Build a parser; each group registers its own commands.

    Parameters
    ----------
    program, about, version : str
        What the help says.
    groups : mapping
        Name of a group -> the module that registers it.
    words : iterable of str
        The command line; if it names a group, the other groups are not imported, so that one
        command works where the packages of another are missing.

    Returns
    -------
    argparse.ArgumentParser
        Its result holds `run`, the function to call.
    """
    found = argparse.ArgumentParser(prog=program, description=about)
    found.add_argument("--version", action="version", version=f"{program} {version}")
    commands = found.add_subparsers(title="commands", metavar="COMMAND", required=True)
    first = next((word for word in words if not word.startswith("-")), "")
    for name in [first] if first in groups else groups:
        importlib.import_module(groups[name]).register(commands)
    return found


def run(program: str, build: Build, argv: list[str] | None, advice: str) -> int:
    """Run one command; a problem a person can act on is one sentence and exit code 2."""
    words = sys.argv[1:] if argv is None else argv
    print_anywhere()
    try:
        args = build(words).parse_args(words)
        return args.run(args)
    except CourseError as error:
        print(f"{program}: {error}", file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in (program, "fairmark"):
            raise
        missing = {"package": error.name, "folder": sys.prefix, "advice": advice}
        print(f"{program}: {say('command.missing', **missing)}", file=sys.stderr)
        return 2
    except OSError as error:
        # A full disk, a folder without rights: a sentence, never a traceback.
        print(f"{program}: {say('command.refused', what=_what(error))}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{program}: {say('command.stopped')}", file=sys.stderr)
        return 2


def _what(error: OSError) -> str:
    """Say what the system refused; of a whole folder, the first of its files."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        (_, place, why), *_ = error.args[0]
        return f"{place}: {why}".partition(": '")[0]
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def print_anywhere() -> None:
    """Let a terminal that lacks a sign (cp932, cp850, ASCII) show a question mark instead."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
