// What every view of this module does: it hears Python whatever the clock says, keeps the keys
// pressed in its panel, looks after the focus, says when Python is gone, and lets links to questions
// arrive. Each view passes its `render` to `awake`.

import { arriveAtQuestions } from "./arrive.js";
import { keepFocus } from "./focus.js";
import { sentence, speak } from "./sentence.js";

/** Make the object that anywidget starts from the `render` of one view. */
export function awake({ render }) {
  arriveAtQuestions();
  return {
    initialize({ model }) {
      hear(model).catch(() => {}); // not awaited: it waits for this function to return
    },
    render(context) {
      speak(context.model.get("sentences"));
      const tidy = render(context);
      const stop = whenAttached(context.el, () => guard(context));
      return () => {
        stop();
        tidy?.();
      };
    },
  };
}

/** Find the model itself; a plain page has none. */
async function findModel(model) {
  return model.widget_manager?.get_model?.(model.get("own"));
}

/** A model that took more than two seconds to start never hears Python again: anywidget gives up
 * on it for good. Ask whether that has happened; if so, listen without anywidget and catch up. */
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

/** Call back once an element is part of the page; returns what stops the waiting. */
function whenAttached(el, callback) {
  let frame = 0;
  const look = () => {
    if (el.isConnected) callback();
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

/** Look after the panel around a view, once per panel. */
function guard({ model, el }) {
  const panel = el.closest(".alignment-panel");
  if (!panel || panel.dataset.guarded) return;
  panel.dataset.guarded = "true";
  keepFocus(panel);
  noticeSleep(model, panel).catch(() => {});
}

const GONE = ["restarting", "autorestarting", "terminating", "dead"];

/** Say it, and close the controls, when the Python that answers this panel has ended. */
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
