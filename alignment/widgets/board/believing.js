// Any weights at all: who can be first, with which weights, and who never.

import { EXACT_TO, LEVEL, dominators, neverBelowInOrder } from "./dominance.js";
import { box, h, inCells, lower, mark, most, percentOf, reached, short, whole, write } from "./parts.js";
import { sentence } from "../sentence.js";

const LINES = 10;
const DISTINCT = 0.05; // a mean weight this far from the neutral one is worth a sentence
const FEW = 300; // fewer draws say nothing about a row of the converse
const signed = (x) => (Math.round(x) > 0 ? `+${whole(x)}` : whole(x).replace("-", "−"));
const of100 = (share) => (share > 0.995 ? sentence("board_view.more_than_99")
  : share < 0.005 ? sentence("board_view.fewer_than_1") : whole(100 * share));

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
  const root = reached(h("section", { "aria-label": sentence("board_view.any") }, h("table", { class: "alb-shares" },
    h("caption", {}, sentence("board_view.any_caption")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, sentence("board_view.domain")),
      h("th", { scope: "col" }, sentence("board_view.first_in")), heads)),
    h("tbody", {}, rows.map((row) => row.root))),
    h("p", { class: "alb-help" }, sentence("board_view.any_help", { neutral: whole(100 * neutral) })),
    h("ul", { class: "alb-lines" }, lines)));

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
    const says = level ? [sentence("board_view.all_level")]
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
      if (overall >= 0.95) says.push(sentence("board_view.almost_any", { domain: names[d] }));
      if (overall >= 0.95 || overall < 0.01) return;
      const shares = byLargest.map((row) => row[d]);
      const j = most(shares);
      if (shares[j] >= 0.8 && shares[j] >= overall + 0.15 && result.times[j] >= FEW)
        says.push(sentence("board_view.largest_weight",
          { criterion: title(j), domain: names[d], sets: of100(shares[j]), overall: of100(overall) }));
      const away = central[d].map((w) => w - neutral);
      const k = most(away.map(Math.abs));
      if (Math.abs(away[k]) >= DISTINCT)
        says.push(sentence(away[k] > 0 ? "board_view.gives_more" : "board_view.gives_less", {
          domain: names[d], criterion: title(k), points: whole(100 * central[d][k]), neutral: whole(100 * neutral),
        }));
    });
    const able = bestLeads.map((_, d) => d).filter((d) => bestLeads[d] > LEVEL);
    if (judgement.dial === 0 && able.length === 2) says.push(cone(scale, able, title));
    const [first, second] = result.values.map((_, d) => d).sort((a, b) => result.values[b] - result.values[a]);
    if (judgement.dial <= EXACT_TO && result.places[second] > 1 &&
        neverBelowInOrder(scale[first], scale[second], points))
      says.push(sentence("board_view.never_below", { first: names[first], second: names[second] }));
    says.push(reconciled(result, judgement));
    return says.filter(Boolean);
  }

  /** The border between two leaders in one inequality: always true, whatever the weights. */
  function cone(scale, [one, other], title) {
    const gaps = scale[one].map((x, k) => [Math.round(10 * (x - scale[other][k])) / 10, k]);
    const side = (sign) => gaps.filter(([gap]) => sign * gap > 0).sort((a, b) => sign * (b[0] - a[0]))
      .map(([gap, k]) => `${sign * gap} × ${title(k)}`).join(" + ");
    return sentence("board_view.cone", { one: names[one], other: names[other], more: side(1), less: side(-1) });
  }

  /** The two counts of first places, where they meet. */
  function reconciled({ acceptability, leads }, { spread, vary }) {
    if (spread === null) return "";
    const now = acceptability.map((row) => row[0]);
    const [here, anywhere] = [most(now), most(leads)];
    if (here === anywhere) return sentence("board_view.both_tables", { domain: names[here] });
    const mine = sentence(`board_view.mine${spread ? "_off" : ""}${vary ? "_ranges" : ""}`, { spread });
    return sentence("board_view.two_tables", { mine, here: names[here], draws: of100(now[here]),
      anywhere: names[anywhere], sets: of100(leads[anywhere]) });
  }
  return { root, update };
}

/** Why no weights put a domain first; empty if some do. */
export function never(labels, { scale, best }, d) {
  const { lead, weights } = best[d];
  if (!(lead <= LEVEL)) return "";
  const names = Object.values(labels.domains).map(short);
  const and = sentence("board_view.and");
  const above = dominators(scale, d).map((e) => names[e]);
  const why = above.length ? sentence("board_view.dominated", { n: above.length, domains: above.join(and) })
    : sentence("board_view.some_other");
  if (lead < -LEVEL) return sentence("board_view.never_first", { why });
  const criteria = Object.values(labels.criteria).filter((_, k) => weights[k] > 1e-6);
  const only = criteria.map(({ name }) => lower(name)).join(and);
  return sentence(above.length ? "board_view.never_alone_why" : "board_view.never_alone", { why, only });
}
