// One card after the other by keyboard. Keys work only while the focus is in the form of the card,
// and never in a text field; each field says its key in aria-keyshortcuts. Enter saves.

const TYPED = "textarea, select, input:not([type=radio], [type=checkbox])";

const choose = (field) => {
  if (field.matches("[type=checkbox]")) field.click();
  else if (field.matches("[type=radio]")) field.checked = true;
  field.focus();
};

document.addEventListener("keydown", (event) => {
  const form = event.target.closest("form[data-keys]");
  if (!form || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches(TYPED)) return;
  if (event.key === "Enter" && !event.target.matches("button, a")) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("button[value=bewaar]"));
    return;
  }
  const key = event.key.toLowerCase();
  const field = [...form.elements].find((one) => one.getAttribute("aria-keyshortcuts") === key);
  if (!field) return;
  event.preventDefault();
  choose(field);
});

// The next card, or what is wrong with this one, gets the focus, so that the keys go on working.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.requestConfig?.verb !== "post") return;
  const form = document.querySelector("form[data-keys]");
  (form?.querySelector("[data-focus]") ?? form)?.focus();
});
