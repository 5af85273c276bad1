// What follows: the result that stays in view, bars with contributions and ranges, places in the draws.

import { LEVEL } from "./dominance.js";
import { leader } from "./engine.js";
import { evident } from "./ranges.js";
import { box, h, inCells, percentOf, place, reached, short, whole, write } from "./parts.js";
import { sentence } from "../sentence.js";

const SEEN = 0.05; // a place held in fewer draws than this is not named

/** The result in a few lines that stay in view while anything is moved. */
export function strip(labels, saying) {
  const names = Object.values(labels.domains).map((name) => name.split(/[ -]/)[0]); // short on a phone
  const steps = names.map(() => h("span", {}));
  const ranking = h("p", { class: "alb-ranking" }, steps);
  const [firm, change] = [h("span", {}), h("span", { class: "alb-change" })];
  const root = h("section", { class: "alb-top-strip", "aria-label": sentence("board_view.result") }, ranking,
    h("p", { class: "alb-firm" }, firm, " ", change), saying);

  function update({ judgement }, result) {
    const inOrder = order(result);
    const level = result.places.every((held) => held === 1);
    const shown = apart(result);
    const named = (d) => `${result.places[d]} ${names[d]} ${shown[d]}`;
    steps.forEach((step, n) => write(step, level ? (n ? "" : sentence("board_view.level")) :
      `${named(inOrder[n])}${n + 1 < steps.length ? " · " : ""}`));
    write(firm, level ? "" : firmness(result));
    write(change, level ? "" : flipped(labels, judgement, inOrder[0]));
  }
  return { root, update };
}

/** The values in whole numbers, or all with one decimal where two places would show the same number. */
export function apart({ values, places: held }) {
  const alike = (d, e) => held[d] !== held[e] && whole(values[d]) === whole(values[e]);
  const tight = values.some((_, d) => values.some((__, e) => alike(d, e)));
  return Array.from(values, (value) => (tight ? value.toFixed(1) : whole(value)));
}

/** By how much every swing may be off before first place changes. */
export function firmness({ margin, places: held }) {
  if (held.filter((one) => one === 1).length > 1) return sentence("board_view.shared");
  if (Number.isNaN(margin)) return sentence("board_view.at_minimum");
  if (margin > 1 - LEVEL) return sentence("board_view.always");
  const share = Math.floor(100 * margin + LEVEL); // as whole_percent in dominance.py
  return share < 1 ? sentence("board_view.hardly_firm") : sentence("board_view.firm", { share });
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
  const root = h("section", { "aria-label": sentence("board_view.values") }, h("h4", {}, sentence("board_view.follows")),
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
    write(note, sentence(judgement.dial > 0 ? "board_view.no_pieces" : "board_view.pieces"));
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
    sentence("board_view.flipped", { domain: names[before] });
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
  const root = reached(h("section", { "aria-label": sentence("board_view.places") }, h("table", { class: "alb-shares" },
    caption,
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, sentence("board_view.domain")),
      names.map((_, r) => h("th", { scope: "col" }, sentence(`board_view.place_${r + 1}`))))),
    h("tbody", {}, names.map((name, d) => h("tr", {}, h("th", { scope: "row" }, name), inCells(cells[d]))))),
  h("p", { class: "alb-help" }, sentence("board_view.places_help"))));

  function update({ judgement }, result) {
    write(caption, sentence("board_view.places_caption", { varied: varied(judgement) }));
    result.acceptability.forEach((row, d) => row.forEach((share, r) => {
      write(cells[d][r], percentOf(share));
      place(cells[d][r], "background-size", Math.round(100 * share));
    }));
  }
  return { root, update };
}

/** The name that this course gives to what varies in the draws. */
function varied({ spread, vary }) {
  const weights = spread === null ? sentence("board_view.any_weights")
    : sentence(spread ? "board_view.weights_off" : "board_view.your_weights", { spread });
  return sentence(vary ? "board_view.scores_vary" : "board_view.scores_fixed", { weights });
}

