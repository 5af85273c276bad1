// Slides by keyboard; without this script every section stands below the other.
const sections = [...document.querySelectorAll("section")];
const where = document.querySelector("nav output");
let now = 0;
function show(k) {
  now = Math.max(0, Math.min(sections.length - 1, k));
  sections.forEach((each, i) => each.classList.toggle("now", i === now));
  where.textContent = `${now + 1} / ${sections.length}`;
  if (location.hash !== `#${now + 1}`) history.replaceState(null, "", `#${now + 1}`);
}
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1,
  ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1, Home: -1e3, End: 1e3 };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("button") && (event.key === " " || event.key === "Enter")) return;
  if (event.key.toLowerCase() === "l") return look();
  if (event.key.toLowerCase() === "f") return document.documentElement.requestFullscreen?.();
  if (event.key in steps && matchMedia("(min-width: 900px)").matches) {
    event.preventDefault();
    show(now + steps[event.key]);
  }
});
function look() {
  const root = document.documentElement;
  const dark = root.dataset.look ? root.dataset.look === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.look = dark ? "light" : "dark";
}
for (const button of document.querySelectorAll("nav button")) {
  button.addEventListener("click", () =>
    button.dataset.step ? show(now + Number(button.dataset.step)) : look());
}
document.body.classList.add("slides");
show((parseInt(location.hash.slice(1), 10) || 1) - 1);
