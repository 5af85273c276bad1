// Figures become live when they are shown, if plotly.js lies beside the deck; on paper and without
// it the drawings stay. The live figure has the drawing's size and is scaled as a whole.
const WIDTH = 1280;
const HEIGHT = 640;

function draw(figure) {
  const drawing = figure.querySelector("svg");
  const place = document.createElement("div");
  place.className = "plot";
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", drawing.getAttribute("aria-label"));
  const { data, layout, config } = JSON.parse(figure.querySelector("script").textContent);
  figure.append(place);
  figure.classList.add("live");
  fit(figure);
  Plotly.newPlot(place, data, layout, config);
}

/** On a slide a figure has the height that is left; in one column it follows from its width. */
function fit(figure) {
  const slide = matchMedia("(min-width: 900px)").matches;
  const high = slide ? figure.clientHeight : 0.46 * innerHeight;
  const scale = Math.min(figure.clientWidth / WIDTH, high / HEIGHT);
  if (scale > 0) figure.style.setProperty("--scale", scale);
}

if (window.Plotly) {
  const shown = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting && !target.querySelector(".plot")) draw(target);
  });
  const sized = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));
  for (const figure of document.querySelectorAll(".figure")) {
    shown.observe(figure);
    sized.observe(figure);
  }
}
