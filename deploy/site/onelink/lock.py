"""What Python in the browser loads: Pyodide's own packages, and the course's beside them.

Pyodide reads one lock file: name, address, checksum and dependencies of each package. Ours is made
of two parts. Compiled packages keep the entries of Pyodide's own lock, with the addresses of its
CDN (or of a folder beside the site); pure ones, the course among them, lie beside the lock file.
"""

import email.parser
import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
PINNED = HERE / "pyodide.json"
COURSE = "china-russia-alignment"
# What the kernel asks for when it starts, and the course: all of it is loaded at once.
PRELOADED = (
    "micropip",
    "piplite",
    "ipykernel",
    "comm",
    "pyodide-kernel",
    "jedi",
    "ipython",
    COURSE,
)
# What the pure wheels lean on. Their own lists name front ends too, which stand in the site already
# (widgetsnbextension, jupyterlab-widgets), or packages that only authors and graders need.
LEANS = {
    COURSE: ("anywidget", "ipywidgets", "numpy", "pandas", "plotly", "tzdata"),
    "anywidget": ("ipywidgets", "psygnal", "typing-extensions"),
    "comm": ("traitlets",),
    "ipykernel": ("pyodide-kernel",),
    "ipywidgets": ("comm", "ipython", "traitlets"),
    "jedi": ("parso",),
    "narwhals": (),
    "piplite": ("micropip",),
    "plotly": ("narwhals", "packaging"),
    "psygnal": (),
    "pygments": (),
    "pyodide-kernel": ("comm", "ipython"),
}
# What Pyodide's own entries lean on without need: pandas 3 reads pytz's zones, and has its own.
SPARED = {"pandas": {"pytz"}}
CORE = ("pyodide.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


class CannotBuild(Exception):
    """One sentence: what was found, what was expected, what to do."""


@dataclass(frozen=True)
class Distribution:
    """A release of Pyodide: where it lies, and what it holds.

    Parameters
    ----------
    version, python : str
        "314.0.6" and "3.14.2".
    base : str
        Address its files are fetched from; ends with "/".
    packages : mapping
        Name -> entry of Pyodide's lock file.
    info : mapping
        The lock's own head: platform and ABI.
    """

    version: str
    python: str
    base: str
    packages: Mapping[str, Mapping[str, Any]]
    info: Mapping[str, str]


def pinned() -> Distribution:
    """Return the release that the kernel is made for, at its CDN."""
    data = json.loads(PINNED.read_text(encoding="utf-8"))
    info = data["info"]
    return Distribution(data["version"], info["python"], data["base"], data["packages"], info)


def in_folder(folder: Path) -> Distribution:
    """Return a release that was downloaded and unpacked.

    Raises
    ------
    CannotBuild
        If the folder is no such release.
    """
    missing = [name for name in CORE if not (folder / name).is_file()]
    if missing:
        raise CannotBuild(
            f"{folder} has no {missing[0]}; PYODIDE must name the unpacked folder of a Pyodide "
            f"release (pyodide-{pinned().version}.tar.bz2 of its releases page)"
        )
    try:
        data = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))
        info, packages = data["info"], data["packages"]
        python = info["python"]
    except (ValueError, KeyError, TypeError) as error:
        raise CannotBuild(
            f"{folder}/pyodide-lock.json is not a lock file of Pyodide ({error}); unpack it again"
        ) from None
    return Distribution(info.get("version", ""), python, "../pyodide/", packages, info)


def needed(given: Mapping[str, Mapping[str, Any]], ours: Iterable[str]) -> list[str]:
    """Name Pyodide's packages that the site needs, with all they depend on.

    Parameters
    ----------
    given : mapping
        Entries of Pyodide's lock.
    ours : iterable of str
        Names of the pure wheels, which win over Pyodide's.

    Raises
    ------
    CannotBuild
        If one of them is in neither.
    """
    ours, found, waiting = set(ours), set(), [*PRELOADED, "scipy"]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if name in ours:
            waiting += LEANS[name]
        elif name in given:
            waiting += leans_on(given[name], name)
        elif name != "scipy":  # no lesson needs it; a folder may lack it
            raise CannotBuild(
                f"Neither Pyodide nor wheels.txt has {name}, which the site needs; "
                "add it to deploy/site/wheels.in and pin it"
            )
    return sorted(name for name in found if name not in ours and name in given)


def leans_on(entry: Mapping[str, Any], name: str) -> list[str]:
    """Name what one of Pyodide's packages cannot do without."""
    return [each for each in map(canonical, entry["depends"]) if each not in SPARED.get(name, ())]


def merged(at: Distribution, wheels: Iterable[Path]) -> dict[str, Any]:
    """Return the lock file of the site.

    Parameters
    ----------
    at : Distribution
        Where Pyodide's packages are.
    wheels : iterable of Path
        Pure wheels; they lie beside the lock file.

    Returns
    -------
    dict
        As JSON.
    """
    own = dict(map(entry_of, wheels))
    theirs = {}
    for name in needed(at.packages, own):
        entry = dict(at.packages[name])
        entry["file_name"] = at.base + entry["file_name"].rsplit("/", 1)[-1]
        entry["depends"] = leans_on(entry, name)
        theirs[name] = entry
    packages = dict(sorted((theirs | own).items()))
    return {"info": dict(at.info), "packages": packages}


def entry_of(wheel: Path) -> tuple[str, dict[str, Any]]:
    """Return name and lock entry of a pure wheel."""
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
        place = next(each for each in names if each.endswith(".dist-info/METADATA"))
        head = email.parser.BytesParser().parsebytes(file.read(place))
    name = canonical(head["Name"])
    tops = {each.split("/")[0].removesuffix(".py") for each in names if each.endswith(".py")}
    return name, {
        "name": name,
        "version": head["Version"],
        # Older Pyodides begin at their own folder, newer ones at the lock's: both get here.
        "file_name": f"../course/{wheel.name}",
        "install_dir": "site",
        "sha256": sha256(wheel),
        "package_type": "package",
        "imports": sorted(each for each in tops if "." not in each),
        "depends": list(LEANS[name]),
        "unvendored_tests": False,
    }


def canonical(name: str) -> str:
    """Return a package's name as an index writes it; Pyodide's own lists use several forms."""
    return re.sub(r"[-_.]+", "-", name).lower()


def sha256(path: Path) -> str:
    """Return the checksum of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
