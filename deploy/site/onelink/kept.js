// The service worker of a site that holds everything: answers from what the first page has kept, and asks
// the network otherwise. JupyterLite's own worker comes after it and goes on carrying files to Python.
"use strict";
{  // a block: JupyterLite's own worker follows in the same file
const OWN = ["/api/drive", "/api/stdin/", "/api/service-worker-heartbeat"];  // JupyterLite's worker's
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || request.cache === "no-store") return;
  if (OWN.some((part) => url.pathname.includes(part))) return;
  event.stopImmediatePropagation();
  event.respondWith(answer(request, url));
});
const answer = async (request, url) => {
  const address = url.pathname.endsWith("/") ? `${url.origin}${url.pathname}index.html` : request.url;
  for (const name of await caches.keys()) {
    if (!name.startsWith("course-")) continue;
    const kept = await (await caches.open(name)).match(address, { ignoreSearch: true });
    if (kept) return kept;
  }
  return fetch(request);
};
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
}
