"""What pages of answering ask beside the questions: facts, permission, colleagues."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from krachtlokaal.register.forms.cleaning import TOO_LONG, LineField
from krachtlokaal.register.intake import values
from krachtlokaal.register.queries.places import towns
from krachtlokaal.surveys.definition import Consent, Question

MOST_COLLEAGUES = 12
# Consents that ask for a name and a number.
WITH_NAME = ("may_contact", "round_table")


class FactsForm(forms.Form):
    """What the register knows in words: name, place, municipality."""

    quiet = True  # the page says that what is right can stay as it is

    def __init__(self, questions: Iterable[Question], language: str, *args: Any, **kw: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **kw)
        makers = {"name": _name, "place": _place, "municipality": _municipality}
        for question in questions:
            if question.key in makers:
                field = makers[question.key]()
                field.label = question.text.into(language)
                field.help_text = question.help.into(language)
                self.fields[question.key] = field


def _name() -> forms.Field:
    return LineField(max_length=160, error_messages={"required": _("Vul de naam in.")})


def _place() -> forms.Field:
    return LineField(max_length=80, required=False)


def _municipality() -> forms.Field:
    return forms.ChoiceField(
        choices=[(town.code, town.name) for town in towns().values()],
        error_messages={"invalid_choice": _("Deze gemeente kennen wij niet. Kies uit de lijst.")},
    )


class ContactForm(forms.Form):
    """Boxes, each off by default; two of them ask for a name and how to reach her."""

    quiet = True

    def __init__(self, boxes: Mapping[str, str], *args: Any, **kw: Any) -> None:  # noqa: ANN401 Django's own signature
        """`boxes`: the words of each consent by its key."""
        super().__init__(*args, **kw)
        self.boxes = boxes
        for key, words in boxes.items():
            self.fields[key] = forms.BooleanField(label=words, required=False)
        self.asks_name = any(key in boxes for key in WITH_NAME)
        if self.asks_name:
            self.fields["name"] = LineField(label=_("Uw naam"), max_length=120, required=False)
            self.fields["reach"] = LineField(
                label=_("Telefoonnummer of e-mailadres"), max_length=120, required=False
            )

    @property
    def box_fields(self) -> list[forms.BoundField]:
        return [self[key] for key in self.boxes]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if any(data.get(key) for key in WITH_NAME):
            if not data.get("name"):
                self.add_error("name", _("Vul uw naam in. Dan weten wij wie wij bellen of mailen."))
            if not data.get("reach"):
                self.add_error("reach", _("Vul een telefoonnummer of e-mailadres in."))
        return data


def consents_asked(consents: Iterable[Consent], *, manager: bool, needs_survey: bool) -> list[str]:
    """Which boxes this page has: about participation, and for who answers for all the switches."""
    return [
        consent.key
        for consent in consents
        if (manager if consent.asked_of == "manager" else consent.stored_with == "participation")
        and not (needs_survey and consent.only_outside_needs_survey)
    ]


class ColleaguesForm(forms.Form):
    """The addresses of fellow board members, one a line or with commas."""

    addresses = forms.CharField(
        label=gettext_lazy("E-mailadressen van uw medebestuurders"),
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off", "spellcheck": "false"}),
        max_length=4000,
        help_text=gettext_lazy("Eén adres op een regel."),
        error_messages={
            "required": gettext_lazy("Vul ten minste één e-mailadres in."),
            "max_length": TOO_LONG,
        },
    )

    def __init__(self, *args: Any, most: int = MOST_COLLEAGUES, **kw: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **kw)
        self.most = most

    def clean_addresses(self) -> list[str]:
        typed = [one for one in re.split(r"[\s,;]+", self.cleaned_data["addresses"]) if one]
        found: dict[str, str] = {}
        for one in typed:
            read = values.read_email(one)
            if read.wrong is not None or not read.value:
                told = _("„%s” is geen e-mailadres. Kijk het na.") % one[:80]
                raise forms.ValidationError(told)
            found.setdefault(read.value.lower(), read.value)
        if len(found) > self.most:
            raise forms.ValidationError(
                ngettext(
                    "U kunt nog %d iemand vragen. Haal adressen weg.",
                    "U kunt nog %d mensen vragen. Haal adressen weg.",
                    self.most,
                )
                % self.most
            )
        return list(found.values())
