"""Build the site: `make site`, or `make site PYODIDE=folder` for one that asks nothing elsewhere.

Exit code: 0 the site is written, 2 it cannot be built (one sentence says why).
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from onelink import footer, front, wheels
from onelink.contents import write_copies
from onelink.lock import (
    CORE,
    CannotBuild,
    Distribution,
    in_folder,
    merged,
    pinned,
    sha256,
)
from onelink.settings import python_address, settings

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
APPS = ("lab", "notebooks", "tree", "edit")


def main(argv: list[str] | None = None) -> int:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(prog="deploy/site/build.py", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "site")
    parser.add_argument("--env", type=Path, default=ROOT / "build" / "site-env")
    parser.add_argument("--pyodide", type=Path, help="the unpacked folder of a Pyodide release")
    parser.add_argument("--address", default="", help="where the site will be, for link previews")
    args = parser.parse_args(argv)
    try:
        address = f"{args.address.rstrip('/')}/" if args.address else ""
        build(args.out.resolve(), args.env.resolve(), args.pyodide, address)
    except CannotBuild as error:
        print(f"site: {error}", file=sys.stderr)
        return 2
    return 0


def build(out: Path, env: Path, folder: Path | None, address: str = "") -> None:
    """Write the site into an empty folder, then put it in the place of the old one."""
    at = in_folder(folder) if folder else pinned()
    _program(env, "jupyter-lite")  # before minutes are spent on the rest
    if folder and at.python.split(".")[:2] != pinned().python.split(".")[:2]:
        print(
            f"Note: {folder} holds Python {at.python}; the kernel is made for Python "
            f"{pinned().python} (Pyodide {pinned().version}). Good for trying only."
        )
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix="site-") as place:
        work, new = Path(place) / "work", Path(place) / "site"
        work.mkdir()
        live = new / "live"
        items = _items()
        paths = [each for item in items for each in (item.lesson, item.exercise) if each]
        print("[1/4] Copies of lessons and sets ...", flush=True)
        write_copies([ROOT / path for path in paths], work / "contents")
        print("[2/4] Pages to read ...", flush=True)
        _run([sys.executable, "-m", "alignment", "notebooks", "html", "--out", new / "read"])
        print("[3/4] Packages for the browser ...", flush=True)
        packages = wheels.collect(env, work / "wheels", HERE / "wheels.txt", ROOT)
        print("[4/4] Jupyter for the browser ...", flush=True)
        told = settings(at, offline=folder is not None)
        _jupyter(env, work, live, told)
        _lock(live, at, packages, folder)
        about = _about(at, address, offline=folder is not None)
        _front(new, items, about)
        if folder:
            _keepable(new)
        for page in (new / "read").glob("*.html"):
            html = footer.footed(page.read_text(encoding="utf-8"), page.name, about)
            page.write_text(html, encoding="utf-8")
        _finish(new, about, python_address(told))
        if out.exists():
            shutil.rmtree(out)
        new.replace(out)
    size = sum(each.stat().st_size for each in out.rglob("*") if each.is_file())
    print(f"The site is in {out} ({size / 1e6:.0f} MB). See it with: make serve")


def _items() -> list[front.Item]:
    """List the lessons with minutes, each from its source, and the set that goes with it."""
    from fairmark.authoring.frame import Contents, lesson_file
    from fairmark.authoring.lessons import alone
    from fairmark.authoring.pages import set_page
    from fairmark.authoring.percent import find_sources
    from fairmark.authoring.sets import set_minutes

    sources = {each.stem: each for each in find_sources(ROOT / "notebooks")}
    sets = {each.stem.split("-")[0]: each for each in find_sources(ROOT / "exercises")}
    titles = Contents.around(next(iter(sources.values()))).lessons
    items = []
    for name, source in sources.items():
        file = lesson_file(name)
        page = Path(file).with_suffix(".html").name
        more = {}
        if exercise := sets.get(name.split("-")[0]):
            more = {
                "exercise": f"exercises/{exercise.stem}.ipynb",
                "exercise_minutes": set_minutes(exercise).whole,
                "exercise_page": set_page(exercise.stem),
            }
        whole = alone(source).whole
        items.append(front.Item(titles[name], f"notebooks/{file}", whole, page, **more))
    return items


def _jupyter(env: Path, work: Path, live: Path, config: dict) -> None:
    """Build JupyterLite in its own environment, with its settings and the copies in `work`."""
    (work / "jupyter-lite.json").write_text(json.dumps(config, indent=1), encoding="utf-8")
    apps = [word for app in APPS for word in ("--apps", app)]
    command = [_program(env, "jupyter-lite"), "build", "--lite-dir", work, "--output-dir", live]
    command += ["--contents", work / "contents", "--no-sourcemaps", *apps]
    _run(command, cwd=work, path=env)


def _lock(live: Path, at: Distribution, packages: list[Path], folder: Path | None) -> None:
    """Put the course's packages, their lock file and, for the local form, Pyodide into the site."""
    lock = merged(at, packages)
    course = live / "static" / "course"
    course.mkdir(parents=True)
    for wheel in packages:
        shutil.copyfile(wheel, course / wheel.name)
    script = Path(wheels.PLOTLY).name
    shutil.copyfile(packages[0].parent / script, course / script)
    if folder:
        wanted = [*CORE, "pyodide.asm.js", "pyodide.asm.mjs"]
        here = live / "static" / "pyodide"
        here.mkdir(parents=True, exist_ok=True)
        for name in wanted:
            if (folder / name).is_file():
                shutil.copyfile(folder / name, here / name)
        for entry in lock["packages"].values():
            if entry["file_name"].startswith(at.base):
                _take(folder, here, entry)
    text = json.dumps(lock, indent=1, sort_keys=True)
    (course / "pyodide-lock.json").write_text(text, encoding="utf-8")


def _take(folder: Path, here: Path, entry: dict) -> None:
    name = entry["file_name"].rsplit("/", 1)[-1]
    if not (folder / name).is_file():
        raise CannotBuild(
            f"{folder} has no {name}, which its own lock file lists; unpack the full release "
            "(not the one called core) and try again"
        )
    if (found := sha256(folder / name)) != entry["sha256"]:
        raise CannotBuild(
            f"{name} has the checksum {found[:12]}…, its lock file says {entry['sha256'][:12]}…; "
            "download the release again"
        )
    shutil.copyfile(folder / name, here / name)


def _front(new: Path, items: list[front.Item], about: front.About) -> None:
    """Write the first page and what lies beside it."""
    (new / "index.html").write_text(front.first_page(items, about), encoding="utf-8")
    for name in ("front.css", "favicon.svg"):
        shutil.copyfile(HERE / "onelink" / name, new / name)
    shutil.copyfile(ROOT / "docs" / "images" / "lesson-04.png", new / "preview.png")
    shutil.copyfile(ROOT / "CITATION.cff", new / "CITATION.cff")
    manifest = {
        "name": "Weighing the China–Russia alignment",
        "short_name": "Alignment",
        "start_url": "./index.html",
        "scope": "./",
        "display": "minimal-ui",
        "icons": [{"src": "favicon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    (new / "manifest.webmanifest").write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _keepable(new: Path) -> None:
    """Let a browser keep a site that holds everything: one worker for each of its two parts."""
    kept = (HERE / "onelink" / "kept.js").read_text(encoding="utf-8")
    shutil.copyfile(HERE / "onelink" / "keep.js", new / "keep.js")
    (new / "service-worker.js").write_text(kept, encoding="utf-8")
    theirs = new / "live" / "service-worker.js"  # what listens first answers first
    theirs.write_text(f"{kept}\n{theirs.read_text(encoding='utf-8')}", encoding="utf-8")


def _finish(new: Path, about: front.About, python: str) -> None:
    """Add the line above notebooks, the version, and the list of every file's checksum."""
    shutil.copyfile(HERE / "onelink" / "watch.js", new / "live" / "watch.js")
    number = sha256(new / "live" / "static" / "course" / "pyodide-lock.json")[:12]
    marks = f'data-course-version="{number}" data-course-python="{python}"'
    for app in APPS:
        page = new / "live" / app / "index.html"
        html = page.read_text(encoding="utf-8").replace("<html>", f'<html lang="en" {marks}>', 1)
        page.write_text(footer.live_page(html, about), encoding="utf-8")
    told = {"version": about.version, "build": number, "python": about.python}
    (new / "site.json").write_text(json.dumps(told), encoding="utf-8")
    files = sorted(each for each in new.rglob("*") if each.is_file())
    sums = [f"{sha256(each)}  {each.relative_to(new).as_posix()}\n" for each in files]
    (new / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def _about(at: Distribution, address: str, *, offline: bool) -> front.About:
    from fairmark.course import current

    course = current()
    return front.About(course.version, at.python, offline, course.source.rstrip("/"), address)


def _program(env: Path, name: str) -> Path:
    found = env / ("Scripts" if os.name == "nt" else "bin") / name
    if not found.exists() and not found.with_suffix(".exe").exists():
        raise CannotBuild(f"{found} is missing; make its environment with: make site")
    return found


def _run(command: list, cwd: Path = ROOT, path: Path | None = None) -> None:
    """Run a program; its own words are shown only if it fails."""
    environment = dict(os.environ, JUPYTER_PLATFORM_DIRS="1")
    if path:
        environment["JUPYTER_PATH"] = str(path / "share" / "jupyter")
    words = [str(each) for each in command]
    done = subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stdout + done.stderr).strip().splitlines()[-12:]
        print("\n".join(last), file=sys.stderr)
        raise CannotBuild(f"{Path(words[0]).name} {words[1]} failed; its last lines stand above")


if __name__ == "__main__":
    sys.exit(main())
