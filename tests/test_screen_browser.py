"""What is on screen stays on screen: every panel and a figure of every lesson, through a day.

A new panel is in these tests by being shown in a lesson; one that no lesson shows is refused.
"""

import shutil

import pytest

import alignment.widgets
from alignment.widgets.panel import ASLEEP
from tests import screen
from tests.jupyter import browser_path, jupyter_lab, write_notebook
from tests.screen import LESSONS, ROOT, panels_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]
# What JupyterLab itself writes to the console about a kernel that was restarted.
KNOWN = ("widget model not found", "Could not restore the debugger state", "Canceled future")
GAVE_UP = """count => [...document.querySelectorAll('.jp-OutputArea-output')].filter((output) =>
  output.textContent.includes('model not found')).length === count"""
SLOW = 6  # times slower than this machine


def served(tmp_path_factory, front_end: str):
    root, own = tmp_path_factory.mktemp("a course"), tmp_path_factory.mktemp("own")
    hidden = shutil.ignore_patterns("source")
    shutil.copytree(ROOT / "notebooks", root / "notebooks", ignore=hidden)
    write_notebook(root / screen.OTHER, ["1"])
    return jupyter_lab(root, own, front_end=front_end)


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    with served(tmp_path_factory, "lab") as running:
        yield running


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    with served(tmp_path_factory, "notebook") as running:
        yield running


def opened(lab, lesson: str) -> dict:
    """Open a lesson, run it, and say what is seen."""
    lab.open(f"notebooks/{lesson}.ipynb")
    lab.told.clear()  # closing the lesson before is not looked at
    lab.run_all()
    assert lab.errors() == []
    return screen.drawn(lab, lesson)


def walk(lab, lesson: str, events) -> None:
    seen = opened(lab, lesson)
    for event in events:
        event(lab, f"notebooks/{lesson}.ipynb")
        screen.still_there(lab, seen, event.__name__)
    assert "\n".join(lab.told) == ""
    assert lab.outside == []


def test_every_panel_is_shown_in_a_lesson():
    shown = {name for lesson in LESSONS for name in panels_of(lesson)}
    assert shown == set(dir(alignment.widgets)) - {"Panel"}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_stays_on_screen_and_falls_asleep_in_words(lab, lesson):
    walk(lab, lesson, screen.USUAL)
    fall_asleep(lab, lesson)


def fall_asleep(lab, lesson: str) -> None:
    """The kernel restarts: panels say so and keep what they show; after a reload, tables stand."""
    panels = panels_of(lesson)
    lab.page.evaluate(f"() => {screen.KERNEL}.restart()")
    lab.page.wait_for_function(
        "count => document.querySelectorAll('.alignment-asleep').length === count",
        arg=len(panels),
    )
    for says in lab.page.locator(".alignment-asleep").all_text_contents():
        assert says.startswith("This panel is asleep, because its kernel has stopped: run cell [")
    seen = lab.page.evaluate(screen.SEEN)
    assert all(chart["points"] for panel in seen["panels"] for chart in panel["charts"])
    screen.reloaded(lab, f"notebooks/{lesson}.ipynb")
    lab.page.wait_for_function(
        f"wanted => JSON.stringify(({screen.STORED})()) === JSON.stringify(wanted)",
        arg=[ASLEEP] * len(panels),
        polling=200,
    )
    lab.page.wait_for_function(GAVE_UP, arg=len(panels), polling=200)
    said = [each for each in lab.told if not any(known in each for known in KNOWN)]
    assert "\n".join(said) == ""


@pytest.mark.long
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_stays_on_screen_through_the_rarer_events(lab, lesson):
    walk(lab, lesson, [*screen.RARE, *screen.LAB_ONLY])


@pytest.mark.long
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_stays_on_screen_in_notebook_7(notebook, lesson):
    walk(notebook, lesson, [*screen.USUAL, *screen.RARE])
    fall_asleep(notebook, lesson)


@pytest.mark.long
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_drawn_on_a_slow_machine(lab, lesson):
    devtools = lab.page.context.new_cdp_session(lab.page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    try:
        walk(lab, lesson, [screen.another_tab, screen.reloaded])
    finally:
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        devtools.detach()
