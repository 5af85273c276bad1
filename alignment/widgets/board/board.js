// The board itself: one judgement, its history, and when it is computed, spoken and sent.

import { makeEngine } from "./engine.js";
import { answers } from "./answers.js";
import { beliefs } from "./believing.js";
import { copy, doubts, h, interests, swings, json, whole, write } from "./parts.js";
import { acceptability, bars, order, strip } from "./results.js";
import { scores } from "./scores.js";
import { toolbar } from "./toolbar.js";
import { awake } from "../view.js";
import { sentence } from "../sentence.js";

const REST = 150; // ms without a move until the judgement goes into the history
const SPEAK = 300; // ms without a move until a screen reader hears the result

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
  let held = false; // a drag with pauses is one step: undo goes back to where it began
  const settle = later(REST, () => {
    dragging = false;
    if (!held) history.note(json(judgement));
    bar.allow(history.canUndo(), history.canRedo());
    tell(model, judgement);
  });
  // A drag is followed at once and sent as it goes; what is typed waits for the next frame, when
  // the field that has the focus is no longer the one to leave alone.
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
    settle.now(); // a move of the last moment can be undone too
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
  const named = { role: "group", "aria-label": sentence("board_view.board"), "data-lm-suppress-shortcuts": "true" };
  const columns = h("div", { class: "alb-grid" }, h("div", {}, roots(left)), h("div", {}, roots(right)));
  const root = h("div", { class: "alb", ...named }, bar.root, top.root, columns, roots(below), live);
  const noting = (event) => (dragging = event.type === "input" && event.target.type === "range");
  ["input", "change"].forEach((type) => root.addEventListener(type, noting, true));
  root.addEventListener("pointerdown", () => (held = true));
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

/** What a screen reader hears: places, names and whole numbers, first place first. */
function spoken(labels, result) {
  const names = Object.values(labels.domains);
  const says = order(result).map((d) => `${result.places[d]} ${names[d]} ${whole(result.values[d])}`);
  return `${says.join(", ")}.`;
}

/** Send the judgement to Python; while one is on its way, only the latest waits to follow it. */
function tell(model, judgement) {
  if (json(model.get("judgement")) === json(judgement)) return;
  model.set("judgement", copy(judgement));
  try {
    model.save_changes();
  } catch {
    // A page without a kernel has nobody to tell; the board works on.
  }
}

/** Settled states in order; a new one forgets what was undone. */
export function makeHistory(start) {
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
    canRedo: () => future.length > 0,
  };
}

/** Work that waits until nothing has asked for it for some milliseconds. */
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

/** Work done at most once per frame of the screen, however often it is asked for. */
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
  /** Like `soon`, but not later than now where nothing has been done in this frame yet. */
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

export default awake({ render });
