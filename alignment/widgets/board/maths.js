// The arithmetic that must follow the finger; no page, no other file. `alignment.methods` says
// the same in Python and is the reference: tests/fixtures/board.json holds both to 1e-6.

export const DRAWS = 10000;
export const SEED = 2026;
export const TIE = 1e-9; // closer values are equal
const FLOOR = 1; // off additive a score of 0 counts as 1

/** Seeded uniform numbers in [0, 1) (Mulberry32; Ettinger 2017). */
export function mulberry32(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Rows of uniform numbers: drawn once, used for every state, so that states differ by choice. */
export function uniforms(seed, rows, draws) {
  const next = mulberry32(seed);
  return Array.from({ length: rows }, () => Float64Array.from({ length: draws }, next));
}

/** Swing points to weights that sum to 1. */
export function normalise(points) {
  const sum = points.reduce((a, b) => a + b, 0);
  return points.map((p) => (sum > 0 ? p / sum : 1 / points.length));
}

/** The dial, 0 to 100, as the exponent p: 0 is 1 (additive), 50 is 0, 100 is -Infinity. */
export function exponent(dial) {
  return dial >= 100 ? -Infinity : (100 - 2 * dial) / (100 - dial);
}

/** Power mean of one row of scores: p = 1 additive, 0 geometric, -Infinity the minimum. */
export function powerMean(scores, weights, p) {
  const used = scores.map((x, k) => (p < 1 ? Math.max(x, FLOOR) : x)).filter((_, k) => weights[k] > 0);
  const w = weights.filter((v) => v > 0);
  if (p === 1) return used.reduce((sum, x, k) => sum + w[k] * x, 0);
  const lowest = Math.min(...used);
  if (p === -Infinity) return lowest;
  const logs = used.map((x) => Math.log(x / lowest));
  if (Math.abs(p) < 1e-12) return lowest * Math.exp(logs.reduce((sum, l, k) => sum + w[k] * l, 0));
  const inner = logs.reduce((sum, l, k) => sum + w[k] * Math.expm1(p * l), 0);
  return lowest * Math.exp(Math.log1p(inner) / p);
}

/** Places, 1 is the largest; equal values share the better place. */
export function places(values) {
  return values.map((v) => 1 + values.filter((other) => other > v + TIE).length);
}

/** Distances from the most likely score, P10 at -1, P90 at 1: two half-triangles (AACE 41R-08). */
export function deviates(row) {
  const stretch = 1 / (1 - Math.sqrt(0.2));
  return row.map((u) => (u < 0.5 ? -1 : 1) * stretch * (1 - Math.sqrt(2 * Math.min(u, 1 - u))));
}

/** Scores at such distances from a range [P10, most likely, P90], cut to 0 to 100. */
export function drawnScores([low, mode, high], distances) {
  const [down, up, row] = [mode - low, high - mode, new Float64Array(distances.length)];
  for (let i = 0; i < row.length; i++) {
    const x = mode + distances[i] * (distances[i] < 0 ? down : up);
    row[i] = x < 0 ? 0 : x > 100 ? 100 : x;
  }
  return row;
}

/** Weight draws, a row per criterion (in `out`). Spread: 0 to 1 around a point, null for any. */
export function drawnWeights(points, spread, uniformRows, out = []) {
  const draws = uniformRows[0].length;
  const total = new Float64Array(draws);
  const rows = uniformRows.map((u, k) => {
    const [point, row] = [points[k], out[k] ?? new Float64Array(draws)];
    if (spread === null) for (let i = 0; i < draws; i++) row[i] = -Math.log1p(-u[i]);
    else for (let i = 0; i < draws; i++) row[i] = point * (1 + spread * (2 * u[i] - 1));
    for (let i = 0; i < draws; i++) total[i] += row[i];
    return row;
  });
  for (let i = 0; i < draws; i++) total[i] = 1 / total[i];
  for (const row of rows) for (let i = 0; i < draws; i++) row[i] *= total[i];
  return rows;
}

/** Scores as the power mean adds them: x, ln x or x to the p. Changes only with score and dial. */
export function prepared(row, p) {
  if (p === 1 || p === -Infinity) return p === 1 ? row : row.map((x) => Math.max(x, FLOOR));
  const logs = row.map((x) => Math.log(Math.max(x, FLOOR)));
  return p === 0 ? logs : logs.map((l) => Math.exp(p * l));
}

/** Value of one domain in every draw (in `out`), from weight rows and prepared score rows. */
export function drawnValues(weightRows, scoreRows, p, out = new Float64Array(weightRows[0].length)) {
  const draws = out.fill(p === -Infinity ? Infinity : 0).length;
  for (let k = 0; k < weightRows.length; k++) {
    const [w, x] = [weightRows[k], scoreRows[k]];
    if (p === -Infinity) for (let i = 0; i < draws; i++) out[i] = w[i] > 0 ? Math.min(out[i], x[i]) : out[i];
    else for (let i = 0; i < draws; i++) out[i] += w[i] * x[i];
  }
  if (p === 0) for (let i = 0; i < draws; i++) out[i] = Math.exp(out[i]);
  else if (p !== 1 && p !== -Infinity) for (let i = 0; i < draws; i++) out[i] = Math.exp(Math.log(out[i]) / p);
  return out;
}

/** Share of draws in which each domain (row) takes each place; a tie shares its places. */
export function rankAcceptability(valueRows) {
  const [n, draws] = [valueRows.length, valueRows[0].length];
  const [counts, v, above] = [new Float64Array(n * n), new Float64Array(n), new Int32Array(n)];
  for (let i = 0; i < draws; i++) {
    let larger = 0; // added up without a branch, which is twice as fast
    for (let d = 0; d < n; d++) v[d] = valueRows[d][i];
    for (let d = 0; d < n; d++) {
      let higher = 0;
      for (let o = 0; o < n; o++) higher += +(v[o] - v[d] > TIE);
      above[d] = higher;
      larger += higher;
    }
    const tied = larger < (n * (n - 1)) / 2;
    for (let d = 0; d < n; d++) {
      let equal = 1;
      if (tied) for (let o = equal = 0; o < n; o++) equal += +(Math.abs(v[o] - v[d]) <= TIE);
      if (equal === 1) counts[d * n + above[d]] += 1;
      else for (let r = above[d]; r < above[d] + equal; r++) counts[d * n + r] += 1 / equal;
    }
  }
  return valueRows.map((_, d) => Array.from(counts.subarray(d * n, d * n + n), (c) => c / draws));
}
