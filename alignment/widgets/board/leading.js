// Which weights go with which first place: counted over drawn weights. No page.
// `alignment.methods.uncertainty` (central_weights, leads_by_largest) is the reference.

import { TIE } from "./maths.js";

/** One pass over the draws: per domain the share it leads and its mean weights (NaN if it never
 *  leads); per criterion the share each domain leads among the draws in which it weighs most, and how many those are. */
export function leading(weightRows, valueRows) {
  const [n, width, draws] = [valueRows.length, weightRows.length, valueRows[0].length];
  const [counts, sums] = [new Float64Array(n), new Float64Array(n * width)];
  const [led, times] = [new Float64Array(n * width), new Float64Array(width)];
  const v = new Float64Array(n);
  for (let i = 0; i < draws; i++) {
    let largest = 0;
    for (let k = 1; k < width; k++) if (weightRows[k][i] > weightRows[largest][i]) largest = k;
    times[largest] += 1;
    let top = 0;
    for (let d = 0; d < n; d++) {
      v[d] = valueRows[d][i];
      if (v[d] > v[top]) top = d;
    }
    let equal = 0;
    for (let d = 0; d < n; d++) equal += +(v[top] - v[d] <= TIE);
    for (let d = 0; d < n; d++) {
      if (v[top] - v[d] > TIE) continue;
      counts[d] += 1 / equal;
      led[largest * n + d] += 1 / equal;
      for (let k = 0; k < width; k++) sums[d * width + k] += weightRows[k][i] / equal;
    }
  }
  const rows = (all, length, by) => Array.from(by, (count, r) =>
    Array.from(all.subarray(r * length, (r + 1) * length), (x) => x / count));
  return {
    leads: Array.from(counts, (count) => count / draws),
    central: rows(sums, width, counts),
    byLargest: rows(led, n, times),
    times,
  };
}
