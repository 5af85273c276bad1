"""The course's command line: the engine's groups of commands and its own.

Exit codes: 0 fine, 1 something was found, 2 it cannot be done.
"""

import argparse

import fairmark.cli
from alignment import __version__

OWN = ("lab", "doctor", "data")


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
    return fairmark.cli.run(build_parser(), argv)


def build_parser() -> argparse.ArgumentParser:
    """Build the parser; each group registers its own commands."""
    groups = [f"alignment.cli.{name}" for name in OWN]
    groups += [f"fairmark.cli.{name}" for name in fairmark.cli.GROUPS]
    about = "Tools of the course on the China–Russia alignment."
    return fairmark.cli.parser("alignment", about, __version__, groups)
