// board/simplex.js
function smallest(A, b, c) {
  const [m, n] = [A.length, c.length];
  const tableau = A.map((row, i) => [...row, b[i]]);
  tableau.push([...c, 0]);
  const basic = b.map((_, i) => n + i);
  const free = c.map((_, j) => j);
  for (let step = 0; step < 200; step++) {
    let [r, worst] = [-1, -1e-9];
    for (let i = 0; i < m; i++) if (tableau[i][n] < worst) [worst, r] = [tableau[i][n], i];
    if (r < 0) {
      const x = new Array(n).fill(0);
      basic.forEach((unknown, i) => {
        if (unknown < n) x[unknown] = tableau[i][n];
      });
      return x;
    }
    let [s, least] = [-1, Infinity];
    for (let j = 0; j < n; j++) {
      const ratio = tableau[m][j] / -tableau[r][j];
      if (tableau[r][j] < -1e-10 && ratio < least - 1e-13) [least, s] = [ratio, j];
    }
    if (s < 0) return null;
    turn(tableau, r, s);
    [basic[r], free[s]] = [free[s], basic[r]];
  }
  return null;
}
function turn(tableau, r, s) {
  const [pivot, last] = [tableau[r][s], tableau[r].length - 1];
  tableau.forEach((row, i) => {
    if (i === r) return;
    const factor = row[s] / pivot;
    if (factor) {
      for (let j = 0; j <= last; j++) if (j !== s) row[j] -= factor * tableau[r][j];
    }
    row[s] = -factor;
  });
  for (let j = 0; j <= last; j++) tableau[r][j] /= pivot;
  tableau[r][s] = 1 / pivot;
}

// board/dominance.js
var EXACT_TO = 75;
var LEVEL = 1e-9;
var dot = (one, other) => one.reduce((sum, x, k) => sum + x * other[k], 0);
var less = (one, other) => one.map((x, k) => x - other[k]);
var largest = (rows) => Math.max(...rows.flat().map(Math.abs)) || 1;
function added(x, p) {
  if (p === 1) return x;
  const floored = Math.max(x, 1);
  return p === 0 ? Math.log(floored) : Math.sign(p) * (floored / 100) ** p;
}
var leadsOver = (y, d) => y.filter((_, e) => e !== d).map((row) => less(y[d], row));
var dominators = (y, d) => y.map((_, e) => e).filter((e) => e !== d && y[e].every((x, k) => x >= y[d][k]) && y[e].some((x, k) => x > y[d][k]));
function bestLead(y, d) {
  const rivals = leadsOver(y, d);
  const unit = largest(rivals);
  const ahead = rivals.map((row) => row.map((x2) => x2 / unit));
  const shift = Math.min(...ahead.flat());
  const top = Math.max(...ahead.flat()) - shift;
  const ones = [...y[d].map(() => 1), 0];
  const x = smallest(
    [...ahead.map((row) => [...row.map((v) => shift - v), -1]), ones, ones.map((v) => -v)],
    [...ahead.map(() => -top), 1, -1],
    [...y[d].map(() => 0), 1]
  );
  return { lead: (shift + top - x.at(-1)) * unit, weights: x.slice(0, -1) };
}
function neverBelowInOrder(a, b, points) {
  return points.every((level) => dot(less(a, b), points.map((s) => s >= level ? 1 : 0)) >= -LEVEL);
}
function marginOfError(y, points) {
  const totals = y.map((row) => dot(row, points));
  const leader2 = totals.indexOf(Math.max(...totals));
  const ratios = leadsOver(y, leader2).map((row) => {
    const size = dot(row.map(Math.abs), points);
    return size > 0 ? dot(row, points) / size : 0;
  });
  return Math.min(1, Math.max(0, Math.min(...ratios)));
}

// board/maths.js
var DRAWS = 1e4;
var SEED = 2026;
var TIE = 1e-9;
var FLOOR = 1;
function mulberry32(seed) {
  let state = seed | 0;
  return () => {
    state = state + 1831565813 | 0;
    let t = Math.imul(state ^ state >>> 15, state | 1);
    t ^= t + Math.imul(t ^ t >>> 7, t | 61);
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}
function uniforms(seed, rows, draws) {
  const next = mulberry32(seed);
  return Array.from({ length: rows }, () => Float64Array.from({ length: draws }, next));
}
function normalise(points) {
  const sum = points.reduce((a, b) => a + b, 0);
  return points.map((p) => sum > 0 ? p / sum : 1 / points.length);
}
function exponent(dial) {
  return dial >= 100 ? -Infinity : (100 - 2 * dial) / (100 - dial);
}
function powerMean(scores2, weights, p) {
  const used = scores2.map((x, k) => p < 1 ? Math.max(x, FLOOR) : x).filter((_, k) => weights[k] > 0);
  const w = weights.filter((v) => v > 0);
  if (p === 1) return used.reduce((sum, x, k) => sum + w[k] * x, 0);
  const lowest = Math.min(...used);
  if (p === -Infinity) return lowest;
  const logs = used.map((x) => Math.log(x / lowest));
  if (Math.abs(p) < 1e-12) return lowest * Math.exp(logs.reduce((sum, l, k) => sum + w[k] * l, 0));
  const inner = logs.reduce((sum, l, k) => sum + w[k] * Math.expm1(p * l), 0);
  return lowest * Math.exp(Math.log1p(inner) / p);
}
function places(values) {
  return values.map((v) => 1 + values.filter((other) => other > v + TIE).length);
}
function deviates(row) {
  const stretch2 = 1 / (1 - Math.sqrt(0.2));
  return row.map((u) => (u < 0.5 ? -1 : 1) * stretch2 * (1 - Math.sqrt(2 * Math.min(u, 1 - u))));
}
function drawnScores([low, mode, high], distances) {
  const [down, up, row] = [mode - low, high - mode, new Float64Array(distances.length)];
  for (let i = 0; i < row.length; i++) {
    const x = mode + distances[i] * (distances[i] < 0 ? down : up);
    row[i] = x < 0 ? 0 : x > 100 ? 100 : x;
  }
  return row;
}
function drawnWeights(points, spread, uniformRows, out = []) {
  const draws = uniformRows[0].length;
  const total = new Float64Array(draws);
  const rows = uniformRows.map((u, k) => {
    const [point2, row] = [points[k], out[k] ?? new Float64Array(draws)];
    if (spread === null) for (let i = 0; i < draws; i++) row[i] = -Math.log1p(-u[i]);
    else for (let i = 0; i < draws; i++) row[i] = point2 * (1 + spread * (2 * u[i] - 1));
    for (let i = 0; i < draws; i++) total[i] += row[i];
    return row;
  });
  for (let i = 0; i < draws; i++) total[i] = 1 / total[i];
  for (const row of rows) for (let i = 0; i < draws; i++) row[i] *= total[i];
  return rows;
}
function prepared(row, p) {
  if (p === 1 || p === -Infinity) return p === 1 ? row : row.map((x) => Math.max(x, FLOOR));
  const logs = row.map((x) => Math.log(Math.max(x, FLOOR)));
  return p === 0 ? logs : logs.map((l) => Math.exp(p * l));
}
function drawnValues(weightRows, scoreRows, p, out = new Float64Array(weightRows[0].length)) {
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
function rankAcceptability(valueRows) {
  const [n, draws] = [valueRows.length, valueRows[0].length];
  const [counts, v, above] = [new Float64Array(n * n), new Float64Array(n), new Int32Array(n)];
  for (let i = 0; i < draws; i++) {
    let larger = 0;
    for (let d = 0; d < n; d++) v[d] = valueRows[d][i];
    for (let d = 0; d < n; d++) {
      let higher = 0;
      for (let o = 0; o < n; o++) higher += +(v[o] - v[d] > TIE);
      above[d] = higher;
      larger += higher;
    }
    const tied = larger < n * (n - 1) / 2;
    for (let d = 0; d < n; d++) {
      let equal = 1;
      if (tied) for (let o = equal = 0; o < n; o++) equal += +(Math.abs(v[o] - v[d]) <= TIE);
      if (equal === 1) counts[d * n + above[d]] += 1;
      else for (let r = above[d]; r < above[d] + equal; r++) counts[d * n + r] += 1 / equal;
    }
  }
  return valueRows.map((_, d) => Array.from(counts.subarray(d * n, d * n + n), (c) => c / draws));
}

// board/leading.js
function leading(weightRows, valueRows) {
  const [n, width, draws] = [valueRows.length, weightRows.length, valueRows[0].length];
  const [counts, sums] = [new Float64Array(n), new Float64Array(n * width)];
  const [led, times] = [new Float64Array(n * width), new Float64Array(width)];
  const v = new Float64Array(n);
  for (let i = 0; i < draws; i++) {
    let largest2 = 0;
    for (let k = 1; k < width; k++) if (weightRows[k][i] > weightRows[largest2][i]) largest2 = k;
    times[largest2] += 1;
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
      led[largest2 * n + d] += 1 / equal;
      for (let k = 0; k < width; k++) sums[d * width + k] += weightRows[k][i] / equal;
    }
  }
  const rows = (all, length, by) => Array.from(by, (count, r) => Array.from(all.subarray(r * length, (r + 1) * length), (x) => x / count));
  return {
    leads: Array.from(counts, (count) => count / draws),
    central: rows(sums, width, counts),
    byLargest: rows(led, n, times),
    times
  };
}

// board/engine.js
function makeEngine(profile, impact, draws = DRAWS) {
  const kept = /* @__PURE__ */ new Map();
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
    const scoreRow2 = (d, k, vary) => {
      const range = ranges[d][k];
      const key = `${range} ${vary}`;
      const row = keep(`score ${d} ${k} ${vary}`, key, () => vary ? drawnScores(range, distances[width * d + k]) : new Float64Array(draws).fill(range[1]));
      return keep(`prepared ${d} ${k} ${vary}`, `${key} ${p}`, () => prepared(row, p));
    };
    const values = (weights2, vary, out = []) => ranges.map((row, d) => drawnValues(weights2, row.map((_, k) => scoreRow2(d, k, vary)), p, out[d]));
    const weights = normalise(points);
    const modes = ranges.map((row) => row.map((range) => range[1]));
    const exact2 = modes.map((row) => powerMean(row, weights, p));
    const used = keep("used again", draws, () => ({
      // new rows for each move would be cleared away
      weights: points.map(() => new Float64Array(draws)),
      values: ranges.map(() => new Float64Array(draws))
    }));
    const varied2 = drawnWeights(points, spread, u.slice(0, width), used.weights);
    const drawn = values(varied2, judgement.vary, used.values);
    const believed = keep("believed", `${modes} ${p}`, () => {
      const anything = keep("any", "", () => drawnWeights(points, null, u.slice(0, width)));
      const led = modes.map((row, d) => keep(`led ${d}`, `${row} ${p}`, () => drawnValues(anything, row.map((_, k) => scoreRow2(d, k, false)), p)));
      const scale = modes.map((row) => row.map((x) => added(x, p)));
      return {
        ...leading(anything, led),
        scale,
        best: modes.map((_, d) => judgement.dial > EXACT_TO ? { lead: NaN, weights: [] } : bestLead(scale, d))
      };
    });
    const ends = drawn.map((row) => quantiles(row, [0.05, 0.95]));
    return {
      weights,
      ranges,
      ...believed,
      bestLeads: believed.best.map((each) => each.lead),
      values: exact2,
      margin: p === -Infinity ? NaN : marginOfError(believed.scale, points),
      low: ends.map((e) => e[0]),
      high: ends.map((e) => e[1]),
      places: places(exact2),
      acceptability: rankAcceptability(drawn)
    };
  };
}
function effectiveScores(sheet, profile, impact) {
  const interests2 = Object.keys(sheet.interests);
  const v = normalise(Object.values(sheet.interests));
  const weighed = Object.values(sheet.interests).some((x) => x > 0);
  return Object.entries(sheet.scores).map(([domain, row]) => {
    const touched = interests2.map((i) => profile[domain][i]);
    const mean = touched.reduce((a, b) => a + b, 0) / touched.length;
    const exact2 = weighed ? touched.reduce((sum, t, i) => sum + v[i] * t, 0) - mean : 0;
    const shift = Math.abs(exact2) < 1e-9 ? 0 : exact2;
    return Object.entries(row).map(([criterion, { low, mode, high }]) => [low, mode, high].map((x) => criterion === impact && shift ? Math.min(100, Math.max(0, x + shift)) : x));
  });
}
function leader(sheet, profile, impact, dial) {
  const weights = normalise(Object.values(sheet.points));
  const values = effectiveScores(sheet, profile, impact).map((row) => powerMean(row.map((range) => range[1]), weights, exponent(dial)));
  const held = places(values);
  return held.filter((place2) => place2 === 1).length > 1 ? null : held.indexOf(1);
}
function worth(points, criterion) {
  const others = Object.keys(points).filter((c) => c !== criterion);
  const reference = others.reduce((best, c) => points[c] > points[best] ? c : best, others[0]);
  return { reference, share: points[reference] > 0 ? points[criterion] / points[reference] : null };
}
var FINE = 8;
function quantiles(row, shares) {
  const counts = new Int32Array(100 * FINE + 1);
  for (let i = 0; i < row.length; i++) counts[row[i] * FINE | 0]++;
  return shares.map((share) => {
    const at = share * (row.length - 1);
    const k = Math.floor(at);
    let [bin, before] = [0, 0];
    while (before + counts[bin] <= k) before += counts[bin++];
    const from = bin / FINE;
    let upto = before + counts[bin++];
    while (upto <= k + 1 && bin < counts.length) upto += counts[bin++];
    const to = bin / FINE;
    const near = [];
    for (let i = 0; i < row.length; i++) if (row[i] >= from && row[i] < to) near.push(row[i]);
    near.sort((a, b) => a - b);
    const below = near[k - before];
    return below + (at - k) * ((near[k - before + 1] ?? below) - below);
  });
}

// board/parts.js
var whole = (x) => String(Math.round(x));
var percent = (x) => `${Math.round(100 * x)} %`;
var percentOf = (share) => share > 0 && share < 5e-3 ? "<1" : share > 0.995 && share < 1 ? ">99" : whole(100 * share);
var short = (text) => text.replace(/ and .*/, "");
var lower = (name) => name[0].toLowerCase() + name.slice(1);
var most = (values) => values.indexOf(Math.max(...values));
var copy = (x) => JSON.parse(JSON.stringify(x));
var json = (x) => JSON.stringify(x);
function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== void 0) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat());
  return node;
}
function write(node, text) {
  const only = node.firstChild;
  if (!only || only.nextSibling || only.nodeType !== Node.TEXT_NODE) node.textContent = text;
  else if (only.data !== text) only.data = text;
}
function place(node, name, ...shares) {
  const value = shares.map((share) => `${share.toFixed(1)}%`).join(" ");
  const known = placed.get(node) ?? placed.set(node, {}).get(node);
  if (known[name] !== value) node.style.setProperty(name, known[name] = value);
}
var placed = /* @__PURE__ */ new WeakMap();
var made = 0;
var newId = () => `alb-${made += 1}`;
var box = () => h("span", { class: "alb-box" });
var inCells = (boxes) => boxes.map((each) => h("td", {}, each));
function slider(label, oninput, attributes = {}) {
  const id = newId();
  const input = h("input", {
    id,
    type: "range",
    min: 0,
    max: 100,
    step: 1,
    "data-lm-suppress-shortcuts": "true",
    oninput: () => oninput(Number(input.value)),
    ...attributes
  });
  return {
    input,
    label: h("label", { for: id }, label),
    show(value, text) {
      if (Number(input.value) !== value) input.value = value;
      if (input.getAttribute("aria-valuetext") !== text) input.setAttribute("aria-valuetext", text);
    }
  };
}
var swing = ({ label, input }, number2, ...below) => h(
  "div",
  { class: "alb-swing" },
  h("div", { class: "alb-head" }, label, h("span", { class: "alb-number", "aria-hidden": "true" }, number2)),
  h("div", { class: "alb-rail" }, input),
  below
);
var mark = (criterion) => h("span", { class: `alb-mark alb-${criterion}`, "aria-hidden": "true" }, criterion);
function swings(labels, edit) {
  let touched = null;
  const [said, much, against] = [h("span", {}), box(), h("span", {})];
  const saying = h("p", { class: "alb-saying" }, said, much, against);
  const rows = Object.entries(labels.criteria).map(([criterion, { name, anchors }]) => {
    const control = slider([mark(criterion), name], (value) => {
      touched = criterion;
      edit(({ points }) => {
        points[criterion] = value;
        if (!Object.values(points).some((p) => p > 0)) points[criterion] = 1;
      });
    }, { "data-criterion": criterion });
    const weight = box();
    const anchor = h("div", { class: "alb-anchor" }, `0 = ${anchors[0]} → 100 = ${anchors[4]}`);
    const root2 = swing(control, weight, anchor);
    return { criterion, control, weight, root: root2 };
  });
  const root = h(
    "section",
    { "aria-label": "Swing points" },
    h("h4", {}, "1 What matters"),
    h(
      "p",
      { class: "alb-help" },
      "Think of every criterion at 0. Give 100 to the move from 0 to 100 you would stop first, ",
      "then rate each other move against it."
    ),
    rows.map((row) => row.root)
  );
  function update({ sheet }, { weights }) {
    const names = (c) => labels.criteria[c].name;
    rows.forEach(({ criterion, control, weight }, k) => {
      const points = sheet.points[criterion];
      const { reference: reference2, share: share2 } = worth(sheet.points, criterion);
      const other = share2 === null ? "" : `, worth ${percent(share2)} of ${names(reference2)}`;
      control.show(points, `${whole(points)} points, weight ${percent(weights[k])}${other}`);
      write(weight, `${whole(points)} points · ${percent(weights[k])}`);
    });
    const spoken2 = touched ?? Object.keys(sheet.points).at(-2);
    const { reference, share } = worth(sheet.points, spoken2);
    const only = share === null;
    write(said, only ? `You are saying: only ${names(spoken2)} matters.` : `You are saying: moving ${names(spoken2)} from 0 to 100 is worth `);
    write(much, only ? "" : percent(share));
    write(against, only ? "" : ` of moving ${names(reference)} from 0 to 100.`);
  }
  return { root, saying, update };
}
var DIAL = [
  [0, "fully: the weighted mean (additive)"],
  [1, "mostly: closer to the mean"],
  [50, "in part: the weighted geometric mean"],
  [51, "hardly: closer to the lowest score"],
  [100, "not at all: the lowest score counts (minimum)"]
];
function doubts(edit) {
  const dial = slider("May a high score make up for a low one?", (value) => edit((sheet, judgement) => judgement.dial = value), { "data-dial": "true" });
  const meaning = h("div", { class: "alb-anchor" });
  const spread = h("select", {
    "data-lm-suppress-shortcuts": "true",
    onchange: () => edit((sheet, judgement) => judgement.spread = spread.value === "any" ? null : Number(spread.value))
  }, [["0", "as stated"], ["25", "up to 25 % off"], ["50", "up to 50 % off"], ["any", "any weights at all"]].map(([value, text]) => h("option", { value }, text)));
  const vary = h("input", {
    type: "checkbox",
    "data-lm-suppress-shortcuts": "true",
    onchange: () => edit((sheet, judgement) => judgement.vary = vary.checked)
  });
  const root = h(
    "section",
    { "aria-label": "Doubts" },
    h("h4", {}, "2 How sure you are"),
    swing(dial, "", meaning),
    h("p", { class: "alb-line" }, h("label", {}, "Swing points are ", spread)),
    h("p", { class: "alb-line" }, h("label", {}, vary, " scores are drawn from their ranges"))
  );
  function update({ judgement }) {
    const text = DIAL.findLast(([from]) => judgement.dial >= from)[1];
    dial.show(judgement.dial, text);
    write(meaning, text);
    spread.value = judgement.spread === null ? "any" : String(judgement.spread);
    vary.checked = judgement.vary;
  }
  return { root, update };
}
function interests(labels, edit) {
  const rows = Object.entries(labels.interests).map(([interest, name]) => ({
    interest,
    control: slider(name, (value) => edit((sheet) => sheet.interests[interest] = value)),
    weight: box()
  }));
  const domains = Object.entries(labels.domains);
  const table = h(
    "table",
    {},
    h("caption", {}, "How strongly harm in a domain touches each interest, 0–100 (illustrative)"),
    h("thead", {}, h(
      "tr",
      {},
      h("th", { scope: "col" }, "Interest"),
      domains.map(([, name]) => h("th", { scope: "col" }, name))
    )),
    h("tbody", {}, rows.map(({ interest }) => h(
      "tr",
      {},
      h("th", { scope: "row" }, labels.interests[interest]),
      domains.map(([domain]) => h("td", {}, whole(labels.profile[domain][interest])))
    )))
  );
  const shift = h("p", { class: "alb-line" });
  const root = h(
    "details",
    { class: "alb-fold" },
    h("summary", {}, "Whose interests, and which?"),
    h(
      "p",
      { class: "alb-help" },
      "Impact depends on the interest that is harmed. With equal weights the Impact scores stay ",
      "as entered; weigh one interest more and they move."
    ),
    h("div", { class: "alb-columns" }, rows.map(({ control, weight }) => swing(control, weight))),
    shift,
    table
  );
  function update({ sheet, judgement }, { ranges }) {
    root.hidden = judgement.capital !== "washington" || sheet.preset === "us-japan";
    const values = Object.values(sheet.interests);
    const sum = values.reduce((a, b) => a + b, 0) || 1;
    rows.forEach(({ interest, control, weight }) => {
      const share = percent(sheet.interests[interest] / sum);
      control.show(sheet.interests[interest], `${whole(sheet.interests[interest])} points, ${share}`);
      write(weight, share);
    });
    const k = Object.keys(sheet.points).indexOf(labels.impact);
    const now = domains.map(([, name], d) => `${name} ${whole(ranges[d][k][1])}`).join(", ");
    write(shift, `Impact as it counts now: ${now}.`);
  }
  return { root, update };
}

// board/believing.js
var LINES = 10;
var DISTINCT = 0.05;
var FEW = 300;
var signed = (x) => Math.round(x) > 0 ? `+${whole(x)}` : whole(x).replace("-", "−");
var of100 = (share) => share > 0.995 ? "more than 99" : share < 5e-3 ? "fewer than 1" : whole(100 * share);
function beliefs(labels) {
  const criteria = Object.keys(labels.criteria);
  const names = Object.values(labels.domains).map(short);
  const neutral = 1 / criteria.length;
  const rows = Object.entries(labels.domains).map(([domain, name]) => {
    const [share, cells] = [box(), criteria.map(box)];
    const verdict = h("td", { colspan: criteria.length + 1, class: "alb-verdict" });
    const numbers = [h("td", { class: "alb-wide" }, share), ...inCells(cells)];
    const root2 = h("tr", { "data-domain": domain }, h("th", { scope: "row" }, name), numbers, verdict);
    return { share, cells, numbers, verdict, root: root2 };
  });
  const lines = Array.from({ length: LINES }, () => h("li", { hidden: true }));
  const heads = criteria.map((c) => h(
    "th",
    { scope: "col", title: labels.criteria[c].name },
    mark(c),
    h("span", { class: "alb-hidden" }, labels.criteria[c].name)
  ));
  const root = h(
    "section",
    { "aria-label": "Any weights" },
    h(
      "table",
      { class: "alb-shares" },
      h("caption", {}, "Any weights, scores at most likely: average weights where a domain is first"),
      h("thead", {}, h(
        "tr",
        {},
        h("th", { scope: "col" }, "Domain"),
        h("th", { scope: "col" }, "first in"),
        heads
      )),
      h("tbody", {}, rows.map((row) => row.root))
    ),
    h(
      "p",
      { class: "alb-help" },
      `Points of 100 above or below the neutral weight of ${whole(100 * neutral)}. `,
      "First in: per cent of all weight sets. It says where values lead, not what you think."
    ),
    h("ul", { class: "alb-lines" }, lines)
  );
  function update({ sheet, judgement }, result) {
    const level = Math.max(...result.leads) - Math.min(...result.leads) < 0.01;
    rows.forEach(({ share, cells, numbers, verdict }, d) => {
      const said = level ? "" : never(labels, result, d);
      numbers.forEach((cell) => {
        if (cell.hidden !== (said !== "")) cell.hidden = said !== "";
      });
      if (verdict.hidden !== (said === "")) verdict.hidden = said === "";
      write(verdict, said);
      write(share, `${percentOf(result.leads[d])} %`);
      cells.forEach((cell, k) => {
        const away = result.central[d][k] - neutral;
        write(cell, Number.isNaN(away) ? "–" : signed(100 * away));
        cell.classList.toggle("alb-top", Math.abs(away) >= DISTINCT);
      });
    });
    const says = level ? ["All domains are level: these scores decide nothing."] : sentences(result, Object.values(sheet.points), judgement);
    lines.forEach((line, n) => {
      if (line.hidden !== !says[n]) line.hidden = !says[n];
      write(line, says[n] ?? "");
    });
  }
  function sentences(result, points, judgement) {
    const { leads, byLargest, central, scale, bestLeads } = result;
    const title = (k) => lower(labels.criteria[criteria[k]].name);
    const says = [];
    leads.forEach((overall, d) => {
      if (overall >= 0.95) says.push(`${names[d]} is first under almost any weights.`);
      if (overall >= 0.95 || overall < 0.01) return;
      const shares = byLargest.map((row) => row[d]);
      const j = most(shares);
      if (shares[j] >= 0.8 && shares[j] >= overall + 0.15 && result.times[j] >= FEW)
        says.push(`Where ${title(j)} has the largest weight, ${names[d]} is first in about ${of100(shares[j])} of 100 weight sets (overall ${of100(overall)}).`);
      const away = central[d].map((w) => w - neutral);
      const k = most(away.map(Math.abs));
      if (Math.abs(away[k]) >= DISTINCT)
        says.push(`Weight sets with ${names[d]} first give ${title(k)} ${away[k] > 0 ? "more" : "less"} than average: ${whole(100 * central[d][k])} of 100 points instead of ${whole(100 * neutral)}.`);
    });
    const able = bestLeads.map((_, d) => d).filter((d) => bestLeads[d] > LEVEL);
    if (judgement.dial === 0 && able.length === 2) says.push(cone(scale, able, title));
    const [first, second] = result.values.map((_, d) => d).sort((a, b) => result.values[b] - result.values[a]);
    if (judgement.dial <= EXACT_TO && result.places[second] > 1 && neverBelowInOrder(scale[first], scale[second], points))
      says.push(`In your order of swings, ${names[first]} is never below ${names[second]}, whatever the numbers.`);
    says.push(reconciled(result, judgement));
    return says.filter(Boolean);
  }
  function cone(scale, [one, other], title) {
    const gaps = scale[one].map((x, k) => [Math.round(10 * (x - scale[other][k])) / 10, k]);
    const side = (sign) => gaps.filter(([gap]) => sign * gap > 0).sort((a, b) => sign * (b[0] - a[0])).map(([gap, k]) => `${sign * gap} × ${title(k)}`).join(" + ");
    return `In weights, ${names[one]} is above ${names[other]} exactly when ${side(1)} is more than ${side(-1)}.`;
  }
  function reconciled({ acceptability: acceptability2, leads }, { spread, vary }) {
    if (spread === null) return "";
    const now = acceptability2.map((row) => row[0]);
    const [here, anywhere] = [most(now), most(leads)];
    const mine = `At your weights${spread ? `, up to ${spread} % off` : ""}${vary ? " and with your ranges" : ""}`;
    if (here === anywhere) return `Both tables have ${names[here]} first most often: at your weights and over all weights.`;
    return `${mine}, ${names[here]} is first more often (${of100(now[here])} of 100 draws); over all weights, at the most likely scores, ${names[anywhere]} is (${of100(leads[anywhere])}). The two tables answer different questions; your weights make the difference.`;
  }
  return { root, update };
}
function never(labels, { scale, best }, d) {
  const { lead, weights } = best[d];
  if (!(lead <= LEVEL)) return "";
  const names = Object.values(labels.domains).map(short);
  const over = dominators(scale, d).map((e) => names[e]).join(" and ");
  const why = over ? `${over} score${over.includes(" and ") ? "" : "s"} at least as high on every criterion` : "whatever the weights, some other domain is ahead";
  if (lead < -LEVEL) return `never first: ${why}.`;
  const criteria = Object.values(labels.criteria).filter((_, k) => weights[k] > 1e-6);
  const only = criteria.map(({ name }) => lower(name)).join(" and ");
  return `never alone in first place${over ? `: ${why}` : ""}. At best level, if next to nothing but ${only} counted.`;
}

// board/change.js
var STRETCH = 1 / (1 - Math.sqrt(0.2));
function whatMustChange(ranges, points, d, dial) {
  if (dial > EXACT_TO) return null;
  const [p, w] = [exponent(dial), normalise(points)];
  const y = ranges.map((row) => row.map((range) => added(range[1], p)));
  const best = bestLead(y, d);
  const near = nearestWeights(y, w, d, 0);
  const scores2 = raisedScores(ranges, w, d, p);
  const some = best.lead > LEVEL ? null : points.map((_, k) => someScore(y, d, k, p));
  return {
    lead: best.lead,
    sliders: sliderIntervals(y, points, d),
    near,
    scores: scores2,
    some,
    moved: near && near.reduce((sum, x, k) => sum + Math.abs(x - w[k]), 0) / 2
  };
}
function asPoints(weights, points) {
  const sum = points.reduce((a, b) => a + b, 0);
  const scale = Math.min(sum, 100 / Math.max(...weights));
  return weights.map((w) => w * scale);
}
function pointsToLead(ranges, points, d, dial) {
  const [p, w] = [exponent(dial), normalise(points)];
  const y = ranges.map((row) => row.map((range) => added(range[1], p)));
  const top = Math.min(99, Math.max(...y.map((row) => entered(dot(row, w), p))));
  const found = nearestWeights(y, w, d, added(top + 1, p) - added(top, p)) ?? nearestWeights(y, w, d, 0);
  return found && asPoints(found, points);
}
function sliderIntervals(y, points, d) {
  const ahead = leadsOver(y, d);
  return points.map((point2, k) => {
    let [low, high] = [0, 100];
    for (const row of ahead) {
      const rest = dot(row, points) - row[k] * point2;
      if (Math.abs(row[k]) <= LEVEL && rest <= LEVEL) return null;
      if (row[k] > LEVEL) low = Math.max(low, -rest / row[k]);
      if (row[k] < -LEVEL) high = Math.min(high, -rest / row[k]);
    }
    return low < high - LEVEL ? [low, high] : null;
  });
}
function nearestWeights(y, w, d, lead) {
  const rivals = leadsOver(y, d);
  const [unit, n] = [Math.max(...rivals.flat().map(Math.abs)) || 1, w.length];
  const ahead = rivals.map((row) => row.map((x2) => x2 / unit));
  const total = [...w.map(() => 1), ...w.map(() => -1)];
  const x = smallest(
    [
      ...ahead.map((row) => [...row.map((v) => -v), ...row]),
      ...w.map((_, k) => total.map((_2, j) => j === n + k ? 1 : 0)),
      total,
      total.map((v) => -v)
    ],
    [...ahead.map((row) => dot(row, w) - lead / unit), ...w, 0, 0],
    [...w.map((_, k) => 0.5 * (1 + 1e-7 * (k + 1))), ...w.map((_, k) => 0.5 * (1 + 1e-7 * (k + 1) ** 1.5))]
  );
  return x && w.map((v, k) => v + x[k] - x[n + k]);
}
function raisedScores(ranges, w, d, p) {
  const values = ranges.map((row) => dot(row.map((range) => added(range[1], p)), w));
  const gap = Math.max(...values.filter((_, e) => e !== d)) - values[d];
  const own = ranges[d].map(([, mode, high], k) => {
    const need = entered(added(mode, p) + gap / w[k], p);
    const alone = need <= 100 ? need : null;
    const chance = alone === null ? null : chanceAbove(alone, mode, high);
    return {
      alone,
      inside: alone !== null && alone <= high + LEVEL,
      chance,
      gain: w[k] * (added(high, p) - added(mode, p))
    };
  });
  const byGain = own.map((_, k) => k).sort((a, b) => own[b].gain - own[a].gain || a - b);
  let sum = 0;
  const enough = byGain.findIndex((k) => (sum += own[k].gain) >= gap - LEVEL);
  return { gap, own, highest: enough < 0 ? null : byGain.slice(0, enough + 1), stretch: stretch(ranges, w, d, p) };
}
function someScore(y, d, k, p) {
  const bottom = added(0, p);
  const unit = Math.max(...y.flat().map(Math.abs)) || 1;
  const ahead = leadsOver(y, d);
  const x = smallest(
    ahead.map((row) => [...row.filter((_, j) => j !== k).map((v) => -v / unit), -1]),
    ahead.map((row) => -(y[d][k] - row[k] - bottom) / unit),
    [...y[d].slice(1).map(() => 0), 1]
  );
  const score = x && entered(x.at(-1) * unit + bottom, p);
  return score <= 100 ? score : null;
}
function entered(value, p) {
  if (p === 1) return value;
  const base = Math.sign(p) * value;
  if (p === 0) return Math.exp(value);
  return base > 0 ? 100 * base ** (1 / p) : NaN;
}
function chanceAbove(score, mode, high) {
  if (score <= mode) return 0.5;
  const reach = STRETCH * (high - mode);
  return score - mode < reach ? 0.5 * (1 - (score - mode) / reach) ** 2 : 0;
}
function stretch(ranges, w, d, p) {
  const lead = (part) => {
    const values = ranges.map((row, e) => dot(row.map(([low2, mode, high2]) => added(mode + part * ((e === d ? high2 : low2) - mode), p)), w));
    return values[d] - Math.max(...values.filter((_, e) => e !== d));
  };
  if (lead(1) < 0) return Infinity;
  let [low, high] = [0, 1];
  for (let n = 0; n < 50; n++) {
    const middle = (low + high) / 2;
    [low, high] = lead(middle) >= 0 ? [low, middle] : [middle, high];
  }
  return high;
}

// board/answers.js
var exact = (x) => String(Math.round(10 * x) / 10);
var listed = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
function answers(labels, edit, say) {
  const criteria = Object.keys(labels.criteria);
  const title = (k) => lower(labels.criteria[criteria[k]].name);
  const names = Object.values(labels.domains).map(short);
  let [chosen, latest, shown] = [null, null, ""];
  const buttons = names.map((name, d) => h("button", {
    type: "button",
    "aria-pressed": "false",
    "data-lm-suppress-shortcuts": "true",
    onclick: () => choose(d)
  }, name));
  const headline = h("p", { class: "alb-line" });
  const found = h("div", { class: "alb-columns" });
  const go = h("button", {
    type: "button",
    hidden: true,
    "data-lm-suppress-shortcuts": "true",
    onclick: () => edit((sheet, judgement) => {
      const points = leading2(latest[1], Object.values(sheet.points), judgement.dial);
      criteria.forEach((c, k) => sheet.points[c] = points[k]);
    })
  }, "Set the sliders so");
  const root = h(
    "section",
    { "aria-label": "Put it first" },
    h("h4", {}, "4 Put it first: what must change?"),
    h("div", { class: "alb-tools", role: "group", "aria-label": "Domain to put first" }, buttons),
    headline,
    found,
    go
  );
  function choose(d) {
    chosen = chosen === d ? null : d;
    buttons.forEach((button, n) => button.setAttribute("aria-pressed", String(n === chosen)));
    shown = "";
    if (latest) update(...latest);
    if (chosen !== null) say(`${headline.textContent} ${found.textContent}`);
  }
  function leading2(result, points, dial) {
    const sought = pointsToLead(result.ranges, points, chosen, dial);
    const rounded = sought.map(Math.round);
    const change = whatMustChange(result.ranges, rounded, chosen, dial);
    return change.scores.gap < 0 ? rounded : sought.map((x) => Math.round(100 * x) / 100);
  }
  function update(state, result) {
    latest = [state, result];
    if (chosen === null) {
      write(headline, "");
      found.replaceChildren();
      go.hidden = true;
      return;
    }
    const points = Object.values(state.sheet.points);
    const key = JSON.stringify([chosen, points, result.ranges, state.judgement.dial]);
    if (key === shown) return;
    shown = key;
    const change = whatMustChange(result.ranges, points, chosen, state.judgement.dial);
    const [said, parts] = answer(change, state, result, points);
    write(headline, said);
    found.replaceChildren(...parts);
    go.hidden = !parts.length || !(change.lead > LEVEL);
  }
  function answer(change, { judgement }, result, points) {
    const name = names[chosen];
    if (change === null) return [`With the dial above ${EXACT_TO}, the sizes of weights hardly count: the lowest score decides. Turn the dial back for an answer.`, []];
    const rivals = result.values.filter((_, d) => d !== chosen);
    const ahead = result.values[chosen] - Math.max(...rivals);
    if (change.scores.gap < -LEVEL) return [`${name} is first already, ${exact(ahead)} points ahead.`, []];
    const behind = change.scores.gap > LEVEL ? `${exact(-ahead)} points below first place` : "level with first place";
    return [`${name} is ${behind} now.`, [
      part("One slider alone", ...sliders(change, points)),
      part("All weights, as little as possible", ...weights(change, points, result)),
      part("Scores, at your weights", ...scores2(change, result))
    ]];
  }
  const part = (head, ...body) => h("div", { class: "alb-answer" }, h("h5", {}, head), body);
  const words = (text) => h("p", { class: "alb-line" }, text);
  const bar = (k, text, from, to, now) => h(
    "div",
    { class: "alb-move" },
    h("div", {}, mark(criteria[k]), text),
    h(
      "div",
      { class: "alb-road", "aria-hidden": "true" },
      h("div", { class: "alb-goal", style: `left: ${from}%; width: ${Math.max(0, to - from)}%` }),
      h("div", { class: "alb-now", style: `left: ${now}%` })
    )
  );
  function sliders({ sliders: intervals }, points) {
    const able = intervals.map((_, k) => k).filter((k) => intervals[k]);
    if (!able.length) return [words("No slider does it alone.")];
    const need = ([low, high], now) => now <= low ? `above ${exact(low)}` : now >= high ? `below ${exact(high)}` : "where it is";
    return [words("Filled: where it leads. Tick: now."), ...able.map((k) => bar(k, `${labels.criteria[criteria[k]].name} ${need(intervals[k], points[k])} (now ${exact(points[k])}).`, ...intervals[k], points[k]))];
  }
  function weights({ lead, near, moved }, points, result) {
    if (!near) return [words(`No weights do this at your scores: ${names[chosen]} is ${never(labels, result, chosen)}`)];
    const now = normalise(points);
    const by = near.map((w, k) => 100 * (w - now[k]));
    const some = by.map((_, k) => k).filter((k) => Math.abs(by[k]) > 0.05);
    const [to, from] = [1, -1].map((sign) => listed(some.filter((k) => sign * by[k] > 0).map(title)));
    const handed = `${exact(100 * moved)} of 100 points of weight change hands, from ${from} to ${to}`;
    const text = Math.abs(lead) <= LEVEL ? `Level at best, and only if ${handed}: no weights put it ahead.` : `It leads once a little more than ${handed}. Your order of swings ${kept(points, near) ? "stays" : "changes"}.`;
    const sought = asPoints(near, points);
    return [words(text), ...some.map((k) => bar(
      k,
      `${labels.criteria[criteria[k]].name}: weight ${exact(100 * now[k])} → ${exact(100 * near[k])} of 100, slider ${exact(points[k])} → ${exact(sought[k])}.`,
      Math.min(points[k], sought[k]),
      Math.max(points[k], sought[k]),
      points[k]
    ))];
  }
  function scores2({ scores: { own, highest, stretch: stretch2 }, some }, { ranges }) {
    const mine = ranges[chosen];
    const able = own.map((_, k) => k).filter((k) => own[k].alone !== null);
    able.sort((a, b) => own[a].alone - mine[a][1] - (own[b].alone - mine[b][1]));
    const lines = able.map((k) => bar(k, `${labels.criteria[criteria[k]].name} above ${exact(own[k].alone)} (now ${exact(mine[k][1])}): ${own[k].inside ? `inside its range, up to ${exact(mine[k][2])}; a right score lies there in ${whole(100 * own[k].chance)} of 100` : `outside its range, which ends at ${exact(mine[k][2])}`}.`, mine[k][0], mine[k][2], own[k].alone));
    if (able.length) lines.unshift(words("One score is enough; the smallest change first. Bar: your range. Tick: what it needs."));
    else lines.push(words("No single score is enough. " + (highest ? highest.length === mine.length ? "All six of its scores at their highest would do." : `At their highest, ${listed(highest.map(title))} together would do.` : "Not even all its scores at their highest are.")));
    lines.push(words(stretch2 === Infinity ? "Not even its own scores at their highest and all others at their lowest are enough." : `Or everything ${whole(100 * stretch2) === "0" ? "less than 1" : whole(100 * stretch2)} % of the way: its own scores towards their highest, the others towards their lowest.`));
    if (some && some.some((x) => x !== null)) lines.push(words(otherwise(some, mine)));
    return lines;
  }
  function otherwise(some, mine) {
    const able = some.map((_, k) => k).filter((k) => some[k] !== null).sort((a, b) => some[a] - mine[a][1] - (some[b] - mine[b][1])).slice(0, 3);
    const each = able.map((k) => `${title(k)} above ${exact(some[k])} (now ${exact(mine[k][1])}, ${some[k] < mine[k][2] ? "inside" : "outside"} its range)`);
    return `Some other weights would do with one higher score: ${each.join(", or ")}.`;
  }
  const kept = (points, near) => points.every((a, i) => points.every((b, j) => a <= b || near[i] >= near[j] - 1e-9));
  return { root, update };
}

// board/ranges.js
var PARTS = { low: "lowest", mode: "most likely", high: "highest" };
var ORDER = ["low", "mode", "high"];
var given = (range) => ORDER.filter((part) => typeof range[part] === "number");
function inOrder(range) {
  const parts = given(range);
  return parts.every((part, n) => n === 0 || range[parts[n - 1]] <= range[part]);
}
function typed(range, waiting, part, value) {
  const all = { ...range, ...waiting, [part]: value };
  if (inOrder(all)) return { range: all, waiting: {} };
  const alone = { ...range, [part]: value };
  const { [part]: _, ...others } = waiting;
  return inOrder(alone) ? { range: alone, waiting: others } : { range, waiting: { ...others, [part]: value } };
}
function movedAlong(range, part, value) {
  const at = ORDER.indexOf(part);
  return Object.fromEntries(ORDER.map((name, n) => {
    const now = range[name];
    if (n === at || typeof now !== "number") return [name, n === at ? value : now];
    return [name, n < at ? Math.min(now, value) : Math.max(now, value)];
  }));
}
function clash(range, waiting) {
  const [part] = Object.keys(waiting);
  if (!part) return "";
  const value = waiting[part];
  const at = ORDER.indexOf(part);
  const against = given(range).filter((name) => {
    const n = ORDER.indexOf(name);
    return n < at ? range[name] > value : n > at && range[name] < value;
  });
  const named = against.map((name) => `${PARTS[name]} (${range[name]})`).join(" and ");
  const side = ORDER.indexOf(against[0]) > at ? "above" : "below";
  return `Your ${PARTS[part]}, ${value}, is ${side} your ${named}. Nothing has changed yet: change the other number, or choose.`;
}
function number(text) {
  if (text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? Math.min(100, Math.max(0, Math.round(value))) : NaN;
}
function evident(note) {
  const signs = [...note.toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  return signs.length >= 6 && new Set(signs).size >= 4;
}

// board/results.js
var SEEN = 0.05;
function strip(labels, saying) {
  const names = Object.values(labels.domains).map((name) => name.split(/[ -]/)[0]);
  const steps = names.map(() => h("span", {}));
  const ranking = h("p", { class: "alb-ranking" }, steps);
  const [firm, change] = [h("span", {}), h("span", { class: "alb-change" })];
  const root = h(
    "section",
    { class: "alb-top-strip", "aria-label": "Result" },
    ranking,
    h("p", { class: "alb-firm" }, firm, " ", change),
    saying
  );
  function update({ judgement }, result) {
    const inOrder2 = order(result);
    const level = result.places.every((held) => held === 1);
    const named = (d) => `${result.places[d]} ${names[d]} ${whole(result.values[d])}`;
    steps.forEach((step, n) => write(step, level ? ["All domains are level.", "", "", "", ""][n] : `${named(inOrder2[n])}${n + 1 < steps.length ? " · " : ""}`));
    write(firm, level ? "" : firmness(result));
    write(change, level ? "" : flipped(labels, judgement, inOrder2[0]));
  }
  return { root, update };
}
function firmness({ margin, places: held }) {
  if (held.filter((one) => one === 1).length > 1) return "First place is shared.";
  if (Number.isNaN(margin)) return "At the minimum, the sizes of the swings do not count.";
  if (margin > 1 - 1e-9) return "First place holds whatever the swings are.";
  const share = Math.floor(100 * margin + 1e-9);
  return `First place holds as long as no swing is off by more than ${share < 1 ? "1" : share} %.`;
}
function bars(labels) {
  const rows = Object.entries(labels.domains).map(([domain, name]) => {
    const pieces = Object.keys(labels.criteria).map((c) => h("span", { class: `alb-piece alb-${c}` }, c));
    const bar = h("div", { class: "alb-bar" }, pieces);
    const range = h("div", { class: "alb-range" });
    const [held, value] = [box(), box()];
    held.classList.add("alb-place");
    value.classList.add("alb-value");
    const track = h("div", { class: "alb-track", "aria-hidden": "true" }, bar, range);
    const label = h("span", { class: "alb-name" }, name);
    const root2 = h(
      "li",
      { "data-domain": domain },
      h("div", {}, held),
      label,
      h("div", {}, value),
      h("div", { class: "alb-wide-cell" }, track)
    );
    return { domain, pieces, bar, range, held, value, root: root2 };
  });
  const note = h("p", { class: "alb-help" });
  const root = h(
    "section",
    { "aria-label": "Values" },
    h("h4", {}, "3 What follows"),
    h("ul", { class: "alb-bars" }, rows.map((row) => row.root)),
    h(
      "div",
      { class: "alb-scale", "aria-hidden": "true" },
      [0, 25, 50, 75, 100].map((x) => h("span", {}, whole(x)))
    ),
    note
  );
  function update({ sheet, judgement }, result) {
    rows.forEach((row, d) => {
      const value = result.values[d];
      const seen = result.acceptability[d].map((share, r) => share >= SEEN ? r + 1 : 0).filter(Boolean);
      write(row.held, seen.length > 1 ? `${seen[0]}–${seen.at(-1)}` : String(seen[0]));
      write(row.value, `${whole(value)} (${whole(result.low[d])}–${whole(result.high[d])})`);
      place(row.bar, "width", value);
      place(row.range, "margin-left", result.low[d]);
      place(row.range, "width", result.high[d] - result.low[d]);
      contributions(row, Object.values(sheet.scores[row.domain]), result, d, judgement.dial);
    });
    write(note, judgement.dial > 0 ? "With the dial off additive, criteria do not simply add up: the bar has no pieces." : "Pieces: weight × score of each criterion. Hatched: no evidence yet. Line below: nine draws in ten. Left: places held in at least one draw in twenty.");
  }
  return { root, update };
}
function flipped(labels, { capital, sheets }, first) {
  const { opening } = labels;
  const own = capital === opening.capital && sheets[capital].preset === opening.sheets[capital].preset;
  const start = own ? opening.sheets[capital] : labels.sheets[sheets[capital].preset];
  const before = leader(start, labels.profile, labels.impact, own ? opening.dial : 0);
  const names = Object.values(labels.domains).map(short);
  return before === null || before === first ? "" : `First place has changed: on the sheet as it came, ${names[before]} was first.`;
}
function contributions(row, cells, { weights, ranges, values }, d, dial) {
  row.bar.classList.toggle("alb-whole", dial > 0);
  const points = weights.map((weight, k) => dial > 0 ? 0 : weight * ranges[d][k][1]);
  place(row.bar, "grid-template-columns", ...points.map((each) => 100 * each / (values[d] || 1)));
  row.pieces.forEach((piece, k) => {
    piece.classList.toggle("alb-thin", points[k] < 4);
    piece.classList.toggle("alb-hatched", !evident(cells[k].note));
  });
}
function order({ places: places2 }) {
  return places2.map((_, d) => d).sort((a, b) => places2[a] - places2[b]);
}
function acceptability(labels) {
  const names = Object.values(labels.domains);
  const cells = names.map(() => names.map(box));
  const caption = h("caption", {});
  const root = h(
    "section",
    { "aria-label": "Places in the draws" },
    h(
      "table",
      { class: "alb-shares" },
      caption,
      h("thead", {}, h(
        "tr",
        {},
        h("th", { scope: "col" }, "Domain"),
        names.map((_, r) => h("th", { scope: "col" }, ordinal(r + 1)))
      )),
      h("tbody", {}, names.map((name, d) => h("tr", {}, h("th", { scope: "row" }, name), inCells(cells[d]))))
    ),
    h(
      "p",
      { class: "alb-help" },
      "These shares describe your doubts about weights and scores. They are not the probability ",
      "that a threat is real."
    )
  );
  function update({ judgement }, result) {
    write(caption, `Places in 10,000 draws, per cent: ${varied(judgement)}`);
    result.acceptability.forEach((row, d) => row.forEach((share, r) => {
      write(cells[d][r], percentOf(share));
      place(cells[d][r], "background-size", Math.round(100 * share));
    }));
  }
  return { root, update };
}
function varied({ spread, vary }) {
  const weights = spread === null ? "any weights" : spread ? `your weights up to ${spread} % off` : "your weights";
  return `${weights}, scores ${vary ? "vary" : "fixed"}`;
}
var ordinal = (n) => `${n}${["st", "nd", "rd"][n - 1] ?? "th"}`;

// board/scores.js
var THUMB = 16;
var onTrack = (x) => `calc(${THUMB / 2}px + (100% - ${THUMB}px) * ${x / 100})`;
function scores(labels, edit, say) {
  let domain = Object.keys(labels.domains)[1];
  let latest = null;
  const group = newId();
  const tabs = h(
    "div",
    { class: "alb-tabs", role: "radiogroup", "aria-label": "Domain" },
    Object.entries(labels.domains).map(([key, name]) => h(
      "label",
      {},
      h("input", {
        type: "radio",
        name: group,
        value: key,
        "data-lm-suppress-shortcuts": "true",
        onchange: () => choose(key)
      }),
      name
    ))
  );
  const radios = [...tabs.querySelectorAll("input")];
  const rows = Object.entries(labels.criteria).map(([criterion, texts]) => scoreRow(criterion, texts, (change) => edit((sheet) => change(sheet.scores[domain][criterion])), say));
  const root = h(
    "details",
    { class: "alb-fold", ontoggle: () => update(...latest) },
    h("summary", {}, "Scores and evidence of each domain"),
    tabs,
    h(
      "p",
      { class: "alb-help" },
      "Judge what the cooperation adds: what would differ if both existed but did not cooperate? ",
      "Most likely: your best single score; if it is wrong, it is as likely too high as too low. ",
      "Lowest: one time in ten the right score would lie below it. Highest: one time in ten above it. ",
      "Half of the draws lie above your most likely score and half below; one in ten lies below your lowest, ",
      "one in ten above your highest; nothing leaves 0 to 100. Without evidence (a note of at least a few ",
      "words) a score is hatched."
    ),
    h(
      "div",
      { class: "alb-score alb-heads", "aria-hidden": "true" },
      ["", "most likely", "lowest", "highest", "evidence"].map((head) => h("span", {}, head))
    ),
    h("div", { class: "alb-rows" }, rows.map((row) => row.root))
  );
  function choose(key) {
    domain = key;
    update(...latest);
  }
  function update(state, result) {
    latest = [state, result];
    if (!root.open) return;
    radios.forEach((radio) => radio.checked = radio.value === domain);
    const name = labels.domains[domain];
    rows.forEach((row) => row.show(
      state.sheet.scores[domain][row.criterion],
      name,
      labels.anchors[domain]?.[row.criterion] ?? {}
    ));
  }
  return { root, update };
}
function scoreRow(criterion, { name, anchors }, change, say) {
  let [now, waiting, about] = [null, {}, ""];
  const stopped = (value) => value > now.high ? "highest" : value < now.low ? "lowest" : null;
  const mode = slider([mark(criterion), name], (value) => {
    const end = stopped(value);
    const stays = Math.min(now.high, Math.max(now.low, value));
    mode.input.value = stays;
    tell2(end ? `Most likely stops at your ${end}, ${stays}: move that first.` : "");
    change((cell) => cell.mode = stays);
  });
  const low = bound((value) => enter("low", value));
  const high = bound((value) => enter("high", value));
  const note = h("input", {
    type: "text",
    maxlength: 200,
    placeholder: "Evidence: source and one line",
    "data-lm-suppress-shortcuts": "true",
    oninput: () => change((cell) => cell.note = note.value)
  });
  const span = h("div", { class: "alb-span", "aria-hidden": "true" });
  const anchor = h("span", { class: "alb-anchor" });
  const keys = { type: "button", "data-lm-suppress-shortcuts": "true" };
  const [text, along, back] = [
    h("span", {}),
    h("button", { ...keys, onclick: () => choose(true) }, "Move the others"),
    h("button", { ...keys, onclick: () => choose(false) }, "Keep the old number")
  ];
  const clashes = h("div", { class: "alb-clash", hidden: true }, text, along, back);
  const root = h(
    "div",
    { class: "alb-score" },
    mode.label,
    h("div", { class: "alb-strip" }, mode.input, span),
    low,
    high,
    note,
    clashes,
    anchor
  );
  function tell2(said) {
    const [part] = Object.keys(waiting);
    clashes.hidden = !said;
    along.hidden = back.hidden = !part;
    write(text, said);
    if (part) {
      write(along, `Move the others to ${waiting[part]}`);
      write(back, `Keep ${whole(now[part])}`);
    }
    [[low, "low"], [high, "high"]].forEach(([input, name2]) => input.setAttribute("aria-invalid", String(name2 in waiting)));
    if (!said) return;
    say(said);
    clashes.scrollIntoView({ block: "nearest" });
  }
  function enter(part, value) {
    const outcome = typed(three(now), waiting, part, value);
    waiting = outcome.waiting;
    tell2(clash(outcome.range, waiting));
    change((cell) => Object.assign(cell, outcome.range));
  }
  function choose(move) {
    const [part] = Object.keys(waiting);
    const range = move ? movedAlong(three(now), part, waiting[part]) : three(now);
    waiting = {};
    tell2("");
    (part === "low" ? low : high).focus();
    change((cell) => Object.assign(cell, range));
    if (move) say(`${name}: ${Object.keys(PARTS).map((each) => `${PARTS[each]} ${range[each]}`).join(", ")}.`);
  }
  function show(cell, domain, here) {
    if (about !== domain || now && json(three(now)) !== json(three(cell)) && !inOrderWith(cell)) waiting = {};
    const [changed, settled] = [about !== domain, !Object.keys(waiting).length];
    [now, about] = [cell, domain];
    if (changed) tell2("");
    if (settled && !along.hidden) tell2("");
    const nearest = Math.round(cell.mode / 25);
    mode.show(cell.mode, `${whole(cell.mode)}: ${anchors[nearest]}`);
    fill(mode.input, cell.mode, `${name} of ${domain}, most likely score`);
    fill(low, waiting.low ?? cell.low, `${name} of ${domain}, lowest score`);
    fill(high, waiting.high ?? cell.high, `${name} of ${domain}, highest score`);
    fill(note, cell.note, `${name} of ${domain}, evidence note`);
    span.style.left = onTrack(cell.low);
    span.style.width = `calc((100% - ${THUMB}px) * ${(cell.high - cell.low) / 100})`;
    root.classList.toggle("alb-bare", !evident(cell.note));
    const local = here[25 * nearest] ? ` (in this domain: ${here[25 * nearest]})` : "";
    write(anchor, `${whole(cell.mode)}, nearest anchor ${25 * nearest}: ${anchors[nearest]}${local}`);
  }
  const inOrderWith = (cell) => Object.keys(waiting).length > 0 && clash(three(cell), waiting) !== "";
  return { criterion, root, show };
}
var three = ({ low, mode, high }) => ({ low, mode, high });
function bound(onvalue) {
  const take = () => {
    const value = number(input.value) ?? Number(input.dataset.shown);
    input.value = value;
    onvalue(value);
  };
  const input = h("input", {
    type: "number",
    min: 0,
    max: 100,
    step: 5,
    "data-lm-suppress-shortcuts": "true",
    onchange: take,
    onkeydown: (event) => event.key === "Enter" && take()
  });
  return input;
}
function fill(input, value, label) {
  if (input.getAttribute("aria-label") !== label) input.setAttribute("aria-label", label);
  const known = input.dataset.shown;
  input.dataset.shown = value;
  const typing = input === input.getRootNode().activeElement && known === String(value);
  if (!typing && input.value !== String(value)) input.value = value;
}

// board/toolbar.js
function toolbar(labels, { edit, undo, redo, open }) {
  const keys = { "data-lm-suppress-shortcuts": "true" };
  const options = (texts) => Object.entries(texts).map(([value, label]) => h("option", { value }, label));
  const capital = h("select", { ...keys, onchange: () => edit((_, judgement) => {
    judgement.capital = capital.value;
    judgement.sheets[capital.value] ??= copy(labels.sheets.blank);
  }) }, options(labels.capitals));
  const known = Object.keys(labels.sheets).map((key) => [key, labels.presets[key] ?? key]);
  const preset = h("select", { ...keys, onchange: () => edit((_, judgement) => {
    judgement.sheets[judgement.capital] = copy(labels.sheets[preset.value]);
  }) }, options(Object.fromEntries(known)));
  const button = (label, onclick) => h("button", { type: "button", ...keys, onclick }, label);
  const [back, forward] = [button("Undo", undo), button("Redo", redo)];
  const [origin, edited] = [h("span", {}), h("span", {}, " Changed since.")];
  const message = h("p", { class: "alb-message", role: "alert" });
  const notes = h("input", { type: "checkbox", checked: true, ...keys });
  const hidden = { class: "alb-hidden", tabindex: "-1", "aria-hidden": "true" };
  const file = h("input", { type: "file", accept: ".json", ...hidden, onchange: read });
  let current = null;
  const root = h(
    "div",
    {},
    h(
      "div",
      { class: "alb-tools" },
      h("label", {}, "Seen from ", capital),
      h("label", {}, "Start from ", preset)
    ),
    h(
      "div",
      { class: "alb-tools" },
      back,
      forward,
      button("Reset", () => open(labels.opening)),
      button("Projector", (event) => project(event.target)),
      button("Open", () => file.click()),
      button("Save", save),
      h("label", {}, notes, " with notes"),
      file
    ),
    h("p", { class: "alb-question" }),
    h("p", { class: "alb-origin" }, origin, edited),
    message
  );
  function save() {
    const content = JSON.stringify(notes.checked ? current : bare(current), null, 1);
    const href = URL.createObjectURL(new Blob([content]));
    const link = h("a", { download: "weighing-board.json", href });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 1e3);
  }
  async function read() {
    try {
      const state = JSON.parse(await file.files[0].text());
      if (!fits(state, labels.opening, labels.sheets)) throw new Error();
      write(message, "");
      open(state);
    } catch {
      write(message, "That file is not a weighing board of this version; nothing was changed. Choose a file saved here.");
    }
    file.value = "";
  }
  function update({ sheet, judgement }) {
    current = judgement;
    capital.value = judgement.capital;
    preset.value = sheet.preset;
    write(root.querySelector(".alb-question"), question(labels, judgement.capital, sheet.preset));
    write(origin, source(labels, sheet, judgement.capital));
    edited.style.visibility = sheet.own.length || untouched(labels, sheet) ? "hidden" : "visible";
  }
  const allow = (undoable, redoable) => {
    back.disabled = !undoable;
    forward.disabled = !redoable;
  };
  allow(false, false);
  return { root, update, allow };
}
function question(labels, capital, preset) {
  const who = labels.capitals[capital];
  if (preset === "us-japan")
    return "A placebo: the same questions about the US–Japan alliance. Does the board see a threat here too?";
  const judged = ["beijing", "moscow"].includes(capital) ? "US alliance system" : "China–Russia alignment";
  return `Seen from ${who}: what does the ${judged} change for our interests?`;
}
function source(labels, sheet, capital) {
  if (sheet.preset === "blank" && untouched(labels, sheet)) {
    const whose2 = capital === "washington" ? "This sheet is blank" : `The course does not invent what ${labels.capitals[capital]} thinks, so this sheet is blank`;
    return `${whose2}, and all domains are level. Score them below under “Scores and evidence of each domain”, or choose a sheet under “Start from” and judge each score again.`;
  }
  const base = labels.presets[sheet.preset] ?? sheet.preset;
  const own = sheet.own.map((d) => labels.domains[d]).join(", ");
  const borrowed = capital !== "washington" && sheet.preset !== "blank";
  const whose = borrowed ? ` They answer Washington's question; judge each of them again as ${labels.capitals[capital]} would.` : "";
  return `Scores and weights: ${own ? `your sheet for ${own}; the rest: ${base}` : base}.${whose}`;
}
function untouched(labels, sheet) {
  const start = labels.sheets[sheet.preset];
  return ["points", "scores", "interests"].every((part) => json(sheet[part]) === json(start[part]));
}
function project(pressed) {
  const board = pressed.closest(".alb");
  const large = board.classList.toggle("alb-projector");
  pressed.setAttribute("aria-pressed", large);
  if (!large) return document.fullscreenElement && document.exitFullscreen();
  board.requestFullscreen?.().catch(() => {
  });
  board.addEventListener("fullscreenchange", () => {
    if (document.fullscreenElement === board) return;
    board.classList.remove("alb-projector");
    pressed.setAttribute("aria-pressed", false);
  });
}
function bare(judgement) {
  const done = copy(judgement);
  for (const sheet of Object.values(done.sheets))
    for (const row of Object.values(sheet.scores)) for (const cell of Object.values(row)) cell.note = "";
  return done;
}
function fits(state, pattern, known) {
  const sample = Object.values(pattern.sheets)[0];
  return state.schema === pattern.schema && state.capital in state.sheets && point(state.dial) && [0, 25, 50, null].includes(state.spread) && Object.values(state.sheets).every((sheet) => sheetFits(sheet, sample, known));
}
function sheetFits(sheet, sample, known) {
  const alike = (one, other) => json(Object.keys(one)) === json(Object.keys(other));
  return sheet.preset in known && Array.isArray(sheet.own) && ["points", "scores", "interests"].every((part) => alike(sheet[part], sample[part])) && [...Object.values(sheet.points), ...Object.values(sheet.interests)].every(point) && Object.entries(sheet.scores).every(([domain, row]) => alike(row, sample.scores[domain]) && Object.values(row).every(cellFits));
}
var point = (x) => typeof x === "number" && x >= 0 && x <= 100;
var cellFits = ({ low, mode, high, note }) => [low, mode, high].every(point) && low <= mode && mode <= high && typeof note === "string";

// view.js
function awake({ render: render2 }) {
  return {
    initialize({ model }) {
      hear(model).catch(() => {
      });
    },
    render(context) {
      const tidy = render2(context);
      const stop = whenAttached(context.el, () => guard(context));
      return () => {
        stop();
        tidy?.();
      };
    }
  };
}
async function findModel(model) {
  return model.widget_manager?.get_model?.(model.get("own"));
}
async function hear(model) {
  const own = await findModel(model);
  if (!own) return;
  try {
    await own._handle_comm_msg({ content: { data: { method: "nothing" } } });
  } catch {
    const plain = Object.getPrototypeOf(Object.getPrototypeOf(own));
    own.comm.on_msg(plain._handle_comm_msg.bind(own));
    own.comm.send({ method: "request_state" }, {});
  }
}
function whenAttached(el, callback) {
  let frame = 0;
  const look = () => {
    if (el.isConnected) callback();
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
var FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
function guard({ model, el }) {
  const panel = el.closest(".alignment-panel");
  if (!panel || panel.dataset.guarded) return;
  panel.dataset.guarded = "true";
  keepKeys(panel);
  noticeSleep(model, panel).catch(() => {
  });
}
function keepKeys(panel) {
  const mark2 = () => {
    for (const each of panel.querySelectorAll(FOCUSABLE)) each.dataset.lmSuppressShortcuts = "true";
  };
  new MutationObserver(mark2).observe(panel, { childList: true, subtree: true });
  mark2();
}
var GONE = ["restarting", "autorestarting", "terminating", "dead"];
async function noticeSleep(model, panel) {
  const own = await findModel(model);
  if (!own) return;
  const sleep = () => {
    if (panel.querySelector(".alignment-asleep")) return;
    const notice = document.createElement("p");
    notice.className = "alignment-asleep";
    notice.setAttribute("role", "status");
    panel.prepend(notice);
    notice.textContent = asleepText(panel);
    for (const each of panel.querySelectorAll("button, input, select, textarea")) {
      each.disabled = true;
    }
  };
  const kernel = own.widget_manager.kernel;
  kernel?.statusChanged?.connect((_, status) => GONE.includes(status) && sleep());
  kernel?.disposed?.connect(sleep);
  own.on("comm_live_update", () => own.comm_live || sleep());
  if (!own.comm_live) sleep();
}
function asleepText(panel) {
  const prompt = panel.closest(".jp-Cell")?.querySelector(".jp-InputPrompt")?.textContent ?? "";
  const number2 = prompt.match(/\d+/)?.[0];
  const cell = number2 ? `cell [${number2}]` : "the cell above it";
  return `This panel is asleep, because its kernel has stopped: run ${cell} again, after the cells
    before it (menu Run, “Run All Above Selected Cell”).`.replace(/\s+/g, " ");
}

// board/board.js
var REST = 150;
var SPEAK = 300;
function render({ model, el }) {
  const labels = model.get("labels");
  const work = makeEngine(labels.profile, labels.impact);
  const history = makeHistory(json(model.get("judgement")));
  let judgement = copy(model.get("judgement"));
  let result = null;
  const live = h("div", { class: "alb-hidden", role: "status", "aria-live": "polite" });
  const speak = later(SPEAK, () => write(live, spoken(labels, result)));
  const frame = onFrame(() => {
    result = work(judgement);
    const sheet = judgement.sheets[judgement.capital];
    parts.forEach((part) => part.update({ sheet, judgement }, result));
    if (dragging) tell(model, judgement);
    speak.soon();
  });
  let held = false;
  const settle = later(REST, () => {
    dragging = false;
    if (!held) history.note(json(judgement));
    bar.allow(history.canUndo(), history.canRedo());
    tell(model, judgement);
  });
  let dragging = false;
  const edit = (change) => {
    change(judgement.sheets[judgement.capital], judgement);
    if (dragging) frame.first();
    else frame.soon();
    settle.soon();
  };
  const show = (state) => {
    judgement = copy(state);
    frame.now();
    settle.now();
  };
  const undo = () => {
    settle.now();
    show(JSON.parse(history.back()));
  };
  const redo = () => show(JSON.parse(history.forward()));
  const fromPython = () => {
    if (json(model.get("judgement")) !== json(judgement)) show(model.get("judgement"));
  };
  const say = (text) => {
    speak.cancel();
    write(live, text);
  };
  const bar = toolbar(labels, { edit, undo, redo, open: show });
  const left = [swings(labels, edit), doubts(edit)];
  const top = strip(labels, left[0].saying);
  const right = [bars(labels), acceptability(labels), beliefs(labels)];
  const below = [answers(labels, edit, say), scores(labels, edit, say)];
  if (Object.keys(labels.interests).length) below.push(interests(labels, edit));
  const parts = [bar, top, ...left, ...right, ...below];
  const roots = (some) => some.map((part) => part.root);
  const named = { role: "group", "aria-label": "Weighing board", "data-lm-suppress-shortcuts": "true" };
  const columns = h("div", { class: "alb-grid" }, h("div", {}, roots(left)), h("div", {}, roots(right)));
  const root = h("div", { class: "alb", ...named }, bar.root, top.root, columns, roots(below), live);
  const noting = (event) => dragging = event.type === "input" && event.target.type === "range";
  ["input", "change"].forEach((type) => root.addEventListener(type, noting, true));
  root.addEventListener("pointerdown", () => held = true);
  const released = () => {
    if (held) settle.soon();
    held = false;
  };
  ["pointerup", "pointercancel"].forEach((event) => window.addEventListener(event, released));
  el.append(root);
  frame.now();
  model.on("change:judgement", fromPython);
  return () => {
    model.off("change:judgement", fromPython);
    ["pointerup", "pointercancel"].forEach((event) => window.removeEventListener(event, released));
    [frame, settle, speak].forEach((timer) => timer.cancel());
  };
}
function spoken(labels, result) {
  const names = Object.values(labels.domains);
  const says = order(result).map((d) => `${result.places[d]} ${names[d]} ${whole(result.values[d])}`);
  return `${says.join(", ")}.`;
}
function tell(model, judgement) {
  if (json(model.get("judgement")) === json(judgement)) return;
  model.set("judgement", copy(judgement));
  try {
    model.save_changes();
  } catch {
  }
}
function makeHistory(start) {
  const past = [start];
  let future = [];
  return {
    note(state) {
      if (state === past.at(-1)) return;
      past.push(state);
      future = [];
    },
    back() {
      if (past.length > 1) future.push(past.pop());
      return past.at(-1);
    },
    forward() {
      if (future.length) past.push(future.pop());
      return past.at(-1);
    },
    canUndo: () => past.length > 1,
    canRedo: () => future.length > 0
  };
}
function later(rest, work) {
  let timer = 0;
  const cancel = () => clearTimeout(timer);
  const soon = () => {
    cancel();
    timer = setTimeout(work, rest);
  };
  const now = () => {
    cancel();
    work();
  };
  return { soon, now, cancel };
}
function onFrame(work) {
  let frame = 0;
  let asked = false;
  const cancel = () => {
    cancelAnimationFrame(frame);
    [frame, asked] = [0, false];
  };
  const now = () => {
    cancel();
    work();
  };
  const next = () => {
    frame = 0;
    if (asked) first();
  };
  const soon = () => {
    asked = true;
    frame ||= requestAnimationFrame(next);
  };
  const first = () => {
    if (frame) asked = true;
    else {
      asked = false;
      frame = requestAnimationFrame(next);
      work();
    }
  };
  return { soon, first, now, cancel };
}
var board_default = awake({ render });
export {
  board_default as default,
  makeHistory
};
