"""The pure wheels of the site: the course's own, and those of wheels.txt cut to what is used."""

import base64
import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from onelink.lock import CannotBuild

# Front ends stand in the site already; no panel is a FigureWidget, whose script is as large again.
UNUSED = (
    "plotly/labextension/",
    "plotly/package_data/widgetbundle.js",
    "plotly/package_data/datasets/",
    "anywidget/nbextension/",
    "anywidget/labextension/",
)
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
    return sorted(slim(each, out / each.name) for each in [*fetched.glob("*.whl"), *brought])


def slim(wheel: Path, target: Path) -> Path:
    """Write a wheel without what nothing in the browser reads; the same input, the same bytes."""
    with zipfile.ZipFile(wheel) as source:
        names = sorted(name for name in source.namelist() if not _is_unused(name))
        kept = {name: source.read(name) for name in names if not name.endswith("/RECORD")}
        record = next(name for name in names if name.endswith(".dist-info/RECORD"))
    lines = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in kept.items()]
    kept[record] = "\n".join([*lines, f"{record},,", ""]).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, data in kept.items():
            file.writestr(zipfile.ZipInfo(name, STAMP), data, zipfile.ZIP_DEFLATED)
    return target


def _is_unused(name: str) -> bool:
    return ".data/" in name or name.endswith("/") or name.startswith(UNUSED)


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _python(env: Path) -> Path:
    return env / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _run(command: list) -> None:
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        raise CannotBuild("pip could not get the packages of the site; its last lines stand above")
