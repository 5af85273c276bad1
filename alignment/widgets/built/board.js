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
    const used = keep("used", draws, () => ({
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
    const below2 = near[k - before];
    return below2 + (at - k) * ((near[k - before + 1] ?? below2) - below2);
  });
}

// sentence.js
var sentences = {};
function speak(sent) {
  sentences = sent;
}
function sentence(name, parts = {}) {
  const entry = sentences[name];
  const form = { 0: "none", 1: "one" }[parts.n];
  const text = typeof entry === "string" ? entry : entry[form] ?? entry.other;
  return text.replace(/\{(\w+)\}/g, (_, part) => parts[part]);
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
function reached(part) {
  new ResizeObserver(() => {
    const scrolls = part.scrollWidth > part.clientWidth;
    for (const [name, value] of [["tabindex", "0"], ["data-lm-suppress-shortcuts", "true"]])
      if (scrolls) part.setAttribute(name, value);
      else part.removeAttribute(name);
  }).observe(part);
  return part;
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
var swing = ({ label, input }, number, ...below2) => h(
  "div",
  { class: "alb-swing" },
  h("div", { class: "alb-head" }, label, h("span", { class: "alb-number", "aria-hidden": "true" }, number)),
  h("div", { class: "alb-rail" }, input),
  below2
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
    { "aria-label": sentence("board_view.swings") },
    h("h4", {}, sentence("board_view.matters")),
    h("p", { class: "alb-help" }, sentence("board_view.swings_help")),
    rows.map((row) => row.root)
  );
  function update({ sheet }, { weights }) {
    const names = (c) => labels.criteria[c].name;
    rows.forEach(({ criterion, control, weight }, k) => {
      const points = sheet.points[criterion];
      const { reference: reference2, share: share2 } = worth(sheet.points, criterion);
      const own = { points: whole(points), weight: percent(weights[k]) };
      control.show(points, share2 === null ? sentence("board_view.swing", own) : sentence("board_view.swing_worth", { ...own, share: percent(share2), other: names(reference2) }));
      write(weight, sentence("board_view.swing_short", own));
    });
    const spoken2 = touched ?? Object.keys(sheet.points).at(-2);
    const { reference, share } = worth(sheet.points, spoken2);
    const only = share === null;
    if (only) {
      write(said, sentence("board_view.only", { criterion: names(spoken2) }));
      write(much, "");
      write(against, "");
      return;
    }
    const parts = { criterion: names(spoken2), other: names(reference), share: GAP };
    const [before, after] = sentence("board_view.saying", parts).split(GAP);
    write(said, before);
    write(much, percent(share));
    write(against, after);
  }
  return { root, saying, update };
}
var GAP = "\0";
var DIAL = [0, 1, 50, 51, 100];
function doubts(edit) {
  const dial = slider(sentence("board_view.dial"), (value) => edit((sheet, judgement) => judgement.dial = value), { "data-dial": "true" });
  const meaning = h("div", { class: "alb-anchor" });
  const spread = h("select", {
    "data-lm-suppress-shortcuts": "true",
    onchange: () => edit((sheet, judgement) => judgement.spread = spread.value === "any" ? null : Number(spread.value))
  }, ["0", "25", "50", "any"].map((value) => h("option", { value }, sentence(`board_view.spread_${value}`))));
  const vary = h("input", {
    type: "checkbox",
    "data-lm-suppress-shortcuts": "true",
    onchange: () => edit((sheet, judgement) => judgement.vary = vary.checked)
  });
  const root = h(
    "section",
    { "aria-label": sentence("board_view.doubts") },
    h("h4", {}, sentence("board_view.sure")),
    swing(dial, "", meaning),
    h("p", { class: "alb-line" }, h("label", {}, `${sentence("board_view.points_are")} `, spread)),
    h("p", { class: "alb-line" }, h("label", {}, vary, ` ${sentence("board_view.scores_drawn")}`))
  );
  function update({ judgement }) {
    const text = sentence(`board_view.dial_${DIAL.findLast((from) => judgement.dial >= from)}`);
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
    h("caption", {}, sentence("board_view.touches")),
    h("thead", {}, h(
      "tr",
      {},
      h("th", { scope: "col" }, sentence("board_view.interest")),
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
    h("summary", {}, sentence("board_view.interests")),
    h("p", { class: "alb-help" }, sentence("board_view.interests_help")),
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
      control.show(
        sheet.interests[interest],
        sentence("board_view.interest_points", { points: whole(sheet.interests[interest]), share })
      );
      write(weight, share);
    });
    const k = Object.keys(sheet.points).indexOf(labels.impact);
    const now = domains.map(([, name], d) => `${name} ${whole(ranges[d][k][1])}`).join(", ");
    write(shift, sentence("board_view.impact", { now }));
  }
  return { root, update };
}

// board/believing.js
var LINES = 10;
var DISTINCT = 0.05;
var FEW = 300;
var signed = (x) => Math.round(x) > 0 ? `+${whole(x)}` : whole(x).replace("-", "−");
var of100 = (share) => share > 0.995 ? sentence("board_view.more_than_99") : share < 5e-3 ? sentence("board_view.fewer_than_1") : whole(100 * share);
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
  const root = reached(h(
    "section",
    { "aria-label": sentence("board_view.any") },
    h(
      "table",
      { class: "alb-shares" },
      h("caption", {}, sentence("board_view.any_caption")),
      h("thead", {}, h(
        "tr",
        {},
        h("th", { scope: "col" }, sentence("board_view.domain")),
        h("th", { scope: "col" }, sentence("board_view.first_in")),
        heads
      )),
      h("tbody", {}, rows.map((row) => row.root))
    ),
    h("p", { class: "alb-help" }, sentence("board_view.any_help", { neutral: whole(100 * neutral) })),
    h("ul", { class: "alb-lines" }, lines)
  ));
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
    const says = level ? [sentence("board_view.all_level")] : sentences2(result, Object.values(sheet.points), judgement);
    lines.forEach((line, n) => {
      if (line.hidden !== !says[n]) line.hidden = !says[n];
      write(line, says[n] ?? "");
    });
  }
  function sentences2(result, points, judgement) {
    const { leads, byLargest, central, scale, bestLeads } = result;
    const title = (k) => lower(labels.criteria[criteria[k]].name);
    const says = [];
    leads.forEach((overall, d) => {
      if (overall >= 0.95) says.push(sentence("board_view.almost_any", { domain: names[d] }));
      if (overall >= 0.95 || overall < 0.01) return;
      const shares = byLargest.map((row) => row[d]);
      const j = most(shares);
      if (shares[j] >= 0.8 && shares[j] >= overall + 0.15 && result.times[j] >= FEW)
        says.push(sentence(
          "board_view.largest_weight",
          { criterion: title(j), domain: names[d], sets: of100(shares[j]), overall: of100(overall) }
        ));
      const away = central[d].map((w) => w - neutral);
      const k = most(away.map(Math.abs));
      if (Math.abs(away[k]) >= DISTINCT)
        says.push(sentence(away[k] > 0 ? "board_view.gives_more" : "board_view.gives_less", {
          domain: names[d],
          criterion: title(k),
          points: whole(100 * central[d][k]),
          neutral: whole(100 * neutral)
        }));
    });
    const able = bestLeads.map((_, d) => d).filter((d) => bestLeads[d] > LEVEL);
    if (judgement.dial === 0 && able.length === 2) says.push(cone(scale, able, title));
    const [first, second] = result.values.map((_, d) => d).sort((a, b) => result.values[b] - result.values[a]);
    if (judgement.dial <= EXACT_TO && result.places[second] > 1 && neverBelowInOrder(scale[first], scale[second], points))
      says.push(sentence("board_view.never_below", { first: names[first], second: names[second] }));
    says.push(reconciled(result, judgement));
    return says.filter(Boolean);
  }
  function cone(scale, [one, other], title) {
    const gaps = scale[one].map((x, k) => [Math.round(10 * (x - scale[other][k])) / 10, k]);
    const side = (sign) => gaps.filter(([gap]) => sign * gap > 0).sort((a, b) => sign * (b[0] - a[0])).map(([gap, k]) => `${sign * gap} × ${title(k)}`).join(" + ");
    return sentence("board_view.cone", { one: names[one], other: names[other], more: side(1), less: side(-1) });
  }
  function reconciled({ acceptability: acceptability2, leads }, { spread, vary }) {
    if (spread === null) return "";
    const now = acceptability2.map((row) => row[0]);
    const [here, anywhere] = [most(now), most(leads)];
    if (here === anywhere) return sentence("board_view.both_tables", { domain: names[here] });
    const mine = sentence(`board_view.mine${spread ? "_off" : ""}${vary ? "_ranges" : ""}`, { spread });
    return sentence("board_view.two_tables", {
      mine,
      here: names[here],
      draws: of100(now[here]),
      anywhere: names[anywhere],
      sets: of100(leads[anywhere])
    });
  }
  return { root, update };
}
function never(labels, { scale, best }, d) {
  const { lead, weights } = best[d];
  if (!(lead <= LEVEL)) return "";
  const names = Object.values(labels.domains).map(short);
  const and = sentence("board_view.and");
  const above = dominators(scale, d).map((e) => names[e]);
  const why = above.length ? sentence("board_view.dominated", { n: above.length, domains: above.join(and) }) : sentence("board_view.some_other");
  if (lead < -LEVEL) return sentence("board_view.never_first", { why });
  const criteria = Object.values(labels.criteria).filter((_, k) => weights[k] > 1e-6);
  const only = criteria.map(({ name }) => lower(name)).join(and);
  return sentence(above.length ? "board_view.never_alone_why" : "board_view.never_alone", { why, only });
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
var listed = (words) => words.length < 2 ? words.join("") : sentence("board_view.list", { before: words.slice(0, -1).join(", "), last: words.at(-1) });
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
  }, sentence("board_view.set_so"));
  const root = h(
    "section",
    { "aria-label": sentence("board_view.put_first") },
    h("h4", {}, sentence("board_view.must_change")),
    h("div", { class: "alb-tools", role: "group", "aria-label": sentence("board_view.which_first") }, buttons),
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
    if (change === null) return [sentence("board_view.high_dial", { limit: EXACT_TO }), []];
    const rivals = result.values.filter((_, d) => d !== chosen);
    const ahead = result.values[chosen] - Math.max(...rivals);
    if (change.scores.gap < -LEVEL) return [sentence("board_view.first_already", { domain: name, ahead: exact(ahead) }), []];
    const behind = change.scores.gap > LEVEL ? "board_view.below_first" : "board_view.level_with_first";
    return [sentence(behind, { domain: name, gap: exact(-ahead) }), [
      part(sentence("board_view.one_slider"), ...sliders(change, points)),
      part(sentence("board_view.all_weights"), ...weights(change, points, result)),
      part(sentence("board_view.its_scores"), ...scores2(change, result))
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
    if (!able.length) return [words(sentence("board_view.no_slider"))];
    const need = (k) => {
      const [[low, high], now] = [intervals[k], points[k]];
      const parts = { criterion: labels.criteria[criteria[k]].name, now: exact(now) };
      if (now <= low) return sentence("board_view.slider_above", { ...parts, points: exact(low) });
      if (now >= high) return sentence("board_view.slider_below", { ...parts, points: exact(high) });
      return sentence("board_view.slider_stays", parts);
    };
    return [words(sentence("board_view.filled")), ...able.map((k) => bar(k, need(k), ...intervals[k], points[k]))];
  }
  function weights({ lead, near, moved }, points, result) {
    if (!near) return [words(sentence("board_view.no_weights", { domain: names[chosen], why: never(labels, result, chosen) }))];
    const now = normalise(points);
    const by = near.map((w, k) => 100 * (w - now[k]));
    const some = by.map((_, k) => k).filter((k) => Math.abs(by[k]) > 0.05);
    const [to, from] = [1, -1].map((sign) => listed(some.filter((k) => sign * by[k] > 0).map(title)));
    if (!some.length) return [words(sentence(lead > LEVEL ? "board_view.level_leads" : "board_view.level_only"))];
    const text = sentence(
      Math.abs(lead) <= LEVEL ? "board_view.handed_level" : kept(points, near) ? "board_view.handed_stays" : "board_view.handed_changes",
      { points: exact(100 * moved), from, to }
    );
    const sought = asPoints(near, points);
    return [words(text), ...some.map((k) => bar(
      k,
      sentence("board_view.handed_weight", {
        criterion: labels.criteria[criteria[k]].name,
        now: exact(100 * now[k]),
        then: exact(100 * near[k]),
        slider: exact(points[k]),
        sought: exact(sought[k])
      }),
      Math.min(points[k], sought[k]),
      Math.max(points[k], sought[k]),
      points[k]
    ))];
  }
  function scores2({ scores: { own, highest, stretch: stretch2 }, some }, { ranges }) {
    const mine = ranges[chosen];
    const able = own.map((_, k) => k).filter((k) => own[k].alone !== null);
    able.sort((a, b) => own[a].alone - mine[a][1] - (own[b].alone - mine[b][1]));
    const lines = able.map((k) => bar(k, sentence(own[k].inside ? "board_view.score_inside" : "board_view.score_outside", {
      criterion: labels.criteria[criteria[k]].name,
      score: exact(own[k].alone),
      now: exact(mine[k][1]),
      highest: exact(mine[k][2]),
      chance: whole(100 * own[k].chance)
    }), mine[k][0], mine[k][2], own[k].alone));
    if (able.length) lines.unshift(words(sentence("board_view.one_score")));
    else lines.push(words(sentence(
      !highest ? "board_view.not_all_scores" : highest.length === mine.length ? "board_view.all_scores" : "board_view.some_scores",
      { criteria: listed((highest ?? []).map(title)) }
    )));
    const way = whole(100 * stretch2);
    lines.push(words(sentence(stretch2 === Infinity ? "board_view.no_stretch" : way === "0" ? "board_view.little_stretch" : "board_view.stretch", { way })));
    if (some && some.some((x) => x !== null)) lines.push(words(otherwise(some, mine)));
    return lines;
  }
  function otherwise(some, mine) {
    const able = some.map((_, k) => k).filter((k) => some[k] !== null).sort((a, b) => some[a] - mine[a][1] - (some[b] - mine[b][1])).slice(0, 3);
    const each = able.map((k) => sentence(
      some[k] < mine[k][2] ? "board_view.other_inside" : "board_view.other_outside",
      { criterion: title(k), score: exact(some[k]), now: exact(mine[k][1]) }
    ));
    return sentence("board_view.other_weights", { scores: each.join(sentence("board_view.or")) });
  }
  const kept = (points, near) => points.every((a, i) => points.every((b, j) => a <= b || near[i] >= near[j] - 1e-9));
  return { root, update };
}

// board/ranges.js
var ORDER = ["low", "mode", "high"];
var called = (part) => sentence(`score.${part}`);
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
  const named2 = against.map((name) => sentence("score.number", { part: called(name), value: range[name] }));
  const side = ORDER.indexOf(against[0]) > at ? "score.above" : "score.below";
  return sentence(side, { part: called(part), value, others: named2.join(sentence("score.and")) });
}
function read(text, now = null) {
  const found = text.trim();
  if (found === "") return { value: null, said: now === null ? "" : sentence("score.empty", { now: whole2(now) }) };
  const plain = found.replace(/\s*(%|per ?cent)$/, "").replace("−", "-").replace(",", ".");
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  if (!(value >= 0 && value <= 100)) {
    const refusal = now === null ? "score.refused" : "score.refused_stays";
    return { value: void 0, said: sentence(refusal, { typed: found, now: whole2(now) }) };
  }
  const score = Math.round(value);
  const said = /^\d+$/.test(found) ? "" : sentence("score.read_as", { typed: found, value: score });
  return { value: score, said };
}
var whole2 = (number) => String(Math.round(number));
function scoreField(onvalue) {
  const input = document.createElement("input");
  const marks = {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    "data-score": "true",
    "data-lm-suppress-shortcuts": "true"
  };
  for (const [name, value] of Object.entries(marks)) input.setAttribute(name, value);
  input.addEventListener("change", () => onvalue(input.value));
  input.addEventListener("keydown", (event) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (way || event.key === "Enter") event.preventDefault();
    if (way) {
      input.value = stepped(read(input.value).value, way);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (way || event.key === "Enter") onvalue(input.value);
  });
  return input;
}
function stepped(value, way) {
  if (typeof value !== "number") return way > 0 ? 0 : 100;
  const next = way > 0 ? Math.floor(value / 5) + 1 : Math.ceil(value / 5) - 1;
  return Math.min(100, Math.max(0, 5 * next));
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
    { class: "alb-top-strip", "aria-label": sentence("board_view.result") },
    ranking,
    h("p", { class: "alb-firm" }, firm, " ", change),
    saying
  );
  function update({ judgement }, result) {
    const inOrder2 = order(result);
    const level = result.places.every((held) => held === 1);
    const shown = apart(result);
    const named2 = (d) => `${result.places[d]} ${names[d]} ${shown[d]}`;
    steps.forEach((step, n) => write(step, level ? n ? "" : sentence("board_view.level") : `${named2(inOrder2[n])}${n + 1 < steps.length ? " · " : ""}`));
    write(firm, level ? "" : firmness(result));
    write(change, level ? "" : flipped(labels, judgement, inOrder2[0]));
  }
  return { root, update };
}
function apart({ values, places: held }) {
  const alike = (d, e) => held[d] !== held[e] && whole(values[d]) === whole(values[e]);
  const tight = values.some((_, d) => values.some((__, e) => alike(d, e)));
  return Array.from(values, (value) => tight ? value.toFixed(1) : whole(value));
}
function firmness({ margin, places: held }) {
  if (held.filter((one) => one === 1).length > 1) return sentence("board_view.shared");
  if (Number.isNaN(margin)) return sentence("board_view.at_minimum");
  if (margin > 1 - LEVEL) return sentence("board_view.always");
  const share = Math.floor(100 * margin + LEVEL);
  return share < 1 ? sentence("board_view.hardly_firm") : sentence("board_view.firm", { share });
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
    { "aria-label": sentence("board_view.values") },
    h("h4", {}, sentence("board_view.follows")),
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
    write(note, sentence(judgement.dial > 0 ? "board_view.no_pieces" : "board_view.pieces"));
  }
  return { root, update };
}
function flipped(labels, { capital, sheets }, first) {
  const { opening } = labels;
  const own = capital === opening.capital && sheets[capital].preset === opening.sheets[capital].preset;
  const start = own ? opening.sheets[capital] : labels.sheets[sheets[capital].preset];
  const before = leader(start, labels.profile, labels.impact, own ? opening.dial : 0);
  const names = Object.values(labels.domains).map(short);
  return before === null || before === first ? "" : sentence("board_view.flipped", { domain: names[before] });
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
  const root = reached(h(
    "section",
    { "aria-label": sentence("board_view.places") },
    h(
      "table",
      { class: "alb-shares" },
      caption,
      h("thead", {}, h(
        "tr",
        {},
        h("th", { scope: "col" }, sentence("board_view.domain")),
        names.map((_, r) => h("th", { scope: "col" }, sentence(`board_view.place_${r + 1}`)))
      )),
      h("tbody", {}, names.map((name, d) => h("tr", {}, h("th", { scope: "row" }, name), inCells(cells[d]))))
    ),
    h("p", { class: "alb-help" }, sentence("board_view.places_help"))
  ));
  function update({ judgement }, result) {
    write(caption, sentence("board_view.places_caption", { varied: varied(judgement) }));
    result.acceptability.forEach((row, d) => row.forEach((share, r) => {
      write(cells[d][r], percentOf(share));
      place(cells[d][r], "background-size", Math.round(100 * share));
    }));
  }
  return { root, update };
}
function varied({ spread, vary }) {
  const weights = spread === null ? sentence("board_view.any_weights") : sentence(spread ? "board_view.weights_off" : "board_view.your_weights", { spread });
  return sentence(vary ? "board_view.scores_vary" : "board_view.scores_fixed", { weights });
}

// board/scores.js
var THUMB = 16;
var onTrack = (x) => `calc(${THUMB / 2}px + (100% - ${THUMB}px) * ${x / 100})`;
function scores(labels, edit, say) {
  let domain = Object.keys(labels.domains)[1];
  let latest = null;
  const group = newId();
  const tabs = h(
    "div",
    { class: "alb-tabs", role: "radiogroup", "aria-label": sentence("board_view.domain") },
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
    h("summary", {}, sentence("board_view.scores")),
    tabs,
    h(
      "p",
      { class: "alb-help" },
      sentence("board_view.scores_help")
    ),
    h(
      "div",
      { class: "alb-score alb-heads", "aria-hidden": "true" },
      ["", called("mode"), called("low"), called("high"), sentence("board_view.evidence")].map((head) => h("span", {}, head))
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
  const stopped = (value) => value > now.high ? "board_view.stops_high" : value < now.low ? "board_view.stops_low" : null;
  const mode = slider([mark(criterion), name], (value) => {
    const end = stopped(value);
    const stays = Math.min(now.high, Math.max(now.low, value));
    mode.input.value = stays;
    tell2(end ? sentence(end, { value: stays }) : "");
    change((cell) => cell.mode = stays);
  });
  const low = scoreField((text2) => enter("low", text2));
  const high = scoreField((text2) => enter("high", text2));
  const refused = /* @__PURE__ */ new Map();
  const note = h("input", {
    type: "text",
    placeholder: sentence("board_view.evidence_line"),
    "data-lm-suppress-shortcuts": "true",
    oninput: () => change((cell) => cell.note = note.value)
  });
  const span = h("div", { class: "alb-span", "aria-hidden": "true" });
  const anchor = h("span", { class: "alb-anchor" });
  const keys = { type: "button", "data-lm-suppress-shortcuts": "true" };
  const [text, along, back] = [
    h("span", {}),
    h("button", { ...keys, onclick: () => choose(true) }),
    h("button", { ...keys, onclick: () => choose(false) })
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
  function tell2(news) {
    const said = [...refused.values()].at(-1) ?? news;
    const [part] = refused.size ? [] : Object.keys(waiting);
    clashes.hidden = !said;
    along.hidden = back.hidden = !part;
    write(text, said);
    if (part) {
      write(along, sentence("score.move_others", { value: waiting[part] }));
      write(back, sentence("score.keep", { value: whole(now[part]) }));
    }
    [[low, "low"], [high, "high"]].forEach(([input, name2]) => input.setAttribute("aria-invalid", String(name2 in waiting || refused.has(input))));
    if (!said) return;
    say(said);
    clashes.scrollIntoView({ block: "nearest" });
  }
  function enter(part, text2) {
    const [input, known] = [part === "low" ? low : high, waiting[part] ?? now[part]];
    const { value, said } = read(text2, known);
    refused.delete(input);
    if (value === void 0) refused.set(input, said);
    if (typeof value !== "number") {
      if (value === null) input.value = whole(known);
      return tell2(said);
    }
    input.value = value;
    const outcome = typed(three(now), waiting, part, value);
    waiting = outcome.waiting;
    tell2(clash(outcome.range, waiting) || said);
    change((cell) => Object.assign(cell, outcome.range));
  }
  function choose(move) {
    const [part] = Object.keys(waiting);
    const range = move ? movedAlong(three(now), part, waiting[part]) : three(now);
    waiting = {};
    tell2("");
    (part === "low" ? low : high).focus();
    change((cell) => Object.assign(cell, range));
    if (move) say(`${name}: ${ORDER.map((each) => `${called(each)} ${range[each]}`).join(", ")}.`);
  }
  function show(cell, domain, here) {
    const other = about !== domain;
    const moved = other || now && json(three(now)) !== json(three(cell));
    if (other || moved && !inOrderWith(cell)) waiting = {};
    const [changed, settled] = [other || moved && refused.size > 0, !Object.keys(waiting).length];
    if (changed) refused.clear();
    [now, about] = [cell, domain];
    if (changed) tell2("");
    if (settled && !along.hidden) tell2("");
    const nearest = Math.round(cell.mode / 25);
    mode.show(cell.mode, `${whole(cell.mode)}: ${anchors[nearest]}`);
    fill(mode.input, cell.mode, sentence("board_view.mode_of", { criterion: name, domain }));
    if (!refused.has(low)) fill(low, waiting.low ?? cell.low, sentence("board_view.low_of", { criterion: name, domain }));
    if (!refused.has(high)) fill(high, waiting.high ?? cell.high, sentence("board_view.high_of", { criterion: name, domain }));
    fill(note, cell.note, sentence("board_view.note_of", { criterion: name, domain }));
    span.style.left = onTrack(cell.low);
    span.style.width = `calc((100% - ${THUMB}px) * ${(cell.high - cell.low) / 100})`;
    root.classList.toggle("alb-bare", !evident(cell.note));
    const known = { score: whole(cell.mode), mark: 25 * nearest, anchor: anchors[nearest], here: here[25 * nearest] };
    write(anchor, sentence(known.here ? "board_view.anchor_here" : "board_view.anchor", known));
  }
  const inOrderWith = (cell) => Object.keys(waiting).length > 0 && clash(three(cell), waiting) !== "";
  return { criterion, root, show };
}
var three = ({ low, mode, high }) => ({ low, mode, high });
function fill(input, value, label) {
  if (input.getAttribute("aria-label") !== label) input.setAttribute("aria-label", label);
  const known = input.dataset.shown;
  input.dataset.shown = value;
  const typing = input === input.getRootNode().activeElement && known === String(value);
  if (!typing && input.value !== String(value)) input.value = value;
}

// board/toolbar.js
var MINE = "mine";
function toolbar(labels, { edit, undo, redo, open }) {
  const keys = { "data-lm-suppress-shortcuts": "true" };
  const options = (texts) => Object.entries(texts).map(([value, label]) => h("option", { value }, label));
  const capital = h("select", { ...keys, onchange: () => edit((_, judgement) => {
    judgement.capital = capital.value;
    judgement.sheets[capital.value] ??= copy(labels.sheets.blank);
  }) }, options(labels.capitals));
  const known = Object.keys(labels.sheets).map((key) => [key, labels.presets[key] ?? key]);
  const mine = Object.values(labels.opening.sheets).find((sheet) => sheet.own.length);
  const brought = (sheet) => sentence("board_view.own_sheet", { own: sheet.own.map((d) => labels.domains[d]).join(", ") });
  const preset = h("select", { ...keys, onchange: () => edit((_, judgement) => {
    judgement.sheets[judgement.capital] = copy(preset.value === MINE ? mine : labels.sheets[preset.value]);
  }) }, options({ ...mine && { [MINE]: brought(mine) }, ...Object.fromEntries(known) }));
  const button = (label, onclick) => h("button", { type: "button", ...keys, onclick }, label);
  const [back, forward] = [button(sentence("board_view.undo"), undo), button(sentence("board_view.redo"), redo)];
  const [origin, edited] = [h("span", {}), h("span", {}, ` ${sentence("board_view.changed")}`)];
  const message = h("p", { class: "alb-message", role: "alert" });
  const notes = h("input", { type: "checkbox", checked: true, ...keys });
  const hidden = { class: "alb-hidden", tabindex: "-1", "aria-hidden": "true" };
  const file = h("input", { type: "file", accept: ".json", ...hidden, onchange: read2 });
  let current = null;
  const root = h(
    "div",
    {},
    h(
      "div",
      { class: "alb-tools" },
      h("label", {}, `${sentence("board_view.seen_from")} `, capital),
      h("label", {}, `${sentence("board_view.start_from")} `, preset)
    ),
    h(
      "div",
      { class: "alb-tools" },
      back,
      forward,
      button(sentence("board_view.reset"), () => open(labels.opening)),
      button(sentence("board_view.projector"), (event) => project(event.target)),
      button(sentence("board_view.open"), () => file.click()),
      button(sentence("board_view.save"), save),
      h("label", {}, notes, ` ${sentence("board_view.with_notes")}`),
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
  async function read2() {
    try {
      const state = JSON.parse(await file.files[0].text());
      if (!fits(state, labels.opening, labels.sheets)) throw new Error();
      write(message, "");
      open(state);
    } catch {
      write(message, sentence("board_view.not_a_board"));
    }
    file.value = "";
  }
  function update({ sheet, judgement }) {
    current = judgement;
    capital.value = judgement.capital;
    preset.value = mine && sheet.own.length ? MINE : sheet.preset;
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
    return sentence("board_view.placebo");
  const judged = ["beijing", "moscow"].includes(capital) ? "board_view.asks_of_us" : "board_view.asks";
  return sentence(judged, { who });
}
function source(labels, sheet, capital) {
  if (sheet.preset === "blank" && untouched(labels, sheet)) {
    const blank = capital === "washington" ? "board_view.blank" : "board_view.blank_of";
    return sentence(blank, { who: labels.capitals[capital] });
  }
  const base = labels.presets[sheet.preset] ?? sheet.preset;
  const own = sheet.own.map((d) => labels.domains[d]).join(", ");
  const borrowed = capital !== "washington" && sheet.preset !== "blank";
  const parts = { own, base, who: labels.capitals[capital] };
  const from = sentence(own ? "board_view.own_and_base" : "board_view.base", parts);
  return borrowed ? `${from} ${sentence("board_view.borrowed", parts)}` : from;
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
  board.onfullscreenchange = () => {
    if (document.fullscreenElement === board) return;
    board.classList.remove("alb-projector");
    pressed.setAttribute("aria-pressed", false);
  };
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

// arrive.js
var LINK = 'a[href*="#cell-id=q"]';
var QUESTION = /#cell-id=q([\w-]+)-question$/;
var HEADING = ".jp-NotebookPanel .jp-MarkdownCell :is(h2, h3, h4)";
var WISHES = ["wheel", "touchstart", "pointerdown", "keydown"];
var EVERY = 100;
var STILL = 50;
var MOST = 1200;
function arriveAtQuestions() {
  if (!globalThis.document || globalThis.alignmentArrives) return;
  globalThis.alignmentArrives = true;
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest(LINK);
    const [, question2] = link && QUESTION.exec(link.getAttribute("href")) || [];
    if (question2) bring(question2.replaceAll("-", "."));
  }, true);
}
function bring(question2) {
  let [looks, still, before] = [0, 0, ""];
  const stop = () => {
    clearInterval(timer);
    for (const wish of WISHES) removeEventListener(wish, stop, true);
  };
  const look = () => {
    const cell = find(question2);
    const page = cell?.closest(".jp-WindowedPanel-outer");
    if (page) {
      const off = cell.getBoundingClientRect().top - page.getBoundingClientRect().top;
      if (Math.abs(off) >= 1) page.scrollBy({ top: off, behavior: "instant" });
      const now = `${page.scrollTop} ${page.scrollHeight}`;
      still = now === before ? still + 1 : 0;
      before = now;
    }
    if (++looks === MOST || still === STILL) stop();
  };
  const timer = setInterval(look, EVERY);
  for (const wish of WISHES) addEventListener(wish, stop, { capture: true, passive: true });
}
function find(question2) {
  for (const heading of document.querySelectorAll(HEADING))
    if (heading.textContent.startsWith(`${question2} `) && heading.checkVisibility())
      return heading.closest(".jp-Cell");
  return null;
}

// focus.js
var FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
function keepFocus(panel) {
  keepKeys(panel);
  panel.addEventListener("keydown", (event) => runs(event) && goOn(event, panel));
  neverLoseIt(panel);
}
function keepKeys(panel) {
  const mark2 = () => {
    for (const each of panel.querySelectorAll(FOCUSABLE)) each.dataset.lmSuppressShortcuts = "true";
  };
  new MutationObserver(mark2).observe(panel, { childList: true, subtree: true });
  mark2();
}
function runs({ key, altKey, shiftKey, ctrlKey, metaKey, target }) {
  if (key !== "Enter" || altKey || target.matches("textarea:not(:read-only)")) return false;
  return shiftKey !== (ctrlKey || metaKey);
}
function goOn(event, panel) {
  const cell = panel.closest(".jp-Cell");
  if (!cell) return;
  event.preventDefault();
  event.stopPropagation();
  const to = event.shiftKey ? below(cell) : cell;
  to.focus();
  if (!event.shiftKey || to !== cell && panel.querySelector("[data-done]"))
    to.dispatchEvent(new KeyboardEvent(event.type, event));
}
function below(cell) {
  for (let next = cell.nextElementSibling; next; next = next.nextElementSibling)
    if (next.matches(".jp-Cell") && next.checkVisibility()) return next;
  return cell;
}
function neverLoseIt(panel) {
  let [last, places2, frame] = [null, [], 0];
  const look = () => {
    frame = 0;
    const lost = last;
    const now = document.activeElement ?? document.body;
    const gone = lost && (now === lost || now === document.body) && !usable(lost);
    if (gone || now !== lost) last = null;
    if (gone) refuge(panel, lost, lost.isConnected ? around(panel) : places2)?.focus();
  };
  const soon = () => {
    if (last) frame ||= requestAnimationFrame(look);
  };
  panel.addEventListener("focusin", ({ target }) => {
    [last, places2] = [target, around(panel)];
  });
  panel.addEventListener("focusout", soon);
  new MutationObserver(soon).observe(panel, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled", "hidden", "style", "class"]
  });
}
var SAYS = '[role="status"]';
var around = (panel) => [...panel.querySelectorAll(`${FOCUSABLE}, ${SAYS}`)];
var usable = (el) => el.isConnected && !el.matches(":disabled") && el.checkVisibility();
var takesFocus = (el) => usable(el) && el.offsetWidth > 1 && (el.matches(SAYS) ? el.textContent.trim() !== "" : el.tabIndex >= 0);
var named = (el) => `${el.tagName} ${el.ariaLabel ?? el.textContent}`;
function refuge(panel, lost, places2) {
  const at = places2.indexOf(lost);
  const nearest = [...places2.slice(at + 1), ...places2.slice(0, Math.max(0, at)).reverse()];
  const again = around(panel).filter((el) => el !== lost && named(el) === named(lost));
  const place2 = [...lost.isConnected ? [] : again, ...nearest].find(takesFocus);
  if (place2?.matches(SAYS)) {
    place2.tabIndex = -1;
    place2.dataset.lmSuppressShortcuts = "true";
  }
  return place2;
}

// view.js
function awake({ render: render2 }) {
  arriveAtQuestions();
  return {
    initialize({ model }) {
      hear(model).catch(() => {
      });
    },
    render(context) {
      speak(context.model.get("sentences"));
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
function guard({ model, el }) {
  const panel = el.closest(".alignment-panel");
  if (!panel || panel.dataset.guarded) return;
  panel.dataset.guarded = "true";
  keepFocus(panel);
  noticeSleep(model, panel).catch(() => {
  });
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
  const number = prompt.match(/\d+/)?.[0];
  return number ? sentence("view.asleep_cell", { number }) : sentence("view.asleep");
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
  const speak2 = later(SPEAK, () => write(live, spoken(labels, result)));
  const frame = onFrame(() => {
    result = work(judgement);
    const sheet = judgement.sheets[judgement.capital];
    parts.forEach((part) => part.update({ sheet, judgement }, result));
    if (dragging) tell(model, judgement);
    speak2.soon();
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
    speak2.cancel();
    write(live, text);
  };
  const bar = toolbar(labels, { edit, undo, redo, open: show });
  const left = [swings(labels, edit), doubts(edit)];
  const top = strip(labels, left[0].saying);
  const right = [bars(labels), acceptability(labels), beliefs(labels)];
  const below2 = [answers(labels, edit, say), scores(labels, edit, say)];
  if (Object.keys(labels.interests).length) below2.push(interests(labels, edit));
  const parts = [bar, top, ...left, ...right, ...below2];
  const roots = (some) => some.map((part) => part.root);
  const named2 = { role: "group", "aria-label": sentence("board_view.board"), "data-lm-suppress-shortcuts": "true" };
  const columns = h("div", { class: "alb-grid" }, h("div", {}, roots(left)), h("div", {}, roots(right)));
  const root = h("div", { class: "alb", ...named2 }, bar.root, top.root, columns, roots(below2), live);
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
    [frame, settle, speak2].forEach((timer) => timer.cancel());
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
