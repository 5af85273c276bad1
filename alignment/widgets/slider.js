// The browser's own range input with its label, its number and its unit.

import { awake } from "./view.js";

function render({ model, el }) {
  const label = document.createElement("label"); // it encloses its input: no ids to collide
  const text = document.createElement("span");
  const input = document.createElement("input");
  const number = document.createElement("output");
  input.type = "range";
  number.setAttribute("aria-live", "off"); // the slider itself tells its value
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
  input.addEventListener("change", () => {
    // once it has settled: Python computes, not the finger
    model.set("value", Number(input.value));
    model.save_changes();
  });
  model.on("change", show);
  show();
  label.append(text, input, number);
  el.append(label);
}
export default awake({ render });
