// Three numbers of one score, typed one after the other: what counts and what has to wait.
// No page here; the board and the score sheet share it.

import { sentence } from "../sentence.js";

export const ORDER = ["low", "mode", "high"];
/** What one of the three numbers is called. */
export const called = (part) => sentence(`score.${part}`);
const given = (range) => ORDER.filter((part) => typeof range[part] === "number");

/** Whether the numbers given so far stand in order. */
export function inOrder(range) {
  const parts = given(range);
  return parts.every((part, n) => n === 0 || range[parts[n - 1]] <= range[part]);
}

/** A typed number: taken over if the order holds, else it waits and nothing moves. */
export function typed(range, waiting, part, value) {
  const all = { ...range, ...waiting, [part]: value };
  if (inOrder(all)) return { range: all, waiting: {} };
  const alone = { ...range, [part]: value };
  const { [part]: _, ...others } = waiting;
  return inOrder(alone) ? { range: alone, waiting: others }
    : { range, waiting: { ...others, [part]: value } };
}

/** The same number with the others taken along, as the person asked for. */
export function movedAlong(range, part, value) {
  const at = ORDER.indexOf(part);
  return Object.fromEntries(ORDER.map((name, n) => {
    const now = range[name];
    if (n === at || typeof now !== "number") return [name, n === at ? value : now];
    return [name, n < at ? Math.min(now, value) : Math.max(now, value)];
  }));
}

/** What is wrong and what will happen, in one sentence; empty if nothing waits. */
export function clash(range, waiting) {
  const [part] = Object.keys(waiting);
  if (!part) return "";
  const value = waiting[part];
  const at = ORDER.indexOf(part);
  const against = given(range).filter((name) => {
    const n = ORDER.indexOf(name);
    return n < at ? range[name] > value : n > at && range[name] < value;
  });
  const named = against.map((name) => sentence("score.number", { part: called(name), value: range[name] }));
  const side = ORDER.indexOf(against[0]) > at ? "score.above" : "score.below";
  return sentence(side, { part: called(part), value, others: named.join(sentence("score.and")) });
}

/** What a typed text gives: a whole number from 0 to 100, null for none, NaN for no number. */
export function number(text) {
  if (text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? Math.min(100, Math.max(0, Math.round(value))) : NaN;
}

/** Whether a note says anything: six letters or digits, of which four differ ("x" does not). */
export function evident(note) {
  const signs = [...note.toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  return signs.length >= 6 && new Set(signs).size >= 4;
}
