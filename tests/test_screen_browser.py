"""Every lesson once through a day: its figures and panels stay, can be read out and take keys.

A new panel is in these tests by being shown in a lesson; one that no lesson shows is refused.
"""

import pytest

import alignment.widgets
from tests import screen
from tests.axe import IN_LAB, OUTPUTS, violations
from tests.jupyter import browser_path
from tests.press import (
    keys_stay_in_the_panels,
    no_control_takes_the_focus_away,
    shift_and_enter_go_on,
)
from tests.screen import LESSONS, panels_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser_path() is None, reason="no Chromium: apt-get install chromium"),
]
SLOW = 6  # times slower than this machine
# A walk takes half a minute to two; these lessons hold the panels that are least alike. The others
# are walked by `make test-long`; 05 is tried with late scripts below.
ALWAYS = ("00", "03", "08", "09", "10")
WALKS = [
    pytest.param(name, marks=() if name.split("-")[1] in ALWAYS else pytest.mark.long)
    for name in LESSONS
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    with screen.served(tmp_path_factory, "lab") as running:
        yield running


def test_every_panel_is_shown_in_a_lesson():
    shown = {name for lesson in LESSONS for name in panels_of(lesson)}
    assert shown == set(dir(alignment.widgets)) - {"Panel"} - set(alignment.widgets.FUNCTIONS)


@pytest.mark.parametrize("lesson", WALKS)
def test_a_lesson_through_a_day(lab, lesson):
    """Axe, events, keys and sleep in one walk: opening a lesson takes longer than looking at it."""
    screen.walk(lab, lesson, [axe_looks, forced_colours, *screen.USUAL])
    keys_stay_in_the_panels(lab, len(panels_of(lesson)))
    if panels_of(lesson):
        no_control_takes_the_focus_away(lab)
        shift_and_enter_go_on(lab)
    screen.fall_asleep(lab, lesson)
    assert lab.outside == []


@pytest.mark.parametrize(
    "lesson",
    [
        pytest.param(name, marks=() if name.split("-")[1] == "03" else pytest.mark.long)
        for name in LESSONS
        if screen.open_figures(name)
    ],
)
def test_stored_figures_have_their_width_before_a_cell_is_run(lab, lesson):
    lab.open(f"{screen.UNTOUCHED}/{lesson}.ipynb")
    count = screen.open_figures(lesson)
    lab.page.wait_for_function(screen.STORED_FIGURES, arg=count, polling=200)


def axe_looks(lab, path):
    """Axe finds nothing serious, also in what is folded; in the walk this is one more event."""
    lab.page.evaluate(REMEMBER_FOLDS)
    assert violations(lab.page, OUTPUTS, IN_LAB) == []
    lab.page.evaluate("() => window.foldsToClose.forEach((fold) => { fold.open = false; })")


REMEMBER_FOLDS = (
    "() => { window.foldsToClose = [...document.querySelectorAll('details:not([open])')]; }"
)


def forced_colours(lab, path):
    """No word of a figure or a panel vanishes where the system gives the colours."""
    for scheme in ("light", "dark"):
        lab.page.emulate_media(forced_colors="active", color_scheme=scheme)
        assert lab.page.evaluate(VANISHED) == [], scheme
    lab.page.emulate_media(forced_colors="none", color_scheme="light")


# Words of a drawing, and words that keep a colour of their own, must have the system's ink; what
# is written on a bar, a cell or a ground of its own has the colour that is read best there.
VANISHED = """() => {
  const probe = document.body.appendChild(document.createElement("span"));
  probe.style.color = "CanvasText";
  const ink = getComputedStyle(probe).color;
  probe.remove();
  const says = (each) => [...each.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const clear = (each) => /, 0\\)$|transparent/.test(getComputedStyle(each).backgroundColor);
  const gone = [];
  const drawings = ".jp-RenderedPlotly .main-svg text, .alignment-chart .main-svg text";
  for (const text of document.querySelectorAll(drawings)) {
    if (text.closest(".modebar, .hoverlayer") || !text.textContent.trim()) continue;
    if (text.matches(".bartext") || text.closest(".heatmap-label")) continue;
    if (getComputedStyle(text).fill !== ink) gone.push(text.textContent);
  }
  for (const each of document.querySelectorAll(".alignment-panel :not(svg *)")) {
    const look = getComputedStyle(each);
    if (look.forcedColorAdjust !== "none" || !says(each) || !clear(each)) continue;
    if (each.closest(".alb-piece, .alb-mark")) continue; // black on hatched colours of its own
    if (look.color !== ink) gone.push(each.textContent);
  }
  return gone;
}"""


@pytest.mark.parametrize("lesson", ["lesson-05-technology"])
def test_panels_whose_scripts_start_too_late_are_whole(lab, lesson):
    """Anywidget gives up on a script after two seconds; here it gives up on each at once."""
    lab.open(f"notebooks/{lesson}.ipynb")
    lab.page.evaluate(IMPATIENT)
    lab.run_all()
    seen = screen.drawn(lab, lesson)
    assert any(screen.LATE in said for said in lab.told)
    screen.all_hear(lab, len(seen["panels"]))
    keys_stay_in_the_panels(lab, len(seen["panels"]))
    screen.fall_asleep(lab, lesson)


IMPATIENT = """() => {
  const patient = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => patient(ms === 2000 ? 0 : ms);
}"""


@pytest.mark.long
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_stays_on_screen_through_the_rarer_events(lab, lesson):
    screen.walk(lab, lesson, [*screen.RARE, *screen.LAB_ONLY])


@pytest.mark.long
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_drawn_on_a_slow_machine(lab, lesson):
    devtools = lab.page.context.new_cdp_session(lab.page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    try:
        screen.walk(lab, lesson, [screen.another_tab, screen.reloaded])
    finally:
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        devtools.detach()
