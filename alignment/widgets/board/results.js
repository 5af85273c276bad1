// What follows: bars with contributions and ranges, places in the draws, what one must believe.

import { leader } from "./engine.js";
import { box, h, mark, percent, place, whole, write } from "./parts.js";

const SEEN = 0.05; // a place held in fewer draws than this is not named
const percentOf = (share) =>
  share > 0 && share < 0.005 ? "<1" : share > 0.995 && share < 1 ? ">99" : whole(100 * share);
const short = (text) => text.replace(/ and .*/, "");

/** One bar per domain, made of what each criterion contributes; the range as a line below. */
export function bars(labels) {
  const steps = Object.keys(labels.domains).map(() => h("span", {}));
  const ranking = h("p", { class: "alb-ranking" }, steps);
  const change = h("p", { class: "alb-change" });
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
  const root = h("section", { "aria-label": "Values" }, h("h4", {}, "3 What follows"), ranking, change,
    h("ul", { class: "alb-bars" }, rows.map((row) => row.root)),
    h("div", { class: "alb-scale", "aria-hidden": "true" },
      [0, 25, 50, 75, 100].map((x) => h("span", {}, whole(x)))),
    note);

  function update({ sheet, judgement }, result) {
    const inOrder = order(result);
    const named = (d) => `${result.places[d]} ${short(labels.domains[rows[d].domain])}`;
    const level = result.places.every((held) => held === 1);
    steps.forEach((step, n) => write(step, level ? ["All domains are level.", "", "", "", ""][n] :
      `${named(inOrder[n])}${n + 1 < steps.length ? " · " : ""}`));
    write(change, level ? "" : flipped(labels, judgement, inOrder[0]));
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
      : "Pieces: weight × score of each criterion. Hatched: no evidence note yet. " +
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
    piece.classList.toggle("alb-hatched", !cells[k].note.trim());
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
  const root = h("section", { "aria-label": "Places in the draws" }, h("table", { class: "alb-shares" },
    h("caption", {}, "Places in 10,000 draws, per cent of draws"),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Domain"),
      names.map((_, r) => h("th", { scope: "col" }, ordinal(r + 1))))),
    h("tbody", {}, names.map((name, d) => h("tr", {}, h("th", { scope: "row" }, name), inCells(cells[d]))))),
  h("p", { class: "alb-help" },
    "These shares describe your doubts about weights and scores. They are not the probability ",
    "that a threat is real."));

  function update(_, result) {
    result.acceptability.forEach((row, d) => row.forEach((share, r) => {
      write(cells[d][r], percentOf(share));
      place(cells[d][r], "background-size", Math.round(100 * share));
    }));
  }
  return { root, update };
}

const inCells = (boxes) => boxes.map((each) => h("td", {}, each));
const ordinal = (n) => `${n}${["st", "nd", "rd"][n - 1] ?? "th"}`;

const DISTINCT = 0.03; // a mean weight this far above the plain mean is worth a sentence

/** What you must believe: the mean weights with which each domain would lead. */
export function beliefs(labels) {
  const criteria = Object.keys(labels.criteria);
  const rows = Object.entries(labels.domains).map(([domain, name]) => {
    const [share, cells] = [box(), criteria.map(box)];
    const root = h("tr", { "data-domain": domain }, h("th", { scope: "row" }, name),
      h("td", { class: "alb-wide" }, share), inCells(cells));
    return { name, share, cells, root };
  });
  const sentence = h("p", { class: "alb-line" });
  const heads = criteria.map((c) => h("th", { scope: "col", title: labels.criteria[c].name }, mark(c),
    h("span", { class: "alb-hidden" }, labels.criteria[c].name)));
  const root = h("section", { "aria-label": "What you must believe" }, h("table", { class: "alb-shares" },
    h("caption", {}, "What you must believe to see a domain first: mean weights, per cent"),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Domain"),
      h("th", { scope: "col" }, "leads in"), heads)),
    h("tbody", {}, rows.map((row) => row.root))), sentence);

  function update(_, { central, leads }) {
    rows.forEach(({ share, cells, root }, d) => {
      if (root.hidden !== (leads[d] === 0)) root.hidden = leads[d] === 0;
      write(share, `${percentOf(leads[d])} %`);
      const top = Math.max(...central[d]);
      cells.forEach((cell, k) => {
        write(cell, whole(100 * central[d][k]));
        cell.classList.toggle("alb-top", central[d][k] === top && top > 1 / criteria.length + DISTINCT);
        place(cell, "background-size", Math.round(100 * central[d][k]) || 0);
      });
    });
    write(sentence, saying(central, leads));
  }
  function saying(central, leads) {
    if (Math.max(...leads) - Math.min(...leads) < 0.01)
      return "All domains are level: these scores decide nothing.";
    const says = rows.map(({ name }, d) => {
      const top = Math.max(...central[d]);
      if (leads[d] >= 0.95) return `${name} leads under almost any weights.`;
      if (leads[d] < 0.01 || !(top > 1 / criteria.length + DISTINCT)) return "";
      const most = labels.criteria[criteria[central[d].indexOf(top)]].name;
      return `${name} leads mostly where ${most} counts most (${percent(top)} on average).`;
    });
    return `Of all possible weights, at the most likely scores: ${says.filter(Boolean).join(" ")}`;
  }
  return { root, update };
}
