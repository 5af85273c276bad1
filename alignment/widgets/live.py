"""What a panel says while it is used: a line that a screen reader speaks, and readable tables.
The line's element stays in the page and only its text is replaced; a replaced one stays silent.
"""

import anywidget
import ipywidgets as widgets
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
  return fitCharts(el);
}

// A chart of the panel is measured before the page has it, and again only when it is told to.
function fitCharts(el) {
  let panel = null, waiting;
  const narrow = (plot) => {
    const drawn = plot.querySelector(".main-svg")?.clientWidth;
    return drawn && Math.abs(drawn - plot.parentElement.clientWidth) > 8;
  };
  const fit = () => {
    if ([...panel.querySelectorAll(".js-plotly-plot")].some(narrow))
      window.dispatchEvent(new Event("resize"));
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(fit, 200);
  };
  const changed = new MutationObserver(soon);
  const seen = new IntersectionObserver(() => {  // at first, and whenever it is scrolled to
    if (!el.isConnected) return;
    panel ??= el.closest(".jp-OutputArea-output") ?? document.body;
    changed.observe(panel, { childList: true, subtree: true });
    soon();
  });
  seen.observe(el);
  return () => [changed, seen].forEach((observer) => observer.disconnect());
}
export default { render };
"""

# JupyterLab styles the tables of outputs, but not those inside a widget.
_CSS = """
.alignment-table table { border-collapse: collapse; margin: 6px 0; font-size: 13px;
  line-height: 1.35 }
.alignment-table caption { caption-side: top; text-align: left; font-weight: 600; padding: 0 0 4px }
.alignment-table th, .alignment-table td { padding: 3px 14px 3px 0; text-align: left;
  vertical-align: top; border-bottom: 1px solid var(--jp-border-color1, #bdbdbd);
  font-variant-numeric: tabular-nums }
.alignment-table thead th { vertical-align: bottom }
.alignment-table th[scope="row"] { font-weight: 400 }
"""


def table_view() -> widgets.HTML:
    """Return an empty place for tables made by `state_table`; a `Live` beside it styles them."""
    view = widgets.HTML()
    view.add_class("alignment-table")
    return view


class Live(anywidget.AnyWidget):
    """Text that is read aloud, politely, after it has changed.

    Parameters
    ----------
    text : str
        What to say.
    """

    _esm = _ESM
    _css = _CSS
    text = traitlets.Unicode("").tag(sync=True)
