// Dots on cards: a tap counts at once and is kept at once. The whole of what this telephone gave goes
// along each time, so that a lost answer or a double tap changes nothing. Without this file each
// button sends the form. Words stand in needs/dots/dots.html.

const form = document.querySelector("form[data-dots]");
const sign = document.querySelector("[data-sign]");
const most = Number(form.dataset.dots);
const AGAIN = 3000; // milliseconds until the next try without a connection

const rows = [...form.querySelectorAll("[data-card]")];
const dots = Object.fromEntries(rows.map((row) => [row.dataset.card, Number(row.dataset.given)]));
const left = () => most - Object.values(dots).reduce((sum, number) => sum + number, 0);
let isBusy = false;
let isShut = false;
let kept = JSON.stringify(dots);

const say = (state, words) => {
  sign.dataset.state = state;
  sign.querySelector("svg").toggleAttribute("hidden", state !== "kept");
  const line = sign.querySelector("span");
  if (line.textContent !== words) line.textContent = words;
};

const draw = () => {
  for (const row of rows) {
    const number = dots[row.dataset.card];
    row.classList.toggle("is-chosen", number > 0);
    row.querySelector("[data-number]").textContent = number;
    row.querySelector("[data-picture]").textContent = "●".repeat(number);
    // A button that is switched off would lose the focus: it stays, and says that it does nothing.
    row.querySelector("[name=plus]").setAttribute("aria-disabled", isShut || left() <= 0);
    row.querySelector("[name=min]").setAttribute("aria-disabled", isShut || number <= 0);
  }
  const { none, one, many } = form.querySelector("[data-left]").dataset;
  const words = left() === 0 ? none : left() === 1 ? one : many.replace("%s", left());
  form.querySelector("[data-left]").textContent = words;
};

const stand = (told) => {
  for (const key of Object.keys(dots)) dots[key] = told[key] ?? 0;
  kept = JSON.stringify(dots);
};

const post = () =>
  fetch(location.pathname, {
    method: "POST",
    keepalive: true,
    headers: {
      "Content-Type": "application/json",
      "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value,
    },
    body: JSON.stringify({ dots }),
  });

// One at a time: what was tapped meanwhile goes along with the next one.
const keep = async () => {
  if (isBusy || isShut || JSON.stringify(dots) === kept) return;
  isBusy = true;
  const sent = JSON.stringify(dots);
  const answer = await post().catch(() => null);
  const told = answer && (await answer.json().catch(() => null));
  isBusy = false;
  if (!told) {
    say("waits", sign.dataset.waits);
    setTimeout(keep, AGAIN);
    return;
  }
  isShut = Boolean(told.shut);
  if (told.why || JSON.stringify(dots) === sent) stand(told.dots);
  if (told.why) say("refused", told.why);
  else say("kept", sign.dataset.kept);
  draw();
  keep();
};

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  event.preventDefault();
  event.stopPropagation();
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  dots[button.value] += button.name === "plus" ? 1 : -1;
  draw();
  keep();
});
window.addEventListener("online", keep);
window.addEventListener("beforeunload", (event) => {
  if (!isShut && JSON.stringify(dots) !== kept) event.preventDefault();
});
draw();
