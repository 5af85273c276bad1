// The evidence: per domain and criterion the lowest, most likely and highest score, and a note.

import { h, mark, newId, slider, whole, write } from "./parts.js";

const THUMB = 16; // a slider's thumb stays inside its track, so the line below starts later
const along = (x) => `calc(${THUMB / 2}px + (100% - ${THUMB}px) * ${x / 100})`;

/** Tabs for the domains, one row per criterion. */
export function scores(labels, edit) {
  let domain = Object.keys(labels.domains)[1];
  let latest = null;
  const group = newId();
  const tabs = h("div", { class: "alb-tabs", role: "radiogroup", "aria-label": "Domain" },
    Object.entries(labels.domains).map(([key, name]) => h("label", {},
      h("input", {
        type: "radio", name: group, value: key,
        "data-lm-suppress-shortcuts": "true", onchange: () => choose(key),
      }), name)));
  const radios = [...tabs.querySelectorAll("input")];
  const rows = Object.entries(labels.criteria).map(([criterion, texts]) =>
    scoreRow(criterion, texts, (change) => edit((sheet) => change(sheet.scores[domain][criterion]))));
  const root = h("details", { class: "alb-fold", ontoggle: () => update(...latest) },
    h("summary", {}, "Scores and evidence of each domain"), tabs,
    h("p", { class: "alb-help" },
      "Judge what the cooperation adds: what would differ if both existed but did not cooperate? ",
      "Low and high: you would be surprised one time in ten on each side. Without a note a score is hatched."),
    h("div", { class: "alb-score alb-heads", "aria-hidden": "true" },
      ["", "most likely", "lowest", "highest", "evidence"].map((head) => h("span", {}, head))),
    h("div", { class: "alb-rows" }, rows.map((row) => row.root)));

  function choose(key) {
    domain = key;
    update(...latest);
  }
  function update(state, result) {
    latest = [state, result];
    if (!root.open) return;
    radios.forEach((radio) => (radio.checked = radio.value === domain));
    const name = labels.domains[domain];
    rows.forEach((row) => row.show(state.sheet.scores[domain][row.criterion], name,
      labels.anchors[domain]?.[row.criterion] ?? {}));
  }
  return { root, update };
}

function scoreRow(criterion, { name, anchors }, change) {
  const mode = slider([mark(criterion), name], (value) => change((cell) => {
    cell.mode = value;
    cell.low = Math.min(cell.low, value);
    cell.high = Math.max(cell.high, value);
  }));
  const low = bound((value) => change((cell) => {
    cell.low = value;
    cell.mode = Math.max(cell.mode, value);
    cell.high = Math.max(cell.high, value);
  }));
  const high = bound((value) => change((cell) => {
    cell.high = value;
    cell.mode = Math.min(cell.mode, value);
    cell.low = Math.min(cell.low, value);
  }));
  const note = h("input", {
    type: "text", maxlength: 200, placeholder: "Evidence: source and one line",
    "data-lm-suppress-shortcuts": "true",
    oninput: () => change((cell) => (cell.note = note.value)),
  });
  const span = h("div", { class: "alb-span", "aria-hidden": "true" });
  const anchor = h("span", { class: "alb-anchor" });
  const root = h("div", { class: "alb-score" }, mode.label,
    h("div", { class: "alb-strip" }, mode.input, span), low, high, note, anchor);

  function show(cell, domain, here) {
    const nearest = Math.round(cell.mode / 25);
    mode.show(cell.mode, `${whole(cell.mode)}: ${anchors[nearest]}`);
    fill(mode.input, cell.mode, `${name} of ${domain}, most likely score`);
    fill(low, cell.low, `${name} of ${domain}, lowest score`);
    fill(high, cell.high, `${name} of ${domain}, highest score`);
    fill(note, cell.note, `${name} of ${domain}, evidence note`);
    span.style.left = along(cell.low);
    span.style.width = `calc((100% - ${THUMB}px) * ${(cell.high - cell.low) / 100})`;
    root.classList.toggle("alb-bare", !cell.note.trim());
    const local = here[25 * nearest] ? ` (in this domain: ${here[25 * nearest]})` : "";
    write(anchor, `${whole(cell.mode)}, nearest anchor ${25 * nearest}: ${anchors[nearest]}${local}`);
  }
  return { criterion, root, show };
}

/** A whole number from 0 to 100, taken over once it is complete: "9" on the way to "90" is none. */
function bound(onvalue) {
  const input = h("input", {
    type: "number", min: 0, max: 100, step: 5, "data-lm-suppress-shortcuts": "true",
    onchange: () => {
      const typed = input.value === "" ? Number(input.dataset.shown) : Math.round(Number(input.value));
      input.value = Math.min(100, Math.max(0, typed));
      onvalue(Number(input.value));
    },
  });
  return input;
}

/** Show a value unless the person is typing in this very field. */
function fill(input, value, label) {
  if (input.getAttribute("aria-label") !== label) input.setAttribute("aria-label", label);
  input.dataset.shown = value;
  const typing = input === input.getRootNode().activeElement;
  if (!typing && input.value !== String(value)) input.value = value;
}
