"""What is planned of a round table."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from krachtlokaal.core.forms import DateField, TimeInput
from krachtlokaal.needs.models import NeedsSurvey, RoundTable
from krachtlokaal.needs.queries.tables import FEWEST, MOST, at_the_same_time
from krachtlokaal.register.forms.cleaning import LineField
from krachtlokaal.register.forms.versions import VersionedForm
from krachtlokaal.register.intake.text import tidy

LONGEST_QUESTION = 300
_TIME = gettext_lazy("Dit is geen tijd. Schrijf de tijd zo: 19:30.")


def _time(label: Any, missing: Any) -> forms.TimeField:  # noqa: ANN401 lazy texts
    return forms.TimeField(
        label=label,
        widget=TimeInput,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={"required": missing, "invalid": _TIME},
    )


class GuideField(forms.CharField):
    """Four to eight questions, each on a line of its own."""

    widget = forms.Textarea

    def clean(self, value: Any) -> Any:  # noqa: ANN401 a list of questions
        questions = [line for line in map(tidy, (value or "").splitlines()) if line]
        self._count(len(questions))
        for number, question in enumerate(questions, start=1):
            if len(question) > LONGEST_QUESTION:
                told = _(
                    "Vraag %(number)s is te lang: ten hoogste 300 tekens. Maak de vraag korter."
                )
                raise forms.ValidationError(told % {"number": number})
        return questions

    def _count(self, number: int) -> None:
        if FEWEST <= number <= MOST:
            return
        told = ngettext(
            "U heeft %(number)s vraag. Maak er vier tot acht van: elke vraag op een eigen regel.",
            "U heeft %(number)s vragen. Maak er vier tot acht van: elke vraag op een eigen regel.",
            number,
        )
        raise forms.ValidationError(told % {"number": number})


class TableForm(VersionedForm):
    """All that is known of a table before it is held."""

    title = LineField(
        label=gettext_lazy("Naam"),
        max_length=120,
        help_text=gettext_lazy("Bijvoorbeeld: Ronde tafel Grou"),
        error_messages={"required": gettext_lazy("Geef de ronde tafel een naam.")},
    )
    held_on = DateField(
        label=gettext_lazy("Datum"),
        error_messages={"required": gettext_lazy("Kies de dag van het gesprek.")},
    )
    starts_at = _time(
        gettext_lazy("Begint om"), gettext_lazy("Vul in hoe laat het gesprek begint.")
    )
    ends_at = _time(gettext_lazy("Klaar om"), gettext_lazy("Vul in hoe laat het gesprek klaar is."))
    place = LineField(
        label=gettext_lazy("Plaats"),
        max_length=120,
        help_text=gettext_lazy("Naam van het gebouw, bijvoorbeeld: dorpshuis De Treffer"),
        error_messages={"required": gettext_lazy("Vul in waar het gesprek is.")},
    )
    address = LineField(
        label=gettext_lazy("Adres"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Straat, nummer en dorp. Gasten lezen dit in hun uitnodiging."),
    )
    practical = forms.CharField(
        label=gettext_lazy("Praktisch"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Ingang, parkeren, lift, koffie. Gasten lezen dit ook."),
        error_messages={
            "max_length": gettext_lazy("Dit is te lang: ten hoogste %(limit_value)d tekens.")
        },
    )
    host = LineField(label=gettext_lazy("Gastheer of gastvrouw"), max_length=120, required=False)
    moderator = LineField(label=gettext_lazy("Gespreksleider"), max_length=120, required=False)
    note_taker = LineField(label=gettext_lazy("Notulist"), max_length=200, required=False)
    dots_each = forms.IntegerField(
        label=gettext_lazy("Stippen per gast"),
        min_value=1,
        max_value=20,
        initial=5,
        help_text=gettext_lazy("Zoveel stippen verdeelt elke gast aan het eind over de kaartjes."),
        error_messages={
            "required": gettext_lazy("Vul in hoeveel stippen elke gast krijgt."),
            "invalid": gettext_lazy("Vul een getal in."),
            "min_value": gettext_lazy("Geef elke gast ten minste één stip."),
            "max_value": gettext_lazy("Geef elke gast hoogstens twintig stippen."),
        },
    )
    guide = GuideField(
        label=gettext_lazy("Leidraad"),
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=gettext_lazy(
            "Vier tot acht vragen, elke vraag op een eigen regel. Wij stelden zes vragen voor."
        ),
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 Django's own
        survey: NeedsSurvey,
        table: RoundTable | None = None,
        **kwargs: Any,  # noqa: ANN401 Django's own
    ) -> None:
        super().__init__(*args, **kwargs)
        self.survey, self.table = survey, table
        self.fields["version"].required = table is not None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start, end = data.get("starts_at"), data.get("ends_at")
        if start and end and end <= start:
            told = _("Het gesprek is klaar voordat het begint. Kies een latere tijd.")
            self.add_error("ends_at", told)
        elif all(data.get(name) for name in ("held_on", "starts_at", "ends_at", "place")):
            self._check_others(data)
        return data

    def _check_others(self, data: dict[str, Any]) -> None:
        other = at_the_same_time(self.survey, data, self.table.pk if self.table else None)
        if other is not None:
            told = _(
                "In „%(place)s” is dan al een andere ronde tafel: „%(title)s”. Kies een andere"
                " tijd of plaats."
            )
            self.add_error("place", told % {"place": data["place"], "title": other.title})

    def values(self) -> dict[str, Any]:
        """As the table keeps them, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


def starting(table: RoundTable) -> dict[str, Any]:
    """What the form shows of a table that is there."""
    names = (*TableForm.base_fields,)
    return {name: getattr(table, name) for name in names} | {"guide": "\n".join(table.guide)}
