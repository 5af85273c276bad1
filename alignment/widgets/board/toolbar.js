// The top of the board: whose view, which sheet, back and forward, save and open.

import { copy, h, json, write } from "./parts.js";
import { sentence } from "../sentence.js";

const MINE = "mine"; // the sheets that a student brought; no key of the course's own sheets

/** Whose view, which sheet, back and forward, save and open. */
export function toolbar(labels, { edit, undo, redo, open }) {
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
  }) }, options({ ...(mine && { [MINE]: brought(mine) }), ...Object.fromEntries(known) }));
  const button = (label, onclick) => h("button", { type: "button", ...keys, onclick }, label);
  const [back, forward] = [button(sentence("board_view.undo"), undo), button(sentence("board_view.redo"), redo)];
  const [origin, edited] = [h("span", {}), h("span", {}, ` ${sentence("board_view.changed")}`)];
  const message = h("p", { class: "alb-message", role: "alert" });
  const notes = h("input", { type: "checkbox", checked: true, ...keys });
  const hidden = { class: "alb-hidden", tabindex: "-1", "aria-hidden": "true" };
  const file = h("input", { type: "file", accept: ".json", ...hidden, onchange: read });
  let current = null;
  const root = h("div", {},
    h("div", { class: "alb-tools" },
      h("label", {}, `${sentence("board_view.seen_from")} `, capital),
      h("label", {}, `${sentence("board_view.start_from")} `, preset)),
    h("div", { class: "alb-tools" }, back, forward, button(sentence("board_view.reset"), () => open(labels.opening)),
      button(sentence("board_view.projector"), (event) => project(event.target)),
      button(sentence("board_view.open"), () => file.click()), button(sentence("board_view.save"), save),
      h("label", {}, notes, ` ${sentence("board_view.with_notes")}`), file),
    h("p", { class: "alb-question" }), h("p", { class: "alb-origin" }, origin, edited), message);

  function save() {
    const content = JSON.stringify(notes.checked ? current : bare(current), null, 1);
    const href = URL.createObjectURL(new Blob([content]));
    const link = h("a", { download: "weighing-board.json", href });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  }
  async function read() {
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

/** Fill the screen in large letters, and go back on the second press or on Escape. */
function project(pressed) {
  const board = pressed.closest(".alb");
  const large = board.classList.toggle("alb-projector");
  pressed.setAttribute("aria-pressed", large);
  if (!large) return document.fullscreenElement && document.exitFullscreen();
  board.requestFullscreen?.().catch(() => {}); // refused in some frames: large letters stay
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

/** Whether a state from a file has the shape of a board and numbers from 0 to 100. */
function fits(state, pattern, known) {
  const sample = Object.values(pattern.sheets)[0];
  return state.schema === pattern.schema && state.capital in state.sheets &&
    point(state.dial) && [0, 25, 50, null].includes(state.spread) &&
    Object.values(state.sheets).every((sheet) => sheetFits(sheet, sample, known));
}

function sheetFits(sheet, sample, known) {
  const alike = (one, other) => json(Object.keys(one)) === json(Object.keys(other));
  return sheet.preset in known && Array.isArray(sheet.own) &&
    ["points", "scores", "interests"].every((part) => alike(sheet[part], sample[part])) &&
    [...Object.values(sheet.points), ...Object.values(sheet.interests)].every(point) &&
    Object.entries(sheet.scores).every(([domain, row]) =>
      alike(row, sample.scores[domain]) && Object.values(row).every(cellFits));
}

const point = (x) => typeof x === "number" && x >= 0 && x <= 100;
const cellFits = ({ low, mode, high, note }) =>
  [low, mode, high].every(point) && low <= mode && mode <= high && typeof note === "string";
