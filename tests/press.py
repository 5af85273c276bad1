"""Every control of every panel takes its keys itself: no key reaches the notebook around it."""

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
