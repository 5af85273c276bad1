// Three numbers of one score, typed one after the other: what counts and what has to wait.
// The board and the score sheet share it.

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

/** What a typed text gives: a whole number from 0 to 100, null where nothing was typed, undefined
 * where it is no score. Its sentence says what was found and what happens; it is empty where the
 * number is taken as it was typed. `now` is the number that stays, if there is one. */
export function read(text, now = null) {
  const found = text.trim();
  if (found === "") return { value: null, said: now === null ? "" : sentence("score.empty", { now: whole(now) }) };
  const plain = found.replace(/\s*(%|per ?cent)$/, "").replace("−", "-").replace(",", ".");
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  if (!(value >= 0 && value <= 100)) {
    const refusal = now === null ? "score.refused" : "score.refused_stays";
    return { value: undefined, said: sentence(refusal, { typed: found, now: whole(now) }) };
  }
  const score = Math.round(value);
  const said = /^\d+$/.test(found) ? "" : sentence("score.read_as", { typed: found, value: score });
  return { value: score, said };
}

const whole = (number) => String(Math.round(number));

/** The field of a score. It takes any text: a field of type number drops the comma of "1,5" unseen,
 * and keeps "120" or "abc" from whoever has to answer them. Its arrow keys step by five. */
export function scoreField(onvalue) {
  const input = document.createElement("input");
  const marks = { type: "text", inputmode: "decimal", autocomplete: "off", "data-score": "true",
    "data-lm-suppress-shortcuts": "true" };
  for (const [name, value] of Object.entries(marks)) input.setAttribute(name, value);
  input.addEventListener("change", () => onvalue(input.value));
  input.addEventListener("keydown", (event) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (way || event.key === "Enter") event.preventDefault(); // no second `change` after Enter
    if (way) {
      input.value = stepped(read(input.value).value, way);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (way || event.key === "Enter") onvalue(input.value);
  });
  return input;
}

/** The next score that five divides, upwards (1) or downwards (-1), within 0 to 100. */
export function stepped(value, way) {
  if (typeof value !== "number") return way > 0 ? 0 : 100;
  const next = way > 0 ? Math.floor(value / 5) + 1 : Math.ceil(value / 5) - 1;
  return Math.min(100, Math.max(0, 5 * next));
}

/** Whether a note says anything: six letters or digits, of which four differ ("x" does not). */
export function evident(note) {
  const signs = [...note.toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  return signs.length >= 6 && new Set(signs).size >= 4;
}
