// Works out the judgements that arrive on standard input and prints the results as JSON.
import { readFileSync } from "node:fs";

import { whatMustChange } from "../../alignment/widgets/board/change.js";
import { makeEngine } from "../../alignment/widgets/board/engine.js";

const { profile, impact, draws, judgements } = JSON.parse(readFileSync(0));
const work = makeEngine(profile, impact, draws); // one engine for all: what it keeps must not leak
console.log(JSON.stringify(judgements.map((judgement) => {
  const found = work(judgement);
  const points = Object.values(judgement.sheets[judgement.capital].points);
  const changes = found.ranges.map((_, d) => whatMustChange(found.ranges, points, d, judgement.dial));
  return { ...found, moved: changes.map((change) => change?.moved ?? null),
    leads: found.leads, stretch: changes.map((change) => change && Math.min(99, change.scores.stretch)) };
})));
