// Keeps each answer as it is given. What can't be sent waits on this device, also after a reload, and
// gives way to what another device changed meanwhile. The buttons do the same without this file.
// What the page must hold is told in surveys/pages/pieces.py and surveys/answering/saved.html.

const PAUSE = 700; // milliseconds of rest after which a text is kept
const AGAIN = 3000; // the same until the next try without a connection

const plain = (value) => (Array.isArray(value) ? value.map(String) : (value ?? null) && String(value));
const same = (one, other) => JSON.stringify(plain(one)) === JSON.stringify(plain(other));
const read = (text) => {
  try {
    return JSON.parse(text ?? "") ?? {};
  } catch {
    return {};
  }
};

// Where answers wait: in the device's own store, or for the life of the page where there is none.
const store = (name) => {
  const memory = {};
  const shelf = () => {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  };
  return {
    load: () => read(shelf()?.getItem(name) ?? JSON.stringify(memory)),
    save: (waiting) => {
      Object.keys(memory).forEach((key) => delete memory[key]);
      Object.assign(memory, waiting);
      try {
        if (Object.keys(waiting).length) shelf()?.setItem(name, JSON.stringify(waiting));
        else shelf()?.removeItem(name);
      } catch {
        // A full or closed store: the page itself still holds what was typed.
      }
    },
  };
};

const controls = (form, name) => [...form.elements].filter((field) => field.name === name);

const valueOf = (form, name) => {
  const [first, ...rest] = controls(form, name);
  const chosen = [first, ...rest].filter((field) => field.checked).map((field) => field.value);
  if (first.matches("[data-box-alone]")) return first.checked || null;
  if (first.type === "checkbox") return chosen.length ? chosen : null;
  if (first.type === "radio") return chosen[0] ?? null;
  return first.value.trim() || null;
};

const put = (form, name, value) => {
  const wanted = [value].flat().map(String);
  for (const field of controls(form, name)) {
    if (field.matches("[data-box-alone]")) field.checked = Boolean(value);
    else if (["radio", "checkbox"].includes(field.type)) field.checked = wanted.includes(field.value);
    else field.value = value ?? "";
  }
};

// Questions that other answers ask, counters, and boxes of which only a few may be ticked.
const dress = (form) => {
  for (const block of form.querySelectorAll("[data-shown-if]")) {
    const given = [valueOf(form, block.dataset.shownIf)].flat().map(String);
    const codes = block.dataset.shownCodes.split(" ");
    block.hidden = !given.some((code) => codes.includes(code));
    block.querySelectorAll("[data-shown-hint]").forEach((hint) => (hint.hidden = true));
  }
  for (const line of form.querySelectorAll("[data-counts]")) {
    const field = document.getElementById(line.dataset.counts);
    const left = field.maxLength - field.value.length;
    line.hidden = left > field.maxLength / 5;
    line.textContent = line.dataset.words.replace("%s", left);
  }
  for (const block of form.querySelectorAll("[data-most]")) {
    const boxes = [...block.querySelectorAll("input[type=checkbox]")];
    const isFull = boxes.filter((box) => box.checked).length >= Number(block.dataset.most);
    for (const box of boxes) box.disabled = isFull && !box.checked;
  }
};

const start = (form) => {
  const sign = document.querySelector("[data-saved]");
  const seenField = form.elements.namedItem("seen");
  const seen = read(seenField?.value);
  const shelf = store(`kl-answers-${form.dataset.box}`);
  const waiting = shelf.load();
  let timer = 0;
  let isShut = false;
  let turn = Promise.resolve();

  const say = (state, words) => {
    sign.hidden = false;
    sign.dataset.state = state;
    sign.querySelector("svg").toggleAttribute("hidden", state !== "kept");
    const text = words ?? sign.dataset[state];
    const line = sign.querySelector("span");
    if (line.textContent !== text) line.textContent = text;
  };

  const note = (name) => {
    const value = valueOf(form, name);
    const before = waiting[name] ?? { seen: seen[name] ?? null, tried: [] };
    waiting[name] = { ...before, value };
    shelf.save(waiting);
    if (sign.dataset.state !== "waits") say("busy");
  };

  const post = (names, late) =>
    fetch(form.dataset.answers, {
      method: "POST",
      keepalive: true,
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value,
      },
      body: JSON.stringify({
        values: Object.fromEntries(names.map((name) => [name, waiting[name].value])),
        seen: Object.fromEntries(names.map((name) => [name, waiting[name].seen])),
        late,
      }),
    });

  // One answer that the server spoke about: what stands there now is what this page has seen.
  const settle = (name, sent, told) => {
    const entry = waiting[name];
    const stands = told.stands?.[name] ?? null;
    const isHeld = name in (told.held ?? {});
    const isNewer = !same(entry.value, sent[name]);
    // Held, but ours: it had arrived before the line broke, and what was chosen since still holds.
    const isOwn = entry.tried.some((value) => same(value, stands));
    seen[name] = stands;
    if (isNewer || (isHeld && isOwn)) {
      Object.assign(entry, { seen: stands, late: false });
      return;
    }
    if (isHeld) put(form, name, stands);
    delete waiting[name];
  };

  const taken = (names, sent, told) => {
    names.forEach((name) => settle(name, sent, told));
    shelf.save(waiting);
    if (seenField) seenField.value = JSON.stringify(seen);
    const [fault] = Object.values(told.faults ?? {});
    if (fault) say("refused", `${sign.dataset.refused}. ${fault}`);
    else if (Object.keys(told.held ?? {}).some((name) => !(name in waiting))) say("held");
    else if (!Object.keys(waiting).length) say("kept");
    dress(form);
  };

  const failed = (names) => {
    for (const name of names) {
      waiting[name].late = true;
      waiting[name].tried.push(waiting[name].value);
    }
    shelf.save(waiting);
    say("waits");
    clearTimeout(timer);
    timer = setTimeout(keep, AGAIN);
  };

  const sendSome = async () => {
    const all = Object.keys(waiting);
    const late = all.some((name) => waiting[name].late);
    const names = all.filter((name) => Boolean(waiting[name].late) === late);
    const sent = Object.fromEntries(names.map((name) => [name, waiting[name].value]));
    const answer = await post(names, late).catch(() => null);
    if (!answer || answer.status >= 500) {
      failed(names);
      return false;
    }
    const told = await answer.json().catch(() => ({}));
    if (told.state === "kept" || told.state === "faults") {
      taken(names, sent, told);
      return true;
    }
    isShut = answer.status === 409;
    say(isShut ? "shut" : "refused");
    return false;
  };

  const empty = async () => {
    clearTimeout(timer);
    let goesOn = !isShut;
    while (goesOn && Object.keys(waiting).length) goesOn = await sendSome();
    if (goesOn && sign.dataset.state === "waits") say("kept");
    return !Object.keys(waiting).length;
  };
  // One at a time, so that each knows what the one before left standing.
  const keep = () => (turn = turn.then(empty));
  const keepIn = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(keep, milliseconds);
  };

  const isAnswer = (field) => field.name && !["hidden", "submit"].includes(field.type);
  form.addEventListener("input", ({ target }) => {
    if (!isAnswer(target)) return;
    note(target.name);
    dress(form);
    keepIn(target.matches("textarea, [type=text]") ? PAUSE : 0);
  });
  form.addEventListener("focusout", () => Object.keys(waiting).length && keepIn(0));
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  window.addEventListener("online", keep);
  window.addEventListener("offline", () => say("waits"));

  form.addEventListener("submit", async (event) => {
    if (!Object.keys(waiting).length && navigator.onLine) return;
    event.preventDefault();
    event.stopPropagation();
    const button = event.submitter;
    if ((await keep()) && navigator.onLine) form.requestSubmit(button);
    else if (isShut) form.submit();
    else say("waits");
  });

  for (const [name, entry] of Object.entries(waiting)) {
    entry.late = true;
    if (controls(form, name).length) put(form, name, entry.value);
  }
  dress(form);
  if (Object.keys(waiting).length) keep();
};

const form = document.querySelector("form[data-answers]");
if (form) start(form);
