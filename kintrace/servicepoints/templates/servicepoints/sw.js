// Keeps one page of the desk and what it is drawn with, so that it opens without network; nothing
// else is ever stored or answered from here: no other page, no picture, no word of anybody.
"use strict";
const RELEASE = "{{ release }}";
const NAME = `kintrace-point-${RELEASE}`;
const PAGE = "{{ page }}";
const FILES = {{ files|safe }};

const keepsOne = async (cache, url) => {
  const answer = await fetch(url, { cache: "reload", credentials: "same-origin" });
  // Whoever is not signed in is led elsewhere: that page is not ours to keep.
  if (!answer.ok || answer.redirected) throw new Error("not now");
  if (url === PAGE && answer.headers.get("{{ header }}") !== RELEASE) throw new Error("not now");
  await cache.put(url, answer);
};

const keepsAll = async () => {
  const cache = await caches.open(NAME);
  await Promise.all([PAGE, ...FILES].map((url) => keepsOne(cache, url)));
};

const dropsOlder = async () => {
  for (const name of await caches.keys())
    if (name.startsWith("kintrace-point-") && name !== NAME) await caches.delete(name);
};

self.addEventListener("install", (event) => {
  event.waitUntil(keepsAll().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropsOlder().then(() => self.clients.claim()));
});

const kept = async (url) => {
  const cache = await caches.open(NAME);
  return (await cache.match(url, { ignoreVary: true })) || fetch(url);
};

// The page kept here is shown at once, and its words are renewed behind it: somebody else may have
// signed in, who reads another language.
const renews = async () => {
  try {
    await keepsOne(await caches.open(NAME), PAGE);
  } catch { /* the one we have is good */ }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && url.pathname === PAGE) {
    event.respondWith(kept(PAGE));
    event.waitUntil(renews());
  } else if (FILES.includes(url.pathname)) {
    event.respondWith(kept(url.pathname));
  }
});

// Where a browser tells when there is network again, the open page is told to send.
self.addEventListener("sync", (event) => {
  const tell = async () => {
    for (const page of await self.clients.matchAll({ type: "window" })) page.postMessage("send");
  };
  event.waitUntil(tell());
});
