"""How forms look everywhere, and the few fields that Django's own do not cover for Dutch people."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from krachtlokaal.core.templatetags.fields import draw_field, draw_form, draw_formset

# Names of our own beside the names that forms of other packages ask for (`form.as_p`).
DRAWN: dict[str, Callable[[Mapping[str, Any]], SafeString]] = {
    "form": lambda context: draw_form(context["form"]),
    "formset": lambda context: draw_formset(context["formset"]),
    "field": lambda context: draw_field(context["field"]),
    "django/forms/p.html": lambda context: draw_form(context["form"]),
    "django/forms/div.html": lambda context: draw_form(context["form"]),
}


class Renderer(DjangoTemplates):
    """Draws forms as on /stijl/; the widgets themselves stay Django's."""

    form_template_name = "form"
    formset_template_name = "formset"
    field_template_name = "field"

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        drawn = DRAWN.get(template_name)
        return drawn(context) if drawn else super().render(template_name, context, request)


class DateInput(forms.DateInput):
    """The date picker of the browser, which shows the date the way its owner writes dates."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class DateField(forms.DateField):
    """A day; also takes 23-11-2026, for browsers without a picker."""

    widget = DateInput
    default_error_messages = {
        "invalid": _("Dit is geen datum. Schrijf de dag zo: 23-11-2026."),
    }

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        options.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"])
        super().__init__(**options)


class TimeField(forms.TimeField):
    """A time of day; also takes 14.05, as Dutch people write it."""

    widget = TimeInput
    default_error_messages = {
        "invalid": _("Dit is geen tijd. Schrijf de tijd zo: 14.05."),
    }

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        options.setdefault("input_formats", ["%H:%M", "%H.%M", "%H:%M:%S"])
        super().__init__(**options)
