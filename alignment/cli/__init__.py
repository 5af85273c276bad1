"""The course's command line: the engine's groups of commands and its own.

Exit codes: 0 fine, 1 something was found, 2 it cannot be done.
"""

import argparse
from collections.abc import Iterable

import fairmark.cli
from alignment import __version__

GROUPS = {name: f"alignment.cli.{name}" for name in ("lab", "doctor", "data", "lesson")}
GROUPS["class"] = "alignment.cli.class_"
GROUPS |= {name: f"fairmark.cli.{name}" for name in fairmark.cli.GROUPS}


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
    advice = "make env (authors: make env-dev), or alignment doctor to see more"
    return fairmark.cli.run("alignment", build_parser, argv, advice)


def build_parser(words: Iterable[str] = ()) -> argparse.ArgumentParser:
    """Build the parser of the whole course, or of the one group that is called."""
    about = "Tools of the course on the China–Russia alignment."
    return fairmark.cli.parser("alignment", about, __version__, GROUPS, words)
