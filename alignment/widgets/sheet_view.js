// The score sheet in the page: six rows that open empty. Python saves what is complete and says so.

import { PARTS, clash, evident, movedAlong, number, typed } from "./board/ranges.js";
import { awake } from "./view.js";

const keys = { "data-lm-suppress-shortcuts": "true" };
const QUESTIONS = {
  low: "one time in ten the right score would lie below it",
  mode: "your best single score; as likely too high as too low",
  high: "one time in ten the right score would lie above it",
};

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat());
  return node;
}

function render({ model, el }) {
  const labels = model.get("labels");
  const live = make("div", { class: "als-hidden", role: "status", "aria-live": "polite" });
  const say = (text) => (live.textContent = text);
  const put = (criterion, change) => {
    const all = structuredClone(model.get("drafts"));
    all[criterion] = { ...all[criterion], ...change };
    model.set("drafts", all);
    model.save_changes();
  };
  const rows = Object.entries(labels.criteria).map(([c, texts]) => row(c, texts, (change) => put(c, change), say));
  const value = make("p", { class: "als-value" });
  const compare = make("button", { type: "button", ...keys, onclick: () => {
    model.set("comparing", !model.get("comparing"));
    model.save_changes();
  } });
  const code = make("textarea", { readonly: true, rows: 8, "aria-label": "Your scores as code", ...keys });
  const copied = async () => {
    code.select();
    const done = await navigator.clipboard?.writeText(code.value).then(() => true, () => false);
    say(done ? "Copied. Paste it into the answer cell of the exercise set."
      : "The code is selected: press Ctrl+C (or Cmd+C), then paste it into the answer cell.");
  };
  const literal = make("details", {}, make("summary", {}, "Take my scores to the exercise set"),
    make("p", {}, "The set asks for the sheet in an answer cell. This is yours as code:"), code,
    make("button", { type: "button", ...keys, onclick: copied }, "Copy"));
  const help = Object.entries(QUESTIONS).map(([part, text]) => make("li", {}, make("b", {}, PARTS[part]), `: ${text}`));
  const root = make("section", { class: "als", "aria-label": `Score sheet: ${labels.name}`, ...keys },
    make("p", {}, make("strong", {}, `Score sheet: ${labels.name}`), ` (${labels.boundary}).`),
    make("p", {}, "For every score ask: ", make("em", {}, labels.rule)), make("ul", {}, help),
    make("p", {}, "Half of the draws in lessons 8 and 9 lie above your most likely score and half below; one in ten " +
      "below your lowest, one in ten above your highest. A score is yours once all three numbers are given."),
    make("div", { class: "als-rows" }, rows.map((one) => one.root)), value, compare, literal, live);

  function show() {
    const [drafts, notes, comparing] = [model.get("drafts"), model.get("messages"), model.get("comparing")];
    for (const one of rows)
      one.show(drafts[one.criterion], notes[one.criterion] ?? "", comparing && labels.reference[one.criterion]);
    value.textContent = model.get("value");
    code.value = model.get("literal");
    compare.textContent = comparing ? "Hide the reference scores" : "Compare with the reference scores (illustrative)";
    compare.disabled = !model.get("judged");
    compare.title = compare.disabled ? "after your first own score" : "";
  }
  const spoken = () => say(model.get("said"));
  el.append(root);
  show();
  const names = ["drafts", "messages", "comparing", "value", "judged", "literal"];
  names.forEach((name) => model.on(`change:${name}`, show));
  model.on("change:said", spoken);
  return () => {
    names.forEach((name) => model.off(`change:${name}`, show));
    model.off("change:said", spoken);
  };
}

function row(criterion, { name, prompt, anchors }, put, say) {
  let [now, waiting] = [{}, {}];
  const typing = new Set(); // fields with a text that nothing has read yet: no news may overwrite it
  const title = `${criterion} ${name}`;
  const fields = Object.fromEntries(Object.keys(PARTS).map((part) => [part, field(part)]));
  const note = make("input", {
    type: "text", maxlength: 200, placeholder: "source and one line: why this score?", ...keys,
    "aria-label": `${title}: evidence`, oninput: () => typing.add(note),
    onchange: () => {
      typing.delete(note);
      put({ note: note.value.trim() });
    },
    onblur: () => typing.delete(note),
  });
  const clashing = make("span", {});
  const along = make("button", { type: "button", ...keys, onclick: () => choose(true) });
  const keep = make("button", { type: "button", ...keys, onclick: () => choose(false) });
  const clashes = make("div", { class: "als-clash", hidden: true }, clashing, along, keep);
  const [span, peak] = [make("div", { class: "als-span" }), make("div", { class: "als-peak" })];
  const [message, reference] = [make("p", { class: "als-message" }), make("p", { class: "als-reference" })];
  const scale = Object.entries(anchors).sort(([a], [b]) => a - b).map(([score, [text, here]]) =>
    make("li", {}, make("b", {}, score), ` ${text}`, here ? make("em", {}, ` ${here}`) : ""));
  const root = make("div", { class: "als-row", role: "group", "aria-label": title },
    make("p", {}, make("strong", {}, `${criterion}. ${name}. `), prompt),
    make("div", { class: "als-bar", "aria-hidden": "true" }, span, peak), make("ol", { class: "als-scale" }, scale),
    make("div", { class: "als-inputs" }, Object.entries(fields).map(([part, input]) =>
      make("label", {}, PARTS[part], input)), make("label", { class: "als-note" }, "evidence", note)),
    clashes, message, reference);

  function field(part) {
    const take = () => {
      typing.delete(input);
      const value = number(input.value);
      if (Number.isNaN(value)) return fill(input, waiting[part] ?? now[part]);
      if (value === (waiting[part] ?? now[part] ?? null)) return fill(input, value);
      if (input.value.trim() !== "" && Number(input.value) !== value)
        say(`${title}: scores are whole numbers from 0 to 100, so ${input.value} became ${value}.`);
      if (value === null) delete waiting[part];
      const outcome = value === null ? { range: { ...three(), [part]: null }, waiting } : typed(three(), waiting, part, value);
      waiting = outcome.waiting;
      tell();
      put(outcome.range);
    };
    const input = make("input", {
      type: "number", min: 0, max: 100, step: 5, ...keys, "aria-label": `${title}: ${PARTS[part]}`,
      oninput: () => typing.add(input), onchange: take,
      onkeydown: (event) => event.key === "Enter" && take(),
      onblur: () => typing.has(input) && take(), // typed and taken back: no change, but nothing left to read
    });
    return input;
  }
  const three = () => ({ low: now.low, mode: now.mode, high: now.high });
  function tell() {
    const [part] = Object.keys(waiting);
    clashes.hidden = !part;
    for (const [name, input] of Object.entries(fields)) input.setAttribute("aria-invalid", String(name in waiting));
    if (!part) return;
    clashing.textContent = clash(three(), waiting);
    along.textContent = `Move the others to ${waiting[part]}`;
    keep.textContent = now[part] === null ? "Empty this field" : `Keep ${now[part]}`;
    say(`${title}: ${clashing.textContent}`);
    clashes.scrollIntoView({ block: "nearest" });
  }
  function choose(move) {
    const [part] = Object.keys(waiting);
    const range = move ? movedAlong(three(), part, waiting[part]) : three();
    waiting = {};
    fields[part].focus();
    tell();
    if (move) put(range);
    else show(now, message.textContent, null);
  }
  function show(draft, text, known) {
    now = draft;
    if (Object.keys(waiting).length && !clash(three(), waiting)) waiting = {};
    if (!Object.keys(waiting).length) tell();
    for (const [part, input] of Object.entries(fields)) fill(input, waiting[part] ?? now[part]);
    fill(note, now.note);
    const complete = [now.low, now.mode, now.high].every((x) => x !== null);
    span.style.cssText = complete ? `left: ${now.low}%; width: ${now.high - now.low}%` : "display: none";
    peak.style.cssText = now.mode === null ? "display: none" : `left: ${now.mode}%`;
    root.classList.toggle("als-bare", !evident(now.note));
    const news = text !== "" && message.textContent !== text;
    message.textContent = text;
    if (news) message.scrollIntoView({ block: "nearest" }); // beside what was typed, never out of sight
    if (known !== null) reference.textContent = known && complete
      ? `Reference, illustrative: ${known.join(", ")}. It is no answer key; yours may differ for good reasons.` : "";
  }
  function fill(input, value) {
    const text = value === null || value === undefined ? "" : String(value);
    if (!typing.has(input) && input.value !== text) input.value = text;
  }
  return { criterion, root, show };
}

export default awake({ render });
