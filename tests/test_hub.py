"""What a hub, its image and Binder are given; a hub is really started in test_hub_browser.py."""

import json
import re
import runpy
from pathlib import Path

from alignment.cli.lab import KERNEL, LAB_SETTINGS

ROOT = Path(__file__).resolve().parents[1]
HUB = ROOT / "deploy" / "hub"


def pins(text: str) -> dict[str, str]:
    """Return the versions that a requirements file names."""
    return dict(re.findall(r"^([\w-]+)==([\w.]+)$", text, re.M))


def test_a_hub_tells_kernels_and_jupyterlab_what_the_laptop_tells_them():
    first, _, rest = (HUB / "ipython_kernel_config.py").read_text("utf-8").partition("\n")
    assert first.startswith("# ")
    assert rest == KERNEL
    assert json.loads((HUB / "overrides.json").read_text("utf-8")) == LAB_SETTINGS


def test_the_hubs_packages_agree_with_the_courses():
    hub = pins((HUB / "requirements.txt").read_text("utf-8"))
    course = pins((ROOT / "requirements.txt").read_text("utf-8"))
    assert {"jupyterhub", "nbgitpuller"} <= hub.keys()
    both = hub.keys() & course.keys()
    assert "jupyter-server" in both
    assert {name: hub[name] for name in both} == {name: course[name] for name in both}


def test_no_answer_gets_into_the_image():
    lines = (HUB / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert lines[1] == "*"  # nothing but what follows
    let_in = [line[1:] for line in lines if line.startswith("!")]
    assert all((ROOT / name).exists() for name in let_in)
    assert [name for name in let_in if name.startswith("exercises")] == ["exercises/keys"]


def test_a_students_work_lies_in_the_home_on_a_hub(monkeypatch, tmp_path):
    from fairmark.course import home

    (chosen,) = re.findall(r"ALIGNMENT_HOME=(\S+)", (HUB / "Dockerfile").read_text("utf-8"))
    monkeypatch.setenv("HUB_ENV", str(tmp_path / "env"))
    monkeypatch.setenv("HUB_STATE", str(tmp_path))
    told = {}

    class Anything:
        def __getattr__(self, name):
            return told.setdefault(name, Anything())

        def __setattr__(self, name, value):
            told[name] = value

    runpy.run_path(str(HUB / "jupyterhub_config.py"), {"get_config": Anything})
    assert told["environment"]["ALIGNMENT_HOME"] == chosen
    monkeypatch.setenv("ALIGNMENT_HOME", chosen)
    monkeypatch.setenv("HOME", str(tmp_path / "ann"))
    assert home() == tmp_path / "ann" / "my-work"


def test_binder_gets_the_pinned_packages_the_pinned_python_and_the_kernels_settings():
    binder = ROOT / ".binder"
    assert (binder / "runtime.txt").read_text("utf-8") == "python-3.11\n"
    given = (binder / "requirements.txt").read_text("utf-8").splitlines()
    assert "-r ../requirements.txt" in given
    dev = pins((ROOT / "requirements-dev.txt").read_text("utf-8"))
    assert f"notebook=={dev['notebook']}" in given
    script = (binder / "postBuild").read_text("utf-8")
    assert (binder / "postBuild").stat().st_mode & 0o111
    assert "deploy/hub/ipython_kernel_config.py" in script
    assert "deploy/hub/overrides.json" in script
