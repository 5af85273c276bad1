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
  if (found === "") return { value: null, said: now === null ? "" : sentence("score.empty", { now: whole(now) }) };
  const plain = found.replace(/\s*(%|per ?cent)$/, "").replace("−", "-").replace(",", ".");
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  if (!(value >= 0 && value <= 100)) {
    const refusal = now === null ? "score.refused" : "score.refused_stays";
    return { value: void 0, said: sentence(refusal, { typed: found, now: whole(now) }) };
  }
  const score = Math.round(value);
  const said = /^\d+$/.test(found) ? "" : sentence("score.read_as", { typed: found, value: score });
  return { value: score, said };
}
var whole = (number) => String(Math.round(number));
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

// sheet_view.js
var keys = { "data-lm-suppress-shortcuts": "true" };
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
  const say = (text) => live.textContent = text;
  const put = (criterion, change) => {
    const all = structuredClone(model.get("drafts"));
    all[criterion] = { ...all[criterion], ...change };
    model.set("drafts", all);
    model.save_changes();
  };
  const rows = Object.entries(labels.criteria).map(([c, texts]) => row(
    c,
    texts,
    (change) => put(c, change),
    say,
    c === "C" ? sentence("sheet_view.interests", labels) : ""
  ));
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
  const literal = make(
    "details",
    {},
    make("summary", {}, sentence("sheet_view.take")),
    make("p", {}, sentence("sheet_view.as_code")),
    code,
    make("button", { type: "button", ...keys, onclick: copied }, sentence("sheet_view.copy"))
  );
  const help = ORDER.map((part) => make("li", {}, make("b", {}, called(part)), `: ${sentence(`sheet_view.${part}`)}`));
  const title = sentence("sheet_view.title", { name: labels.name });
  const root = make(
    "section",
    { class: "als", "aria-label": title, ...keys },
    make("p", {}, make("strong", {}, title), ` (${labels.boundary}).`),
    make("p", {}, `${sentence("sheet_view.ask")} `, make("em", {}, labels.rule)),
    make("ul", {}, help),
    make("p", {}, sentence("sheet_view.draws")),
    make("div", { class: "als-rows" }, rows.map((one) => one.root)),
    value,
    compare,
    literal,
    live
  );
  function show() {
    const [drafts, notes, comparing] = [model.get("drafts"), model.get("messages"), model.get("comparing")];
    const about = model.get("about");
    for (const one of rows)
      one.show(
        drafts[one.criterion],
        notes[one.criterion] ?? "",
        comparing && labels.reference[one.criterion],
        about[one.criterion]
      );
    value.textContent = model.get("value");
    code.value = model.get("literal");
    compare.textContent = sentence(comparing ? "sheet_view.hide" : "sheet_view.compare");
    compare.disabled = !model.get("judged");
    compare.title = compare.disabled ? sentence("sheet_view.after") : "";
  }
  const spoken = () => say(model.get("said"));
  el.append(root);
  show();
  spoken();
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
  const typing = /* @__PURE__ */ new Set();
  const refused = /* @__PURE__ */ new Map();
  const title = `${criterion} ${name}`;
  const fields = Object.fromEntries(ORDER.map((part) => [part, field(part)]));
  const note = make("input", {
    type: "text",
    placeholder: sentence("sheet_view.why"),
    ...keys,
    "aria-label": sentence("sheet_view.note_of", { title }),
    oninput: () => typing.add(note),
    onchange: () => {
      typing.delete(note);
      put({ note: note.value.trim() });
    },
    onblur: () => typing.delete(note)
  });
  const clashing = make("span", {});
  const along = make("button", { type: "button", ...keys, onclick: () => choose(true) });
  const keep = make("button", { type: "button", ...keys, onclick: () => choose(false) });
  const clashes = make("div", { class: "als-clash", hidden: true }, clashing, along, keep);
  const [span, peak] = [make("div", { class: "als-span" }), make("div", { class: "als-peak" })];
  const [message, reference] = [make("p", { class: "als-message" }), make("p", { class: "als-reference" })];
  const scale = Object.entries(anchors).sort(([a], [b]) => a - b).map(([score, [text, here]]) => make("li", {}, make("b", {}, score), ` ${text}`, here ? make("em", {}, ` ${here}`) : ""));
  const root = make(
    "div",
    { class: "als-row", role: "group", "aria-label": title },
    make("p", {}, make("strong", {}, `${criterion}. ${name}. `), prompt, hint && ` ${hint}`),
    make("div", { class: "als-bar", "aria-hidden": "true" }, span, peak),
    make("ol", { class: "als-scale" }, scale),
    make("div", { class: "als-inputs" }, Object.entries(fields).map(([part, input]) => make("label", {}, called(part), input)), make("label", { class: "als-note" }, sentence("sheet_view.evidence"), note)),
    clashes,
    message,
    reference
  );
  function field(part) {
    const take = () => {
      const { value, said } = read(input.value, waiting[part] ?? now[part] ?? null);
      refused.delete(input);
      if (value === void 0) {
        refused.set(input, said);
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
    input.addEventListener("blur", () => typing.has(input) && take());
    return input;
  }
  const three = () => ({ low: now.low, mode: now.mode, high: now.high });
  function keepTrue() {
    message.hidden = about !== null && ORDER.some((part, n) => fields[part].value.trim() !== String(about[n] ?? ""));
  }
  function tell(note2 = "") {
    const [part] = Object.keys(waiting);
    const said = [...refused.values()].at(-1) ?? (part ? clash(three(), waiting) : note2);
    keepTrue();
    clashes.hidden = !said;
    along.hidden = keep.hidden = !part || refused.size > 0;
    for (const [name2, input] of Object.entries(fields))
      input.setAttribute("aria-invalid", String(name2 in waiting || refused.has(input)));
    if (!said) return;
    clashing.textContent = said;
    say(`${title}: ${said}`);
    clashes.scrollIntoView({ block: "nearest" });
    if (!part) return;
    along.textContent = sentence("score.move_others", { value: waiting[part] });
    keep.textContent = now[part] === null ? sentence("sheet_view.empty") : sentence("score.keep", { value: now[part] });
  }
  function choose(move) {
    const [[part, value], ...others] = Object.entries(waiting);
    let outcome = { range: move ? movedAlong(three(), part, value) : three(), waiting: {} };
    for (const [name2, other] of others) outcome = typed(outcome.range, outcome.waiting, name2, other);
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
    if (news && !message.hidden) message.scrollIntoView({ block: "nearest" });
    if (known !== null) reference.textContent = known && complete ? sentence("sheet_view.reference", { scores: known.join(", ") }) : "";
  }
  function fill(input, value) {
    const text = value === null || value === void 0 ? "" : String(value);
    if (!typing.has(input) && input.value !== text) input.value = text;
  }
  return { criterion, root, show };
}
var sheet_view_default = awake({ render });
export {
  sheet_view_default as default
};
