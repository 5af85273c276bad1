// A line that a screen reader speaks after it has changed. Its element stays in the page and only
// its text is replaced; a replaced one stays silent.

import { awake } from "./view.js";

const REST = 300; // ms: quick changes are spoken once, when they have settled

function render({ model, el }) {
  let waiting;
  const region = document.createElement("div");
  region.setAttribute("role", "status");
  region.style.cssText = `padding: 6px 2px; min-height: 1.5em; line-height: 1.4;
    color: var(--jp-content-font-color1, inherit)`;
  region.textContent = model.get("text");
  model.on("change:text", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      region.textContent = model.get("text");
    }, REST);
  });
  el.append(region);
  return () => clearTimeout(waiting);
}
export default awake({ render });
