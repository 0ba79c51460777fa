"""Forms about the facts of an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.core.forms import DateField
from krachtlokaal.register.enums import LegalForm, Sector
from krachtlokaal.register.forms.cleaning import (
    TOO_LONG,
    KvkField,
    LineField,
    NameField,
    PostcodeField,
    WebsiteField,
)
from krachtlokaal.register.forms.versions import VersionedForm
from krachtlokaal.register.intake.places import default_places
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.places import towns

MOST_PEOPLE = 1_000_000
WRONG_COUNT = {
    "invalid": _("Vul een heel getal in, of laat het leeg."),
    "min_value": _("Vul een getal van 0 of meer in, of laat het leeg."),
    "max_value": _("Dit aantal is te groot om te kloppen. Kijk het na."),
}


def _municipalities() -> list[tuple[str, str]]:
    # In the process's own list of municipalities, so that drawing the form asks no query.
    choices = [(town.code, town.name) for town in towns().values()]
    return [("", str(_("Kies een gemeente"))), *choices]


class FactsForm(forms.Form):
    """The shared facts. The municipality may stay empty where the place tells it."""

    name = NameField(
        label=_("Naam"),
        max_length=160,
        help_text=_("Zoals de organisatie zichzelf noemt."),
        error_messages={"required": _("Vul de naam in.")},
    )
    sector = forms.ChoiceField(label=_("Soort"), choices=Sector.choices, initial=Sector.OTHER)
    legal_form = forms.ChoiceField(
        label=_("Rechtsvorm"), choices=LegalForm.choices, initial=LegalForm.UNKNOWN
    )
    kvk = KvkField(
        label=_("KvK-nummer"), required=False, max_length=40, help_text=_("Acht cijfers.")
    )
    address = LineField(
        label=_("Adres"),
        required=False,
        max_length=120,
        help_text=_("Straat en huisnummer."),
    )
    postcode = PostcodeField(
        label=_("Postcode"), required=False, max_length=20, help_text=_("Bijvoorbeeld 1234 AB.")
    )
    place = LineField(
        label=_("Plaats"),
        required=False,
        max_length=80,
    )
    municipality_id = forms.ChoiceField(
        label=_("Gemeente"),
        required=False,
        choices=_municipalities,
        help_text=_("Laat dit leeg als u de plaats invult: dan zoeken wij de gemeente erbij."),
        error_messages={"invalid_choice": _("Deze gemeente kennen wij niet. Kies uit de lijst.")},
    )
    website = WebsiteField(
        label=_("Website"),
        required=False,
        max_length=200,
        help_text=_("Bijvoorbeeld www.club.nl."),
    )
    volunteers = forms.IntegerField(
        label=_("Aantal vrijwilligers"),
        required=False,
        min_value=0,
        max_value=MOST_PEOPLE,
        help_text=_("Weet u het niet? Laat het leeg."),
        error_messages=WRONG_COUNT,
    )
    members = forms.IntegerField(
        label=_("Aantal leden"),
        required=False,
        min_value=0,
        max_value=MOST_PEOPLE,
        error_messages=WRONG_COUNT,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("municipality_id") and "municipality_id" not in self.errors:
            self._find_municipality(data)
        return data

    def _find_municipality(self, data: dict[str, Any]) -> None:
        place = data.get("place", "")
        found = default_places().resolve(place, postcode=data.get("postcode", ""))
        if place and found.code:
            data["municipality_id"] = found.code
        elif place and found.candidates:
            names = ", ".join(towns()[code].name for code in found.candidates)
            self.add_error(
                "municipality_id",
                _("Er is meer dan één %(place)s. Kies de gemeente: %(names)s.")
                % {"place": place, "names": names},
            )
        else:
            self.add_error("municipality_id", _("Kies de gemeente waar de organisatie is."))


class CreateForm(FactsForm):
    """A new organisation; `sure` after likely duplicates were shown."""

    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)


class ChangeForm(VersionedForm, FactsForm):
    """Other facts of an organisation that may be changed at once."""


class ProposeForm(FactsForm):
    """Other facts, for those of the working area to decide about."""

    reason = forms.CharField(
        label=_("Waarom?"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bijvoorbeeld hoe u dit weet. Dat helpt wie erover beslist."),
        error_messages={"max_length": TOO_LONG},
    )


class EndForm(VersionedForm):
    """The day on which something stopped."""

    on = DateField(label=_("Sinds wanneer?"), error_messages={"required": _("Vul de dag in.")})


class AnswerForm(forms.Form):
    """The decision about a proposal, with words for who proposed it."""

    answer = forms.CharField(
        label=_("Toelichting voor wie dit voorstelde"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Neemt u het niet over? Schrijf dan kort waarom."),
        error_messages={"max_length": TOO_LONG},
    )


def initial_facts(organisation: Organisation) -> dict[str, Any]:
    """What a form about this organisation starts with."""
    names = (*FactsForm.base_fields, "version")
    return {name: getattr(organisation, name) for name in names}
