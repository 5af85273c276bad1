"""Hostile and broken files: none of them is run, each is told from a notebook in one sentence."""

import json
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class BadFile:
    """One file that is no submission.

    Parameters
    ----------
    name, told : str
        What it is, and words of the sentence a teacher reads.
    content : callable
        Makes its bytes.
    """

    name: str
    told: str
    content: Callable[[], bytes]


def _notebook(**more: object) -> bytes:
    return json.dumps({"cells": [], "metadata": {}, "nbformat": 4, **more}).encode()


def _stamped(number: object) -> bytes:
    return _notebook(metadata={"alignment": {"set": number}})


BROKEN, NO_CELLS, OTHER = (
    "is not a readable notebook",
    "it has no list of cells",
    "is not an exercise notebook of this course",
)
FILES = [
    BadFile("an empty file", BROKEN, lambda: b""),
    BadFile("a notebook that is cut off", BROKEN, lambda: b'{"cells": [{"cell_type"'),
    BadFile("a picture", BROKEN, lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000)),
    BadFile("an empty object in UTF-16", NO_CELLS, lambda: "{}".encode("utf-16")),
    BadFile("JSON nested a hundred thousand deep", BROKEN, lambda: b"[" * 100_000),
    BadFile("a number of a million digits", BROKEN, lambda: b'{"cells": ' + b"9" * 10**6 + b"}"),
    BadFile("a file of 21 MB", "is larger than 20 MB", lambda: b" " * 21_000_000),
    BadFile(
        "six million empty lists",
        "far more small pieces",
        lambda: b'{"cells": [], "x": [' + b"[]," * 6_000_000 + b"[]]}",
    ),
    BadFile("a list", NO_CELLS, lambda: b"[]"),
    BadFile("a text", NO_CELLS, lambda: b'"notebook"'),
    BadFile("null", NO_CELLS, lambda: b"null"),
    BadFile("cells that are a text", NO_CELLS, lambda: _notebook(cells="cells")),
    BadFile("cells whose source is a number", NO_CELLS, lambda: _notebook(cells=[{"source": 3}])),
    BadFile("cells that are numbers", OTHER, lambda: _notebook(cells=[1, None, [], "x"])),
    BadFile("no cells", OTHER, lambda: _notebook()),
    BadFile("another course's notebook", OTHER, lambda: _notebook(cells=[{"source": "1 + 1"}])),
    BadFile("a set number that climbs out of its folder", OTHER, lambda: _stamped("../../etc")),
    BadFile("a set number that is a pattern", OTHER, lambda: _stamped("*")),
    BadFile("a set number that is a list", OTHER, lambda: _stamped([4])),
    BadFile("a set that does not exist", "belongs to exercise set 77", lambda: _stamped("77")),
    BadFile("ten thousand empty cells", OTHER, lambda: _notebook(cells=[{"source": ""}] * 10_000)),
    BadFile("a lone surrogate", OTHER, lambda: b'{"cells": [{"source": "\\ud800"}]}'),
]
