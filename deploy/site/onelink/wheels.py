"""The pure wheels of the site: the course's own, and those of wheels.txt cut to what is used."""

import ast
import base64
import hashlib
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from onelink.lock import CannotBuild

# plotly.js for panels lies beside the wheels: a page that has a chart in a panel asks for it, the
# first start does not, and it need not pass through Python.
PLOTLY = "plotly/package_data/plotly.min.js"
# Front ends stand in the site already; no panel is a FigureWidget, whose script is as large again.
# jedi's stubs: those for other packages and for Python 2; without them it reads the packages.
UNUSED = (
    PLOTLY,
    "plotly/labextension/",
    "plotly/package_data/widgetbundle.js",
    "plotly/package_data/datasets/",
    "plotly/graph_objs/_figurewidget.py",
    "anywidget/nbextension/",
    "anywidget/labextension/",
    "ipywidgets/tests/",
    "ipywidgets/widgets/tests/",
    "jedi/third_party/django-stubs/",
    "jedi/third_party/typeshed/third_party/2",  # and "2and3"; jedi needs the folder above
    "jedi/third_party/typeshed/stdlib/2/",
)
# Jupyter colours code in the page; Python itself colours nothing but Python, in a traceback.
LEXER = re.compile(r"pygments/lexers/(?!(__init__|_mapping|python|special)\.py$)")
# Half and more of their text tells `help` of each argument. Of the course's own it stays.
EXPLAINED = ("plotly/", "narwhals/")
STAMP = (2026, 1, 1, 0, 0, 0)


def collect(env: Path, out: Path, pins: Path, course: Path) -> list[Path]:
    """Gather the wheels, each checked against its pinned checksum before it is cut down.

    Parameters
    ----------
    env : Path
        The environment of the site; its kernel brings three wheels.
    out : Path
        An empty folder to write to.
    pins : Path
        `wheels.txt`, with checksums.
    course : Path
        The checkout.

    Returns
    -------
    list of Path
        The wheels, in order of their names.
    """
    fetched, python = out / "fetched", _python(env)
    fetched.mkdir(parents=True)
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    _run([*pip, "download", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:",
          "--platform", "any", "--python-version", "3.14", "--implementation", "py",
          "--abi", "none", "--dest", fetched, "-r", pins])  # fmt: skip
    _run([*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", fetched,
          course])  # fmt: skip
    kernel = env / "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
    brought = [
        found
        for name in ("piplite", "pyodide_kernel", "ipykernel")
        for found in kernel.glob(f"{name}-*.whl")
    ]
    if len(brought) != 3:
        raise CannotBuild(f"{kernel} does not hold the kernel's three wheels; remove {env}")
    (plotly,) = fetched.glob("plotly-*.whl")
    with zipfile.ZipFile(plotly) as file:
        (out / Path(PLOTLY).name).write_bytes(file.read(PLOTLY))
    return sorted(slim(each, out / each.name) for each in [*fetched.glob("*.whl"), *brought])


def is_unused(name: str) -> bool:
    """Tell whether nothing in the browser reads this file of a wheel."""
    return (
        ".data/" in name
        or name.endswith("/")
        or name.startswith(UNUSED)
        or LEXER.match(name) is not None
    )


def slim(wheel: Path, target: Path, left_out: Callable[[str], bool] = is_unused) -> Path:
    """Write a wheel without what nothing in the browser reads; the same input, the same bytes."""
    with zipfile.ZipFile(wheel) as source:
        names = sorted(name for name in source.namelist() if not left_out(name))
        kept = {name: source.read(name) for name in names if not name.endswith("/RECORD")}
        record = next(name for name in names if name.endswith(".dist-info/RECORD"))
    for name, data in kept.items():
        if name.startswith(EXPLAINED) and name.endswith(".py"):
            kept[name] = without_docstrings(data.decode()).encode()
    lines = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in kept.items()]
    kept[record] = "\n".join([*lines, f"{record},,", ""]).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, data in kept.items():
            file.writestr(zipfile.ZipInfo(name, STAMP), data, zipfile.ZIP_DEFLATED)
    return target


def without_docstrings(source: str) -> str:
    """Return a module that does the same and explains nothing."""
    tree = ast.parse(source)
    explained = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    for node in ast.walk(tree):
        if isinstance(node, explained) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree) + "\n"


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _python(env: Path) -> Path:
    return env / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _run(command: list) -> None:
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        raise CannotBuild("pip could not get the packages of the site; its last lines stand above")
