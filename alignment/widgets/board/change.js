// "Put it first: what must change?" in numbers. No page; `alignment.methods.first_place` and
// `change.py` say the same in Python and are the reference.

import { EXACT_TO, LEVEL, added, bestLead, dot, leadsOver } from "./dominance.js";
import { exponent, normalise } from "./maths.js";
import { smallest } from "./simplex.js";

const STRETCH = 1 / (1 - Math.sqrt(0.2));

/** Everything that would put domain d first: sliders, weights, scores. Null beyond the dial's reach. */
export function whatMustChange(ranges, points, d, dial) {
  if (dial > EXACT_TO) return null;
  const [p, w] = [exponent(dial), normalise(points)];
  const y = ranges.map((row) => row.map((range) => added(range[1], p)));
  const best = bestLead(y, d);
  const near = nearestWeights(y, w, d, 0);
  const scores = raisedScores(ranges, w, d, p);
  const some = best.lead > LEVEL ? null : points.map((_, k) => someScore(y, d, k, p));
  return { lead: best.lead, sliders: sliderIntervals(y, points, d), near, scores, some,
    moved: near && near.reduce((sum, x, k) => sum + Math.abs(x - w[k]), 0) / 2 };
}

/** Swing points for weights: the same sum as before, or less if one of them would pass 100. */
export function asPoints(weights, points) {
  const sum = points.reduce((a, b) => a + b, 0);
  const scale = Math.min(sum, 100 / Math.max(...weights));
  return weights.map((w) => w * scale);
}

/** Points that put domain d first by a whole point of value, or, if none do, level. */
export function pointsToLead(ranges, points, d, dial) {
  const [p, w] = [exponent(dial), normalise(points)];
  const y = ranges.map((row) => row.map((range) => added(range[1], p)));
  const top = Math.min(99, Math.max(...y.map((row) => entered(dot(row, w), p))));
  const found = nearestWeights(y, w, d, added(top + 1, p) - added(top, p)) ?? nearestWeights(y, w, d, 0);
  return found && asPoints(found, points);
}

/** For each slider alone, the open interval of points that puts d first; null if none does. */
export function sliderIntervals(y, points, d) {
  const ahead = leadsOver(y, d);
  return points.map((point, k) => {
    let [low, high] = [0, 100];
    for (const row of ahead) {
      const rest = dot(row, points) - row[k] * point;
      if (Math.abs(row[k]) <= LEVEL && rest <= LEVEL) return null;
      if (row[k] > LEVEL) low = Math.max(low, -rest / row[k]);
      if (row[k] < -LEVEL) high = Math.min(high, -rest / row[k]);
    }
    return low < high - LEVEL ? [low, high] : null;
  });
}

/** Weights that put d first by `lead` and hand over as few points of 100 as can be; null if none. */
export function nearestWeights(y, w, d, lead) {
  const rivals = leadsOver(y, d);
  const [unit, n] = [Math.max(...rivals.flat().map(Math.abs)) || 1, w.length];
  const ahead = rivals.map((row) => row.map((x) => x / unit));
  const total = [...w.map(() => 1), ...w.map(() => -1)];
  const x = smallest(
    [...ahead.map((row) => [...row.map((v) => -v), ...row]),
      ...w.map((_, k) => total.map((_, j) => (j === n + k ? 1 : 0))), total, total.map((v) => -v)],
    [...ahead.map((row) => dot(row, w) - lead / unit), ...w, 0, 0],
    [...w.map((_, k) => 0.5 * (1 + 1e-7 * (k + 1))), ...w.map((_, k) => 0.5 * (1 + 1e-7 * (k + 1) ** 1.5))],
  );
  return x && w.map((v, k) => v + x[k] - x[n + k]);
}

/** What the scores of d must become at the given weights. */
export function raisedScores(ranges, w, d, p) {
  const values = ranges.map((row) => dot(row.map((range) => added(range[1], p)), w));
  const gap = Math.max(...values.filter((_, e) => e !== d)) - values[d];
  const own = ranges[d].map(([, mode, high], k) => {
    const need = entered(added(mode, p) + gap / w[k], p);
    const alone = need <= 100 ? need : null;
    const chance = alone === null ? null : chanceAbove(alone, mode, high);
    return { alone, inside: alone !== null && alone <= high + LEVEL, chance,
      gain: w[k] * (added(high, p) - added(mode, p)) };
  });
  const byGain = own.map((_, k) => k).sort((a, b) => own[b].gain - own[a].gain || a - b);
  let sum = 0;
  const enough = byGain.findIndex((k) => (sum += own[k].gain) >= gap - LEVEL);
  return { gap, own, highest: enough < 0 ? null : byGain.slice(0, enough + 1), stretch: stretch(ranges, w, d, p) };
}

/** Smallest score on criterion k with which some weights put d level with its strongest rival. */
export function someScore(y, d, k, p) {
  const bottom = added(0, p);
  const unit = Math.max(...y.flat().map(Math.abs)) || 1;
  const ahead = leadsOver(y, d);
  const x = smallest(
    ahead.map((row) => [...row.filter((_, j) => j !== k).map((v) => -v / unit), -1]),
    ahead.map((row) => -(y[d][k] - row[k] - bottom) / unit),
    [...y[d].slice(1).map(() => 0), 1],
  );
  const score = x && entered(x.at(-1) * unit + bottom, p);
  return score <= 100 ? score : null;
}

/** A number on the scale of `added` back as a score; NaN if there is none. */
function entered(value, p) {
  if (p === 1) return value;
  const base = Math.sign(p) * value; // not above 0: even an endless score would not come to this
  if (p === 0) return Math.exp(value);
  return base > 0 ? 100 * base ** (1 / p) : NaN;
}

/** Chance that a right score is at least that high, at or above the most likely one. */
function chanceAbove(score, mode, high) {
  if (score <= mode) return 0.5;
  const reach = STRETCH * (high - mode);
  return score - mode < reach ? 0.5 * (1 - (score - mode) / reach) ** 2 : 0;
}

/** Part of the way that own scores must go to their highest and rivals' to their lowest. */
function stretch(ranges, w, d, p) {
  const lead = (part) => {
    const values = ranges.map((row, e) => dot(row.map(([low, mode, high]) =>
      added(mode + part * ((e === d ? high : low) - mode), p)), w));
    return values[d] - Math.max(...values.filter((_, e) => e !== d));
  };
  if (lead(1) < 0) return Infinity;
  let [low, high] = [0, 1];
  for (let n = 0; n < 50; n++) {
    const middle = (low + high) / 2;
    [low, high] = lead(middle) >= 0 ? [low, middle] : [middle, high];
  }
  return high;
}
