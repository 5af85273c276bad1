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

async function drawFigure(place) {
  const { data, layout, config } = JSON.parse(place.querySelector("script").textContent);
  await window.Plotly.newPlot(place, data, layout, { ...config, responsive: true });
  let turn = keepUpright(place, {});
  // plotly tells that it has fitted the figure to a window of another width
  place.on("plotly_relayout", ({ autosize }) => {
    if (autosize) turn = turn.then((changed) => keepUpright(place, changed));
  });
}

const MOST_LEFT_OUT = 4; // of five labels, one stands
const SMALL_LETTERS = [11, 10, 9]; // pixels

/** plotly turns the labels below an axis that is too short for them. Here every second number or date
 * goes without its label instead, or as many as it takes; names get smaller letters. Takes and
 * returns what the author had where something was changed. */
async function keepUpright(place, changed) {
  const given = (name) => name.split(".").reduce((part, each) => part?.[each], place.layout) ?? null;
  if (Object.keys(changed).length) await window.Plotly.relayout(place, changed);
  const before = {};
  for (const key of Object.keys(place._fullLayout).filter((each) => /^xaxis\d*$/.test(each))) {
    const named = place._fullLayout[key].type.includes("category");
    const attempts = named
      ? SMALL_LETTERS.map((size) => smaller(place, key, size))
      : Array.from({ length: MOST_LEFT_OUT }, (_, left) => ({ [`${key}.ticklabelstep`]: left + 2 }));
    for (const attempt of attempts) {
      if (!turned(place, key)) break;
      for (const name of Object.keys(attempt)) if (!(name in before)) before[name] = given(name);
      await window.Plotly.relayout(place, attempt);
    }
  }
  return before;
}

/** Small letters for the names below an axis, and for those beside it, which take its room. */
function smaller(place, key, size) {
  const beside = Object.keys(place._fullLayout).filter((each) =>
    /^yaxis\d*$/.test(each) && place._fullLayout[each].type === "category");
  return Object.fromEntries([key, ...beside].map((each) => [`${each}.tickfont.size`, size]));
}

function turned(place, key) {
  const labels = place.querySelectorAll(`.${key.replace("axis", "")}tick text`);
  return [...labels].some((each) => /rotate\((?!0[,)])/.test(each.getAttribute("transform")));
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
