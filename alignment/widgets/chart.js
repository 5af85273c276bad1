// A chart whose whole figure is one value: drawn when the page shows its place, drawn again when
// the figure or the width changes, never sized while it is hidden.

import { awake } from "./view.js";

const chartLibrary = () => {
  const waiting = (globalThis.alignmentPlotly ??= {});
  waiting.ready ??= new Promise((resolve) => (waiting.resolve = resolve));
  return waiting.ready;
};

function render({ model, el }) {
  const title = document.createElement("p"); // text that wraps; plotly would cut it
  title.className = "alignment-chart-title";
  const place = document.createElement("div");
  place.className = "alignment-chart";
  place.setAttribute("role", "img");
  el.append(title, place);
  let drawn = "";
  let waiting = 0;
  let over = false;
  let turn = chartLibrary(); // one drawing after the other

  const draw = () => {
    waiting = 0;
    const { data, layout, config } = model.get("figure");
    title.textContent = model.get("title");
    const width = el.clientWidth;
    place.style.height = `${layout.height}px`; // it takes its room before it is drawn
    place.setAttribute("aria-label", model.get("words"));
    const wanted = `${width} ${JSON.stringify([data, layout])}`;
    if (over || !width || wanted === drawn) return;
    drawn = wanted;
    turn = turn.then(async (plotly) => {
      if (over || wanted !== drawn) return plotly; // a newer one waits
      await plotly.react(place, data, { ...layout, width, autosize: false }, config);
      for (const each of place.querySelectorAll(".modebar-btn")) each.tabIndex = -1;
      return plotly;
    });
  };
  const soon = () => {
    waiting ||= requestAnimationFrame(draw);
  };
  const sized = new ResizeObserver(soon); // also when a hidden page is shown again
  sized.observe(el);
  model.on("change:figure", draw);
  draw();
  return () => {
    over = true;
    sized.disconnect();
    cancelAnimationFrame(waiting);
    turn.then((plotly) => plotly.purge(place));
  };
}
export default awake({ render });
