// From a judgement to everything the board shows. Draws and scores are kept between calls, so
// that moving one swing slider repeats only what depends on it. No page here either.

import { EXACT_TO, added, bestLead, marginOfError } from "./dominance.js";
import { leading } from "./leading.js";
import {
  DRAWS, SEED, deviates, drawnScores, drawnValues, drawnWeights, exponent, normalise, places,
  powerMean, prepared, rankAcceptability, uniforms,
} from "./maths.js";

/** Work out judgements of `domains` x `criteria`; `profile` is each domain's touch on interests. */
export function makeEngine(profile, impact, draws = DRAWS) {
  const kept = new Map();
  const keep = (slot, key, make) => {
    if (kept.get(slot)?.key !== key) kept.set(slot, { key, value: make() });
    return kept.get(slot).value;
  };

  return function work(judgement) {
    const sheet = judgement.sheets[judgement.capital];
    const points = Object.values(sheet.points);
    const ranges = effectiveScores(sheet, profile, impact);
    const [count, width] = [ranges.length, points.length];
    const p = exponent(judgement.dial);
    const u = keep("uniforms", draws, () => uniforms(SEED, width * (count + 1), draws));
    const spread = judgement.spread === null ? null : judgement.spread / 100;

    const distances = keep("distances", draws, () => u.slice(width).map(deviates));
    const scoreRow = (d, k, vary) => {
      const range = ranges[d][k];
      const key = `${range} ${vary}`;
      const row = keep(`score ${d} ${k} ${vary}`, key, () =>
        vary ? drawnScores(range, distances[width * d + k]) : new Float64Array(draws).fill(range[1]));
      return keep(`prepared ${d} ${k} ${vary}`, `${key} ${p}`, () => prepared(row, p));
    };
    const values = (weights, vary, out = []) => ranges.map((row, d) =>
      drawnValues(weights, row.map((_, k) => scoreRow(d, k, vary)), p, out[d]));

    const weights = normalise(points);
    const modes = ranges.map((row) => row.map((range) => range[1]));
    const exact = modes.map((row) => powerMean(row, weights, p));
    const used = keep("used", draws, () => ({ // new rows for each move would be cleared away
      weights: points.map(() => new Float64Array(draws)),
      values: ranges.map(() => new Float64Array(draws)),
    }));
    const varied = drawnWeights(points, spread, u.slice(0, width), used.weights);
    const drawn = values(varied, judgement.vary, used.values);
    const believed = keep("believed", `${modes} ${p}`, () => {
      const anything = keep("any", "", () => drawnWeights(points, null, u.slice(0, width)));
      const led = modes.map((row, d) => keep(`led ${d}`, `${row} ${p}`, () =>
        drawnValues(anything, row.map((_, k) => scoreRow(d, k, false)), p)));
      const scale = modes.map((row) => row.map((x) => added(x, p)));
      return {
        ...leading(anything, led), scale,
        best: modes.map((_, d) => (judgement.dial > EXACT_TO ? { lead: NaN, weights: [] } : bestLead(scale, d))),
      };
    });
    const ends = drawn.map((row) => quantiles(row, [0.05, 0.95]));
    return {
      weights, ranges, ...believed, bestLeads: believed.best.map((each) => each.lead),
      values: exact,
      margin: p === -Infinity ? NaN : marginOfError(believed.scale, points),
      low: ends.map((e) => e[0]),
      high: ends.map((e) => e[1]),
      places: places(exact),
      acceptability: rankAcceptability(drawn),
    };
  };
}

/** [low, mode, high] per domain and criterion; Impact moves with the weights of the interests. */
export function effectiveScores(sheet, profile, impact) {
  const interests = Object.keys(sheet.interests);
  const v = normalise(Object.values(sheet.interests));
  const weighed = Object.values(sheet.interests).some((x) => x > 0);
  return Object.entries(sheet.scores).map(([domain, row]) => {
    const touched = interests.map((i) => profile[domain][i]);
    const mean = touched.reduce((a, b) => a + b, 0) / touched.length;
    const exact = weighed ? touched.reduce((sum, t, i) => sum + v[i] * t, 0) - mean : 0;
    const shift = Math.abs(exact) < 1e-9 ? 0 : exact; // a last bit would hide who dominates whom
    return Object.entries(row).map(([criterion, { low, mode, high }]) =>
      [low, mode, high].map((x) =>
        criterion === impact && shift ? Math.min(100, Math.max(0, x + shift)) : x));
  });
}

/** Position of the domain that is first on a sheet at its most likely scores; null if two are. */
export function leader(sheet, profile, impact, dial) {
  const weights = normalise(Object.values(sheet.points));
  const values = effectiveScores(sheet, profile, impact).map((row) =>
    powerMean(row.map((range) => range[1]), weights, exponent(dial)));
  const held = places(values);
  return held.filter((place) => place === 1).length > 1 ? null : held.indexOf(1);
}

/** The largest swing other than `criterion`, and what `criterion` is worth against it. */
export function worth(points, criterion) {
  const others = Object.keys(points).filter((c) => c !== criterion);
  const reference = others.reduce((best, c) => (points[c] > points[best] ? c : best), others[0]);
  return { reference, share: points[reference] > 0 ? points[criterion] / points[reference] : null };
}

const FINE = 8; // bins per point of value; a power of two, so that their edges are exact

/** Value below which a share of the draws lies (linear between neighbours); values are 0 to 100. */
export function quantiles(row, shares) {
  const counts = new Int32Array(100 * FINE + 1);
  for (let i = 0; i < row.length; i++) counts[(row[i] * FINE) | 0]++;
  return shares.map((share) => {
    const at = share * (row.length - 1);
    const k = Math.floor(at);
    let [bin, before] = [0, 0];
    while (before + counts[bin] <= k) before += counts[bin++];
    const from = bin / FINE;
    let upto = before + counts[bin++];
    while (upto <= k + 1 && bin < counts.length) upto += counts[bin++]; // the neighbour may be far
    const to = bin / FINE;
    const near = []; // to sort only these is nine times faster than to sort all
    for (let i = 0; i < row.length; i++) if (row[i] >= from && row[i] < to) near.push(row[i]);
    near.sort((a, b) => a - b);
    const below = near[k - before];
    return below + (at - k) * ((near[k - before + 1] ?? below) - below);
  });
}
