// The browser's arithmetic against what Python wrote (tests/fixtures/board.json), to 1e-6.
// Run: node --test tests/js/

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { makeEngine, quantiles, worth } from "../../alignment/widgets/board/engine.js";
import { makeHistory } from "../../alignment/widgets/board/board.js";
import { whatMustChange } from "../../alignment/widgets/board/change.js";
import { leading } from "../../alignment/widgets/board/leading.js";
import { neverBelowInOrder } from "../../alignment/widgets/board/dominance.js";
import { apart } from "../../alignment/widgets/board/results.js";
import { clash, evident, movedAlong, read, stepped, typed } from "../../alignment/widgets/board/ranges.js";
import * as maths from "../../alignment/widgets/board/maths.js";
import { speak } from "../../alignment/widgets/sentence.js";

const fixture = JSON.parse(readFileSync(new URL("../fixtures/board.json", import.meta.url)));
const { small } = fixture;

/** Numbers equal to 1e-6, lists entry by entry; Python writes NaN and infinities as null. */
function near(found, expected, where = "") {
  if (Array.isArray(expected)) {
    assert.equal(found.length, expected.length, where);
    expected.forEach((value, i) => near(found[i], value, `${where}[${i}]`));
  } else if (expected === null) {
    assert.ok(!Number.isFinite(found), `${where}: found ${found}`);
  } else {
    assert.ok(Math.abs(found - expected) <= 1e-6, `${where}: found ${found}, Python ${expected}`);
  }
}

test("the seeded generator gives the numbers Python gives", () => {
  for (const [seed, expected] of Object.entries(small.mulberry32)) {
    const next = maths.mulberry32(Number(seed));
    near(expected.map(next), expected, seed);
  }
});

test("swing points become weights and scores become values at every power", () => {
  for (const { scores, points, p, weights, value } of small.power_mean) {
    near(maths.normalise(points), weights);
    near(maths.powerMean(scores, weights, p ?? -Infinity), value, `p = ${p}`);
  }
});

test("never below in the order of the points: true for every such weight, or some such weight says no", () => {
  const next = maths.mulberry32(5);
  let never = 0;
  for (let round = 0; round < 400; round++) {
    const [a, b] = [0, 1].map(() => [1, 2, 3].map(() => Math.floor(100 * next())));
    const points = [[30, 60, 90], [90, 60, 30], [60, 90, 60]][round % 3];
    // Every weight in this order is a mixture of these: all who have at least so many points share equally.
    const corners = points.map((level) => points.map((s) => (s >= level ? 1 : 0)));
    const lead = (weights) => weights.reduce((sum, w, k) => sum + w * (a[k] - b[k]), 0);
    if (!neverBelowInOrder(a, b, points)) {
      assert.ok(corners.some((weights) => lead(weights) < 0));
      continue;
    }
    never += 1;
    for (let draw = 0; draw < 50; draw++) {
      const mixture = corners.map(() => next());
      const weights = points.map((_, k) => corners.reduce((sum, row, j) => sum + mixture[j] * row[k], 0));
      assert.ok(lead(weights) >= -1e-9, `${a} ${b} ${points}`);
    }
  }
  assert.ok(never > 50 && never < 350);
});

test("values closer than a billionth share a place", () => {
  near(maths.places(small.places.values), small.places.places);
});

test("two places never show one whole number: then every value has a decimal", () => {
  assert.deepEqual(apart({ values: [64.6, 65.3, 51], places: [2, 1, 3] }), ["64.6", "65.3", "51.0"]);
  assert.deepEqual(apart({ values: [64.4, 65.3, 51], places: [2, 1, 3] }), ["64", "65", "51"]);
  assert.deepEqual(apart({ values: [65.3, 65.3, 51], places: [1, 1, 3] }), ["65", "65", "51"]);
});

test("the dial turns into the exponent Python uses", () => {
  for (const [dial, p] of Object.entries(small.exponents)) near(maths.exponent(Number(dial)), p);
});

test("ranges are drawn as Python draws them, also at their edges and where they are cut", () => {
  const distances = maths.deviates(Float64Array.from(small.ranges.shares));
  near([...distances], small.ranges.distances);
  for (const { range, values } of small.ranges.scores)
    near([...maths.drawnScores(range, distances)], values, String(range));
});

test("quantiles are those of the sorted row, also at its edges, in gaps and with equal values", () => {
  const next = maths.mulberry32(7);
  const lists = [[0], [100], [100, 100, 100], [0, 100], [0, 0, 50, 100], [12.125, 12.125, 12.25]];
  for (let n = 0; n < 50; n++) lists.push(Array.from({ length: 1 + n * 7 }, () => Math.round(800 * next()) / 8));
  for (const list of lists) {
    const sorted = [...list].sort((a, b) => a - b);
    const shares = [0, 0.05, 0.5, 0.95, 1];
    const expected = shares.map((share) => {
      const at = share * (list.length - 1);
      const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
      return below + (at - Math.floor(at)) * (above - below);
    });
    near(quantiles(Float64Array.from(list), shares), expected, String(list));
  }
});

test("ranks, central weights and quantiles of given draws are Python's", () => {
  const values = small.draws.values.map((row) => Float64Array.from(row));
  near(maths.rankAcceptability(values), small.draws.acceptability);
  const found = leading(small.draws.weights, values);
  for (const part of Object.keys(small.draws.leading)) near(found[part], small.draws.leading[part], part);
  near(values.map((row) => quantiles(row, [0.05, 0.5, 0.95])), small.draws.quantiles);
});

function agrees(judgement, expected, work) {
  const found = work(judgement);
  for (const part of Object.keys(expected)) if (part !== "changes") near(found[part], expected[part], part);
  const points = Object.values(judgement.sheets.washington.points);
  expected.changes.forEach((change, d) =>
    sameChange(whatMustChange(found.ranges, points, d, judgement.dial), change, `domain ${d}`));
}

function sameChange(found, expected, where) {
  if (expected === null) return assert.equal(found, null, where);
  const scores = found.scores;
  const flat = { ...found, ...scores, alone: scores.own.map((s) => s.alone),
    inside: scores.own.map((s) => s.inside), chance: scores.own.map((s) => s.chance) };
  for (const part of Object.keys(expected)) {
    if (["inside", "highest"].includes(part)) assert.deepEqual(flat[part], expected[part], `${where} ${part}`);
    else near(flat[part], expected[part], `${where} ${part}`);
  }
}

for (const { name, judgement, expected } of fixture.cases) {
  test(`${name}: the browser comes to what Python comes to`, () => {
    agrees(judgement, expected, makeEngine(fixture.profile, fixture.impact));
  });
}

test("an engine that has seen other judgements gives the same answer as a fresh one", () => {
  const work = makeEngine(fixture.profile, fixture.impact);
  for (const { judgement } of fixture.cases) work(judgement);
  for (const { judgement, expected } of fixture.cases) agrees(judgement, expected, work);
});

test("a swing is worth its share of the largest other swing", () => {
  assert.deepEqual(worth({ A: 70, C: 100, E: 60 }, "E"), { reference: "C", share: 0.6 });
  assert.deepEqual(worth({ A: 70, C: 100, E: 60 }, "C"), { reference: "A", share: 100 / 70 });
  assert.equal(worth({ A: 0, C: 100 }, "C").share, null);
});

test("the arithmetic stays short and knows no page", () => {
  const text = readFileSync(new URL("../../alignment/widgets/board/maths.js", import.meta.url), "utf8");
  assert.ok(text.split("\n").length <= 151);
  assert.doesNotMatch(text, /document|window|import /);
});

test("what was undone can be done again until something new is done", () => {
  const history = makeHistory("a");
  history.note("b");
  history.note("b"); // at rest twice in the same state is one state
  history.note("c");
  assert.equal(history.back(), "b");
  assert.equal(history.back(), "a");
  assert.equal(history.back(), "a");
  assert.equal(history.forward(), "b");
  assert.ok(history.canRedo());
  history.note("d");
  assert.ok(!history.canRedo());
  assert.equal(history.forward(), "d");
  assert.equal(history.back(), "b");
});

// As Python sends them from messages.en.toml.
speak({
  "score.low": "lowest", "score.mode": "most likely", "score.high": "highest",
  "score.number": "{part} ({value})", "score.and": " and ",
  "score.above": "Your {part}, {value}, is above your {others}. Nothing has changed yet",
  "score.below": "Your {part}, {value}, is below your {others}. Nothing has changed yet",
  "score.read_as": "{typed} read as {value}", "score.refused": "{typed} not taken",
  "score.refused_stays": "{typed} not taken, {now} stays", "score.empty": "empty, {now} stays",
});

test("a number out of order waits, moves nothing, and is taken over once the other one fits", () => {
  const range = { low: 60, mode: 75, high: 90 };
  const first = typed(range, {}, "low", 95);
  assert.deepEqual(first, { range, waiting: { low: 95 } });
  assert.match(clash(range, first.waiting),
    /^Your lowest, 95, is above your most likely \(75\) and highest \(90\)\. Nothing has changed yet/);
  const second = typed(range, first.waiting, "high", 97);
  assert.deepEqual(second, { range: { ...range, high: 97 }, waiting: { low: 95 } });
  const third = typed(second.range, second.waiting, "mode", 96);
  assert.deepEqual(third, { range: { low: 95, mode: 96, high: 97 }, waiting: {} });
  assert.equal(clash(third.range, third.waiting), "");
});

test("a text is a score, or a sentence says what becomes of it", () => {
  for (const [text, value] of [["", null], ["40", 40], [" 100 ", 100], ["07", 7], ["0", 0]])
    assert.deepEqual(read(text), { value, said: "" }, text);
  for (const [text, value] of [["27%", 27], ["27 %", 27], ["27 per cent", 27], ["1,5", 2], ["60.4", 60], ["+8", 8]])
    assert.deepEqual(read(text, 50), { value, said: `${text} read as ${value}` }, text);
  for (const text of ["120", "-3", "−3", "abc", "1e2", "1,2,3", "100.5", "Infinity", "%", "0x10"]) {
    assert.deepEqual(read(text, 50.4), { value: undefined, said: `${text} not taken, 50 stays` }, text);
    assert.deepEqual(read(text), { value: undefined, said: `${text} not taken` }, text);
  }
  assert.deepEqual(read(" ", 50), { value: null, said: "empty, 50 stays" });
});

test("the arrow keys of a score field go to the next number that five divides", () => {
  for (const [from, up, down] of [[60, 65, 55], [62, 65, 60], [100, 100, 95], [0, 5, 0], [null, 0, 100], [undefined, 0, 100]])
    assert.deepEqual([stepped(from, 1), stepped(from, -1)], [up, down], String(from));
});

test("taken along, the other numbers move no farther than the order asks", () => {
  assert.deepEqual(movedAlong({ low: 60, mode: 75, high: 90 }, "low", 80), { low: 80, mode: 80, high: 90 });
  assert.deepEqual(movedAlong({ low: 60, mode: 75, high: 90 }, "high", 10), { low: 10, mode: 10, high: 10 });
  assert.deepEqual(movedAlong({ low: null, mode: null, high: 90 }, "low", 95), { low: 95, mode: null, high: 95 });
});

test("a note counts as evidence once it says something", () => {
  for (const empty of ["", "x", "  ", "why", "aaaaaaaa", "......."]) assert.ok(!evident(empty), empty);
  for (const said of ["customs", "OEC 2025: 30 %", "海关统计年鉴"]) assert.ok(evident(said), said);
});
