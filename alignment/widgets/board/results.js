// What follows: the result that stays in view, bars with contributions and ranges, places in the draws.

import { leader } from "./engine.js";
import { evident } from "./ranges.js";
import { box, h, inCells, percentOf, place, short, whole, write } from "./parts.js";

const SEEN = 0.05; // a place held in fewer draws than this is not named

/** The result in a few lines that stay in view while anything is moved. */
export function strip(labels, saying) {
  const names = Object.values(labels.domains).map((name) => name.split(/[ -]/)[0]); // short on a phone
  const steps = names.map(() => h("span", {}));
  const ranking = h("p", { class: "alb-ranking" }, steps);
  const [firm, change] = [h("span", {}), h("span", { class: "alb-change" })];
  const root = h("section", { class: "alb-top-strip", "aria-label": "Result" }, ranking,
    h("p", { class: "alb-firm" }, firm, " ", change), saying);

  function update({ judgement }, result) {
    const inOrder = order(result);
    const level = result.places.every((held) => held === 1);
    const named = (d) => `${result.places[d]} ${names[d]} ${whole(result.values[d])}`;
    steps.forEach((step, n) => write(step, level ? ["All domains are level.", "", "", "", ""][n] :
      `${named(inOrder[n])}${n + 1 < steps.length ? " · " : ""}`));
    write(firm, level ? "" : firmness(result));
    write(change, level ? "" : flipped(labels, judgement, inOrder[0]));
  }
  return { root, update };
}

/** By how much every swing may be off before first place changes. */
export function firmness({ margin, places: held }) {
  if (held.filter((one) => one === 1).length > 1) return "First place is shared.";
  if (Number.isNaN(margin)) return "At the minimum, the sizes of the swings do not count.";
  if (margin > 1 - 1e-9) return "First place holds whatever the swings are.";
  const share = Math.floor(100 * margin + 1e-9);
  return `First place holds as long as no swing is off by more than ${share < 1 ? "1" : share} %.`;
}

/** One bar per domain, made of what each criterion contributes; the range as a line below. */
export function bars(labels) {
  const rows = Object.entries(labels.domains).map(([domain, name]) => {
    const pieces = Object.keys(labels.criteria).map((c) =>
      h("span", { class: `alb-piece alb-${c}` }, c));
    const bar = h("div", { class: "alb-bar" }, pieces);
    const range = h("div", { class: "alb-range" });
    const [held, value] = [box(), box()];
    held.classList.add("alb-place");
    value.classList.add("alb-value");
    const track = h("div", { class: "alb-track", "aria-hidden": "true" }, bar, range);
    const label = h("span", { class: "alb-name" }, name);
    const root = h("li", { "data-domain": domain }, h("div", {}, held), label, h("div", {}, value),
      h("div", { class: "alb-wide-cell" }, track));
    return { domain, pieces, bar, range, held, value, root };
  });
  const note = h("p", { class: "alb-help" });
  const root = h("section", { "aria-label": "Values" }, h("h4", {}, "3 What follows"),
    h("ul", { class: "alb-bars" }, rows.map((row) => row.root)),
    h("div", { class: "alb-scale", "aria-hidden": "true" },
      [0, 25, 50, 75, 100].map((x) => h("span", {}, whole(x)))),
    note);

  function update({ sheet, judgement }, result) {
    rows.forEach((row, d) => {
      const value = result.values[d];
      const seen = result.acceptability[d].map((share, r) => (share >= SEEN ? r + 1 : 0)).filter(Boolean);
      write(row.held, seen.length > 1 ? `${seen[0]}–${seen.at(-1)}` : String(seen[0]));
      write(row.value, `${whole(value)} (${whole(result.low[d])}–${whole(result.high[d])})`);
      place(row.bar, "width", value);
      place(row.range, "margin-left", result.low[d]);
      place(row.range, "width", result.high[d] - result.low[d]);
      contributions(row, Object.values(sheet.scores[row.domain]), result, d, judgement.dial);
    });
    write(note, judgement.dial > 0
      ? "With the dial off additive, criteria do not simply add up: the bar has no pieces."
      : "Pieces: weight × score of each criterion. Hatched: no evidence yet. " +
        "Line below: nine draws in ten. Left: places held in at least one draw in twenty.");
  }
  return { root, update };
}

/** Says so when another domain leads than on the untouched sheet: what was moved decides it. */
function flipped(labels, { capital, sheets }, first) {
  const { opening } = labels;
  const own = capital === opening.capital && sheets[capital].preset === opening.sheets[capital].preset;
  const start = own ? opening.sheets[capital] : labels.sheets[sheets[capital].preset];
  const before = leader(start, labels.profile, labels.impact, own ? opening.dial : 0);
  const names = Object.values(labels.domains).map(short);
  return before === null || before === first ? "" :
    `First place has changed: on the sheet as it came, ${names[before]} was first.`;
}

function contributions(row, cells, { weights, ranges, values }, d, dial) {
  row.bar.classList.toggle("alb-whole", dial > 0);
  const points = weights.map((weight, k) => (dial > 0 ? 0 : weight * ranges[d][k][1]));
  place(row.bar, "grid-template-columns", ...points.map((each) => (100 * each) / (values[d] || 1)));
  row.pieces.forEach((piece, k) => {
    piece.classList.toggle("alb-thin", points[k] < 4);
    piece.classList.toggle("alb-hatched", !evident(cells[k].note));
  });
}

/** Positions of the domains, first place first. */
export function order({ places }) {
  return places.map((_, d) => d).sort((a, b) => places[a] - places[b]);
}

/** Table of rank acceptability: in how many draws each domain takes each place. */
export function acceptability(labels) {
  const names = Object.values(labels.domains);
  const cells = names.map(() => names.map(box));
  const caption = h("caption", {});
  const root = h("section", { "aria-label": "Places in the draws" }, h("table", { class: "alb-shares" },
    caption,
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Domain"),
      names.map((_, r) => h("th", { scope: "col" }, ordinal(r + 1))))),
    h("tbody", {}, names.map((name, d) => h("tr", {}, h("th", { scope: "row" }, name), inCells(cells[d]))))),
  h("p", { class: "alb-help" },
    "These shares describe your doubts about weights and scores. They are not the probability ",
    "that a threat is real."));

  function update({ judgement }, result) {
    write(caption, `Places in 10,000 draws, per cent: ${varied(judgement)}`);
    result.acceptability.forEach((row, d) => row.forEach((share, r) => {
      write(cells[d][r], percentOf(share));
      place(cells[d][r], "background-size", Math.round(100 * share));
    }));
  }
  return { root, update };
}

/** The name that this course gives to what varies in the draws. */
function varied({ spread, vary }) {
  const weights = spread === null ? "any weights" : spread ? `your weights up to ${spread} % off` : "your weights";
  return `${weights}, scores ${vary ? "vary" : "fixed"}`;
}

const ordinal = (n) => `${n}${["st", "nd", "rd"][n - 1] ?? "th"}`;
