// The evidence: per domain and criterion the lowest, most likely and highest score, and a note.

import { h, json, mark, newId, slider, whole, write } from "./parts.js";
import { ORDER, called, clash, evident, movedAlong, read, scoreField, typed } from "./ranges.js";
import { sentence } from "../sentence.js";

const THUMB = 16; // a slider's thumb stays inside its track, so the line below starts later
const onTrack = (x) => `calc(${THUMB / 2}px + (100% - ${THUMB}px) * ${x / 100})`;

/** Tabs for the domains, one row per criterion. */
export function scores(labels, edit, say) {
  let domain = Object.keys(labels.domains)[1];
  let latest = null;
  const group = newId();
  const tabs = h("div", { class: "alb-tabs", role: "radiogroup", "aria-label": sentence("board_view.domain") },
    Object.entries(labels.domains).map(([key, name]) => h("label", {},
      h("input", {
        type: "radio", name: group, value: key,
        "data-lm-suppress-shortcuts": "true", onchange: () => choose(key),
      }), name)));
  const radios = [...tabs.querySelectorAll("input")];
  const rows = Object.entries(labels.criteria).map(([criterion, texts]) =>
    scoreRow(criterion, texts, (change) => edit((sheet) => change(sheet.scores[domain][criterion])), say));
  const root = h("details", { class: "alb-fold", ontoggle: () => update(...latest) },
    h("summary", {}, sentence("board_view.scores")), tabs,
    h("p", { class: "alb-help" },
      sentence("board_view.scores_help")),
    h("div", { class: "alb-score alb-heads", "aria-hidden": "true" },
      ["", called("mode"), called("low"), called("high"), sentence("board_view.evidence")]
        .map((head) => h("span", {}, head))),
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

function scoreRow(criterion, { name, anchors }, change, say) {
  let [now, waiting, about] = [null, {}, ""];
  const stopped = (value) => (value > now.high ? "board_view.stops_high" : value < now.low ? "board_view.stops_low" : null);
  const mode = slider([mark(criterion), name], (value) => {
    const end = stopped(value);
    const stays = Math.min(now.high, Math.max(now.low, value));
    mode.input.value = stays;
    tell(end ? sentence(end, { value: stays }) : "");
    change((cell) => (cell.mode = stays));
  });
  const low = scoreField((text) => enter("low", text));
  const high = scoreField((text) => enter("high", text));
  const refused = new Map(); // fields whose text is no score, with what was said: the text stays
  const note = h("input", {
    type: "text", placeholder: sentence("board_view.evidence_line"),
    "data-lm-suppress-shortcuts": "true",
    oninput: () => change((cell) => (cell.note = note.value)),
  });
  const span = h("div", { class: "alb-span", "aria-hidden": "true" });
  const anchor = h("span", { class: "alb-anchor" });
  const keys = { type: "button", "data-lm-suppress-shortcuts": "true" };
  const [text, along, back] = [h("span", {}), h("button", { ...keys, onclick: () => choose(true) }),
    h("button", { ...keys, onclick: () => choose(false) })];
  const clashes = h("div", { class: "alb-clash", hidden: true }, text, along, back);
  const root = h("div", { class: "alb-score" }, mode.label,
    h("div", { class: "alb-strip" }, mode.input, span), low, high, note, clashes, anchor);

  function tell(news) {
    const said = [...refused.values()].at(-1) ?? news;
    const [part] = refused.size ? [] : Object.keys(waiting);
    clashes.hidden = !said;
    along.hidden = back.hidden = !part;
    write(text, said);
    if (part) {
      write(along, sentence("score.move_others", { value: waiting[part] }));
      write(back, sentence("score.keep", { value: whole(now[part]) }));
    }
    [[low, "low"], [high, "high"]].forEach(([input, name]) =>
      input.setAttribute("aria-invalid", String(name in waiting || refused.has(input))));
    if (!said) return;
    say(said);
    clashes.scrollIntoView({ block: "nearest" });
  }
  function enter(part, text) {
    const [input, known] = [part === "low" ? low : high, waiting[part] ?? now[part]];
    const { value, said } = read(text, known);
    refused.delete(input);
    if (value === undefined) refused.set(input, said);
    if (typeof value !== "number") {
      if (value === null) input.value = whole(known);
      return tell(said);
    }
    input.value = value;
    const outcome = typed(three(now), waiting, part, value);
    waiting = outcome.waiting;
    tell(clash(outcome.range, waiting) || said);
    change((cell) => Object.assign(cell, outcome.range));
  }
  function choose(move) {
    const [part] = Object.keys(waiting);
    const range = move ? movedAlong(three(now), part, waiting[part]) : three(now);
    waiting = {};
    tell("");
    (part === "low" ? low : high).focus();
    change((cell) => Object.assign(cell, range));
    if (move) say(`${name}: ${ORDER.map((each) => `${called(each)} ${range[each]}`).join(", ")}.`);
  }

  function show(cell, domain, here) {
    const other = about !== domain; // another domain, or (below) other numbers than the row knew
    const moved = other || (now && json(three(now)) !== json(three(cell)));
    if (other || (moved && !inOrderWith(cell))) waiting = {};
    const [changed, settled] = [other || (moved && refused.size > 0), !Object.keys(waiting).length];
    if (changed) refused.clear();
    [now, about] = [cell, domain];
    if (changed) tell("");
    if (settled && !along.hidden) tell("");
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
  /** Whether what waits still has to wait beside the numbers that are now shown. */
  const inOrderWith = (cell) => Object.keys(waiting).length > 0 && clash(three(cell), waiting) !== "";
  return { criterion, root, show };
}

const three = ({ low, mode, high }) => ({ low, mode, high });

/** Show a value, in the field with the focus too: it is typed into only until it is complete. */
function fill(input, value, label) {
  if (input.getAttribute("aria-label") !== label) input.setAttribute("aria-label", label);
  const known = input.dataset.shown;
  input.dataset.shown = value;
  const typing = input === input.getRootNode().activeElement && known === String(value);
  if (!typing && input.value !== String(value)) input.value = value;
}
