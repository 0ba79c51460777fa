"""Forms of a day: which template it starts from, and what is known of it."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.core.forms import DateField, TimeField
from krachtlokaal.events.enums import EventKind
from krachtlokaal.events.models import EventDay
from krachtlokaal.register.forms.cleaning import TOO_LONG, LineField
from krachtlokaal.register.forms.versions import VersionedForm

MOST_SEATS = 5000
_SEATS = gettext_lazy("Vul een heel getal in van 1 tot en met 5000.")
_NAME = gettext_lazy("Geef de dag een naam.")


def _label(name: str) -> Any:  # noqa: ANN401 lazy texts
    return capfirst(EventDay._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # own fields


def _line(name: str, length: int, required: Promise | None = None) -> LineField:
    errors: dict[str, Any] = {"required": required} if required else {}
    return LineField(
        label=_label(name), max_length=length, required=bool(required), error_messages=errors
    )


def _text(name: str, length: int) -> forms.CharField:
    return forms.CharField(
        label=_label(name),
        max_length=length,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )


class NewDayForm(forms.Form):
    """The kind tells which parts the day starts with."""

    title = _line("title", 120, _NAME)
    kind = forms.ChoiceField(
        label=_label("kind"),
        choices=EventKind.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("De dag begint met de onderdelen die daarbij horen."),
        error_messages={
            "required": gettext_lazy("Kies wat voor dag het wordt."),
            "invalid_choice": gettext_lazy("Kies een soort uit de lijst."),
        },
    )
    held_on = DateField(
        label=_label("held_on"),
        required=False,
        help_text=gettext_lazy("Weet u de datum nog niet? Laat dit dan leeg."),
    )


class DayForm(VersionedForm):
    """All facts that people read about the day."""

    title = _line("title", 120, _NAME)
    lead = _text("lead", 600)
    held_on = DateField(label=_label("held_on"), required=False)
    starts_at = TimeField(label=_label("starts_at"), required=False)
    ends_at = TimeField(label=_label("ends_at"), required=False)
    place = _line("place", 120)
    address = _line("address", 160)
    town = _line("town", 80)
    route = _text("route", 1000)
    accessibility = _text("accessibility", 1000)
    practical = _line("practical", 300)
    contact = _line("contact", 200)
    seats = forms.IntegerField(
        label=_label("seats"),
        min_value=1,
        max_value=MOST_SEATS,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _SEATS),
    )
    closes_on = DateField(label=_label("closes_on"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start, end = data.get("starts_at"), data.get("ends_at")
        if start and end and end <= start:
            self.add_error(
                "ends_at", _("De dag is klaar voordat die begint. Kies een latere tijd.")
            )
        last, held = data.get("closes_on"), data.get("held_on")
        if last and held and last > held:
            told = _("Aanmelden kan niet tot na de dag zelf. Kies een eerdere datum.")
            self.add_error("closes_on", told)
        return data

    def values(self) -> dict[str, Any]:
        """As the day keeps them, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


def starting(day: EventDay) -> dict[str, Any]:
    """What the form shows of a day that is there."""
    return {name: getattr(day, name) for name in DayForm.base_fields}
