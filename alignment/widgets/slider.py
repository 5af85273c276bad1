"""A labelled slider that works by keyboard inside JupyterLab: the browser's own range input.
The usual slider has a handle without a name, and JupyterLab takes the arrow keys from plain ones.
"""

import anywidget
import traitlets

_ESM = """
function render({ model, el }) {
  const label = document.createElement("label");  // it encloses its input: no ids to collide
  const text = document.createElement("span");
  const input = document.createElement("input");
  const number = document.createElement("output");
  input.type = "range";
  input.dataset.lmSuppressShortcuts = "true";
  label.style.cssText = `display: flex; flex-wrap: wrap; gap: 0 12px; align-items: center;
    padding: 5px 2px; color: var(--jp-content-font-color1, inherit)`;
  text.style.cssText = "flex: 0 1 18em";
  input.style.cssText = "flex: 0 1 420px; accent-color: #0072B2";
  const write = (value) => {
    number.textContent = `${value} ${model.get("unit")}`;
    input.setAttribute("aria-valuetext", number.textContent);
  };
  const show = () => {
    for (const name of ["min", "max", "step", "value"]) input[name] = model.get(name);
    text.textContent = model.get("label");
    input.setAttribute("aria-label", model.get("label"));
    write(model.get("value"));
  };
  input.addEventListener("input", () => write(input.value));
  input.addEventListener("change", () => {  // once it has settled: Python computes, not the finger
    model.set("value", Number(input.value));
    model.save_changes();
  });
  model.on("change", show);
  show();
  label.append(text, input, number);
  el.append(label);
}
export default { render };
"""


class Slider(anywidget.AnyWidget):
    """A whole number chosen by dragging or with the arrow keys; Python hears the settled value.

    Parameters
    ----------
    label : str
        What the number means; it is read aloud and never cut off.
    value, min, max, step : int
        The number, its limits and its step.
    unit : str
        Written after the number.
    """

    _esm = _ESM
    label = traitlets.Unicode("").tag(sync=True)
    unit = traitlets.Unicode("").tag(sync=True)
    min = traitlets.Int(0).tag(sync=True)
    max = traitlets.Int(100).tag(sync=True)
    step = traitlets.Int(5).tag(sync=True)
    value = traitlets.Int(0).tag(sync=True)
