// The controls: swing sliders, the dial, how sure one is, whose interests count.
// Every part has a `root` and an `update`; it edits through `edit` and never computes.

import { worth } from "./engine.js";

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
  const root = h("section", { "aria-label": "Swing points" },
    h("h4", {}, "1 What matters"),
    h("p", { class: "alb-help" },
      "Think of every criterion at 0. Give 100 to the move from 0 to 100 you would stop first, ",
      "then rate each other move against it."),
    rows.map((row) => row.root));

  function update({ sheet }, { weights }) {
    const names = (c) => labels.criteria[c].name;
    rows.forEach(({ criterion, control, weight }, k) => {
      const points = sheet.points[criterion];
      const { reference, share } = worth(sheet.points, criterion);
      const other = share === null ? "" : `, worth ${percent(share)} of ${names(reference)}`;
      control.show(points, `${whole(points)} points, weight ${percent(weights[k])}${other}`);
      write(weight, `${whole(points)} points · ${percent(weights[k])}`);
    });
    const spoken = touched ?? Object.keys(sheet.points).at(-2);
    const { reference, share } = worth(sheet.points, spoken);
    const only = share === null;
    write(said, only ? `You are saying: only ${names(spoken)} matters.`
      : `You are saying: moving ${names(spoken)} from 0 to 100 is worth `);
    write(much, only ? "" : percent(share));
    write(against, only ? "" : ` of moving ${names(reference)} from 0 to 100.`);
  }
  return { root, saying, update };
}

const DIAL = [
  [0, "fully: the weighted mean (additive)"],
  [1, "mostly: closer to the mean"],
  [50, "in part: the weighted geometric mean"],
  [51, "hardly: closer to the lowest score"],
  [100, "not at all: the lowest score counts (minimum)"],
];

/** The compensability dial, and how sure one is of weights and scores. */
export function doubts(edit) {
  const dial = slider("May a high score make up for a low one?", (value) =>
    edit((sheet, judgement) => (judgement.dial = value)), { "data-dial": "true" });
  const meaning = h("div", { class: "alb-anchor" });
  const spread = h("select", {
    "data-lm-suppress-shortcuts": "true",
    onchange: () => edit((sheet, judgement) =>
      (judgement.spread = spread.value === "any" ? null : Number(spread.value))),
  }, [["0", "as stated"], ["25", "up to 25 % off"], ["50", "up to 50 % off"], ["any", "any weights at all"]]
    .map(([value, text]) => h("option", { value }, text)));
  const vary = h("input", {
    type: "checkbox", "data-lm-suppress-shortcuts": "true",
    onchange: () => edit((sheet, judgement) => (judgement.vary = vary.checked)),
  });
  const root = h("section", { "aria-label": "Doubts" }, h("h4", {}, "2 How sure you are"),
    swing(dial, "", meaning),
    h("p", { class: "alb-line" }, h("label", {}, "Swing points are ", spread)),
    h("p", { class: "alb-line" }, h("label", {}, vary, " scores are drawn from their ranges")));

  function update({ judgement }) {
    const text = DIAL.findLast(([from]) => judgement.dial >= from)[1];
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
    h("caption", {}, "How strongly harm in a domain touches each interest, 0–100 (illustrative)"),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Interest"),
      domains.map(([, name]) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map(({ interest }) => h("tr", {},
      h("th", { scope: "row" }, labels.interests[interest]),
      domains.map(([domain]) => h("td", {}, whole(labels.profile[domain][interest])))))));
  const shift = h("p", { class: "alb-line" });
  const root = h("details", { class: "alb-fold" }, h("summary", {}, "Whose interests, and which?"),
    h("p", { class: "alb-help" },
      "Impact depends on the interest that is harmed. With equal weights the Impact scores stay ",
      "as entered; weigh one interest more and they move."),
    h("div", { class: "alb-columns" }, rows.map(({ control, weight }) =>
      swing(control, weight))), shift, table);

  function update({ sheet, judgement }, { ranges }) {
    // the table speaks of US interests and of this alignment, not of the placebo
    root.hidden = judgement.capital !== "washington" || sheet.preset === "us-japan";
    const values = Object.values(sheet.interests);
    const sum = values.reduce((a, b) => a + b, 0) || 1;
    rows.forEach(({ interest, control, weight }) => {
      const share = percent(sheet.interests[interest] / sum);
      control.show(sheet.interests[interest], `${whole(sheet.interests[interest])} points, ${share}`);
      write(weight, share);
    });
    const k = Object.keys(sheet.points).indexOf(labels.impact);
    const now = domains.map(([, name], d) => `${name} ${whole(ranges[d][k][1])}`).join(", ");
    write(shift, `Impact as it counts now: ${now}.`);
  }
  return { root, update };
}
