// Where the keys of a panel go: its own stay in it, those that run a cell go on to the notebook,
// and a control that closes, hides or goes does not take the focus away with it.

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";

/** Look after keys and focus of one panel. */
export function keepFocus(panel) {
  keepKeys(panel);
  panel.addEventListener("keydown", (event) => runs(event) && goOn(event, panel));
  neverLoseIt(panel);
}

/** JupyterLab matches its shortcuts at the focused element: only a mark on that element itself
 * keeps it from cutting, deleting or leaving the panel's cell. Controls made later get it too. */
function keepKeys(panel) {
  const mark = () => {
    for (const each of panel.querySelectorAll(FOCUSABLE)) each.dataset.lmSuppressShortcuts = "true";
  };
  new MutationObserver(mark).observe(panel, { childList: true, subtree: true });
  mark();
}

/** Whether a key is one that runs a cell; in a text of several lines it is a key of the text. */
function runs({ key, altKey, shiftKey, ctrlKey, metaKey, target }) {
  if (key !== "Enter" || altKey || target.matches("textarea:not(:read-only)")) return false;
  return shiftKey !== (ctrlKey || metaKey);
}

/** Shift+Enter goes on to the cell below. The panel's own cell, which has run, does not run again:
 * what is chosen and typed in the panel would be lost. Where the panel has nothing left to ask
 * (data-done), the cell below runs as well. Ctrl+Enter runs the panel's cell, as anywhere else. */
function goOn(event, panel) {
  const cell = panel.closest(".jp-Cell");
  if (!cell) return;
  event.preventDefault();
  event.stopPropagation();
  const to = event.shiftKey ? below(cell) : cell;
  to.focus();
  if (!event.shiftKey || (to !== cell && panel.querySelector("[data-done]")))
    to.dispatchEvent(new KeyboardEvent(event.type, event));
}

/** The next cell that is shown; the last one has none but itself. */
function below(cell) {
  for (let next = cell.nextElementSibling; next; next = next.nextElementSibling)
    if (next.matches(".jp-Cell") && next.checkVisibility()) return next;
  return cell;
}

/** Put the focus on what stands nearest, should its control be closed, hidden or taken away. */
function neverLoseIt(panel) {
  let [last, places, frame] = [null, [], 0];
  const look = () => {
    frame = 0;
    const lost = last;
    const now = document.activeElement ?? document.body;
    const gone = lost && (now === lost || now === document.body) && !usable(lost);
    if (gone || now !== lost) last = null; // else the person has left it, or is still there
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
    childList: true, subtree: true, attributeFilter: ["disabled", "hidden", "style", "class"],
  });
}

const SAYS = '[role="status"]';
/** Controls and what the panel says, in the order of the page. */
const around = (panel) => [...panel.querySelectorAll(`${FOCUSABLE}, ${SAYS}`)];
const usable = (el) => el.isConnected && !el.matches(":disabled") && el.checkVisibility();
const takesFocus = (el) => usable(el) && el.offsetWidth > 1 &&
  (el.matches(SAYS) ? el.textContent.trim() !== "" : el.tabIndex >= 0);
const named = (el) => `${el.tagName} ${el.ariaLabel ?? el.textContent}`;

/** The same control where it was drawn again, else the nearest below, else above: a control or what
 * was just said. */
function refuge(panel, lost, places) {
  const at = places.indexOf(lost);
  const nearest = [...places.slice(at + 1), ...places.slice(0, Math.max(0, at)).reverse()];
  const again = around(panel).filter((el) => el !== lost && named(el) === named(lost));
  const place = [...(lost.isConnected ? [] : again), ...nearest].find(takesFocus);
  if (place?.matches(SAYS)) {
    place.tabIndex = -1; // can be given the focus; Tab does not stop there
    place.dataset.lmSuppressShortcuts = "true";
  }
  return place;
}
