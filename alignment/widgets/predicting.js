// A prediction: empty fields, a bar or a line to draw in, and one message that locks it all at once,
// so that no letter typed last can be overtaken by the press that locks.

import { awake } from "./view.js";
import { sentence } from "./sentence.js";

const NS = "http://www.w3.org/2000/svg";
const BOX = { width: 640, height: 230, left: 52, right: 14, top: 12, bottom: 26 };

function render({ model, el }) {
  const form = model.get("form");
  const root = make("div", { className: "alignment-predict" });
  const boxes = new Map(form.fields.map((field) => [field.name, control(field)]));
  const because = make("input", { type: "text", placeholder: sentence("predict_view.one_line") });
  const lock = make("button", { type: "button" });
  const skip = make("button", { type: "button", textContent: sentence("predict_view.skip") });
  const says = make("div", { className: "alignment-says" });
  says.setAttribute("role", "status");
  const question = make("p", {}, make("strong", { textContent: `${sentence("predict_view.first")} ` }), form.question);
  const drawing = form.kind === "line" ? line(form, boxes) : null;
  root.append(question, make("p", { textContent: form.how }));
  if (drawing) root.append(drawing.svg);
  for (const field of form.fields) root.append(row(field, boxes.get(field.name), form));
  root.append(labelled(sentence("predict_view.because"), because), make("p", {}, lock, " ", skip), says);
  el.append(root);

  const read = () =>
    Object.fromEntries([...boxes].map(([name, box]) => [name, box.value?.trim() ?? ""]));
  lock.addEventListener("click", () =>
    model.send({ do: "lock", values: read(), because: because.value }),
  );
  skip.addEventListener("click", () => {
    root.dataset.done = "true"; // nothing more is asked: Shift+Enter shows the data
    model.send({ do: "skip" });
  });
  root.addEventListener("input", () => {
    drawing?.draw();
    model.set("draft", { ...read(), because: because.value }); // there again after a reload
    model.save_changes();
  });
  root.addEventListener("redraw", () => drawing?.draw());

  const show = () => {
    const { locked, values, because: why } = model.get("answer");
    const { because: noted = "", ...typed } = model.get("draft");
    for (const [name, box] of boxes) box.value = (locked ? values : typed)[name] ?? "";
    because.value = locked ? why : noted;
    if (locked) root.dataset.done = "true";
    for (const each of [...boxes.values(), because, lock, skip]) each.disabled = locked;
    lock.textContent = sentence(locked ? "predict_view.locked" : "predict_view.lock");
    root.dispatchEvent(new Event("redraw"));
  };
  const speak = () => {
    says.textContent = model.get("message");
  };
  model.on("change:answer", show);
  model.on("change:message", speak);
  show();
  speak();
}

function make(tag, fields = {}, ...inside) {
  const node = Object.assign(document.createElement(tag), fields);
  node.append(...inside);
  return node;
}

/** A field: a number as text, a menu, or a group of options that answers like a field. */
function control({ name, kind, options }) {
  if (kind === "menu") {
    const empty = make("option", { value: "", textContent: sentence("predict_view.choose") });
    return make("select", {}, empty, ...options.map((each) => make("option", { textContent: each })));
  }
  if (kind !== "options") return make("input", { type: "text", inputMode: "decimal", size: 8 });
  const group = make("fieldset");
  const name_ = `p${Math.random()}`;
  for (const each of options) {
    const radio = make("input", { type: "radio", name: name_, value: each });
    group.append(make("label", {}, radio, ` ${each}`));
  }
  Object.defineProperty(group, "value", {
    get: () => group.querySelector("input:checked")?.value ?? "",
    set: (value) => {
      for (const each of group.querySelectorAll("input")) each.checked = each.value === value;
    },
  });
  return group;
}

function row(field, box, form) {
  if (field.kind === "options") {
    box.prepend(make("legend", { textContent: field.label }));
    return box;
  }
  if (field.kind !== "menu") arrows(box, form);
  const line = labelled(field.label, box);
  if (form.kind === "bars") line.append(bar(box, form));
  return line;
}

function labelled(text, box) {
  return make("label", {}, make("span", { textContent: text }), box);
}

/** The arrow keys change a number by a hundredth of its scale, or by one. */
function arrows(box, { low, high }) {
  box.addEventListener("keydown", (event) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!way || low === null) return;
    event.preventDefault();
    const step = high - low > 20 ? Math.max(1, Math.round((high - low) / 100)) : (high - low) / 100;
    const now = number(box) ?? (way > 0 ? low - step : high + step);
    write(box, Math.min(high, Math.max(low, now + way * step)), low, high);
  });
}

function number(box) {
  const text = box.value.trim().replace("%", "").replace("−", "-").replace(",", ".");
  return text && Number.isFinite(Number(text)) ? Number(text) : null;
}

function write(box, value, low, high) {
  box.value = high - low > 20 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/** An empty bar that a press or a pull fills; the field beside it does the same by keyboard. */
function bar(box, { low, high }) {
  const fill = make("span");
  const place = make("span", { className: "alignment-bar" }, fill);
  place.setAttribute("aria-hidden", "true");
  const set = (event) => {
    if (box.disabled || !(event.buttons & 1)) return;
    event.preventDefault();
    const { left, width } = place.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (event.clientX - left) / width));
    write(box, low + part * (high - low), low, high);
  };
  place.addEventListener("pointerdown", (event) => {
    if (box.disabled) return;
    place.setPointerCapture(event.pointerId);
    set(event);
  });
  place.addEventListener("pointermove", set);
  const draw = () => {
    const part = ((number(box) ?? low) - low) / (high - low);
    fill.style.width = `${100 * Math.min(1, Math.max(0, part))}%`;
  };
  queueMicrotask(() => {
    for (const each of ["input", "redraw"]) {
      box.closest(".alignment-predict").addEventListener(each, draw);
    }
    draw();
  });
  return place;
}

/** The known part of a line, and the points typed or drawn so far. */
function line(form, boxes) {
  const { known, names, low, high } = form;
  const years = [...known.map(([year]) => year), ...names].map(Number);
  const [first, last] = [years[0], years.at(-1)];
  const x = (year) =>
    BOX.left + ((year - first) / (last - first)) * (BOX.width - BOX.left - BOX.right);
  const y = (value) =>
    BOX.height - BOX.bottom - ((value - low) / (high - low)) * (BOX.height - BOX.top - BOX.bottom);
  const svg = shape("svg", { viewBox: `0 0 ${BOX.width} ${BOX.height}`, role: "img" });
  svg.setAttribute("class", "alignment-line");
  svg.setAttribute("aria-label", sentence("predict_view.known", { points: form.spoken }));
  for (const value of [low, (low + high) / 2, high]) {
    svg.append(
      shape("line", { x1: BOX.left, x2: BOX.width - BOX.right, y1: y(value), y2: y(value), class: "grid" }),
      shape("text", { x: BOX.left - 6, y: y(value) + 4, "text-anchor": "end" }, String(value)),
    );
  }
  const split = Number(known.at(-1)[0]);
  for (const year of new Set([first, split, last])) {
    svg.append(shape("text", { x: x(year), y: BOX.height - 8, "text-anchor": "middle" }, String(year)));
  }
  const path = (points) => points.map(([a, b]) => `${x(a)},${y(b)}`).join(" ");
  svg.append(shape("polyline", { points: path(known.map(([a, b]) => [Number(a), b])), class: "known" }));
  const mine = shape("g", {});
  svg.append(mine);

  const draw = () => {
    const typed = names.map((name) => [Number(name), number(boxes.get(name))]);
    const points = typed.filter(([, value]) => value !== null);
    const from = [[split, known.at(-1)[1]], ...points];
    const [down, up] = ["low", "high"].map((end) => number(boxes.get(end)));
    mine.replaceChildren(
      shape("polyline", { points: path(from), class: "mine" }),
      ...points.map(([a, b]) => shape("circle", { cx: x(a), cy: y(b), r: 5, class: "mine" })),
      ...(down !== null && up !== null
        ? [shape("line", { x1: x(last), x2: x(last), y1: y(down), y2: y(up), class: "range" })]
        : []),
    );
  };
  const set = (event) => {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const at = ((event.clientX - left) / width) * BOX.width;
    const value = high - ((((event.clientY - top) / height) * BOX.height - BOX.top)
      / (BOX.height - BOX.top - BOX.bottom)) * (high - low);
    const near = names.reduce((a, b) => (Math.abs(x(b) - at) < Math.abs(x(a) - at) ? b : a));
    const box = boxes.get(near);
    if (box.disabled || at < x(split)) return;
    write(box, Math.min(high, Math.max(low, value)), low, high);
  };
  svg.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    set(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (event.buttons & 1) set(event);
  });
  return { svg, draw };
}

function shape(tag, fields, text = "") {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(fields)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}
export default awake({ render });
