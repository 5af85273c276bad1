// A lesson as a plain page: draws its stored figures and starts the panels that need no Python.
// Classic script, so that the page works from a folder on the disk as well as from a server.

/** The part of anywidget's model that a view uses when nobody listens on the other side. */
function makeModel(state) {
  return {
    get: (name) => state[name],
    set: (name, value) => {
      state[name] = value;
    },
    on() {},
    off() {},
    save_changes() {},
  };
}

async function startPanel(place) {
  const { script, style, state } = window.fairmarkPanels[place.dataset.panel];
  const sheet = document.createElement("style");
  sheet.textContent = style;
  document.head.append(sheet);
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const view = await import(address);
  view.default.render({ model: makeModel(structuredClone(state)), el: place });
}

function drawFigure(place) {
  const { data, layout, config } = JSON.parse(place.querySelector("script").textContent);
  window.Plotly.newPlot(place, data, layout, { ...config, responsive: true });
}

/** A figure that is folded away has no size: it is drawn when its fold opens. */
function drawWhenShown(place) {
  const fold = place.closest("details");
  if (fold) fold.addEventListener("toggle", () => drawFigure(place), { once: true });
  else drawFigure(place);
}

/** Panels read the theme where JupyterLab writes it. */
const dark = matchMedia("(prefers-color-scheme: dark)");
const tellTheme = () => {
  document.body.dataset.jpThemeLight = String(!dark.matches);
};
dark.addEventListener("change", tellTheme);
tellTheme();
document.querySelectorAll(".fairmark-figure").forEach(drawWhenShown);
document.querySelectorAll("[data-panel]").forEach(startPanel);
keepFigures(window.fairmarkInk ?? "");
