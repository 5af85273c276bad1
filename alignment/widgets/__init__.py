"""The panels a student works with; each prints as its state and can be driven from a code cell.
Names load when first used, so that a lesson pays only for the panel it shows.

A new panel is one file here: its class is found by being a `class NAME(...Panel...)` in it.
"""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

_PANEL = re.compile(r"^class ([A-Z]\w*)\([^)]*Panel\b[^)]*\)|^class (Panel)\b", re.MULTILINE)
_ABSTRACT = {"ChoicePanel", "CardPanel"}
# What a cell calls that is not the class of a panel.
FUNCTIONS = {
    "calibration": f"{__name__}.calibrating",
    "dossier": f"{__name__}.dossiers",
    "predict": f"{__name__}.predicting",
    "reveal": f"{__name__}.predicting",
    "say": f"{__name__}.predicting",
    "seen": f"{__name__}.predicting",
}


@cache
def _homes() -> dict[str, str]:
    """Find each panel's module by reading the files, without importing them."""
    here = Path(__file__).parent
    found = {}
    for path in sorted((*here.glob("*.py"), *here.glob("*/panel.py"))):
        module = ".".join(path.relative_to(here).with_suffix("").parts)
        for match in _PANEL.finditer(path.read_text(encoding="utf-8")):
            found[match[1] or match[2]] = f"{__name__}.{module}"
    return {name: home for name, home in found.items() if name not in _ABSTRACT}


def __getattr__(name: str) -> object:
    if name == "__all__":
        return sorted(_homes() | FUNCTIONS)
    homes = _homes() | FUNCTIONS
    if name not in homes:
        known = ", ".join(sorted(homes))
        raise AttributeError(f"alignment.widgets has no {name!r}; it has {known}.")
    return getattr(import_module(homes[name]), name)


def __dir__() -> list[str]:
    return sorted(_homes() | FUNCTIONS)
