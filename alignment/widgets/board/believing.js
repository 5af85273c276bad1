// Any weights at all: who can be first, with which weights, and who never.

import { EXACT_TO, LEVEL, dominators, neverBelowInOrder } from "./dominance.js";
import { box, h, inCells, lower, mark, most, percentOf, short, whole, write } from "./parts.js";

const LINES = 10;
const DISTINCT = 0.05; // a mean weight this far from the neutral one is worth a sentence
const FEW = 300; // fewer draws say nothing about a row of the converse
const signed = (x) => (Math.round(x) > 0 ? `+${whole(x)}` : whole(x).replace("-", "−"));
const of100 = (share) => (share > 0.995 ? "more than 99" : share < 0.005 ? "fewer than 1" : whole(100 * share));

/** Average weights where a domain is first, as departures from the neutral weight. */
export function beliefs(labels) {
  const criteria = Object.keys(labels.criteria);
  const names = Object.values(labels.domains).map(short);
  const neutral = 1 / criteria.length;
  const rows = Object.entries(labels.domains).map(([domain, name]) => {
    const [share, cells] = [box(), criteria.map(box)];
    const verdict = h("td", { colspan: criteria.length + 1, class: "alb-verdict" });
    const numbers = [h("td", { class: "alb-wide" }, share), ...inCells(cells)];
    const root = h("tr", { "data-domain": domain }, h("th", { scope: "row" }, name), numbers, verdict);
    return { share, cells, numbers, verdict, root };
  });
  const lines = Array.from({ length: LINES }, () => h("li", { hidden: true }));
  const heads = criteria.map((c) => h("th", { scope: "col", title: labels.criteria[c].name }, mark(c),
    h("span", { class: "alb-hidden" }, labels.criteria[c].name)));
  const root = h("section", { "aria-label": "Any weights" }, h("table", { class: "alb-shares" },
    h("caption", {}, "Any weights, scores at most likely: average weights where a domain is first"),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Domain"),
      h("th", { scope: "col" }, "first in"), heads)),
    h("tbody", {}, rows.map((row) => row.root))),
    h("p", { class: "alb-help" }, `Points of 100 above or below the neutral weight of ${whole(100 * neutral)}. `,
      "First in: per cent of all weight sets. It says where values lead, not what you think."),
    h("ul", { class: "alb-lines" }, lines));

  function update({ sheet, judgement }, result) {
    const level = Math.max(...result.leads) - Math.min(...result.leads) < 0.01;
    rows.forEach(({ share, cells, numbers, verdict }, d) => {
      const said = level ? "" : never(labels, result, d);
      numbers.forEach((cell) => { if (cell.hidden !== (said !== "")) cell.hidden = said !== ""; });
      if (verdict.hidden !== (said === "")) verdict.hidden = said === "";
      write(verdict, said);
      write(share, `${percentOf(result.leads[d])} %`);
      cells.forEach((cell, k) => {
        const away = result.central[d][k] - neutral;
        write(cell, Number.isNaN(away) ? "–" : signed(100 * away));
        cell.classList.toggle("alb-top", Math.abs(away) >= DISTINCT);
      });
    });
    const says = level ? ["All domains are level: these scores decide nothing."]
      : sentences(result, Object.values(sheet.points), judgement);
    lines.forEach((line, n) => {
      if (line.hidden !== !says[n]) line.hidden = !says[n];
      write(line, says[n] ?? "");
    });
  }

  function sentences(result, points, judgement) {
    const { leads, byLargest, central, scale, bestLeads } = result;
    const title = (k) => lower(labels.criteria[criteria[k]].name);
    const says = [];
    leads.forEach((overall, d) => {
      if (overall >= 0.95) says.push(`${names[d]} is first under almost any weights.`);
      if (overall >= 0.95 || overall < 0.01) return;
      const shares = byLargest.map((row) => row[d]);
      const j = most(shares);
      if (shares[j] >= 0.8 && shares[j] >= overall + 0.15 && result.times[j] >= FEW)
        says.push(`Where ${title(j)} has the largest weight, ${names[d]} is first in about ` +
          `${of100(shares[j])} of 100 weight sets (overall ${of100(overall)}).`);
      const away = central[d].map((w) => w - neutral);
      const k = most(away.map(Math.abs));
      if (Math.abs(away[k]) >= DISTINCT)
        says.push(`Weight sets with ${names[d]} first give ${title(k)} ${away[k] > 0 ? "more" : "less"} ` +
          `than average: ${whole(100 * central[d][k])} of 100 points instead of ${whole(100 * neutral)}.`);
    });
    const able = bestLeads.map((_, d) => d).filter((d) => bestLeads[d] > LEVEL);
    if (judgement.dial === 0 && able.length === 2) says.push(cone(scale, able, title));
    const [first, second] = result.values.map((_, d) => d).sort((a, b) => result.values[b] - result.values[a]);
    if (judgement.dial <= EXACT_TO && result.places[second] > 1 &&
        neverBelowInOrder(scale[first], scale[second], points))
      says.push(`In your order of swings, ${names[first]} is never below ${names[second]}, whatever the numbers.`);
    says.push(reconciled(result, judgement));
    return says.filter(Boolean);
  }

  /** The border between two leaders in one inequality: always true, whatever the weights. */
  function cone(scale, [one, other], title) {
    const gaps = scale[one].map((x, k) => [Math.round(10 * (x - scale[other][k])) / 10, k]);
    const side = (sign) => gaps.filter(([gap]) => sign * gap > 0).sort((a, b) => sign * (b[0] - a[0]))
      .map(([gap, k]) => `${sign * gap} × ${title(k)}`).join(" + ");
    return `In weights, ${names[one]} is above ${names[other]} exactly when ${side(1)} is more than ${side(-1)}.`;
  }

  /** The two counts of first places, where they meet. */
  function reconciled({ acceptability, leads }, { spread, vary }) {
    if (spread === null) return "";
    const now = acceptability.map((row) => row[0]);
    const [here, anywhere] = [most(now), most(leads)];
    const mine = `At your weights${spread ? `, up to ${spread} % off` : ""}${vary ? " and with your ranges" : ""}`;
    if (here === anywhere) return `Both tables have ${names[here]} first most often: at your weights and over all weights.`;
    return `${mine}, ${names[here]} is first more often (${of100(now[here])} of 100 draws); over all weights, at ` +
      `the most likely scores, ${names[anywhere]} is (${of100(leads[anywhere])}). The two tables answer ` +
      "different questions; your weights make the difference.";
  }
  return { root, update };
}

/** Why no weights put a domain first; empty if some do. */
export function never(labels, { scale, best }, d) {
  const { lead, weights } = best[d];
  if (!(lead <= LEVEL)) return "";
  const names = Object.values(labels.domains).map(short);
  const over = dominators(scale, d).map((e) => names[e]).join(" and ");
  const why = over ? `${over} score${over.includes(" and ") ? "" : "s"} at least as high on every criterion`
    : "whatever the weights, some other domain is ahead";
  if (lead < -LEVEL) return `never first: ${why}.`;
  const criteria = Object.values(labels.criteria).filter((_, k) => weights[k] > 1e-6);
  const only = criteria.map(({ name }) => lower(name)).join(" and ");
  return `never alone in first place${over ? `: ${why}` : ""}. At best level, if next to nothing but ${only} counted.`;
}
