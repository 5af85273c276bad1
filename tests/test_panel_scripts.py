"""The scripts of the panels are bundled by esbuild; what is stored is what their sources give."""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from alignment.widgets.view import HERE, script

BUILT = HERE / "built"
VIEWS = sorted(path.stem for path in BUILT.glob("*.js"))
NO_NODE = "Node.js is not installed; Debian: apt-get install nodejs (20 or newer)"


def sources() -> list[Path]:
    beside = {"built", "node_modules"}
    found = [path.relative_to(HERE) for path in HERE.rglob("*.js")]
    return sorted(path for path in found if path.parts[0] not in beside)


def test_no_script_was_edited_after_they_were_built():
    listed = (BUILT / "sources.txt").read_text(encoding="utf-8").splitlines()
    now = {p.as_posix(): hashlib.sha256((HERE / p).read_bytes()).hexdigest() for p in sources()}
    assert {line[66:]: line[:64] for line in listed} == now, "run: make panels"


def test_every_view_that_python_shows_was_built():
    asked = {
        name
        for path in HERE.rglob("*.py")
        for name in re.findall(r'_esm = script\("(\w+)"\)', path.read_text(encoding="utf-8"))
    }
    assert asked == set(VIEWS)


@pytest.mark.parametrize("name", VIEWS)
def test_a_built_script_is_one_module_without_imports(name):
    text = re.sub(r"//.*", "", script(name))
    assert not re.search(r"^\s*import\b", text, re.MULTILINE)
    assert len(re.findall(r"^export \{", text, re.MULTILINE)) == 1
    assert re.search(r"\bas default\b", text)


@pytest.mark.node
@pytest.mark.parametrize("name", VIEWS)
def test_a_built_script_can_be_read_by_a_browser(name, tmp_path):
    node = shutil.which("node") or pytest.skip(NO_NODE)
    (tmp_path / f"{name}.mjs").write_text(script(name), encoding="utf-8")
    run = subprocess.run(
        [node, "--check", f"{name}.mjs"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_the_version_of_the_bundler_is_pinned():
    text = (HERE / "package.json").read_text(encoding="utf-8")
    (version,) = re.findall(r'"esbuild": "(.+?)"', text)
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    lock = (HERE / "package-lock.json").read_text(encoding="utf-8")
    assert f'"esbuild": "{version}"' in lock


def test_a_view_hears_python_because_it_passes_its_render_to_awake():
    for name in VIEWS:
        assert "awake({ render" in script(name), name
