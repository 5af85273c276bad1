// Bundle each view into one module without imports, in built/: `make panels` (needs npm, once).

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";

import { build } from "esbuild";

const here = import.meta.dirname;
const out = join(here, "built");
const views = ["board/board", "chart", "live", "predicting", "sheet_view", "slider"];

await build({
  absWorkingDir: here,
  entryPoints: views.map((name) => ({ in: `${name}.js`, out: basename(name) })),
  outdir: out,
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
});

// What was bundled: a test without npm sees that a script was edited and not built.
const scripts = readdirSync(here, { recursive: true })
  .filter((name) => name.endsWith(".js") && !/^(built|node_modules)\b/.test(name))
  .map((name) => relative(here, join(here, name)).replaceAll("\\", "/"))
  .sort();
const digest = (name) => createHash("sha256").update(readFileSync(join(here, name))).digest("hex");
writeFileSync(join(out, "sources.txt"), scripts.map((name) => `${digest(name)}  ${name}\n`).join(""));
