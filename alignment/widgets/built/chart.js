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
  const number = prompt.match(/\d+/)?.[0];
  return number ? sentence("view.asleep_cell", { number }) : sentence("view.asleep");
}

// chart.js
var chartLibrary = () => {
  const waiting = globalThis.alignmentPlotly ??= {};
  waiting.ready ??= new Promise((resolve) => waiting.resolve = resolve);
  return waiting.ready;
};
function render({ model, el }) {
  const title = document.createElement("p");
  title.className = "alignment-chart-title";
  const place = document.createElement("div");
  place.className = "alignment-chart";
  place.setAttribute("role", "img");
  el.append(title, place);
  let drawn = "";
  let waiting = 0;
  let over = false;
  let turn = chartLibrary();
  const draw = () => {
    waiting = 0;
    const { data, layout, config } = model.get("figure");
    title.textContent = model.get("title");
    const width = el.clientWidth;
    place.style.height = `${layout.height}px`;
    place.setAttribute("aria-label", model.get("words"));
    const wanted = `${width} ${JSON.stringify([data, layout])}`;
    if (over || !width || wanted === drawn) return;
    drawn = wanted;
    turn = turn.then(async (plotly) => {
      if (over || wanted !== drawn) return plotly;
      await plotly.react(place, data, { ...layout, width, autosize: false }, config);
      for (const each of place.querySelectorAll(".modebar-btn")) each.tabIndex = -1;
      return plotly;
    });
  };
  const soon = () => {
    waiting ||= requestAnimationFrame(draw);
  };
  const sized = new ResizeObserver(soon);
  sized.observe(el);
  model.on("change:figure", draw);
  draw();
  return () => {
    over = true;
    sized.disconnect();
    cancelAnimationFrame(waiting);
    turn.then((plotly) => plotly.purge(place));
  };
}
var chart_default = awake({ render });
export {
  chart_default as default
};
