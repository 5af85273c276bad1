// The first page's part of keeping a whole site in the browser, for use without a network.
(() => {
  "use strict";
  const box = document.getElementById("keep");
  const button = box.querySelector("button");
  const said = box.querySelector("[role=status]");
  const fetchNew = (name) => fetch(name, { cache: "no-store" });
  const kept = async () => (await caches.keys()).find((name) => name.startsWith("course-"));

  const keep = async () => {
    button.disabled = true;
    try {
      const version = await (await fetchNew("site.json")).json();
      const lines = (await (await fetchNew("SHA256SUMS")).text()).trim().split("\n");
      const names = lines.map((line) => line.slice(66));
      const name = `course-${version.version}-${version.build}`;
      const cache = await caches.open(name);
      for (const [done, file] of names.entries()) {
        const answer = await fetchNew(file);
        if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
        await cache.put(new URL(file, location.href), answer);
        if (done % 20 === 0) said.textContent = `${done} of ${names.length} files are kept …`;
      }
      for (const other of await caches.keys())
        if (other.startsWith("course-") && other !== name) await caches.delete(other);
      await show();
    } catch (error) {
      said.textContent = `Not everything could be kept (${error.message}): look at the network and the free ` +
        "space of this browser, then press again.";
    }
    button.disabled = false;
  };

  const show = async () => {
    const have = await kept();
    if (!have) return;
    const version = have.split("-")[1];
    said.textContent = `Version ${version} is kept in this browser and works without a network.`;
    button.textContent = "Keep it again";
    try {
      const there = await (await fetchNew("site.json")).json();
      if (have === `course-${there.version}-${there.build}`) return;
      said.textContent = `Version ${version} is kept; there is a newer one (${there.version}).`;
      button.textContent = "Get the newer version";
    } catch { /* without a network the version one has goes on working */ }
  };

  if (!("serviceWorker" in navigator) || !window.caches) {
    said.textContent = "This address is not secure (no https), so the course cannot be kept for use offline.";
    button.hidden = true;
    return;
  }
  // JupyterLite's worker as well, under the address by which it is asked for: without a network it could
  // not be had later. JupyterLite takes every worker away that it does not know to be of its version.
  const workers = async () => {
    const live = new URL("live/service-worker.js?enableCache=false", location.href).href;
    const told = await (await fetch("live/jupyter-lite.json")).json();
    localStorage.setItem(`${live}-version`, told["jupyter-config-data"].appVersion);
    await navigator.serviceWorker.register("service-worker.js");
    await navigator.serviceWorker.register(live);
  };
  workers().catch((error) => console.warn(error));
  button.addEventListener("click", keep);
  show();
})();
