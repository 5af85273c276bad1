// Pictures one keeps: under every plotly figure two links save it as PNG or SVG, with its title
// above, its source and the day below. Nothing is asked of a server; no kernel is needed.
const SCALE = 2; // pixels of a PNG per pixel of the page
const SIDE = 16;
const LINE = { title: 24, note: 17 };
const TEXT = "#222222";
// JupyterLab leaves a figure a few pixels at the side, and draws it again a moment after its page.
const ASIDE = 12;
const SETTLED = 500;

/** Look after the figures of this page, also those that come later; at most once a page. */
function keepFigures(ink) {
  if (globalThis.keepsFigures) return;
  globalThis.keepsFigures = true;
  const links = new WeakMap();
  const sized = new ResizeObserver((entries) => entries.forEach(({ target }) => followWidth(target)));
  let waiting = 0;
  const look = () => {
    waiting = 0;
    for (const plot of document.querySelectorAll(".js-plotly-plot")) {
      if (!plot.querySelector(".main-svg")) continue;
      sized.observe(plot); // once: a second time changes nothing
      const kept = links.get(plot);
      const line = kept?.isConnected ? kept : linkLine(plot, ink);
      if (place(plot, line)) links.set(plot, line);
    }
  };
  new MutationObserver(() => {
    waiting ||= requestAnimationFrame(look);
  }).observe(document.body, { childList: true, subtree: true });
  look();
}

const widths = new WeakMap(); // of each figure's place, when it was last shown

/** Fill a figure's place again once its width has changed; JupyterLab is given time to do so. */
function followWidth(plot) {
  const [before, now] = [widths.get(plot), plot.clientWidth];
  if (!now || now === before) return;
  widths.set(plot, now);
  if (before) setTimeout(() => fill(plot), SETTLED);
}

/**
 * JupyterLab does not tell a figure that its page became wider or narrower while its output was
 * folded away. Its renderer draws a stored picture anew when the mouse comes to it: here it does so.
 */
function fill(plot) {
  const drawn = plot.querySelector(".main-svg")?.clientWidth;
  if (!drawn || !plot.clientWidth || Math.abs(plot.clientWidth - drawn) < ASIDE) return;
  plot.querySelector(":scope > .plot-img")?.dispatchEvent(new MouseEvent("mouseenter"));
}

/**
 * The links stand after the source of the figure, else after the figure itself. A running notebook
 * draws the figure before it writes the source: the links move down once the source is there.
 * They stand after the whole row of an output; inside it they would take width from the figure.
 * Under a panel they stand inside its output: they go when it goes, and its stored text, which the
 * page hides when it directly follows the panel, stays hidden.
 */
function place(plot, line) {
  const source = after(plot, "small:not(.keep-figure small)");
  const panel = plot.closest(".jp-OutputArea-output > .jupyter-widgets");
  const row = plot.closest(".jp-OutputArea-child");
  const holder = panel ?? source?.closest("p") ?? row ?? plot;
  if (!holder.parentElement) return false;
  if (holder.nextElementSibling !== line) holder.after(line);
  return true;
}

function linkLine(plot, ink) {
  const line = document.createElement("p");
  line.className = "keep-figure";
  const small = document.createElement("small");
  small.append("Save this figure: ");
  for (const kind of ["PNG", "SVG"]) {
    const link = document.createElement("a");
    link.href = "#";
    link.textContent = kind;
    link.style.color = "var(--jp-content-link-color, revert)"; // a panel's output is not styled
    link.dataset.lmSuppressShortcuts = "true"; // Enter follows the link, also in JupyterLab
    link.setAttribute("aria-label", `Save this figure as ${kind}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      save(plot, kind, ink);
    });
    small.append(link, kind === "PNG" ? " or " : "");
  }
  line.append(small);
  return line;
}

/** The first element of a kind after the plot, or the last one before it, in the same cell. */
function after(plot, selector) {
  const cell = plot.closest(".jp-Cell, body");
  const next = cell.querySelectorAll(`.js-plotly-plot, ${selector}`);
  const all = [...next].filter((each) => each === plot || !plot.contains(each));
  const found = all[all.indexOf(plot) + 1];
  return found?.matches(selector) ? found : undefined;
}

function before(plot, selector) {
  const cell = plot.closest(".jp-Cell, body");
  const all = [...cell.querySelectorAll(`.js-plotly-plot, ${selector}`)];
  const found = all[all.indexOf(plot) - 1];
  return found?.matches(selector) ? found : undefined;
}

async function save(plot, kind, ink) {
  const { text, width, height } = picture(plot, ink);
  const name = `${(titleOf(plot) || "figure").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60)}`;
  const svg = new Blob([text], { type: "image/svg+xml" });
  if (kind === "SVG") return offer(svg, `${name}.svg`);
  const image = new Image();
  image.src = URL.createObjectURL(svg);
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  const paint = canvas.getContext("2d");
  paint.scale(SCALE, SCALE);
  paint.drawImage(image, 0, 0, width, height);
  canvas.toBlob((png) => offer(png, `${name}.png`), "image/png");
}

function offer(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function titleOf(plot) {
  const found = before(plot, "[class$='-finding'] strong");
  return (found?.textContent ?? plot.querySelector(".gtitle")?.textContent ?? "").trim();
}

/** Compose one SVG: title, the layers that plotly drew, source and day; dark text on white. */
function picture(plot, ink) {
  const layers = [...plot.querySelectorAll(".main-svg")];
  const width = Math.round(layers[0].clientWidth || plot.clientWidth);
  const inner = Math.round(layers[0].clientHeight || plot.clientHeight);
  const notes = after(plot, "small:not(.keep-figure small)")?.textContent.trim() ?? "";
  const title = wrapped(titleOf(plot), width / 9.5);
  const foot = [...wrapped(notes, width / 6), `Saved on ${new Date().toISOString().slice(0, 10)}.`];
  const top = SIDE + title.length * LINE.title;
  const height = top + inner + foot.length * LINE.note + SIDE;
  const drawn = layers.map((layer) => {
    const copy = layer.cloneNode(true);
    copy.removeAttribute("class");
    copy.setAttribute("x", 0);
    copy.setAttribute("y", top);
    copy.setAttribute("style", "");
    return new XMLSerializer().serializeToString(copy).replaceAll(ink, TEXT);
  });
  const lines = (texts, y, step, style) =>
    texts.map((each, n) => `<text x="${SIDE}" y="${y + n * step}" ${style}>${escaped(each)}</text>`);
  const font = `font-family="system-ui, sans-serif" fill="${TEXT}"`;
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...lines(title, SIDE + 8, LINE.title, `${font} font-size="18" font-weight="bold"`),
    ...drawn,
    ...lines(foot, top + inner + 12, LINE.note, `${font} font-size="11"`),
    "</svg>",
  ].join("\n");
  return { text, width, height };
}

function wrapped(text, most) {
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
