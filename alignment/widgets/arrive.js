// A link to a question of a set. JupyterLab aims once: before the cells above the question have their
// height, which then push it off the screen, or not at all where drawing takes over ten seconds.
// This brings the question's heading back until the page stands still or its reader does something.

const LINK = 'a[href*="#cell-id=q"]';
const QUESTION = /#cell-id=q([\w-]+)-question$/;
const HEADING = ".jp-NotebookPanel .jp-MarkdownCell :is(h2, h3, h4)";
const WISHES = ["wheel", "touchstart", "pointerdown", "keydown"];
// Milliseconds between two looks; looks without a change until the page stands still, which is longer
// than JupyterLab waits for an idle moment to draw the next cell; and looks until it gives up. A busy
// page looks less often, so it gets more time.
const EVERY = 100;
const STILL = 50;
const MOST = 1200;

/** Follow every click on such a link, once per page. */
export function arriveAtQuestions() {
  if (!globalThis.document || globalThis.alignmentArrives) return; // node has no page
  globalThis.alignmentArrives = true;
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest(LINK);
    const [, question] = (link && QUESTION.exec(link.getAttribute("href"))) || [];
    if (question) bring(question.replaceAll("-", "."));
  }, true);
}

/** Keep the heading of a question at the upper edge of the notebook in front. */
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

/** The cell that is headed by a question's number and is shown. */
function find(question) {
  for (const heading of document.querySelectorAll(HEADING))
    if (heading.textContent.startsWith(`${question} `) && heading.checkVisibility())
      return heading.closest(".jp-Cell");
  return null;
}
