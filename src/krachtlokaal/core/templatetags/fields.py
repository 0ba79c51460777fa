"""A form field as people see it: label, explanation, control and error, tied together by ids."""

from collections.abc import Iterable

from django.forms import BaseForm, BaseFormSet, BoundField
from django.forms.utils import flatatt
from django.forms.widgets import CheckboxInput, ChoiceWidget, Textarea, Widget
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

NOTHING = SafeString("")


def draw_field(bound: BoundField, *, label: str = "", wide: bool = False) -> SafeString:
    if bound.is_hidden:
        return SafeString(str(bound))
    widget = bound.field.widget
    name = label or str(bound.label)
    classes = " is-wide" if wide else ""
    if isinstance(widget, CheckboxInput):
        return _tick(bound, name, classes)
    if widget.use_fieldset:
        return _group(bound, name, classes)
    return format_html(
        '<div class="ds-field{}"><label class="ds-label" for="{}">{}{}</label>{}{}{}</div>',
        classes,
        bound.id_for_label,
        name,
        _optional(bound),
        _description(bound),
        bound.as_widget(attrs=_dress(widget)),
        _error(bound),
    )


def _dress(widget: Widget) -> dict[str, str | bool]:
    attrs: dict[str, str | bool] = {"class": f"ds-input {widget.attrs.get('class', '')}".strip()}
    if isinstance(widget, Textarea) and str(widget.attrs.get("rows")) == "10":
        attrs["rows"] = "5"  # Django's ten rows push the button out of sight
    return attrs


def _optional(bound: BoundField) -> SafeString:
    # A form of filters sets `quiet`: there each field may stay empty, and saying so is noise.
    if bound.field.required or getattr(bound.form, "quiet", False):
        return NOTHING
    return format_html(' <span class="kl-optional">{}</span>', _("(mag leeg blijven)"))


def _description(bound: BoundField) -> SafeString:
    if not bound.help_text:
        return NOTHING
    return format_html(
        '<p data-field="description" id="{}_helptext">{}</p>',
        bound.auto_id,
        bound.help_text,
    )


def _error(bound: BoundField) -> SafeString:
    if not bound.errors:
        return NOTHING
    return format_html(
        '<p class="ds-validation-message" id="{}_error">{}</p>',
        bound.auto_id,
        " ".join(str(error) for error in bound.errors),
    )


def _tick(bound: BoundField, name: str, classes: str) -> SafeString:
    return format_html(
        '<div class="kl-answer{}"><label class="kl-option" for="{}">{}<span>{}</span></label>'
        "{}{}</div>",
        classes,
        bound.id_for_label,
        bound.as_widget(attrs={"class": "ds-input"}),
        name,
        _description(bound),
        _error(bound),
    )


def _group(bound: BoundField, name: str, classes: str) -> SafeString:
    described = bound.aria_describedby
    return format_html(
        '<fieldset class="kl-question{}"{}><legend>{}{}</legend>{}{}{}</fieldset>',
        classes,
        format_html(' aria-describedby="{}"', described) if described else "",
        name,
        _optional(bound),
        _description(bound),
        _controls(bound),
        _error(bound),
    )


def _controls(bound: BoundField) -> SafeString:
    widget = bound.field.widget
    if not isinstance(widget, ChoiceWidget):
        return format_html('<div class="kl-row">{}</div>', bound.as_widget(attrs=_dress(widget)))
    return format_html(
        '<div class="kl-options">{}</div>', format_html_join("", "{}", _options(bound))
    )


def _options(bound: BoundField) -> Iterable[tuple[SafeString]]:
    for choice in bound.subwidgets:
        data = choice.data
        attrs = {
            **data["attrs"],
            "class": "ds-input",
            "type": data["type"],
            "name": data["name"],
            "value": str(data["value"]),
        }
        yield (
            format_html(
                '<label class="kl-option"><input{}><span>{}</span></label>',
                flatatt(attrs),
                data["label"],
            ),
        )


def draw_form(form: BaseForm) -> SafeString:
    """All fields under each other; the list of errors first, where the page did not show it yet."""
    summary = NOTHING if getattr(form, "summary_shown", False) else draw_summary(form)
    hidden = format_html_join("", "{}", ((str(bound),) for bound in form.hidden_fields()))
    visible = format_html_join("", "{}", ((draw_field(bound),) for bound in form.visible_fields()))
    return format_html('{}<div class="kl-stack kl-stack--l">{}{}</div>', summary, hidden, visible)


def draw_formset(formset: "BaseFormSet[BaseForm]") -> SafeString:
    forms = format_html_join("", "{}", ((draw_form(form),) for form in formset))
    return format_html("{}{}", str(formset.management_form), forms)


def draw_summary(*forms: "BaseForm | BaseFormSet[BaseForm]") -> SafeString:
    """What is wrong, on top of the page, each line a link to its field. Empty when all is well."""
    lines: list[tuple[SafeString]] = []
    for form in forms:
        lines += [(line,) for line in _lines(form)]
    if not lines:
        return NOTHING
    return format_html(
        '<div class="ds-error-summary" role="alert" tabindex="-1" data-color="danger" data-focus>'
        '<h2>{}</h2><ul class="ds-list">{}</ul></div>',
        _("Er klopt nog iets niet"),
        format_html_join("", "<li>{}</li>", lines),
    )


def _lines(form: "BaseForm | BaseFormSet[BaseForm]") -> Iterable[SafeString]:
    if isinstance(form, BaseFormSet):
        if form.is_bound:
            yield from (conditional_escape(str(error)) for error in form.non_form_errors())
        for part in form:
            yield from _lines(part)
        return
    form.summary_shown = True  # type: ignore[attr-defined]
    yield from (conditional_escape(str(error)) for error in form.non_field_errors())
    for bound in form:
        for error in bound.errors:
            yield format_html('<a href="#{}">{} {}</a>', _anchor(bound), _named(bound), error)


def _named(bound: BoundField) -> str:
    # A label that is a question or a sentence has its own sign at the end.
    name = str(bound.label)
    return name if name.endswith(("?", ".", "!", ":")) else f"{name}:"


def _anchor(bound: BoundField) -> str:
    # A group of choices has no control with the id of the field: its first choice gets the focus.
    return bound.id_for_label or f"{bound.auto_id}_0"
