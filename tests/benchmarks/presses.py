"""What one press costs, for every panel of every lesson: processor time of kernel and of page.

The list is read from the built lessons, so a new panel is in it as soon as a lesson shows it.
"""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

from alignment import widgets
from tests.jupyter import CURRENT, IDLE, Lab

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 0.3  # seconds of processor time a press may take
WORDS = 1184  # a memo of the length the course asks for
MEMO = (
    "Support sustains the war, and it is very likely (60 %) to go on, with high confidence. "
    "Trade was 228.1 billion dollars in 2025. By 31 December 2027 patrols are very likely (85 %). "
    "The order led to a fall in exports, which few expected before the year had ended. "
)
LONG = " ".join((MEMO.split() * 30)[:WORDS])
MOST = 40  # controls of one panel that are tried; evenly chosen where there are more
CONTROLS = "button:not(.modebar-btn), select, textarea, input:not([type=file]), [role=slider]"

# Marks the output of each panel of the open notebook with its place among them; folds are opened.
MARK = f"""() => {{
  const shown = {CURRENT}.content.widgets.filter(cell => cell.outputArea).flatMap(cell =>
    cell.outputArea.model.toJSON().map((output, n) => [output, cell.outputArea.widgets[n]?.node]));
  const panels = shown.filter(([output]) =>
    output.data?.['application/vnd.jupyter.widget-view+json']);
  return panels.map(([output, node], n) => {{
    node.dataset.bench = n;
    node.querySelectorAll('details').forEach(fold => {{ fold.open = true; }});
    return [output.data['text/plain']].flat().join('').match(/^\\w*/)[0];
  }});
}}"""


@dataclass(frozen=True)
class Press:
    """One press or keystroke: where, and what it cost.

    Parameters
    ----------
    panel, lesson, control : str
        Class of the panel, file of the lesson, words on the control.
    kernel, page : float
        Seconds of processor time in the kernel, and in the page beyond what it takes when idle.
    """

    panel: str
    lesson: str
    control: str
    kernel: float
    page: float

    @property
    def together(self) -> float:
        """Seconds of both: kernel and page share the student's machine."""
        return self.kernel + self.page


def lessons_with_panels() -> dict[str, list[str]]:
    """List the built lessons that show a panel, with the classes of the panels in order."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "notebooks").glob("lesson-*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        outputs = [out for cell in cells for out in cell.get("outputs", ())]
        lines = ["".join(out.get("data", {}).get("text/plain", "")) for out in outputs]
        names = [match[0] for line in lines if (match := re.match(r"\w+(?=\()", line))]
        if panels := [name for name in names if name in widgets.__all__]:
            found[path.name] = panels
    return found


def unseen() -> list[str]:
    """Name the panels that no lesson shows; there should be none."""
    seen = {name for names in lessons_with_panels().values() for name in names}
    return sorted(set(widgets.__all__) - seen - {"Panel"} - set(widgets.FUNCTIONS))


def presses(lab: Lab, lesson: str) -> list[Press]:
    """Run a lesson and press every control of its panels once."""
    lab.open(f"notebooks/{lesson}")
    lab.run_all()
    lab.views()
    kernel, view, page = _kernel(), _renderer(), lab.page
    found = []
    for number, panel in enumerate(page.evaluate(MARK)):
        area = page.locator(f"[data-bench='{number}']").first
        area.scroll_into_view_if_needed()
        controls = area.locator(CONTROLS).all()
        step = max(1, -(-len(controls) // MOST))
        _settle(page)
        began = _seconds(view)
        for _ in range(3):
            _settle(page)
        idle = (_seconds(view) - began) / 3
        for control in controls[::step]:
            if not (control.is_visible() and control.is_enabled()):
                continue
            name = _name(control)
            _write(page, control)
            before = _seconds(kernel), _seconds(view)
            if not _press(page, control):
                continue
            _settle(page)
            after = _seconds(kernel), _seconds(view)
            used = max(0.0, after[1] - before[1] - idle)
            found.append(Press(panel, lesson, name, after[0] - before[0], used))
    return found


def _write(page, control) -> None:
    """Fill a field with a text of whole length; the press is then one more key in it."""
    kind = control.get_attribute("type") or "text"
    tag = control.evaluate("c => c.tagName")
    if tag == "TEXTAREA" or (tag == "INPUT" and kind == "text" and control.is_editable()):
        control.fill(LONG if tag == "TEXTAREA" else LONG[:200])
        page.keyboard.press("Tab")
        _settle(page)


def _press(page, control) -> bool:
    """Do with a control what a student does; False for what takes no press."""
    tag = control.evaluate("c => c.tagName")
    kind = control.get_attribute("type") or ""
    if tag == "BUTTON" or kind in ("checkbox", "radio"):
        control.focus()
        page.keyboard.press("Space")
    elif tag == "SELECT":
        count = control.locator("option").count()
        index = control.evaluate("c => c.selectedIndex")
        control.select_option(index=(index + 1) % count)
    elif kind in ("range", "number") or control.get_attribute("role") == "slider":
        control.focus()
        page.keyboard.press("ArrowUp")
        if kind == "number":
            page.keyboard.press("Tab")
    elif tag in ("INPUT", "TEXTAREA") and control.is_editable():
        control.focus()
        page.keyboard.press("x")
        page.keyboard.press("Tab")
    else:
        return False
    return True


def _name(control) -> str:
    said = control.evaluate(
        "c => c.ariaLabel || c.labels?.[0]?.textContent || c.textContent || c.title || c.type"
    )
    return " ".join((said or "").split())[:40]


def _settle(page) -> None:
    """Wait until what waits for a rest (a third of a second at most) has been done."""
    page.wait_for_timeout(450)
    while not page.evaluate(IDLE):  # asked seldom: what is asked costs the page time too
        page.wait_for_timeout(50)


def _kernel() -> psutil.Process:
    """Find the kernel of the open notebook: the youngest one that this process has started."""
    return max(_started("ipykernel"), key=lambda each: each.create_time())


def _renderer() -> psutil.Process:
    """Find the process that shows the page: of the browser's, the one that has worked most."""
    return max(_started("--type=renderer"), key=_seconds)


def _started(word: str) -> list[psutil.Process]:
    mine = psutil.Process().children(recursive=True)
    return [each for each in mine if any(word in part for part in each.cmdline())]


def _seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


def table(found: list[Press]) -> dict:
    """Print the dearest press of each panel, and return all as a record."""
    print(f"\n{'seconds of processor time':24}{'presses':>9}{'median':>9}{'dearest':>9}  control")
    record = {}
    for panel in sorted({press.panel for press in found}):
        own = sorted((p for p in found if p.panel == panel), key=lambda press: press.together)
        worst = own[-1]
        word = "" if worst.together <= LIMIT else "MISSED: "
        where = f"{word}{worst.control!r} ({worst.lesson[:2]})"
        row = f"{len(own):9}{own[len(own) // 2].together:9.3f}{worst.together:9.3f}  {where}"
        print(f"{panel:24}{row} kernel {worst.kernel:.3f}, page {worst.page:.3f}")
        record[panel] = {
            "presses": len(own),
            "median_s": own[len(own) // 2].together,
            "dearest_s": worst.together,
            "dearest": worst.control,
            "kernel_s": worst.kernel,
            "page_s": worst.page,
        }
    if missing := unseen():
        print(f"no lesson shows: {', '.join(missing)}", file=sys.stderr)
    return record
