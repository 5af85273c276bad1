"""Every control of every panel takes its keys itself: no key reaches the notebook around it.

But for those that run a cell; and a control that closes does not take the focus away with it.
"""

from tests.jupyter import CURRENT, Lab

# JupyterLab's shortcuts: move, insert, cut, turn into text, delete (d twice).
KEYS = ["ArrowDown", "b", "x", "m", "d", "d"]

CONTROLS = """() => {
  document.querySelectorAll('.alignment-panel details').forEach(fold => { fold.open = true; });
  const every = [...document.querySelectorAll('.alignment-panel')].flatMap((panel) =>
    [...panel.querySelectorAll(
      'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]')]);
  const usable = every.filter((el) => !el.disabled && el.tabIndex >= 0 && el.checkVisibility());
  window.controls = usable;
  return usable.map((el) => `${el.tagName} ${el.ariaLabel ?? el.title ?? ''}`.trim());
}"""
FOCUS = f"""(number) => {{
  const el = window.controls[number];
  if (!el.isConnected || el.disabled) return null;
  el.scrollIntoView({{ block: 'center' }});
  {CURRENT}.content.mode = 'command';
  el.focus();
  window.panel = el.closest('.alignment-panel');
  return {{ kind: el.tagName, value: el.value, last: el.selectedIndex === el.options?.length - 1 }};
}}"""
AFTER = f"""(number) => {{
  const cells = Array.from({CURRENT}.content.model.cells);
  const el = window.controls[number];
  return {{
    cells: cells.map((cell) => cell.type).join(' '),
    active: {CURRENT}.content.activeCellIndex,
    inside: window.panel.contains(document.activeElement),
    value: el.value,
  }};
}}"""
RING = """(number) => {
  const style = getComputedStyle(window.controls[number]);
  return style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
}"""


def keys_stay_in_the_panels(lab: Lab, panels: int) -> None:
    """Press JupyterLab's shortcuts in each control of each panel; look at cells, focus and ring."""
    page = lab.page
    names = page.evaluate(CONTROLS)
    assert len(names) >= panels
    for number, name in enumerate(names):
        start = page.evaluate(FOCUS, number)
        if start is None:  # an earlier key has closed or replaced it
            continue
        before = page.evaluate(AFTER, number)
        for key in KEYS:
            page.keyboard.press(key)
            after = page.evaluate(AFTER, number)
            told = f"{name}, {key}"
            assert after["cells"] == before["cells"], told
            assert after["active"] == before["active"], told
            assert after["inside"], told
            if key == "ArrowDown" and start["kind"] == "SELECT" and not start["last"]:
                assert after["value"] != start["value"], told
        if page.evaluate("n => document.activeElement === window.controls[n]", number):
            assert page.evaluate(RING, number) >= 2, name


# Close, hide and take away each control while it has the focus; say where the focus is lost, or on
# something that nobody sees.
LOST = """async (kinds) => {
  const frames = () => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
  const ways = {
    disabled: (el) => { el.disabled = true; return () => { el.disabled = false; }; },
    hidden: (el) => { el.style.display = 'none'; return () => { el.style.display = ''; }; },
    gone: (el) => {
      const mark = document.createComment('');
      el.replaceWith(mark);
      return () => mark.replaceWith(el);
    },
  };
  const lost = [];
  for (const el of window.controls.filter((each) => each.matches(kinds))) {
    const panel = el.closest('.alignment-panel');
    for (const [way, close] of Object.entries(ways)) {
      if (way === 'disabled' && !('disabled' in el)) continue;
      el.focus();
      if (document.activeElement !== el) continue;
      const open = close(el);
      await frames();
      const at = document.activeElement;
      if (at === el || !panel.contains(at) || !at.checkVisibility() || at.offsetWidth < 2)
        lost.push(`${way}: ${el.tagName} ${el.ariaLabel ?? el.textContent.trim()}`.slice(0, 80));
      open();
    }
  }
  return lost;
}"""


def no_control_takes_the_focus_away(lab: Lab) -> None:
    """Close each button of each panel in turn; the focus goes to something near that is seen."""
    assert lab.page.evaluate(CONTROLS)
    assert lab.page.evaluate(LOST, "button") == []


PANELS = f"""() => {CURRENT}.content.widgets.flatMap((cell, number) =>
  cell.node.querySelector('.alignment-panel') ? [number] : [])"""
INTO = f"""(number) => {{
  const cell = {CURRENT}.content.widgets[number];
  const able = [...cell.node.querySelectorAll(
    '.alignment-panel :is(button, input, select, summary)')];
  const el = able.find((each) => !each.disabled && each.checkVisibility());
  el.focus();
  return {{ active: {CURRENT}.content.activeCellIndex, count: cell.model.executionCount }};
}}"""
WHERE = f"""(number) => {{
  const notebook = {CURRENT}.content;
  return {{
    active: notebook.activeCellIndex,
    count: notebook.widgets[number].model.executionCount,
    inside: notebook.activeCell.node.contains(document.activeElement),
  }};
}}"""


def shift_and_enter_go_on(lab: Lab) -> None:
    """From each panel Shift+Enter goes to the cell below; what is set in the panel stays."""
    numbers = lab.page.evaluate(PANELS)
    assert numbers
    for number in numbers:
        before = lab.page.evaluate(INTO, number)
        assert before["active"] == number
        lab.page.keyboard.press("Shift+Enter")
        after = lab.page.evaluate(WHERE, number)
        assert after["active"] == number + 1
        assert after["inside"]
        assert after["count"] == before["count"]
