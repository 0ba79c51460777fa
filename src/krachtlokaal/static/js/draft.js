// Keeps what somebody types in a form with data-draft="key", and gives it back after a reload, a lost
// connection or another device. Secrets, files and hidden fields are never sent. Needs the part
// parts/draft.html inside the form; a form that is saved forgets its draft on the server.

const PAUSE = 2500; // milliseconds of rest after which the text is kept
const BLUR = 400; // the same after leaving a field: a click on the button that sends comes sooner
const SKIPPED = ["password", "file", "hidden", "submit", "button", "reset", "image"];
const SECRET = /one-time-code|password|cc-/;

const typed = (form) =>
  [...form.elements].filter(
    (field) =>
      field.name &&
      !field.disabled &&
      !SKIPPED.includes(field.type) &&
      !SECRET.test(field.autocomplete ?? "") &&
      !field.closest("[data-secret]"),
  );

const valuesOf = (field) => {
  if (field.type === "checkbox" || field.type === "radio") return field.checked ? [field.value] : [];
  if (field.type === "select-multiple") return [...field.selectedOptions].map((option) => option.value);
  return [field.value];
};

const collect = (form) => {
  const data = {};
  for (const field of typed(form)) (data[field.name] ??= []).push(...valuesOf(field));
  return data;
};

const restore = (form, data) => {
  const left = Object.fromEntries(Object.entries(data).map(([name, values]) => [name, [...values]]));
  for (const field of typed(form)) {
    const values = left[field.name];
    if (!Array.isArray(values)) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (field.type === "select-multiple")
      for (const option of field.options) option.selected = values.includes(option.value);
    else if (values.length) field.value = values.shift();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
};

// The version of the row that the form was opened with: kept beside the text, to tell when the row
// was changed by somebody else in the meantime.
const BASE = "@version";
const baseOf = (form) => form.elements.namedItem("version")?.value ?? "";
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const start = (form) => {
  const parts = Object.fromEntries(
    [...form.querySelectorAll("[data-draft-part]")].map((part) => [part.dataset.draftPart, part]),
  );
  const show = (name, shown = true) => parts[name] && (parts[name].hidden = !shown);
  const first = collect(form);
  let last = first;
  let version = 0;
  let timer = 0;
  let isOver = false;
  let isBusy = false;
  let queue = Promise.resolve();

  const send = (what, more = {}) =>
    fetch(parts.address.dataset.url, {
      method: "POST",
      body: new URLSearchParams({ what, key: form.dataset.draft, ...more }),
      headers: { "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "" },
      keepalive: true,
    });

  const keep = async () => {
    clearTimeout(timer);
    const data = collect(form);
    if (isOver || same(data, last)) return;
    const body = JSON.stringify({ ...data, [BASE]: baseOf(form) });
    isBusy = true;
    const answer = await send("keep", { version, typed: body }).catch(() => null);
    isBusy = false;
    show("kept", Boolean(answer?.ok));
    show("lost", !answer?.ok && answer?.status !== 409);
    if (answer?.status === 409) {
      version = (await answer.json()).version;
      isOver = true;
      show("clash");
    } else if (answer?.ok && answer.status !== 204) {
      version = (await answer.json()).version;
      last = data;
    }
  };
  // One at a time, so that each knows the version that the one before got.
  const keepNext = () => (queue = queue.then(keep));

  const forget = () => {
    isOver = true;
    clearTimeout(timer);
    return send("forget").catch(() => null);
  };

  const found = (kept) => {
    const { [BASE]: base, ...data } = kept.data;
    version = kept.version;
    last = data;
    // A page that comes back with errors already shows what was typed.
    if (same(data, first) || form.querySelector("[aria-invalid=true]")) return;
    restore(form, data);
    show(base === baseOf(form) ? "found" : "older");
  };

  const keepIn = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(keepNext, milliseconds);
  };
  form.addEventListener("input", () => keepIn(PAUSE));
  form.addEventListener("focusout", () => keepIn(BLUR));
  document.addEventListener("visibilitychange", () => document.hidden && keepNext());
  // Before htmx hears of it, which sends a form at once.
  const hold = (event) => {
    const wasOver = isOver;
    isOver = true;
    clearTimeout(timer);
    if (!isBusy || wasOver) return;
    // What is under way must arrive first: after the form is saved it would come back as a draft.
    event.preventDefault();
    event.stopImmediatePropagation();
    queue.then(() => form.requestSubmit(event.submitter));
  };
  form.addEventListener("submit", hold, { capture: true });
  window.addEventListener("pageshow", (event) => event.persisted && (isOver = false));
  form.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-draft-do]");
    if (!button) return;
    for (const name of ["found", "older", "clash"]) show(name, false);
    if (button.dataset.draftDo === "drop") {
      await forget();
      restore(form, first);
      version = 0;
      last = first;
    }
    isOver = false;
    if (button.dataset.draftDo === "go-on") keepNext();
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  });

  queue = send("fetch")
    .then((answer) => (answer.status === 200 ? answer.json() : null))
    .then((kept) => kept && found(kept))
    .catch(() => null);
};

const started = new WeakSet();
const startAll = (root) => {
  for (const form of root.querySelectorAll("form[data-draft]"))
    if (!started.has(form) && form.querySelector("[data-draft-part=address]")) {
      started.add(form);
      start(form);
    }
};
startAll(document);
// A form that htmx puts into the page.
document.addEventListener("htmx:load", () => startAll(document));
