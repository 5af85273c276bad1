// The line at the foot of a notebook on the site: says how Python is starting, what to do if it does not,
// and holds the download for handing in. Classic script; needs nothing but JupyterLite's own app.
(() => {
  "use strict";
  const PATIENCE = 60_000;
  const ROOT = new URL("../../", location.href);
  const path = new URL(location.href).searchParams.get("path") ?? "";
  const bar = document.createElement("div");
  bar.id = "course-bar";
  bar.innerHTML =
    '<span role="status" aria-live="polite"></span> <button type="button" hidden>' +
    'Download for handing in</button> <a class="read">Read this as a page</a> <a class="home">All lessons</a> ' +
    '<a class="about">Version, licence, how to cite</a>';
  const style = document.createElement("style");
  style.textContent =
    "#course-bar{position:fixed;z-index:2000;left:0;right:0;bottom:0;display:flex;flex-wrap:wrap;" +
    "gap:.3rem 1rem;align-items:center;padding:.35rem .8rem;background:#10233a;color:#fff;" +
    "font:14px/1.4 system-ui,sans-serif}#course-bar span{flex:1 1 16rem}#course-bar a{color:#bfe0ff}" +
    "#course-bar button{font:inherit;padding:.2rem .7rem;border:1px solid #fff;border-radius:.3rem;" +
    "background:#fff;color:#10233a;cursor:pointer}#course-bar :focus-visible{outline:3px solid #ffd54a}" +
    "#main,#jupyterlite-loading-indicator{padding-bottom:var(--course-bar,2.4rem)}" +
    "@media (max-width:34rem){#course-bar .about{display:none}}@media print{#course-bar{display:none}}";
  const said = bar.querySelector("span");
  const say = (words) => { if (said.textContent !== words) said.textContent = words; };
  let trouble = "";

  const file = path.split("/").pop().replace(/\.ipynb$/, "");
  const isSet = path.startsWith("exercises/");
  const read = bar.querySelector(".read");
  if (file) read.href = new URL(`read/${isSet ? `set-${file}` : file}.html`, ROOT);
  else read.remove();
  bar.querySelector(".home").href = new URL("index.html", ROOT);
  bar.querySelector(".about").href = new URL("index.html#about", ROOT);

  const lacks = () => {
    if (typeof WebAssembly !== "object" || !("structuredClone" in window) || !window.BroadcastChannel)
      return "This browser is too old to run Python: use a newer one, or read this as a page.";
    return "";
  };
  const storage = async () => {
    try {
      await new Promise((done, fail) => {
        const asked = indexedDB.open("course-storage-test");
        asked.onerror = () => fail(asked.error);
        asked.onsuccess = () => { asked.result.close(); done(); };
      });
    } catch {
      return "This browser keeps nothing from this address (private window, or blocked cookies): " +
        "your work is lost when you close the page, so download it before.";
    }
    if (!("serviceWorker" in navigator))
      return "This address is not secure (no https), so your score sheets are lost when you close the " +
        "page: open the site by https, or download your work before.";
    const room = await navigator.storage?.estimate?.();
    if (room?.quota && room.usage / room.quota > 0.95)
      return "This browser's storage is nearly full: download your work, then free some space.";
    return "";
  };

  // Where the kernel takes Python from; what is asked for here is in the browser's memory when it asks.
  const PYTHON = new URL(document.documentElement.dataset.coursePython ?? "", new URL("live/", ROOT));
  const BLOCKED = `Python cannot be loaded from ${PYTHON.host}: there is no network, or a filter blocks that ` +
    "address. Ask for it to be allowed, or read this as a page.";
  const STARTING = "Python is starting; the first time takes up to a minute. You can read meanwhile.";
  const LATE = "Python has not started within a minute; on a slow connection or computer it may still come. " +
    "If it does not, reload the page, and read this as a page meanwhile.";
  const pythonIsThere = async () => {
    try {
      return (await fetch(PYTHON)).ok;
    } catch {
      return false;
    }
  };

  const kernel = () => {
    const widget = window.jupyterapp?.shell?.currentWidget;
    return widget?.sessionContext ?? widget?.context?.sessionContext;
  };
  const isAlive = () => ["idle", "busy"].includes(kernel()?.session?.kernel?.status);

  // The file as it stands on the screen, saved or not; a grader takes it as it is.
  const download = () => {
    const model = window.jupyterapp?.shell?.currentWidget?.context?.model;
    if (!model) { say("The notebook is not open yet: wait a moment, then press again."); return; }
    const text = JSON.stringify(model.toJSON(), null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" }));
    link.download = `${file}.ipynb`;
    link.click();
    URL.revokeObjectURL(link.href);
    say(`${file}.ipynb is in your downloads${isSet ? "; hand in that file" : ""}.`);
  };
  const button = bar.querySelector("button");
  button.addEventListener("click", download);

  const RUNS = "Python runs in this page. Your work is kept in this browser.";
  const UNSAVED = "Your work could not be saved: this browser has no room left. Download it with this button, free " +
    "some space, then reload the page.";
  const offerDownload = () => {
    if (!isSet) button.textContent = "Download this notebook";
    button.hidden = false;
  };
  const full = () => {
    offerDownload();
    say(trouble = UNSAVED);
  };
  // Jupyter's own message says that the file was not saved, and neither why nor what to do. Of a file that
  // Python could not write nobody is told: the cell waits for ever.
  const watchSaves = (context) => {
    context.saveState.connect((_, state) => {
      if (state === "failed") full();
      if (!state.startsWith("completed") || trouble !== UNSAVED) return;
      say(RUNS);
      trouble = "";
    });
    addEventListener("unhandledrejection", (event) => {
      if (event.reason?.name === "QuotaExceededError") full();
    });
  };

  const newer = async () => {
    try {
      const there = await (await fetch(new URL("site.json", ROOT), { cache: "no-store" })).json();
      const here = document.documentElement.dataset.courseVersion;
      if (!here || there.build === here) return "";
      const kept = (await window.caches?.keys() ?? []).some((name) => name.startsWith("course-"));
      return "There is a newer version of the course: " +
        (kept ? "get it on the page All lessons." : "reload the page to get it.") + " Your work stays.";
    } catch {
      return "";  // without a network the version one has goes on working
    }
  };

  // The simple view takes a link to another notebook to its list of files and drops the place in it, and
  // does not look for a place in its own address.
  const LINK = "application:handle-local-link";
  const followLinks = () => {
    const { commands } = window.jupyterapp;
    const execute = commands.execute.bind(commands);
    commands.execute = (id, args) => {
      if (id !== LINK || !args?.path?.endsWith(".ipynb")) return execute(id, args);
      window.open(new URL(`?path=${encodeURIComponent(args.path)}${args.id ?? ""}`, location.href));
      return Promise.resolve();
    };
  };
  const whenOpen = () => {
    const widget = window.jupyterapp?.shell?.currentWidget;
    if (!widget?.context?.isReady) return false;
    followLinks();
    watchSaves(widget.context);
    if (location.hash) widget.content.setFragment(location.hash);
    return true;
  };

  const start = async () => {
    document.head.append(style);
    document.body.append(bar);
    // On a narrow screen the line takes three: the notebook ends above it, however high it is.
    new ResizeObserver(() => {
      document.documentElement.style.setProperty("--course-bar", `${bar.offsetHeight}px`);
      dispatchEvent(new Event("resize"));
    }).observe(bar);
    if (isSet) offerDownload();
    const never = lacks();
    if (never) { say(never); return; }
    if (location.pathname.includes("/live/notebooks/")) {
      const opening = setInterval(() => whenOpen() && clearInterval(opening), 200);
    }
    const begun = performance.now();
    let reached = null;  // not known yet; a filter that drops what it blocks never answers
    let told = "";
    const look = async () => {
      if (isAlive()) {
        clearInterval(timer);
        say(trouble || (await newer()) || RUNS);
        return;
      }
      const late = performance.now() - begun > PATIENCE;
      const waiting = late ? LATE : STARTING;
      const blocked = reached === false || (late && reached === null);
      const words = `${blocked ? BLOCKED : waiting} ${trouble}`.trim();
      if (words !== told) say(told = words);  // and leave what a press of the button has said
    };
    storage().then((words) => { trouble ||= words; });
    pythonIsThere().then((there) => { reached = there; });
    const timer = setInterval(look, 500);
    look();
  };
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
})();
