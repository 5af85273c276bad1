"""How long a press takes in every panel, and how closely the board follows the finger.

The board stands beside a bare slider, which computes nothing and is the fastest that this machine
and browser allow, and beside two usual ways to the same picture. All run side by side on one
machine; trust the ratios. The clock starts when the page hears of the move (the wait for the
screen's next frame before that is the same for all) and stops when the answer is in the page, and
when it is painted. Writes build/bench/browser.json.
Run: python -m tests.benchmarks.bench_browser [--moves 120] [--rounds 3] [--only drag|presses]
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import presses
from tests.benchmarks.report import keep
from tests.jupyter import IDLE, Lab, browser_path, jupyter_lab, write_notebook

NUMPY = """
import numpy as np, plotly.graph_objects as go, ipywidgets as w
from IPython.display import display
from alignment import tables
rows = tables.load("judgements").query("sheet == 'reference'")
ends = [rows[e].to_numpy().reshape(5, 6) for e in ("low", "mode", "high")]
points = np.array([70.0, 50, 100, 40, 60, 45])
scores = np.random.default_rng(1).triangular(*ends, size=(10_000, 5, 6))
names = list("MEDTF")
arrived = []
slider = w.IntSlider(60, 0, 100, description="Irreversibility", layout=w.Layout(width="420px"))

def shares(weights):
    values = scores @ weights
    places = (-values).argsort(axis=1).argsort(axis=1)
    first = (places[:, :, None] == np.arange(5)).mean(axis=0)
    return first, np.quantile(values, [0.05, 0.95], axis=0)

def weights(swing):
    p = points.copy()
    p[4] = swing
    return p / p.sum()
"""
FIGURE_WIDGET = """
values = go.FigureWidget(go.Bar(x=names, y=ends[1] @ weights(60)), layout=dict(height=260))
places = go.FigureWidget([go.Bar(x=names, y=column) for column in shares(weights(60))[0].T],
                         layout=dict(height=260, barmode="stack"))

def moved(change):
    arrived.append(change["new"])
    now = weights(change["new"])
    first, _ = shares(now)
    with values.batch_update():
        values.data[0].y = ends[1] @ now
    with places.batch_update():
        for trace, column in zip(places.data, first.T):
            trace.y = column

slider.observe(moved, "value")
display(slider, values, places)
"""
INTERACT = """
import plotly.io as pio
pio.renderers.default = "plotly_mimetype"

def show(swing):
    arrived.append(swing)
    go.Figure(go.Bar(x=names, y=ends[1] @ weights(swing)), layout=dict(height=260)).show()

_ = w.interact(show, swing=slider)
"""
BOARD = """
from alignment.widgets import WeighingBoard
board, arrived = WeighingBoard(), []
board.observe(lambda change: arrived.append(change["new"]), "judgement")
board
"""
BARE = """
import anywidget, traitlets

class Bare(anywidget.AnyWidget):
    _esm = '''
    export default { render({ model, el }) {
      const input = Object.assign(document.createElement("input"), { type: "range" });
      const text = document.createElement("span");
      input.style.width = "420px";
      text.textContent = input.value;
      input.oninput = () => {
        text.textContent = input.value;
        model.set("value", Number(input.value));
        model.save_changes();
      };
      el.className = "bare";
      el.append(input, text);
    } };
    '''
    value = traitlets.Int(50).tag(sync=True)

bare, arrived = Bare(), []
bare.observe(lambda change: arrived.append(change["new"]), "value")
bare
"""
COUNT = "print(len(arrived))"


@dataclass(frozen=True)
class Way:
    """One way to follow a slider: a notebook, where its handle is, and what its charts are."""

    name: str
    source: str
    handle: str
    charts: str
    part: str
    count: int


BARS = ".js-plotly-plot"
WAYS = (
    Way("interact + new figure", NUMPY + INTERACT, ".noUi-handle", BARS, ".bars path", 1),
    Way("FigureWidget + numpy", NUMPY + FIGURE_WIDGET, ".noUi-handle", BARS, ".bars path", 2),
    Way("weighing board", BOARD, "[data-criterion=E]", ".alb-bars", ".alb-bar, .alb-value", 1),
    Way("bare slider", BARE, ".bare input", ".bare", "span", 1),
)
COUNT_NOW = """async () => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  notebook.activeCellIndex = 1;
  await window.jupyterapp.commands.execute('notebook:run-cell');
  return Number(notebook.model.cells.get(1).outputs.toJSON().map(out => out.text ?? '').join(''));
}"""

# Installed in the page: notes each pointer move, and when every chart shows something new.
WATCH = """([charts, part, count]) => {
  const read = c => Array.from(c.querySelectorAll(part))
    .map(n => n.getAttribute('d') ?? n.getAttribute('style') + n.textContent).join();
  const now = () => Array.from(document.querySelectorAll(charts)).map(read).filter(Boolean);
  const bench = window.bench = {states: 0, moved: 0, last: 0};
  let seen = now(), dirty = false, waiting = null;
  // A change made inside a frame is painted at the end of that frame, any other in the next one;
  // a message posted inside a frame arrives when its painting is done.
  let inFrame = false;
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = work => frame(time => {
    inFrame = true;
    try { work(time); } finally { queueMicrotask(() => { inFrame = false; }); }
  });
  const after = done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  };
  const painted = done => inFrame ? after(done) : frame(() => after(done));
  document.addEventListener('pointermove', () => { bench.moved = performance.now(); }, true);
  new MutationObserver(() => {
    const next = now();
    if (next.length < count || next.some((text, i) => text === seen[i])) return;
    seen = next;
    const changed = performance.now(), moved = bench.moved;
    if (!dirty) {
      dirty = true;
      painted(at => { dirty = false; bench.states += 1; bench.last = at; });
    }
    if (waiting) {
      const tell = waiting;
      waiting = null;
      painted(at => tell([changed - moved, at - moved]));
    }
  }).observe(document.querySelector('.jp-Notebook'),
    {subtree: true, childList: true, attributes: true, characterData: true});
  bench.next = () => new Promise(done => {
    waiting = done;
    setTimeout(() => { if (waiting === done) { waiting = null; done(null); } }, 3000);
  });
}"""


def measure(lab: Lab, way: Way, moves: int) -> dict[str, float]:
    """Open the notebook of one way, move its slider step by step, then drag it for two seconds."""
    page = lab.page
    lab.open(f"{WAYS.index(way)}.ipynb")
    lab.run_all()
    page.wait_for_function(
        "([charts, part, n]) => document.querySelectorAll(charts).length >= n"
        " && document.querySelector(charts + ' ' + part.split(',')[0])",
        arg=[way.charts, way.part, way.count],
    )
    page.wait_for_timeout(1500)
    page.evaluate(WATCH, [way.charts, way.part, way.count])
    box = page.locator(way.handle).first.bounding_box()
    native = not way.handle.startswith(".noUi")
    x = box["x"] + (0.6 * box["width"] if native else box["width"] / 2)
    y = box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    steps = [single(page, x + offset(i), y) for i in range(-5, moves)][5:]
    found = [step for step in steps if step is not None]
    known = page.evaluate(COUNT_NOW)
    dragged = drag(page, x, y)
    page.mouse.up()
    page.wait_for_function(IDLE)
    arrived = page.evaluate(COUNT_NOW) - known
    dragged["python_states_per_s"] = arrived / dragged.pop("seconds")
    if len(found) < 0.9 * moves:
        raise RuntimeError(f"{way.name}: only {len(found)} of {moves} moves were answered in 3 s.")
    return {
        "answered": len(found),
        **summary("dom", [step[0] for step in found]),
        **summary("painted", [step[1] for step in found]),
        **dragged,
    }


def offset(i: int) -> float:
    """Positions in pixels; two neighbours are at least 20 apart, which is several slider steps."""
    return 10.0 * (3 * i % 7 - 3)


def single(page, x: float, y: float) -> list[float] | None:
    """Move once and wait until the answer is painted; milliseconds to DOM and to paint."""
    page.evaluate("() => { window.answer = window.bench.next(); }")
    page.mouse.move(x, y)
    answer = page.evaluate("() => window.answer")
    page.wait_for_timeout(30)
    return answer


def drag(page, x: float, y: float, seconds: float = 2.0) -> dict[str, float]:
    """Drag without waiting for answers; states shown per second, and time to come to rest."""
    page.evaluate("() => { window.bench.states = 0; window.bench.began = performance.now(); }")
    start, i = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        page.mouse.move(x + (60 if i % 2 else -60), y, steps=40)
        i += 1
    page.mouse.move(x + (77 if i % 2 else -77), y)
    states, began, ended = page.evaluate(
        "() => [window.bench.states, window.bench.began, performance.now()]"
    )
    page.wait_for_timeout(1500)
    last, moved = page.evaluate("() => [window.bench.last, window.bench.moved]")
    rate = 1000 * states / (ended - began)
    found = {"states_per_s": rate, "settled_ms": max(0.0, last - moved)}
    return found | {"pointer_moves_per_s": 40_000 * i / (ended - began), "seconds": seconds}


def summary(name: str, values: list[float]) -> dict[str, float]:
    """Median and 95th percentile."""
    p95 = statistics.quantiles(values, n=20)[-1]
    return {f"{name}_median": statistics.median(values), f"{name}_p95": p95}


def run(moves: int, rounds: int) -> dict[str, dict[str, float]]:
    """Measure every way, in turns; the median over rounds is kept."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        root.mkdir()
        for number, way in enumerate(WAYS):
            write_notebook(root / f"{number}.ipynb", [way.source, COUNT])
        found: dict[str, list[dict]] = {way.name: [] for way in WAYS}
        for turn in range(rounds):
            for way in WAYS:
                with jupyter_lab(root, Path(folder) / f"own-{turn}-{WAYS.index(way)}") as lab:
                    found[way.name].append(measure(lab, way, moves))
                print(f"  round {turn + 1} of {rounds}: {way.name}", file=sys.stderr)
    return {
        name: {key: statistics.median(r[key] for r in results) for key in results[0]}
        for name, results in found.items()
    }


def report(found: dict[str, dict[str, float]]) -> dict:
    """Print the table and the figures beside their aims; return everything as one record."""
    columns = {
        "in page": "dom_median",
        "p95": "dom_p95",
        "painted": "painted_median",
        "p95 ": "painted_p95",
        "shown/s": "states_per_s",
        "python/s": "python_states_per_s",
        "moves/s": "pointer_moves_per_s",
        "settled": "settled_ms",
    }
    print(f"\n{'ms':24}" + "".join(f"{name.strip():>10}" for name in columns))
    for name, row in found.items():
        print(f"{name:24}" + "".join(f"{row[key]:10.1f}" for key in columns.values()))
    board, rival = found["weighing board"], found["FigureWidget + numpy"]
    bare = found["bare slider"]
    at_least = {
        "painted, times as fast as FigureWidget": (ratio(rival, board, "painted_median"), 10),
        "painted at p95, times as fast as FigureWidget": (ratio(rival, board, "painted_p95"), 10),
        "states a second in Python": (board["python_states_per_s"], 45),
    }
    at_most = {
        "ms until a move is in the page, p95": (board["dom_p95"], 8),
        "ms until it is painted, p95": (board["painted_p95"], 33),
    }
    print()
    for name, (value, aim) in at_least.items():
        print(f"{value:8.1f}  {name} (aim {aim} or more): {'met' if value >= aim else 'MISSED'}")
    for name, (value, aim) in at_most.items():
        print(f"{value:8.1f}  {name} (aim {aim} or less): {'met' if value <= aim else 'MISSED'}")
    beside = {
        "states in Python for each move of the pointer": board["python_states_per_s"]
        / board["pointer_moves_per_s"],
        "painted at p95, times the bare slider's": ratio(board, bare, "painted_p95"),
        "states shown in a drag, share of the bare slider's": ratio(board, bare, "states_per_s"),
        "states in Python, share of the bare slider's": ratio(board, bare, "python_states_per_s"),
    }
    for name, value in beside.items():
        print(f"{value:8.2f}  {name}")
    aims = {name: value for name, (value, _) in (at_least | at_most).items()}
    return {"ways": found, "aims": aims, "beside the bare slider": beside}


def ratio(one: dict[str, float], other: dict[str, float], key: str) -> float:
    """Divide one way's figure by another's; 0 where the other has none."""
    return one[key] / other[key] if other[key] else 0.0


def press_everything() -> list[presses.Press]:
    """Press every control of every panel in the lessons, in one JupyterLab."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        hidden = shutil.ignore_patterns("source")
        shutil.copytree(presses.ROOT / "notebooks", root / "notebooks", ignore=hidden)
        with jupyter_lab(root, Path(folder) / "own", height=2000) as lab:
            for lesson in presses.lessons_with_panels():
                found += presses.presses(lab, lesson)
                print(f"  {lesson}: {len(found)} presses so far", file=sys.stderr)
    return found


def main() -> int:
    """Measure, print, write the record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--moves", type=int, default=120, help="single moves per way and round")
    parser.add_argument("--rounds", type=int, default=1, help="rounds; medians over them")
    parser.add_argument("--only", choices=("drag", "presses"), help="one of the two parts")
    args = parser.parse_args()
    if browser_path() is None:
        print("No Chromium found; Debian: apt-get install chromium", file=sys.stderr)
        return 2
    record: dict = {"moves": args.moves, "rounds": args.rounds}
    if args.only != "presses":
        record |= report(run(args.moves, args.rounds))
    if args.only != "drag":
        record["presses"] = presses.table(press_everything())
    keep("browser", record)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
