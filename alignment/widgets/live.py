"""A line of text that a screen reader speaks when it changes: the live region of our panels.
The element stays in the page and only its text is replaced; a replaced element stays silent.
"""

import anywidget
import traitlets

_ESM = """
function render({ model, el }) {
  let waiting;
  const region = document.createElement("div");
  region.setAttribute("role", "status");
  region.style.cssText = `padding: 6px 2px; min-height: 1.5em; line-height: 1.4;
    color: var(--jp-content-font-color1, inherit)`;
  region.textContent = model.get("text");
  model.on("change:text", () => {
    clearTimeout(waiting);  // quick changes are spoken once, when they have settled
    waiting = setTimeout(() => { region.textContent = model.get("text"); }, 300);
  });
  el.append(region);
}
export default { render };
"""


class Live(anywidget.AnyWidget):
    """Text that is read aloud, politely, after it has changed.

    Parameters
    ----------
    text : str
        What to say.
    """

    _esm = _ESM
    text = traitlets.Unicode("").tag(sync=True)
