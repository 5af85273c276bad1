// Works out the judgements that arrive on standard input and prints the results as JSON.
import { readFileSync } from "node:fs";

import { makeEngine } from "../../alignment/widgets/board/engine.js";

const { profile, impact, draws, judgements } = JSON.parse(readFileSync(0));
const work = makeEngine(profile, impact, draws); // one engine for all: what it keeps must not leak
console.log(JSON.stringify(judgements.map(work)));
