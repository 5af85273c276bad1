"""What a student sees of a lesson's figures and panels, and what happens to a page in a day.

`SEEN` tells, for the open notebook, each panel and the first figure as numbers and words; every
event ends where a student would look at the lesson again.
"""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat

from alignment.messages import say
from tests.jupyter import CURRENT, PATIENCE, Lab, jupyter_lab, write_notebook

ROOT = Path(__file__).resolve().parents[1]
FIGURE = "application/vnd.plotly.v1+json"
LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/lesson-*.ipynb"))

# A drawn figure fills its place; JupyterLab leaves it a few pixels at the side.
AS_WIDE = """(each) =>
  Math.abs((each.querySelector('.main-svg')?.width.baseVal.value ?? 0) - each.clientWidth) < 12"""
# Every panel and the first figure: drawn at their full size, with what they hold and say. A figure
# that JupyterLab stored as a picture is drawn again when the mouse comes to it. Of all
# figures that are drawn: how many do not fill their place.
SEEN = f"""() => {{
  const notebook = {CURRENT}.content.node;
  const chart = (plot) => {{
    const svg = plot.querySelector('.main-svg');
    const texts = [...plot.querySelectorAll('.gtitle, .xtitle, .ytitle')];
    return {{
      traces: plot.data?.length ?? 0,
      points: plot.querySelectorAll('.trace, .point, .choroplethlayer path, .hm').length,
      titles: texts.map((text) => text.textContent),
      height: Math.round(svg?.getBoundingClientRect().height ?? 0),
      outer: Math.round(plot.getBoundingClientRect().height),
      wide: Boolean(svg) && Math.abs(svg.clientWidth - plot.clientWidth) < 12,
    }};
  }};
  const figure = notebook.querySelector('.jp-RenderedPlotly');
  const picture = figure?.querySelector('.plot-img');
  figure?.scrollIntoView();
  if (picture?.clientHeight) picture.dispatchEvent(new MouseEvent('mouseenter'));
  const panels = [...notebook.querySelectorAll('.alignment-panel')].map((panel) => {{
    panel.scrollIntoView();
    const controls = panel.querySelectorAll('input:not([type=file]), select, textarea, button');
    return {{
      there: panel.clientHeight > 40,
      asleep: Boolean(panel.querySelector('.alignment-asleep')),
      says: [...panel.querySelectorAll('[role=status]')].map((line) => line.textContent),
      // what a closed fold holds is written when it opens
      shows: [...controls].filter((control) =>
        !control.closest('.modebar, details:not([open])')).map((control) =>
        control.type === 'checkbox' ? control.checked : control.value),
      // a chart that is not drawn yet holds nothing, and is told apart by that
      charts: [...panel.querySelectorAll('.alignment-chart')].map(chart),
    }};
  }});
  const narrow = [...notebook.querySelectorAll('.jp-RenderedPlotly')].filter((each) =>
    each.querySelector('.main-svg') && !each.querySelector('.plot-img')?.clientHeight &&
    each.clientWidth && !({AS_WIDE})(each)).length;
  return {{ figure: figure ? chart(figure) : null, narrow, panels }};
}}"""
SAME = f"(wanted) => JSON.stringify(({SEEN})()) === wanted"
DRAWN = f"""([figures, panels]) => {{
  const seen = ({SEEN})();
  const whole = (plot) => plot.traces > 0 && plot.points > 0 && plot.titles.length > 1 &&
    plot.wide && plot.outer === plot.height;
  return (!figures || (seen.figure && whole(seen.figure))) && seen.narrow === 0 &&
    seen.panels.length === panels &&
    seen.panels.every((panel) => panel.there && panel.charts.every(whole));
}}"""
STORED = """() => [...document.querySelectorAll('.alignment-stored')].map((stored) => {
  stored.scrollIntoView();
  return stored.getBoundingClientRect().height > 40 && stored.querySelector('em').textContent;
})"""


UNTOUCHED = "untouched"  # a second copy of the lessons, in which nobody runs a cell


def open_figures(lesson: str) -> int:
    """Count the stored figures of a built lesson that are not folded away."""
    notebook = nbformat.read(ROOT / "notebooks" / f"{lesson}.ipynb", as_version=4)
    shown = [cell for cell in notebook.cells if not cell.metadata.get("collapsed")]
    return sum(FIGURE in out.get("data", {}) for cell in shown for out in cell.get("outputs", []))


# So many figures are shown, each as wide as its place.
STORED_FIGURES = f"""(count) => {{
  const figures = [...{CURRENT}.content.node.querySelectorAll('.jp-RenderedPlotly')]
    .filter((each) => each.clientWidth);
  return figures.length === count && figures.every({AS_WIDE});
}}"""


def panels_of(lesson: str) -> list[str]:
    """Name the panels that a built lesson shows, in order."""
    notebook = nbformat.read(ROOT / "notebooks" / f"{lesson}.ipynb", as_version=4)
    outputs = [out.get("data", {}) for cell in notebook.cells for out in cell.get("outputs", [])]
    texts = [data.get("text/plain", "") for data in outputs if "text/html" in data]
    return [match[1] for text in texts if (match := re.match(r"([A-Z]\w+)\(", text))]


def drawn(lab: Lab, lesson: str) -> dict:
    """Wait until the first figure and every panel of the open lesson are drawn; say what is seen.

    The figure holds as many traces as the kernel sent.
    """
    panels = panels_of(lesson)
    try:
        lab.page.wait_for_function(DRAWN, arg=[True, len(panels)], polling=200, timeout=PATIENCE)
    except Exception as error:
        texts = lab.page.evaluate(OUTPUTS)
        told = f"{lab.page.evaluate(SEEN)}, {lab.told}, {texts}"
        raise AssertionError(f"not drawn in {lesson}: {told}") from error
    lab.page.locator(".keep-figure").first.wait_for(state="attached")
    seen = lab.page.evaluate(SEEN)
    sent = lab.page.evaluate(SENT, FIGURE)
    assert seen["figure"]["traces"] == sent["traces"]
    assert seen["figure"]["height"] == sent["height"]
    return seen


# What shows a panel twice, or offers to save a figure more often than there are figures.
TWICE = """() => [...document.querySelectorAll('.jp-OutputArea')]
  .filter((area) => area.querySelector('.alignment-panel'))
  .filter((area) =>
    [...area.querySelectorAll('.alignment-stored')].some((each) => each.offsetParent !== null) ||
    area.querySelectorAll('.keep-figure').length > area.querySelectorAll('.js-plotly-plot').length)
  .map((area) => area.textContent.trim().slice(0, 60))"""
OUTPUTS = f"""() => [...{CURRENT}.content.node.querySelectorAll('.jp-OutputArea-output')]
  .map((output) => output.textContent.trim().slice(0, 40))"""
SENT = f"""(kind) => {{
  const cells = Array.from({CURRENT}.content.model.cells).filter(cell => cell.type === 'code');
  const outputs = cells.flatMap(cell => cell.outputs.toJSON());
  const figure = outputs.find(output => output.data?.[kind]).data[kind];
  return {{ traces: figure.data.length, height: figure.layout.height ?? 360 }};
}}"""


def still_there(lab: Lab, wanted: dict, event: str) -> None:
    """Wait until the page shows exactly this again; name what differs if it never does."""
    text = json.dumps(wanted, ensure_ascii=False, separators=(",", ":"))
    try:
        lab.page.wait_for_function(SAME, arg=text, polling=200)
    except Exception as error:
        seen = lab.page.evaluate(SEEN)
        texts = lab.page.evaluate(OUTPUTS)
        told = f"{differences(wanted, seen)}, {lab.told}, {texts}"
        raise AssertionError(f"after {event}: {told}") from error


def differences(wanted: object, seen: object, at: str = "") -> list[str]:
    """Name each place where two values differ, with what each holds there."""
    if isinstance(wanted, dict) and isinstance(seen, dict):
        pairs = [(f"{at}.{key}", wanted.get(key), seen.get(key)) for key in wanted | seen]
    elif isinstance(wanted, list) and isinstance(seen, list) and len(wanted) == len(seen):
        pairs = [(f"{at}[{n}]", *both) for n, both in enumerate(zip(wanted, seen, strict=True))]
    else:
        return [] if wanted == seen else [f"{at} was {wanted!r}, is {seen!r}"]
    return [each for place, one, other in pairs for each in differences(one, other, place)]


# --- what happens in a day ------------------------------------------------------------------

OTHER = "other.ipynb"
BACK = """(path) => {
  const shell = window.jupyterapp.shell;
  const ours = [...shell.widgets('main')].filter(widget => widget.context?.path === path);
  shell.activateById(ours[0].id);
}"""
SHOWN = """path => {
  const shown = window.jupyterapp?.shell?.currentWidget;
  return shown?.context?.path === path && shown.isVisible;
}"""
KERNEL = f"{CURRENT}.context.sessionContext.session.kernel"


def another_tab(lab: Lab, path: str) -> None:
    """Go to another document, or in Notebook 7 to another tab of the browser, and come back."""
    leave(lab)
    come_back(lab, path)


def leave(lab: Lab) -> None:
    """Go to another document, or in Notebook 7 to another tab of the browser."""
    if lab.front_end == "lab":
        lab.do("docmanager:open", path=OTHER)
        lab.page.wait_for_function(SHOWN, arg=OTHER)
    else:
        lab.page.context.new_page().goto(f"{lab.address}/tree")


def come_back(lab: Lab, path: str) -> None:
    """Come back to the lesson."""
    if lab.front_end == "lab":
        lab.page.evaluate(BACK, path)
        lab.page.wait_for_function(SHOWN, arg=path)
    else:
        lab.page.context.pages[-1].close()
        lab.page.bring_to_front()


def twice_another_tab(lab: Lab, path: str) -> None:
    """Go away and come back two times."""
    another_tab(lab, path)
    another_tab(lab, path)


WIDTH = f"{CURRENT}.content.node.clientWidth"


def at_another_width(
    lab: Lab, path: str, change: Callable[[], None], back: Callable[[], None]
) -> None:
    """Change the width of the page, see everything drawn, and change it back.

    JupyterLab follows a moment later: without the two waits for the width one would look at what
    was there before, and the next event would meet a page that is still on its way.
    """
    before = lab.page.evaluate(WIDTH)
    change()
    lab.page.wait_for_function(f"before => {WIDTH} !== before", arg=before)
    lab.page.wait_for_function(DRAWN, arg=[True, len(panels_of(Path(path).stem))], polling=200)
    back()
    lab.page.wait_for_function(f"before => {WIDTH} === before", arg=before)


def sidebar(lab: Lab, path: str) -> None:
    """Open the sidebar and close it, or the other way round."""

    def toggle() -> None:
        lab.do("application:toggle-left-area")

    at_another_width(lab, path, toggle, toggle)


def resized(lab: Lab, path: str) -> None:
    """Make the window small and large again."""
    size, small = lab.page.viewport_size, {"width": 900, "height": 600}
    at_another_width(
        lab,
        path,
        lambda: lab.page.set_viewport_size(small),
        lambda: lab.page.set_viewport_size(size),
    )


def zoomed(lab: Lab, path: str) -> None:
    """Zoom the browser to 150 per cent and back: fewer, larger pixels."""
    size = lab.page.viewport_size
    devtools = lab.page.context.new_cdp_session(lab.page)
    zoom = {"width": 911, "height": 573, "deviceScaleFactor": 1.5, "mobile": False}

    def back() -> None:
        devtools.send("Emulation.clearDeviceMetricsOverride")
        devtools.detach()
        lab.page.wait_for_function("() => innerWidth !== 911")
        # The browser may be as small now as an earlier event left it, of which the page object
        # knows nothing: only a size that is new to it is sent.
        lab.page.set_viewport_size(size | {"height": size["height"] - 1})
        lab.page.set_viewport_size(size)

    at_another_width(
        lab, path, lambda: devtools.send("Emulation.setDeviceMetricsOverride", zoom), back
    )


def reloaded(lab: Lab, path: str) -> None:
    """Reload the page; the kernel lives on."""
    lab.do("docmanager:save")
    lab.page.goto(_address(lab, path), wait_until="domcontentloaded")
    lab.page.wait_for_function(SHOWN, arg=path, timeout=PATIENCE)
    lab.ready()


def closed_and_opened(lab: Lab, path: str) -> None:
    """Close the file and open it again; the kernel lives on."""
    lab.do("docmanager:save")
    if lab.front_end == "lab":
        lab.page.evaluate(f"() => {{ {CURRENT}.dispose(); }}")
        lab.do("docmanager:open", path=path)
    else:
        lab.page.goto(f"{lab.address}/tree", wait_until="domcontentloaded")
        lab.page.goto(_address(lab, path), wait_until="domcontentloaded")
    lab.page.wait_for_function(SHOWN, arg=path, timeout=PATIENCE)
    lab.ready()


def split(lab: Lab, path: str) -> None:
    """Put another document beside the lesson, then close it."""
    lab.do("docmanager:open", path=OTHER, options={"mode": "split-right"})
    lab.page.evaluate(BACK, path)
    lab.page.wait_for_function(DRAWN, arg=[True, len(panels_of(Path(path).stem))], polling=200)
    lab.page.evaluate(CLOSE_OTHER, OTHER)
    lab.page.wait_for_function(SHOWN, arg=path)


CLOSE_OTHER = """(path) => [...window.jupyterapp.shell.widgets('main')]
  .filter(widget => widget.context?.path === path).forEach(widget => widget.dispose())"""


def second_view(lab: Lab, path: str) -> None:
    """Look at the lesson in a second view, which is drawn too, then close that."""
    lab.do("docmanager:clone")
    lab.page.wait_for_function(
        "path => [...window.jupyterapp.shell.widgets('main')]"
        ".filter(widget => widget.context?.path === path).length === 2",
        arg=path,
    )
    lab.page.wait_for_function(DRAWN, arg=[True, len(panels_of(Path(path).stem))], polling=200)
    lab.page.evaluate(f"() => {{ {CURRENT}.dispose(); }}")
    lab.page.evaluate(BACK, path)
    lab.page.wait_for_function(SHOWN, arg=path)


def collapsed(lab: Lab, path: str) -> None:
    """Fold all outputs and open them again."""
    lab.do("notebook:hide-all-cell-outputs")
    lab.page.wait_for_function(NO_OUTPUT)
    lab.do("notebook:show-all-cell-outputs")


def resized_while_folded(lab: Lab, path: str) -> None:
    """Fold all outputs, make the window small, and open them; then the window is large again."""
    size = lab.page.viewport_size

    def smaller() -> None:
        lab.do("notebook:hide-all-cell-outputs")
        lab.page.wait_for_function(NO_OUTPUT)
        before = lab.page.evaluate(WIDTH)
        lab.page.set_viewport_size({"width": 900, "height": 600})
        lab.page.wait_for_function(f"before => {WIDTH} !== before", arg=before)
        lab.do("notebook:show-all-cell-outputs")

    at_another_width(lab, path, smaller, lambda: lab.page.set_viewport_size(size))


NO_OUTPUT = f"""() => [...{CURRENT}.content.node.querySelectorAll(
  '.alignment-panel, .jp-RenderedPlotly')].every((output) => !output.clientHeight)"""


def moved(lab: Lab, path: str) -> None:
    """Move the cells of the first figure and of each panel down and up again."""
    for number in lab.page.evaluate(WITH_OUTPUT):
        lab.page.evaluate(f"n => {{ {CURRENT}.content.activeCellIndex = n; }}", number)
        lab.do("notebook:move-cell-down")
        lab.do("notebook:move-cell-up")


WITH_OUTPUT = f"""() => {CURRENT}.content.widgets.flatMap((cell, number) =>
  cell.node.querySelector('.alignment-panel, .jp-RenderedPlotly') ? [number] : [])"""


def interrupted(lab: Lab, path: str) -> None:
    """Interrupt the kernel."""
    lab.page.evaluate(f"() => {KERNEL}.interrupt()")
    lab.page.wait_for_function(f"() => {KERNEL}.status === 'idle'")


def _address(lab: Lab, path: str) -> str:
    return f"{lab.address}/{'lab/tree' if lab.front_end == 'lab' else 'notebooks'}/{path}"


Event = Callable[[Lab, str], None]
USUAL: list[Event] = [twice_another_tab, resized, collapsed, reloaded]
RARE: list[Event] = [
    another_tab,
    resized_while_folded,
    zoomed,
    closed_and_opened,
    moved,
    interrupted,
]
LAB_ONLY: list[Event] = [sidebar, split, second_view]


# --- walking through it --------------------------------------------------------------------

# Anywidget says this of a script that starts later than after two seconds, and hands no message on
# to its widget. Our views then listen themselves: whether they hear is tried by `all_hear`.
LATE = "[anywidget] Failed to initialize model."
# What JupyterLab itself writes to the console about a view that closes or cannot
# come back; whether a panel is drawn is looked at, not read from these.
KNOWN = (
    "widget model not found",
    "Could not restore the debugger state",
    "Canceled future",
    "Disposed",
    # its plugin of shortcuts, in Notebook 7 at each opening: it asks for a plugin not loaded yet
    "Cannot read properties of undefined (reading 'schema')",
    # its manager of widgets, of a view that was closed while it was drawn again
    "Cannot read properties of null (reading 'promise')",
    LATE,
)
GAVE_UP = """count => [...document.querySelectorAll('.jp-OutputArea-output')].filter((output) =>
  output.textContent.includes('model not found')).length === count"""


def served(tmp_path_factory, front_end: str):
    """Serve a copy of the lessons, so that a saved notebook touches nothing of ours."""
    root, own = tmp_path_factory.mktemp("a course"), tmp_path_factory.mktemp("own")
    hidden = shutil.ignore_patterns("source")
    for folder in ("notebooks", UNTOUCHED):
        shutil.copytree(ROOT / "notebooks", root / folder, ignore=hidden)
    write_notebook(root / OTHER, ["1"])
    return jupyter_lab(root, own, front_end=front_end)


def complaints(lab: Lab) -> str:
    """Return what the page wrote to the console, without what JupyterLab always writes."""
    return "\n".join(said for said in lab.told if not any(known in said for known in KNOWN))


# Python sends one value to each of our views; the page notes which of them it has reached.
SPEAK = """
from ipywidgets.widgets.widget import _instances as every
from alignment.widgets.view import View as OurView
for each in [each for each in list(every.values()) if isinstance(each, OurView)]:
    each.send_state("own")
del every, OurView, each
"""
LISTEN = f"""async (code) => {{
  const renderers = (widget) => widget._manager?.promise ? [widget]
    : [...(widget.layout ?? [])].flatMap(renderers);
  const managers = new Set(await Promise.all({CURRENT}.content.widgets
    .flatMap((cell) => cell.outputArea?.widgets ?? []).flatMap(renderers)
    .map((renderer) => renderer._manager.promise)));
  const promised = [...managers].flatMap((manager) => Object.values(manager._models));
  const ours = (await Promise.all(promised)).filter((model) => model.get("own") !== undefined);
  window.deaf = new Set(ours.map((model) => model.model_id));
  for (const model of ours) {{
    const set = model.set_state.bind(model);
    model.set_state = (state) => {{
      window.deaf.delete(model.model_id);
      return set(state);
    }};
  }}
  await {KERNEL}.requestExecute({{ code, silent: true }}).done;
  return ours.length;
}}"""


def all_hear(lab: Lab, panels: int) -> None:
    """Every view of ours on the page hears Python, however late its script has started."""
    assert lab.page.evaluate(LISTEN, SPEAK) >= panels
    try:
        lab.page.wait_for_function("() => window.deaf.size === 0")
    except Exception as error:
        raise AssertionError(lab.page.evaluate("() => [...window.deaf]")) from error


def opened(lab: Lab, lesson: str) -> dict:
    """Open a lesson, run it, and say what is seen."""
    lab.open(f"notebooks/{lesson}.ipynb")
    lab.told.clear()  # closing the lesson before is not looked at
    lab.run_all()
    assert lab.errors() == []
    drawn(lab, lesson)
    # What Python said last arrives last: a board that lists its scores may still wait for them.
    if panels := panels_of(lesson):
        all_hear(lab, len(panels))
    return drawn(lab, lesson)


def walk(lab: Lab, lesson: str, events: list[Event]) -> None:
    """Open a lesson and go through events; after each, everything is there again."""
    seen = opened(lab, lesson)
    for event in events:
        event(lab, f"notebooks/{lesson}.ipynb")
        still_there(lab, seen, event.__name__)
    lab.page.locator(".keep-figure").first.wait_for(state="attached")
    if panels := panels_of(lesson):
        all_hear(lab, len(panels))
    assert lab.page.evaluate(TWICE) == []
    said = complaints(lab)
    assert said == "", said
    assert lab.outside == []


def fall_asleep(lab: Lab, lesson: str) -> None:
    """The kernel restarts: panels say so and keep what they show; after a reload, tables stand."""
    panels = panels_of(lesson)
    lab.page.evaluate(f"() => {KERNEL}.restart()")
    try:
        lab.page.wait_for_function(
            "count => document.querySelectorAll('.alignment-asleep').length === count",
            arg=len(panels),
        )
    except Exception as error:
        raise AssertionError(f"not asleep: {lab.page.evaluate(SEEN)}") from error
    for says in lab.page.locator(".alignment-asleep").all_text_contents():
        assert says.startswith("This panel is asleep, because its kernel has stopped: run cell [")
    seen = lab.page.evaluate(SEEN)
    assert all(chart["points"] for panel in seen["panels"] for chart in panel["charts"])
    reloaded(lab, f"notebooks/{lesson}.ipynb")
    lab.page.wait_for_function(
        f"wanted => JSON.stringify(({STORED})()) === JSON.stringify(wanted)",
        arg=[say("panel.asleep")] * len(panels),
        polling=200,
    )
    try:
        lab.page.wait_for_function(GAVE_UP, arg=len(panels), polling=200)
    except Exception as error:
        raise AssertionError(f"still waiting: {lab.page.evaluate(OUTPUTS)}") from error
    said = complaints(lab)
    assert said == "", said
