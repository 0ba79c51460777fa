"""The filters of the page with offers."""

from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.queries.places import towns
from krachtlokaal.topics import vocabulary
from krachtlokaal.topics.enums import HelpForm

UNKNOWN = _("Deze keuze kennen wij niet. Kies een andere.")


class LongSelect(forms.Select):
    """A select for hundreds of choices: Django renders a template for each, which takes long."""

    def render(
        self,
        name: str,
        value: Any,  # noqa: ANN401 Django's own signature
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002 this one needs no templates
    ) -> SafeString:
        chosen = "" if value is None else str(value)
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (key, SafeString(" selected") if str(key) == chosen else "", label)
                for key, label in self.choices
            ),
        )
        own = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(own), options)


class OfferFilter(forms.Form):
    """Each choice may stay open; what means nothing is told at the field and left out."""

    quiet = True
    thema = forms.ChoiceField(label=_("Onderwerp"), required=False)
    hulp = forms.ChoiceField(label=_("Soort hulp"), required=False)
    gemeente = forms.ChoiceField(label=_("Gemeente"), required=False, widget=LongSelect)

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **options)
        self._offer("thema", _("Alle onderwerpen"), [(t.key, str(t)) for t in vocabulary.themes()])
        self._offer("hulp", _("Alle soorten hulp"), HelpForm.choices)
        names = [(town.code, town.name) for town in towns().values()]
        self._offer("gemeente", _("Heel Nederland"), names)

    def _offer(self, name: str, everything: Any, choices: Any) -> None:  # noqa: ANN401 choices of Django
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 for the type checker
        field.choices = [("", everything), *choices]
        field.error_messages["invalid_choice"] = UNKNOWN

    def chosen(self) -> dict[str, str]:
        """What to look for: the choices that are known."""
        self.is_valid()
        return {
            "theme": self.cleaned_data.get("thema", ""),
            "help_form": self.cleaned_data.get("hulp", ""),
            "municipality": self.cleaned_data.get("gemeente", ""),
        }
