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
    const [, question] = link && QUESTION.exec(link.getAttribute("href")) || [];
    if (question) bring(question.replaceAll("-", "."));
  }, true);
}
function bring(question) {
  let [looks, still, before] = [0, 0, ""];
  const stop = () => {
    clearInterval(timer);
    for (const wish of WISHES) removeEventListener(wish, stop, true);
  };
  const look = () => {
    const cell = find(question);
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
function find(question) {
  for (const heading of document.querySelectorAll(HEADING))
    if (heading.textContent.startsWith(`${question} `) && heading.checkVisibility())
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
  const mark = () => {
    for (const each of panel.querySelectorAll(FOCUSABLE)) each.dataset.lmSuppressShortcuts = "true";
  };
  new MutationObserver(mark).observe(panel, { childList: true, subtree: true });
  mark();
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
  let [last, places, frame] = [null, [], 0];
  const look = () => {
    frame = 0;
    const lost = last;
    const now = document.activeElement ?? document.body;
    const gone = lost && (now === lost || now === document.body) && !usable(lost);
    if (gone || now !== lost) last = null;
    if (gone) refuge(panel, lost, lost.isConnected ? around(panel) : places)?.focus();
  };
  const soon = () => {
    if (last) frame ||= requestAnimationFrame(look);
  };
  panel.addEventListener("focusin", ({ target }) => {
    [last, places] = [target, around(panel)];
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
function refuge(panel, lost, places) {
  const at = places.indexOf(lost);
  const nearest = [...places.slice(at + 1), ...places.slice(0, Math.max(0, at)).reverse()];
  const again = around(panel).filter((el) => el !== lost && named(el) === named(lost));
  const place = [...lost.isConnected ? [] : again, ...nearest].find(takesFocus);
  if (place?.matches(SAYS)) {
    place.tabIndex = -1;
    place.dataset.lmSuppressShortcuts = "true";
  }
  return place;
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
  const number2 = prompt.match(/\d+/)?.[0];
  return number2 ? sentence("view.asleep_cell", { number: number2 }) : sentence("view.asleep");
}

// predicting.js
var NS = "http://www.w3.org/2000/svg";
var BOX = { width: 640, height: 230, left: 52, right: 14, top: 12, bottom: 26 };
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
  const read = () => Object.fromEntries([...boxes].map(([name, box]) => [name, box.value?.trim() ?? ""]));
  lock.addEventListener(
    "click",
    () => model.send({ do: "lock", values: read(), because: because.value })
  );
  skip.addEventListener("click", () => {
    root.dataset.done = "true";
    model.send({ do: "skip" });
  });
  root.addEventListener("input", () => {
    drawing?.draw();
    model.set("draft", { ...read(), because: because.value });
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
  const speak2 = () => {
    says.textContent = model.get("message");
  };
  model.on("change:answer", show);
  model.on("change:message", speak2);
  show();
  speak2();
}
function make(tag, fields = {}, ...inside) {
  const node = Object.assign(document.createElement(tag), fields);
  node.append(...inside);
  return node;
}
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
    }
  });
  return group;
}
function row(field, box, form) {
  if (field.kind === "options") {
    box.prepend(make("legend", { textContent: field.label }));
    return box;
  }
  if (field.kind !== "menu") arrows(box, form);
  const line2 = labelled(field.label, box);
  if (form.kind === "bars") line2.append(bar(box, form));
  return line2;
}
function labelled(text, box) {
  return make("label", {}, make("span", { textContent: text }), box);
}
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
function line(form, boxes) {
  const { known, names, low, high } = form;
  const years = [...known.map(([year]) => year), ...names].map(Number);
  const [first, last] = [years[0], years.at(-1)];
  const x = (year) => BOX.left + (year - first) / (last - first) * (BOX.width - BOX.left - BOX.right);
  const y = (value) => BOX.height - BOX.bottom - (value - low) / (high - low) * (BOX.height - BOX.top - BOX.bottom);
  const svg = shape("svg", { viewBox: `0 0 ${BOX.width} ${BOX.height}`, role: "img" });
  svg.setAttribute("class", "alignment-line");
  svg.setAttribute("aria-label", sentence("predict_view.known", { points: form.spoken }));
  for (const value of [low, (low + high) / 2, high]) {
    svg.append(
      shape("line", { x1: BOX.left, x2: BOX.width - BOX.right, y1: y(value), y2: y(value), class: "grid" }),
      shape("text", { x: BOX.left - 6, y: y(value) + 4, "text-anchor": "end" }, String(value))
    );
  }
  const split = Number(known.at(-1)[0]);
  for (const year of /* @__PURE__ */ new Set([first, split, last])) {
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
      ...down !== null && up !== null ? [shape("line", { x1: x(last), x2: x(last), y1: y(down), y2: y(up), class: "range" })] : []
    );
  };
  const set = (event) => {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const at = (event.clientX - left) / width * BOX.width;
    const value = high - ((event.clientY - top) / height * BOX.height - BOX.top) / (BOX.height - BOX.top - BOX.bottom) * (high - low);
    const near = names.reduce((a, b) => Math.abs(x(b) - at) < Math.abs(x(a) - at) ? b : a);
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
var predicting_default = awake({ render });
export {
  predicting_default as default
};
