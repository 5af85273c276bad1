// "Put it first: what must change?": three exact answers in words and bars.

import { never } from "./believing.js";
import { asPoints, pointsToLead, whatMustChange } from "./change.js";
import { EXACT_TO, LEVEL } from "./dominance.js";
import { normalise } from "./maths.js";
import { h, lower, mark, most, short, whole, write } from "./parts.js";

const exact = (x) => String(Math.round(10 * x) / 10);
const listed = (words) => words.length < 2 ? words.join("")
  : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

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
  }, "Set the sliders so");
  const root = h("section", { "aria-label": "Put it first" }, h("h4", {}, "4 Put it first: what must change?"),
    h("div", { class: "alb-tools", role: "group", "aria-label": "Domain to put first" }, buttons),
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
    if (change === null) return [`With the dial above ${EXACT_TO}, the sizes of weights hardly count: the lowest ` +
      "score decides. Turn the dial back for an answer.", []];
    const rivals = result.values.filter((_, d) => d !== chosen);
    const ahead = result.values[chosen] - Math.max(...rivals);
    if (change.scores.gap < -LEVEL) return [`${name} is first already, ${exact(ahead)} points ahead.`, []];
    const behind = change.scores.gap > LEVEL ? `${exact(-ahead)} points below first place` : "level with first place";
    return [`${name} is ${behind} now.`, [
      part("One slider alone", ...sliders(change, points)),
      part("All weights, as little as possible", ...weights(change, points, result)),
      part("Scores, at your weights", ...scores(change, result)),
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
    if (!able.length) return [words("No slider does it alone.")];
    const need = ([low, high], now) => (now <= low ? `above ${exact(low)}` : now >= high ? `below ${exact(high)}`
      : "where it is");
    return [words("Filled: where it leads. Tick: now."), ...able.map((k) => bar(k, `${labels.criteria[criteria[k]].name} ${need(intervals[k], points[k])} ` +
      `(now ${exact(points[k])}).`, ...intervals[k], points[k]))];
  }

  function weights({ lead, near, moved }, points, result) {
    if (!near) return [words(`No weights do this at your scores: ${names[chosen]} is ${never(labels, result, chosen)}`)];
    const now = normalise(points);
    const by = near.map((w, k) => 100 * (w - now[k]));
    const some = by.map((_, k) => k).filter((k) => Math.abs(by[k]) > 0.05);
    const [to, from] = [1, -1].map((sign) => listed(some.filter((k) => sign * by[k] > 0).map(title)));
    const handed = `${exact(100 * moved)} of 100 points of weight change hands, from ${from} to ${to}`;
    const text = Math.abs(lead) <= LEVEL ? `Level at best, and only if ${handed}: no weights put it ahead.`
      : `It leads once a little more than ${handed}. Your order of swings ${kept(points, near) ? "stays" : "changes"}.`;
    const sought = asPoints(near, points);
    return [words(text), ...some.map((k) => bar(k, `${labels.criteria[criteria[k]].name}: weight ` +
      `${exact(100 * now[k])} → ${exact(100 * near[k])} of 100, slider ${exact(points[k])} → ${exact(sought[k])}.`,
      Math.min(points[k], sought[k]), Math.max(points[k], sought[k]), points[k]))];
  }

  function scores({ scores: { own, highest, stretch }, some }, { ranges }) {
    const mine = ranges[chosen];
    const able = own.map((_, k) => k).filter((k) => own[k].alone !== null);
    able.sort((a, b) => own[a].alone - mine[a][1] - (own[b].alone - mine[b][1]));
    const lines = able.map((k) => bar(k, `${labels.criteria[criteria[k]].name} above ${exact(own[k].alone)} ` +
      `(now ${exact(mine[k][1])}): ${own[k].inside
        ? `inside its range, up to ${exact(mine[k][2])}; a right score lies there in ${whole(100 * own[k].chance)} of 100`
        : `outside its range, which ends at ${exact(mine[k][2])}`}.`, mine[k][0], mine[k][2], own[k].alone));
    if (able.length) lines.unshift(words("One score is enough; the smallest change first. Bar: your range. Tick: what it needs."));
    else lines.push(words("No single score is enough. " + (highest
      ? highest.length === mine.length ? "All six of its scores at their highest would do."
        : `At their highest, ${listed(highest.map(title))} together would do.`
      : "Not even all its scores at their highest are.")));
    lines.push(words(stretch === Infinity
      ? "Not even its own scores at their highest and all others at their lowest are enough."
      : `Or everything ${whole(100 * stretch) === "0" ? "less than 1" : whole(100 * stretch)} % of the way: its own scores towards their highest, ` +
        "the others towards their lowest."));
    if (some && some.some((x) => x !== null)) lines.push(words(otherwise(some, mine)));
    return lines;
  }

  function otherwise(some, mine) {
    const able = some.map((_, k) => k).filter((k) => some[k] !== null)
      .sort((a, b) => some[a] - mine[a][1] - (some[b] - mine[b][1])).slice(0, 3);
    const each = able.map((k) => `${title(k)} above ${exact(some[k])} (now ${exact(mine[k][1])}, ` +
      `${some[k] < mine[k][2] ? "inside" : "outside"} its range)`);
    return `Some other weights would do with one higher score: ${each.join(", or ")}.`;
  }

  const kept = (points, near) => points.every((a, i) => points.every((b, j) => a <= b || near[i] >= near[j] - 1e-9));
  return { root, update };
}
