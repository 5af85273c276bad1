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

function fit(figure) {
  const scale = Math.min(figure.clientWidth / WIDTH, (0.46 * innerHeight) / HEIGHT);
  if (scale > 0) figure.style.setProperty("--scale", scale);
}

if (window.Plotly) {
  const figures = document.querySelectorAll(".figure");
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      if (target.querySelector(".plot")) fit(target);
      else draw(target);
    }
  });
  figures.forEach((figure) => seen.observe(figure));
  addEventListener("resize", () => figures.forEach(fit));
}
