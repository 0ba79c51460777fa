// Typing cards at a round table, also without a network: each card gets its key here, is written to
// this device first, and goes to the server in the order of typing, as often as needed. Without this
// file the page is a plain form. Words and parts stand in needs/notes/notes.html.

const page = document.querySelector("[data-notes]");
const form = page.querySelector("form[data-note]");
const { open, list } = await import(page.dataset.shelf);
const { address, box, worker, longest, batch } = page.dataset;
const words = page.querySelector("[data-words]").dataset;

const EVERY = 4000; // milliseconds between two looks at what others typed
const AGAIN = 3000; // the same until the next try without a connection
const SELDOM = 60_000; // the same once the link has ended
const HALF = 400; // the same between two writings of a card that is not entered yet
const FIELDS = ["text", "question", "heard_as", "may_quote"];

const shelf = await open(box);
const others = list(box);
const waiting = new Map((await shelf.all()).map((row) => [row.id, row]));
let cards = others.load();
let state = page.dataset.state;
let isLost = !navigator.onLine;
let isEnded = false;
let isSafe = shelf.isSafe;
let timer = 0;
let turn = Promise.resolve();

const field = (name) => form.elements.namedItem(name);
const inOrder = () => [...waiting.values()].sort((one, other) => one.order - other.order);
const unsent = () => inOrder().filter((row) => !row.why);
const said = (text, ...values) => values.reduce((made, value) => made.replace("%s", value), text);

// ---- what the page shows
const show = (part, isShown) => (page.querySelector(`[data-part="${part}"]`).hidden = !isShown);
const put = (element, text) => element.textContent !== text && (element.textContent = text);

const tell = () => {
  const count = unsent().length;
  const sign = page.querySelector("[data-sign]");
  const key = isEnded ? "ended" : count ? (count === 1 ? "one" : "many") : isLost ? "lost" : "kept";
  sign.dataset.state = key === "kept" ? "kept" : "waits";
  put(sign.querySelector("span"), said(words[key], count));
  sign.querySelector("svg").toggleAttribute("hidden", key !== "kept");
  show("unsafe", !isSafe);
  show("ended", isEnded);
  const total = shown().length;
  put(page.querySelector("[data-count]"), said(total === 1 ? words.card : words.cards, total));
};

// What the server has, with what waits here laid over it; the newest first.
const shown = () => {
  const known = new Set(cards.map((card) => card.id));
  const own = inOrder().filter((row) => !known.has(row.id) && !(row.dropped && !row.why));
  const theirs = cards.filter((card) => !(waiting.get(card.id)?.dropped && !waiting.get(card.id).why));
  return [...theirs.map((card) => ({ ...card, ...waiting.get(card.id) })), ...own].reverse();
};

const about = (row) =>
  [
    row.number ? said(words.number, row.number) : "",
    row.question ? said(words.question, row.question) : "",
    row.heard_as ? (field("heard_as").querySelector(`option[value="${row.heard_as}"]`)?.text ?? "") : "",
    row.may_quote ? words.quote : "",
    waiting.has(row.id) && !row.why ? words.waits : "",
  ]
    .filter(Boolean)
    .join(" · ");

const drawn = (row, item) => {
  const part = (name) => item.querySelector(`[data-card="${name}"]`);
  item.dataset.id = row.id;
  item.classList.toggle("is-waiting", waiting.has(row.id));
  put(part("text"), row.dropped ? said(words.dropping, row.text) : row.text);
  put(part("about"), about(row));
  part("fault").hidden = !row.why;
  put(part("why"), row.why ?? "");
  part("theirs").hidden = !row.theirs;
  put(part("theirs-text"), row.theirs?.text ?? "");
  for (const deed of ["mine", "yours", "both"]) part(deed).hidden = !row.theirs;
  part("change").hidden = Boolean(row.theirs);
  return item;
};

const draw = () => {
  const place = page.querySelector("[data-list]");
  const held = document.activeElement?.closest?.("[data-id]");
  const focus = held && [held.dataset.id, document.activeElement.dataset.card];
  const items = new Map([...place.children].map((item) => [item.dataset.id, item]));
  const blank = page.querySelector("template").content.firstElementChild;
  place.replaceChildren(...shown().map((row) => drawn(row, items.get(row.id) ?? blank.cloneNode(true))));
  if (focus) place.querySelector(`[data-id="${focus[0]}"] [data-card="${focus[1]}"]`)?.focus();
  show("nothing", !place.children.length);
  show("done", state === "done");
  tell();
};

// ---- what is kept on this device
const keep = async (row) => {
  waiting.set(row.id, row);
  // A full store: the page itself holds the card, and says that it must stay open.
  await shelf.put(row).catch(() => (isSafe = false));
};
const letGo = async (id) => {
  waiting.delete(id);
  await shelf.drop(id);
};

// ---- to the server and back
const message = (row) => ({
  id: row.id,
  ...Object.fromEntries(FIELDS.map((name) => [name, row[name]])),
  version: row.version,
  dropped: Boolean(row.dropped),
  again: Boolean(row.again),
});

const settle = async (row, sent, answer) => {
  const isNewer = row.stamp !== sent.stamp;
  if (answer.ok && !isNewer) return letGo(row.id);
  if (answer.ok) return keep({ ...row, version: answer.version, again: false });
  return keep({ ...row, why: answer.why, theirs: answer.theirs, again: false });
};

const end = async () => {
  isEnded = true;
  cards = [];
  others.save(cards);
  if (!waiting.size) navigator.serviceWorker?.controller?.postMessage({ deed: "forget", path: location.pathname });
};

const exchange = async () => {
  const sent = unsent().slice(0, Number(batch));
  const options = sent.length && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ cards: sent.map(message) }),
  };
  for (const row of sent) await keep({ ...row, tried: true, again: true });
  const answer = await fetch(address, { cache: "no-store", ...options }).catch(() => null);
  if (answer?.status === 404) return end();
  const told = answer?.ok && (await answer.json().catch(() => null));
  isLost = !told;
  if (!told) return;
  isEnded = false;
  for (const [place, row] of sent.entries())
    if (waiting.has(row.id)) await settle(waiting.get(row.id), row, told.answers[place]);
  ({ cards, state } = told);
  others.save(cards);
};

const round = async () => {
  clearTimeout(timer);
  const before = unsent().length;
  await exchange();
  draw();
  const goesOn = !isLost && !isEnded && unsent().length && unsent().length < before;
  clearTimeout(timer);
  timer = setTimeout(look, goesOn ? 0 : isLost ? AGAIN : isEnded ? SELDOM : EVERY);
};
const sync = () => (turn = turn.then(round, round));
const look = () => {
  if (unsent().length || (!document.hidden && !isEnded)) return sync();
  timer = setTimeout(look, EVERY);
};

// ---- typing
const stamp = () => crypto.getRandomValues(new Uint32Array(2)).join("-");
// Without https a browser makes no keys of this kind itself.
const newKey = () =>
  crypto.randomUUID?.() ??
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (sign) =>
    (sign ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (sign / 4)))).toString(16),
  );
const order = () => Math.max(Date.now(), ...[...waiting.values()].map((row) => row.order + 1));

const fault = (text) => {
  const line = page.querySelector("[data-fault]");
  put(line, text);
  line.hidden = !text;
  if (text) field("text").setAttribute("aria-invalid", "true");
  else field("text").removeAttribute("aria-invalid");
};

const fill = (row) => {
  field("id").value = row.id ?? "";
  field("version").value = row.version ?? 0;
  field("text").value = row.text ?? "";
  field("heard_as").value = row.heard_as ?? "";
  field("may_quote").checked = Boolean(row.may_quote);
  if (row.question !== undefined) field("question").value = row.question;
  const isChange = Boolean(row.id);
  form.toggleAttribute("data-changes", isChange);
  put(form.querySelector("[data-save] span"), isChange ? words.saveChange : words.save);
  show("stop", isChange);
  fault("");
};

// A new card that was begun waits beside while another is changed.
let aside = null;
const clear = () => {
  fill(aside ?? {});
  aside = null;
  writeHalf();
  field("text").focus();
};

// The card that is being typed, as it stands.
const half = () => {
  const text = field("text").value;
  const isChange = form.hasAttribute("data-changes");
  if (!text && !isChange) return null;
  return {
    id: isChange ? field("id").value : "",
    version: Number(field("version").value) || 0,
    text,
    question: field("question").value,
    heard_as: field("heard_as").value,
    may_quote: field("may_quote").checked,
    aside,
  };
};
let pen = 0;
const writeHalf = () => {
  clearTimeout(pen);
  pen = 0;
  shelf.type(half()).catch(() => null);
};

const enter = async () => {
  const text = field("text").value.trim();
  if (!text) return fault(words.empty);
  if (text.length > Number(longest)) return fault(said(words.long, text.length, longest));
  const old = form.hasAttribute("data-changes") && waiting.get(field("id").value);
  const row = {
    id: form.hasAttribute("data-changes") ? field("id").value : newKey(),
    text,
    question: Number(field("question").value) || 0,
    heard_as: field("heard_as").value,
    may_quote: field("may_quote").checked,
    version: old ? old.version : Number(field("version").value) || 0,
    order: old ? old.order : order(),
    tried: Boolean(old?.tried),
    stamp: stamp(),
  };
  await keep(row);
  // On a slow device the next words may stand there already.
  if (field("text").value.trim() === text) clear();
  draw();
  sync();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  event.stopPropagation();
  enter();
});
field("text").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  enter();
});
form.addEventListener("input", () => {
  fault("");
  pen ||= setTimeout(writeHalf, HALF);
});

// ---- the buttons of a card
const known = (id) => waiting.get(id) ?? cards.find((card) => card.id === id);
const deeds = {
  change: (row) => {
    if (!form.hasAttribute("data-changes")) aside = half();
    fill(row);
    field("text").focus();
  },
  drop: async (row) => {
    const isHereOnly = !row.tried && !cards.some((card) => card.id === row.id);
    if (isHereOnly || isEnded) return letGo(row.id);
    const { why, theirs, ...rest } = row;
    const version = theirs?.version ?? row.version;
    return keep({ order: order(), ...rest, version, dropped: true, stamp: stamp() });
  },
  mine: ({ why, theirs, ...row }) => keep({ ...row, version: theirs.version, stamp: stamp() }),
  yours: (row) => letGo(row.id),
  both: async ({ why, theirs, ...row }) => {
    await letGo(row.id);
    return keep({ ...row, id: newKey(), version: 0, dropped: false, tried: false, order: order(), stamp: stamp() });
  },
};
page.querySelector("[data-list]").addEventListener("click", async ({ target }) => {
  const button = target.closest("button[data-card]");
  const row = button && known(button.closest("[data-id]").dataset.id);
  if (!row) return;
  await deeds[button.dataset.card](row);
  if (button.dataset.card === "change") return;
  draw();
  sync();
});
page.querySelector("[data-stop]").addEventListener("click", clear);

// ---- coming and going
window.addEventListener("online", sync);
window.addEventListener("offline", () => {
  isLost = true;
  tell();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) sync();
  else if (pen) writeHalf();
});
window.addEventListener("beforeunload", (event) => unsent().length && event.preventDefault());

const keepPage = async () => {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register(worker, { scope: "/notulen/" });
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ deed: "keep", path: location.pathname });
};
navigator.serviceWorker?.addEventListener("message", ({ data }) => data.isKept && show("offline", true));

page.querySelectorAll("[data-bare]").forEach((part) => part.remove());
page.querySelectorAll("[data-scripted]").forEach((part) => (part.hidden = false));
// Somebody may have begun to type before this script was there.
const begun = Number(field("version").value) ? "" : field("text").value;
const left = (await shelf.typed())?.row;
aside = left?.aside ?? null;
fill(left ?? { text: begun });
draw();
sync();
keepPage().catch(() => null);
