// Which domains any weights could put first, which never, and how firm first place is. No page.
// `alignment.methods.dominance` says the same in Python and is the reference.

import { smallest } from "./simplex.js";

export const EXACT_TO = 75; // beyond this dial, sizes of weights hardly count and digits are lost
export const LEVEL = 1e-9;

export const dot = (one, other) => one.reduce((sum, x, k) => sum + x * other[k], 0);
const less = (one, other) => one.map((x, k) => x - other[k]);
const largest = (rows) => Math.max(...rows.flat().map(Math.abs)) || 1;

/** A score on the scale on which the power mean with exponent p adds it up. */
export function added(x, p) {
  if (p === 1) return x;
  const floored = Math.max(x, 1);
  return p === 0 ? Math.log(floored) : Math.sign(p) * (floored / 100) ** p;
}

/** The lead of domain d over each rival, criterion by criterion. */
export const leadsOver = (y, d) => y.filter((_, e) => e !== d).map((row) => less(y[d], row));

/** Positions of the domains that are never below d and above it on one criterion. */
export const dominators = (y, d) => y.map((_, e) => e).filter((e) =>
  e !== d && y[e].every((x, k) => x >= y[d][k]) && y[e].some((x, k) => x > y[d][k]));

/** Largest lead that any weights give domain d, and such weights. Below 0: never first. */
export function bestLead(y, d) {
  const rivals = leadsOver(y, d);
  const unit = largest(rivals);
  const ahead = rivals.map((row) => row.map((x) => x / unit));
  const shift = Math.min(...ahead.flat());
  const top = Math.max(...ahead.flat()) - shift;
  const ones = [...y[d].map(() => 1), 0];
  const x = smallest(
    [...ahead.map((row) => [...row.map((v) => shift - v), -1]), ones, ones.map((v) => -v)],
    [...ahead.map(() => -top), 1, -1],
    [...y[d].map(() => 0), 1],
  );
  return { lead: (shift + top - x.at(-1)) * unit, weights: x.slice(0, -1) };
}

/** Whether a is never below b under any weights in the order of the points; equal ones stay equal. */
export function neverBelowInOrder(a, b, points) {
  return points.every((level) => dot(less(a, b), points.map((s) => (s >= level ? 1 : 0))) >= -LEVEL);
}

/** Share by which every swing may be off before first place changes; 0 is a tie, 1 is any. */
export function marginOfError(y, points) {
  const totals = y.map((row) => dot(row, points));
  const leader = totals.indexOf(Math.max(...totals));
  const ratios = leadsOver(y, leader).map((row) => {
    const size = dot(row.map(Math.abs), points);
    return size > 0 ? dot(row, points) / size : 0;
  });
  return Math.min(1, Math.max(0, Math.min(...ratios)));
}
