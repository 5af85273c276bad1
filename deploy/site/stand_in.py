"""Make a folder that can stand in for a Pyodide release, from what package registries hold.

A full release, with its compiled packages, is on Pyodide's releases page and CDN only. For a trial
where neither can be reached, this takes Python itself from npm and pandas and all pure packages
from PyPI. numpy for it is on no registry: give the wheel of any copy of Pyodide 0.27. There is no
scipy, and Python is 3.12 instead of the pinned one: a trial with it says nothing about those two.

npm pack pyodide@0.27.7 && tar xzf pyodide-0.27.7.tgz
python deploy/site/stand_in.py package numpy-2.0.2-cp312-cp312-pyodide_2024_0_wasm32.whl OUT
make site PYODIDE=OUT
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from onelink.lock import canonical, leans_on, pinned, sha256
from onelink.wheels import slim

CORE = ("pyodide.mjs", "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
PYTHON = "3.12"
# The release's own micropip is too old for JupyterLite's kernel, the pinned one too new for it.
OTHER = {"micropip": "0.10.0", "pandas": "3.1.1"}
COMPILED = ("numpy", "scipy")


def main(core: Path, numpy: Path, out: Path) -> None:
    """Write the folder: the core, the wheels, and a lock file that lists them."""
    out.mkdir(parents=True)
    for name in CORE:
        shutil.copyfile(core / name, out / name)
    packages = {}
    with tempfile.TemporaryDirectory() as place:
        names = [name for name in pinned().packages if name not in COMPILED]
        for wheel in [*_downloaded(names, Path(place)), numpy]:
            # A release leaves tests out of its wheels, so this does: three megabytes of pandas.
            kept = slim(wheel, out / wheel.name, lambda name: "/tests/" in name)
            name, entry = _entry(kept)
            packages[name] = entry
    given = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock = {"info": given["info"], "packages": packages}
    (out / "pyodide-lock.json").write_text(json.dumps(lock, indent=1), encoding="utf-8")
    print(f"{len(packages)} packages beside Pyodide {given['info']['version']} in {out}")


def _downloaded(names: list[str], place: Path) -> list[Path]:
    """Get the pinned versions; each wheel is pure, but for pandas."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    pip += ["--disable-pip-version-check", "--only-binary", ":all:", "--dest", str(place)]
    wanted = [f"{n}=={OTHER.get(n, pinned().packages[n]['version'])}" for n in names]
    pure = [each for each in wanted if not each.startswith("pandas==")]
    newer = ".".join(pinned().python.split(".")[:2])  # micropip declares one newer than it needs
    subprocess.run([*pip, "--python-version", newer, *pure], check=True)
    compiled = ["--python-version", PYTHON, "--platform", "pyemscripten_2024_0_wasm32"]
    subprocess.run([*pip, *compiled, f"pandas=={OTHER['pandas']}"], check=True)
    return sorted(place.glob("*.whl"))


def _entry(wheel: Path) -> tuple[str, dict]:
    name, version = wheel.name.split("-")[:2]
    pin = pinned().packages[canonical(name)]
    entry = dict(pin, version=version, file_name=wheel.name, sha256=sha256(wheel))
    entry["depends"] = leans_on(pin, canonical(name))
    return canonical(name), entry


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
