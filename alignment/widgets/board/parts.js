// The controls: swing sliders, the dial, how sure one is, whose interests count.
// Every part has a `root` and an `update`; it edits through `edit` and never computes.

import { worth } from "./engine.js";
import { sentence } from "../sentence.js";

export const whole = (x) => String(Math.round(x));
export const percent = (x) => `${Math.round(100 * x)} %`;

export const percentOf = (share) =>
  share > 0 && share < 0.005 ? "<1" : share > 0.995 && share < 1 ? ">99" : whole(100 * share);
export const short = (text) => text.replace(/ and .*/, "");
export const lower = (name) => name[0].toLowerCase() + name.slice(1);
/** Position of the largest number. */
export const most = (values) => values.indexOf(Math.max(...values));

export const copy = (x) => JSON.parse(JSON.stringify(x));
export const json = (x) => JSON.stringify(x);

/** Make an element: attributes, `on...` listeners, then children. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat());
  return node;
}

/** Let the keyboard reach a part whose table scrolls sideways, only as long as it does. */
export function reached(part) {
  new ResizeObserver(() => {
    const scrolls = part.scrollWidth > part.clientWidth;
    for (const [name, value] of [["tabindex", "0"], ["data-lm-suppress-shortcuts", "true"]])
      if (scrolls) part.setAttribute(name, value);
      else part.removeAttribute(name);
  }).observe(part);
  return part;
}

/** Write text only if it changed: a screen redraws less, a reader is not interrupted. */
export function write(node, text) {
  const only = node.firstChild;
  if (!only || only.nextSibling || only.nodeType !== Node.TEXT_NODE) node.textContent = text;
  else if (only.data !== text) only.data = text; // the same piece of text is laid out faster
}

/** Set a style only if it changed, to a tenth of a per cent: the page then lays out less. */
export function place(node, name, ...shares) {
  const value = shares.map((share) => `${share.toFixed(1)}%`).join(" ");
  const known = placed.get(node) ?? placed.set(node, {}).get(node); // to ask the page costs more
  if (known[name] !== value) node.style.setProperty(name, (known[name] = value));
}
const placed = new WeakMap();

let made = 0;
/** A name no other element of the page has. */
export const newId = () => `alb-${(made += 1)}`;

/** A box of fixed size for a number that changes with every move. */
export const box = () => h("span", { class: "alb-box" });

export const inCells = (boxes) => boxes.map((each) => h("td", {}, each));

/** A native slider with a visible label; JupyterLab must not take its arrow keys. */
export function slider(label, oninput, attributes = {}) {
  const id = newId();
  const input = h("input", {
    id, type: "range", min: 0, max: 100, step: 1, "data-lm-suppress-shortcuts": "true",
    oninput: () => oninput(Number(input.value)), ...attributes,
  });
  return {
    input,
    label: h("label", { for: id }, label),
    show(value, text) {
      if (Number(input.value) !== value) input.value = value;
      if (input.getAttribute("aria-valuetext") !== text) input.setAttribute("aria-valuetext", text);
    },
  };
}

/** A slider below its label and its number, and what it means. */
const swing = ({ label, input }, number, ...below) =>
  h("div", { class: "alb-swing" },
    h("div", { class: "alb-head" }, label, h("span", { class: "alb-number", "aria-hidden": "true" }, number)),
    h("div", { class: "alb-rail" }, input), below);

/** The letter of a criterion in its colour: the same mark beside the slider and in the bars. */
export const mark = (criterion) =>
  h("span", { class: `alb-mark alb-${criterion}`, "aria-hidden": "true" }, criterion);

/** One slider per criterion: how much its full swing matters. */
export function swings(labels, edit) {
  let touched = null;
  const [said, much, against] = [h("span", {}), box(), h("span", {})];
  const saying = h("p", { class: "alb-saying" }, said, much, against);
  const rows = Object.entries(labels.criteria).map(([criterion, { name, anchors }]) => {
    const control = slider([mark(criterion), name], (value) => {
      touched = criterion;
      edit(({ points }) => {
        points[criterion] = value;
        if (!Object.values(points).some((p) => p > 0)) points[criterion] = 1; // weights need a sum
      });
    }, { "data-criterion": criterion });
    const weight = box();
    const anchor = h("div", { class: "alb-anchor" }, `0 = ${anchors[0]} → 100 = ${anchors[4]}`);
    const root = swing(control, weight, anchor);
    return { criterion, control, weight, root };
  });
  const root = h("section", { "aria-label": sentence("board_view.swings") },
    h("h4", {}, sentence("board_view.matters")),
    h("p", { class: "alb-help" }, sentence("board_view.swings_help")),
    rows.map((row) => row.root));

  function update({ sheet }, { weights }) {
    const names = (c) => labels.criteria[c].name;
    rows.forEach(({ criterion, control, weight }, k) => {
      const points = sheet.points[criterion];
      const { reference, share } = worth(sheet.points, criterion);
      const own = { points: whole(points), weight: percent(weights[k]) };
      control.show(points, share === null ? sentence("board_view.swing", own)
        : sentence("board_view.swing_worth", { ...own, share: percent(share), other: names(reference) }));
      write(weight, sentence("board_view.swing_short", own));
    });
    const spoken = touched ?? Object.keys(sheet.points).at(-2);
    const { reference, share } = worth(sheet.points, spoken);
    const only = share === null;
    if (only) {
      write(said, sentence("board_view.only", { criterion: names(spoken) }));
      write(much, "");
      write(against, "");
      return;
    }
    // The share changes alone, in a box of its own; the sentence around it stays as it is.
    const parts = { criterion: names(spoken), other: names(reference), share: GAP };
    const [before, after] = sentence("board_view.saying", parts).split(GAP);
    write(said, before);
    write(much, percent(share));
    write(against, after);
  }
  return { root, saying, update };
}

const GAP = "\u0000";
const DIAL = [0, 1, 50, 51, 100]; // from here on the dial has another meaning

/** The compensability dial, and how sure one is of weights and scores. */
export function doubts(edit) {
  const dial = slider(sentence("board_view.dial"), (value) =>
    edit((sheet, judgement) => (judgement.dial = value)), { "data-dial": "true" });
  const meaning = h("div", { class: "alb-anchor" });
  const spread = h("select", {
    "data-lm-suppress-shortcuts": "true",
    onchange: () => edit((sheet, judgement) =>
      (judgement.spread = spread.value === "any" ? null : Number(spread.value))),
  }, ["0", "25", "50", "any"].map((value) =>
    h("option", { value }, sentence(`board_view.spread_${value}`))));
  const vary = h("input", {
    type: "checkbox", "data-lm-suppress-shortcuts": "true",
    onchange: () => edit((sheet, judgement) => (judgement.vary = vary.checked)),
  });
  const root = h("section", { "aria-label": sentence("board_view.doubts") }, h("h4", {}, sentence("board_view.sure")),
    swing(dial, "", meaning),
    h("p", { class: "alb-line" }, h("label", {}, `${sentence("board_view.points_are")} `, spread)),
    h("p", { class: "alb-line" }, h("label", {}, vary, ` ${sentence("board_view.scores_drawn")}`)));

  function update({ judgement }) {
    const text = sentence(`board_view.dial_${DIAL.findLast((from) => judgement.dial >= from)}`);
    dial.show(judgement.dial, text);
    write(meaning, text);
    spread.value = judgement.spread === null ? "any" : String(judgement.spread);
    vary.checked = judgement.vary;
  }
  return { root, update };
}

/** One slider per vital interest, and the table of what each domain touches. */
export function interests(labels, edit) {
  const rows = Object.entries(labels.interests).map(([interest, name]) => ({
    interest,
    control: slider(name, (value) => edit((sheet) => (sheet.interests[interest] = value))),
    weight: box(),
  }));
  const domains = Object.entries(labels.domains);
  const table = h("table", {},
    h("caption", {}, sentence("board_view.touches")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, sentence("board_view.interest")),
      domains.map(([, name]) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map(({ interest }) => h("tr", {},
      h("th", { scope: "row" }, labels.interests[interest]),
      domains.map(([domain]) => h("td", {}, whole(labels.profile[domain][interest])))))));
  const shift = h("p", { class: "alb-line" });
  const root = h("details", { class: "alb-fold" }, h("summary", {}, sentence("board_view.interests")),
    h("p", { class: "alb-help" }, sentence("board_view.interests_help")),
    h("div", { class: "alb-columns" }, rows.map(({ control, weight }) =>
      swing(control, weight))), shift, table);

  function update({ sheet, judgement }, { ranges }) {
    // the table speaks of US interests and of this alignment, not of the placebo
    root.hidden = judgement.capital !== "washington" || sheet.preset === "us-japan";
    const values = Object.values(sheet.interests);
    const sum = values.reduce((a, b) => a + b, 0) || 1;
    rows.forEach(({ interest, control, weight }) => {
      const share = percent(sheet.interests[interest] / sum);
      control.show(sheet.interests[interest],
        sentence("board_view.interest_points", { points: whole(sheet.interests[interest]), share }));
      write(weight, share);
    });
    const k = Object.keys(sheet.points).indexOf(labels.impact);
    const now = domains.map(([, name], d) => `${name} ${whole(ranges[d][k][1])}`).join(", ");
    write(shift, sentence("board_view.impact", { now }));
  }
  return { root, update };
}
