"""The engine speaks of no course: not in an import, not in a word."""

import re
import subprocess
import sys
from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1]
WORDS = re.compile(
    r"\b(alignment|china|chinese|russia|russian|moscow|beijing|economic)\b", re.IGNORECASE
)
OURS = Path(__file__).name


def test_no_file_of_the_engine_names_a_course():
    found = {
        f"{path.relative_to(ENGINE)}:{number}"
        for path in ENGINE.rglob("*")
        if path.suffix in {".py", ".js", ".md", ".toml", ".csv", ".ipynb"} and path.name != OURS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if WORDS.search(line)
    }
    assert not found


def test_every_module_of_the_engine_loads_where_there_is_no_course(tmp_path):
    code = (
        "import importlib, pkgutil, sys\n"
        "sys.modules['alignment'] = None\n"
        "import fairmark\n"
        "for each in pkgutil.walk_packages(fairmark.__path__, 'fairmark.'):\n"
        "    if not each.name.endswith('__main__'):\n"
        "        importlib.import_module(each.name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_face_of_the_engine_loads_without_pandas(tmp_path):
    code = "import sys, fairmark; print('pandas' in sys.modules, callable(fairmark.check))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
