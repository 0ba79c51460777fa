"""Forms of the steps of a survey."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from krachtlokaal.core.forms import DateField
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.area import Town
from krachtlokaal.register.forms.cleaning import TOO_LONG, LineField
from krachtlokaal.register.forms.versions import VersionedForm
from krachtlokaal.surveys.models import QuestionnaireVersion

LONGEST = timedelta(days=3 * 366)
MOST_TABLES = 40
_TABLES = gettext_lazy("Vul een heel getal in van 0 tot en met 40.")


class AreaForm(VersionedForm):
    """What it is called, and in which municipalities."""

    title = LineField(
        label=gettext_lazy("Hoe heet deze peiling?"),
        max_length=120,
        help_text=gettext_lazy("Deze naam staat later ook op het rapport."),
        error_messages={"required": gettext_lazy("Geef de peiling een naam.")},
    )
    municipalities = forms.MultipleChoiceField(
        label=gettext_lazy("In welke gemeenten?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Alle organisaties van deze gemeenten doen mee, van elke soort."),
        error_messages={
            "required": gettext_lazy("Kies ten minste één gemeente."),
            "invalid_choice": gettext_lazy(
                "Een van deze gemeenten ligt buiten uw werkgebied. Kies uit de lijst."
            ),
        },
    )

    def __init__(self, *args: Any, towns: Sequence[Town], **kwargs: Any) -> None:  # noqa: ANN401 Django's own
        super().__init__(*args, **kwargs)
        self.fields["municipalities"].choices = [(town.code, _named(town)) for town in towns]  # type: ignore[attr-defined]  # a MultipleChoiceField

    def clean_municipalities(self) -> list[str]:
        return sorted(self.cleaned_data["municipalities"])


def _named(town: Town) -> str:
    told = ngettext(
        "%(town)s (%(count)s organisatie)", "%(town)s (%(count)s organisaties)", town.count
    )
    return told % {"town": town.name, "count": town.count}


class PlanForm(VersionedForm):
    """The question behind it, the period, and who takes part in it."""

    title = LineField(
        label=gettext_lazy("Naam van de peiling"),
        max_length=120,
        error_messages={"required": gettext_lazy("Geef de peiling een naam.")},
    )
    question = forms.CharField(
        label=gettext_lazy("Welke vraag moet de peiling beantwoorden?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Bijvoorbeeld: waar hebben verenigingen de komende jaren de meeste hulp bij nodig?"
        ),
        error_messages={
            "required": gettext_lazy("Schrijf de vraag op. Daar gaat het rapport over."),
            "max_length": TOO_LONG,
        },
    )
    starts_on = DateField(
        label=gettext_lazy("Eerste dag"),
        error_messages={"required": gettext_lazy("Vul in wanneer de peiling begint.")},
    )
    ends_on = DateField(
        label=gettext_lazy("Laatste dag"),
        help_text=gettext_lazy("De dag waarop het rapport klaar moet zijn."),
        error_messages={"required": gettext_lazy("Vul in wanneer de peiling klaar is.")},
    )
    partners = forms.CharField(
        label=gettext_lazy("Partners"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Eén partner per regel, bijvoorbeeld een gemeente of steunpunt."),
        error_messages={"max_length": TOO_LONG},
    )
    decided_by = LineField(
        label=gettext_lazy("Wie besluit over het rapport?"),
        max_length=200,
        help_text=gettext_lazy("Bijvoorbeeld het college of de drie wethouders samen."),
        error_messages={"required": gettext_lazy("Vul in wie over het rapport besluit.")},
    )
    planned_tables = forms.IntegerField(
        label=gettext_lazy("Hoeveel ronde tafels houdt u?"),
        min_value=0,
        max_value=MOST_TABLES,
        error_messages={
            "required": _TABLES,
            "invalid": _TABLES,
            "min_value": _TABLES,
            "max_value": _TABLES,
        },
    )
    codes_twice = forms.BooleanField(
        label=gettext_lazy(
            "Twee mensen geven de kaartjes van de ronde tafels een thema, los van elkaar"
        ),
        required=False,
    )

    def clean_partners(self) -> str:
        lines = (" ".join(line.split()) for line in self.cleaned_data["partners"].splitlines())
        return "\n".join(filter(None, lines))

    def clean_question(self) -> str:
        return str(self.cleaned_data["question"]).replace("\r\n", "\n").strip()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last:
            if last <= first:
                self.add_error("ends_on", _("Kies een dag na de eerste dag."))
            elif last - first > LONGEST:
                self.add_error("ends_on", _("Een peiling duurt hoogstens drie jaar."))
        return data

    @classmethod
    def initial_of(cls, survey: NeedsSurvey) -> dict[str, Any]:
        return {name: getattr(survey, name) for name in cls.base_fields}


class FreezeForm(forms.Form):
    """What was agreed to: this version, with this number of organisations."""

    version = forms.IntegerField(min_value=0)
    count = forms.IntegerField(min_value=0)


class WaveForm(forms.Form):
    """A new wave for this survey."""

    title = LineField(
        label=gettext_lazy("Hoe heet de nieuwe meting?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Geef de meting een naam.")},
    )
    questionnaire = forms.ModelChoiceField(
        label=gettext_lazy("Vragenlijst"),
        queryset=QuestionnaireVersion.objects.none(),
        empty_label=None,
        error_messages={
            "required": gettext_lazy("Kies een vragenlijst."),
            "invalid_choice": gettext_lazy("Deze vragenlijst is er niet meer. Kies een andere."),
        },
    )

    def __init__(self, *args: Any, versions: Sequence[QuestionnaireVersion], **kwargs: Any) -> None:  # noqa: ANN401 Django's own
        super().__init__(*args, **kwargs)
        field = self.fields["questionnaire"]
        rows = QuestionnaireVersion.objects.filter(pk__in=[one.pk for one in versions])
        field.queryset = rows.select_related("questionnaire")  # type: ignore[attr-defined]  # a ModelChoiceField
        field.choices = [(one.pk, one.questionnaire.title) for one in versions]  # type: ignore[attr-defined]  # the same
        field.initial = versions[0].pk if versions else None
        if len(versions) == 1:
            field.widget = forms.HiddenInput()
