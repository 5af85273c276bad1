// "Put it first: what must change?": three exact answers in words and bars.

import { never } from "./believing.js";
import { asPoints, pointsToLead, whatMustChange } from "./change.js";
import { EXACT_TO, LEVEL } from "./dominance.js";
import { normalise } from "./maths.js";
import { h, lower, mark, most, short, whole, write } from "./parts.js";
import { sentence } from "../sentence.js";

const exact = (x) => String(Math.round(10 * x) / 10);
const listed = (words) => words.length < 2 ? words.join("")
  : sentence("board_view.list", { before: words.slice(0, -1).join(", "), last: words.at(-1) });

/** Buttons for the domains, and what would put the chosen one first. */
export function answers(labels, edit, say) {
  const criteria = Object.keys(labels.criteria);
  const title = (k) => lower(labels.criteria[criteria[k]].name);
  const names = Object.values(labels.domains).map(short);
  let [chosen, latest, shown] = [null, null, ""];
  const buttons = names.map((name, d) => h("button", {
    type: "button", "aria-pressed": "false", "data-lm-suppress-shortcuts": "true", onclick: () => choose(d),
  }, name));
  const headline = h("p", { class: "alb-line" });
  const found = h("div", { class: "alb-columns" });
  const go = h("button", {
    type: "button", hidden: true, "data-lm-suppress-shortcuts": "true", onclick: () => edit((sheet, judgement) => {
      const points = leading(latest[1], Object.values(sheet.points), judgement.dial);
      criteria.forEach((c, k) => (sheet.points[c] = points[k]));
    }),
  }, sentence("board_view.set_so"));
  const root = h("section", { "aria-label": sentence("board_view.put_first") },
    h("h4", {}, sentence("board_view.must_change")),
    h("div", { class: "alb-tools", role: "group", "aria-label": sentence("board_view.which_first") }, buttons),
    headline, found, go);

  function choose(d) {
    chosen = chosen === d ? null : d;
    buttons.forEach((button, n) => button.setAttribute("aria-pressed", String(n === chosen)));
    shown = "";
    if (latest) update(...latest);
    if (chosen !== null) say(`${headline.textContent} ${found.textContent}`);
  }

  /** Whole points that put the chosen domain first, or exact ones if rounding would undo it. */
  function leading(result, points, dial) {
    const sought = pointsToLead(result.ranges, points, chosen, dial);
    const rounded = sought.map(Math.round);
    const change = whatMustChange(result.ranges, rounded, chosen, dial);
    return change.scores.gap < 0 ? rounded : sought.map((x) => Math.round(100 * x) / 100);
  }

  function update(state, result) {
    latest = [state, result];
    if (chosen === null) {
      write(headline, "");
      found.replaceChildren();
      go.hidden = true;
      return;
    }
    const points = Object.values(state.sheet.points);
    const key = JSON.stringify([chosen, points, result.ranges, state.judgement.dial]);
    if (key === shown) return; // a note or a doubt changes nothing here
    shown = key;
    const change = whatMustChange(result.ranges, points, chosen, state.judgement.dial);
    const [said, parts] = answer(change, state, result, points);
    write(headline, said);
    found.replaceChildren(...parts);
    go.hidden = !parts.length || !(change.lead > LEVEL);
  }

  function answer(change, { judgement }, result, points) {
    const name = names[chosen];
    if (change === null) return [sentence("board_view.high_dial", { limit: EXACT_TO }), []];
    const rivals = result.values.filter((_, d) => d !== chosen);
    const ahead = result.values[chosen] - Math.max(...rivals);
    if (change.scores.gap < -LEVEL) return [sentence("board_view.first_already", { domain: name, ahead: exact(ahead) }), []];
    const behind = change.scores.gap > LEVEL ? "board_view.below_first" : "board_view.level_with_first";
    return [sentence(behind, { domain: name, gap: exact(-ahead) }), [
      part(sentence("board_view.one_slider"), ...sliders(change, points)),
      part(sentence("board_view.all_weights"), ...weights(change, points, result)),
      part(sentence("board_view.its_scores"), ...scores(change, result)),
    ]];
  }
  const part = (head, ...body) => h("div", { class: "alb-answer" }, h("h5", {}, head), body);
  const words = (text) => h("p", { class: "alb-line" }, text);

  /** One line of words with a bar from 0 to 100: what would do (filled), and now (a tick). */
  const bar = (k, text, from, to, now) => h("div", { class: "alb-move" },
    h("div", {}, mark(criteria[k]), text),
    h("div", { class: "alb-road", "aria-hidden": "true" },
      h("div", { class: "alb-goal", style: `left: ${from}%; width: ${Math.max(0, to - from)}%` }),
      h("div", { class: "alb-now", style: `left: ${now}%` })));

  function sliders({ sliders: intervals }, points) {
    const able = intervals.map((_, k) => k).filter((k) => intervals[k]);
    if (!able.length) return [words(sentence("board_view.no_slider"))];
    const need = (k) => {
      const [[low, high], now] = [intervals[k], points[k]];
      const parts = { criterion: labels.criteria[criteria[k]].name, now: exact(now) };
      if (now <= low) return sentence("board_view.slider_above", { ...parts, points: exact(low) });
      if (now >= high) return sentence("board_view.slider_below", { ...parts, points: exact(high) });
      return sentence("board_view.slider_stays", parts);
    };
    return [words(sentence("board_view.filled")), ...able.map((k) => bar(k, need(k), ...intervals[k], points[k]))];
  }

  function weights({ lead, near, moved }, points, result) {
    if (!near) return [words(sentence("board_view.no_weights", { domain: names[chosen], why: never(labels, result, chosen) }))];
    const now = normalise(points);
    const by = near.map((w, k) => 100 * (w - now[k]));
    const some = by.map((_, k) => k).filter((k) => Math.abs(by[k]) > 0.05);
    const [to, from] = [1, -1].map((sign) => listed(some.filter((k) => sign * by[k] > 0).map(title)));
    if (!some.length) return [words(sentence(lead > LEVEL ? "board_view.level_leads" : "board_view.level_only"))];
    const text = sentence(Math.abs(lead) <= LEVEL ? "board_view.handed_level"
      : kept(points, near) ? "board_view.handed_stays" : "board_view.handed_changes",
    { points: exact(100 * moved), from, to });
    const sought = asPoints(near, points);
    return [words(text), ...some.map((k) => bar(k, sentence("board_view.handed_weight", {
      criterion: labels.criteria[criteria[k]].name, now: exact(100 * now[k]), then: exact(100 * near[k]),
      slider: exact(points[k]), sought: exact(sought[k]),
    }),
      Math.min(points[k], sought[k]), Math.max(points[k], sought[k]), points[k]))];
  }

  function scores({ scores: { own, highest, stretch }, some }, { ranges }) {
    const mine = ranges[chosen];
    const able = own.map((_, k) => k).filter((k) => own[k].alone !== null);
    able.sort((a, b) => own[a].alone - mine[a][1] - (own[b].alone - mine[b][1]));
    const lines = able.map((k) => bar(k, sentence(own[k].inside ? "board_view.score_inside" : "board_view.score_outside", {
      criterion: labels.criteria[criteria[k]].name, score: exact(own[k].alone), now: exact(mine[k][1]),
      highest: exact(mine[k][2]), chance: whole(100 * own[k].chance),
    }), mine[k][0], mine[k][2], own[k].alone));
    if (able.length) lines.unshift(words(sentence("board_view.one_score")));
    else lines.push(words(sentence(!highest ? "board_view.not_all_scores"
      : highest.length === mine.length ? "board_view.all_scores" : "board_view.some_scores",
    { criteria: listed((highest ?? []).map(title)) })));
    const way = whole(100 * stretch);
    lines.push(words(sentence(stretch === Infinity ? "board_view.no_stretch"
      : way === "0" ? "board_view.little_stretch" : "board_view.stretch", { way })));
    if (some && some.some((x) => x !== null)) lines.push(words(otherwise(some, mine)));
    return lines;
  }

  function otherwise(some, mine) {
    const able = some.map((_, k) => k).filter((k) => some[k] !== null)
      .sort((a, b) => some[a] - mine[a][1] - (some[b] - mine[b][1])).slice(0, 3);
    const each = able.map((k) => sentence(some[k] < mine[k][2] ? "board_view.other_inside" : "board_view.other_outside",
      { criterion: title(k), score: exact(some[k]), now: exact(mine[k][1]) }));
    return sentence("board_view.other_weights", { scores: each.join(sentence("board_view.or")) });
  }

  const kept = (points, near) => points.every((a, i) => points.every((b, j) => a <= b || near[i] >= near[j] - 1e-9));
  return { root, update };
}
