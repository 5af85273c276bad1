// The score sheet in the page: six rows that open empty. Python saves what is complete and says so.

import { ORDER, called, clash, evident, movedAlong, read, scoreField, typed } from "./board/ranges.js";
import { awake } from "./view.js";
import { sentence } from "./sentence.js";

const keys = { "data-lm-suppress-shortcuts": "true" };

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
  const rows = Object.entries(labels.criteria).map(([c, texts]) => row(c, texts, (change) => put(c, change), say,
    c === "C" ? sentence("sheet_view.interests", labels) : ""));
  const value = make("p", { class: "als-value" });
  const compare = make("button", { type: "button", ...keys, onclick: () => {
    model.set("comparing", !model.get("comparing"));
    model.save_changes();
  } });
  const code = make("textarea", { readonly: true, rows: 8, "aria-label": sentence("sheet_view.code"), ...keys });
  const copied = async () => {
    code.select();
    const done = await navigator.clipboard?.writeText(code.value).then(() => true, () => false);
    say(sentence(done ? "sheet_view.copied" : "sheet_view.selected"));
  };
  const literal = make("details", {}, make("summary", {}, sentence("sheet_view.take")),
    make("p", {}, sentence("sheet_view.as_code")), code,
    make("button", { type: "button", ...keys, onclick: copied }, sentence("sheet_view.copy")));
  const help = ORDER.map((part) =>
    make("li", {}, make("b", {}, called(part)), `: ${sentence(`sheet_view.${part}`)}`));
  const title = sentence("sheet_view.title", { name: labels.name });
  const root = make("section", { class: "als", "aria-label": title, ...keys },
    make("p", {}, make("strong", {}, title), ` (${labels.boundary}).`),
    make("p", {}, `${sentence("sheet_view.ask")} `, make("em", {}, labels.rule)), make("ul", {}, help),
    make("p", {}, sentence("sheet_view.draws")),
    make("div", { class: "als-rows" }, rows.map((one) => one.root)), value, compare, literal, live);

  function show() {
    const [drafts, notes, comparing] = [model.get("drafts"), model.get("messages"), model.get("comparing")];
    const about = model.get("about");
    for (const one of rows)
      one.show(drafts[one.criterion], notes[one.criterion] ?? "", comparing && labels.reference[one.criterion],
        about[one.criterion]);
    value.textContent = model.get("value");
    code.value = model.get("literal");
    compare.textContent = sentence(comparing ? "sheet_view.hide" : "sheet_view.compare");
    compare.disabled = !model.get("judged");
    compare.title = compare.disabled ? sentence("sheet_view.after") : "";
  }
  const spoken = () => say(model.get("said"));
  el.append(root);
  show();
  spoken(); // a view that opens after the news, after a reload too, hears of no change
  const names = ["drafts", "messages", "about", "comparing", "value", "judged", "literal"];
  names.forEach((name) => model.on(`change:${name}`, show));
  model.on("change:said", spoken);
  return () => {
    names.forEach((name) => model.off(`change:${name}`, show));
    model.off("change:said", spoken);
  };
}

function row(criterion, { name, prompt, anchors }, put, say, hint) {
  let [now, waiting, about] = [{}, {}, null];
  const typing = new Set(); // fields with a text that nothing has read yet: no news may overwrite it
  const refused = new Map(); // of them, those whose text is no score, with what was said
  const title = `${criterion} ${name}`;
  const fields = Object.fromEntries(ORDER.map((part) => [part, field(part)]));
  const note = make("input", {
    type: "text", placeholder: sentence("sheet_view.why"), ...keys,
    "aria-label": sentence("sheet_view.note_of", { title }), oninput: () => typing.add(note),
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
    make("p", {}, make("strong", {}, `${criterion}. ${name}. `), prompt, hint && ` ${hint}`),
    make("div", { class: "als-bar", "aria-hidden": "true" }, span, peak), make("ol", { class: "als-scale" }, scale),
    make("div", { class: "als-inputs" }, Object.entries(fields).map(([part, input]) =>
      make("label", {}, called(part), input)), make("label", { class: "als-note" }, sentence("sheet_view.evidence"), note)),
    clashes, message, reference);

  function field(part) {
    const take = () => {
      const { value, said } = read(input.value, waiting[part] ?? now[part] ?? null);
      refused.delete(input);
      if (value === undefined) {
        refused.set(input, said); // its text stays until it is changed
        return tell();
      }
      typing.delete(input);
      if (value === (waiting[part] ?? now[part] ?? null)) {
        fill(input, value);
        return tell(value === null ? "" : said);
      }
      if (value === null) delete waiting[part];
      const outcome = value === null ? { range: { ...three(), [part]: null }, waiting } : typed(three(), waiting, part, value);
      waiting = outcome.waiting;
      tell(value === null ? "" : said);
      put(outcome.range);
    };
    const input = scoreField(take);
    input.setAttribute("aria-label", `${title}: ${called(part)}`);
    input.addEventListener("input", () => {
      typing.add(input);
      keepTrue();
    });
    // Typed and taken back is no change, but there is nothing left to read.
    input.addEventListener("blur", () => typing.has(input) && take());
    return input;
  }
  const three = () => ({ low: now.low, mode: now.mode, high: now.high });
  /** A message is about three numbers: it goes where a field shows another one, typed or waiting. */
  function keepTrue() {
    message.hidden = about !== null &&
      ORDER.some((part, n) => fields[part].value.trim() !== String(about[n] ?? ""));
  }
  function tell(note = "") {
    const [part] = Object.keys(waiting);
    const said = [...refused.values()].at(-1) ?? (part ? clash(three(), waiting) : note);
    keepTrue();
    clashes.hidden = !said;
    along.hidden = keep.hidden = !part || refused.size > 0;
    for (const [name, input] of Object.entries(fields))
      input.setAttribute("aria-invalid", String(name in waiting || refused.has(input)));
    if (!said) return;
    clashing.textContent = said;
    say(`${title}: ${said}`);
    clashes.scrollIntoView({ block: "nearest" });
    if (!part) return;
    along.textContent = sentence("score.move_others", { value: waiting[part] });
    keep.textContent = now[part] === null ? sentence("sheet_view.empty")
      : sentence("score.keep", { value: now[part] });
  }
  function choose(move) {
    const [[part, value], ...others] = Object.entries(waiting);
    let outcome = { range: move ? movedAlong(three(), part, value) : three(), waiting: {} };
    // A second number that waited is not lost: it is taken, or waits for its own answer.
    for (const [name, other] of others) outcome = typed(outcome.range, outcome.waiting, name, other);
    waiting = outcome.waiting;
    fields[part].focus();
    if (move || others.length) put(outcome.range);
    show(now, message.textContent, null, about);
    tell();
  }
  function show(draft, text, known, told = null) {
    [now, about] = [draft, told];
    if (Object.keys(waiting).length && !clash(three(), waiting)) {
      waiting = {};
      tell();
    }
    for (const [part, input] of Object.entries(fields)) fill(input, waiting[part] ?? now[part]);
    fill(note, now.note);
    const complete = [now.low, now.mode, now.high].every((x) => x !== null);
    span.style.cssText = complete ? `left: ${now.low}%; width: ${now.high - now.low}%` : "display: none";
    peak.style.cssText = now.mode === null ? "display: none" : `left: ${now.mode}%`;
    root.classList.toggle("als-bare", !evident(now.note));
    const news = text !== "" && message.textContent !== text;
    message.textContent = text;
    keepTrue();
    if (news && !message.hidden) message.scrollIntoView({ block: "nearest" }); // beside what was typed, never out of sight
    if (known !== null) reference.textContent = known && complete
      ? sentence("sheet_view.reference", { scores: known.join(", ") }) : "";
  }
  function fill(input, value) {
    const text = value === null || value === undefined ? "" : String(value);
    if (!typing.has(input) && input.value !== text) input.value = text;
  }
  return { criterion, root, show };
}

export default awake({ render });
