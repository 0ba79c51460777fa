// Opens a note-taker's page without a network. The view puts FILES and MARK above this text. It
// keeps the page without cards (?schil) and the files that it needs, whose names change with what is
// in them; nothing else, and no page outside /notulen/.

const OWN = `kl-notulen-${MARK}`;
const SHELLS = "kl-notulen-schil";
const PATIENCE = 4000; // milliseconds that a page may take before the kept one is shown

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(OWN).then((cache) => cache.addAll(FILES)));
});

const tidy = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith("kl-notulen-"));
  await Promise.all(old.filter((name) => ![OWN, SHELLS].includes(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
};
self.addEventListener("activate", (event) => event.waitUntil(tidy()));

const shellOf = (address) => new URL(address).pathname;

const keepShell = async (path) => {
  const answer = await fetch(`${path}?schil`, { credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok) return false;
  await (await caches.open(SHELLS)).put(path, answer);
  return true;
};

const forget = async (path) => (await caches.open(SHELLS)).delete(path);

self.addEventListener("message", (event) => {
  const { deed, path } = event.data;
  if (deed === "keep")
    event.waitUntil(keepShell(path).then((isKept) => event.source.postMessage({ deed, isKept })));
  if (deed === "forget") event.waitUntil(forget(path));
});

const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// The page from the network; the kept one when that fails, is slow, or knows the link no more: what
// waits on this device must still be seen.
const page = async (request) => {
  const kept = await (await caches.open(SHELLS)).match(shellOf(request.url));
  const fetched = fetch(request).catch(() => null);
  if (!kept) return (await fetched) ?? Response.error();
  const answer = await Promise.race([fetched, later(PATIENCE)]);
  const isGood = answer && answer.status < 500 && answer.status !== 404;
  return isGood ? answer : kept;
};

const file = async (request) => {
  const kept = await (await caches.open(OWN)).match(request);
  return kept ?? fetch(request);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && /^\/notulen\/[^/]+\/$/.test(pathname) && !searchParams.has("schil"))
    event.respondWith(page(request));
  else if (FILES.includes(pathname)) event.respondWith(file(request));
});
