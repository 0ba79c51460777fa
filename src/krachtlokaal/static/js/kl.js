// Small comforts. Every page works without this file: it only saves clicks and mistakes.

const each = (selector, act, root = document) => root.querySelectorAll(selector).forEach(act);

// htmx sends what no form of its own holds: give it the token that the language form always has.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (token) event.detail.headers["X-CSRFToken"] = token.value;
});

// The list of errors gets the focus, so that a screen reader starts there.
each("[data-focus]", (element) => element.focus());

// On a narrow screen the row of tabs starts where the open one is in sight.
each(".kl-tabs [aria-current]", (tab) => {
  const row = tab.parentElement;
  const [edge, end] = [row, tab].map((element) => element.getBoundingClientRect().right);
  if (end > edge) row.scrollLeft += end - edge + 48;
});

// A form is sent once. Coming back with the browser's button makes it usable again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]") || event.submitter?.formMethod === "dialog") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  event.submitter?.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  each("[data-sent]", (form) => delete form.dataset.sent);
  each("[data-once] button[aria-busy]", (button) => button.removeAttribute("aria-busy"));
});

// A link with data-dialog opens the question here; without script it opens the page that asks it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-dialog]");
  const window = link && document.getElementById(link.dataset.dialog);
  if (!window || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  window.showModal();
});

// Menus close by Escape and by a click elsewhere, as people expect of a menu.
const closeMenus = (except) =>
  each("details.kl-menu[open]", (menu) => menu !== except && (menu.open = false));
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.kl-menu")));
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.activeElement?.closest("details.kl-menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// "Kies alles" in a list, and how many are chosen. The words stand in the page, in its language.
const ticks = (form) => [...form.querySelectorAll("tbody .kl-tick input")];
const count = (form) => {
  const all = ticks(form);
  const chosen = all.filter((box) => box.checked).length;
  each(
    "[data-select-all]",
    (box) => {
      box.closest("label").hidden = false;
      box.checked = chosen > 0 && chosen === all.length;
      box.indeterminate = chosen > 0 && chosen < all.length;
    },
    form,
  );
  each(
    "[data-chosen]",
    (line) => {
      const { none, one, many } = line.dataset;
      line.textContent = chosen === 0 ? none : chosen === 1 ? one : many.replace("%s", chosen);
    },
    form,
  );
};
const countAll = () => each("[data-select-all]", (box) => count(box.form ?? box.closest("table")));
document.addEventListener("change", (event) => {
  const box = event.target;
  if (!box.closest(".kl-tick")) return;
  const form = box.form ?? box.closest("table");
  if (box.matches("[data-select-all]")) ticks(form).forEach((tick) => (tick.checked = box.checked));
  count(form);
});
document.addEventListener("htmx:afterSettle", countAll);
window.addEventListener("pageshow", countAll);
