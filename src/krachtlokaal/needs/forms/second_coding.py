"""Forms about two people who code the same cards."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.needs.enums import CardKind
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.differences import Difference
from krachtlokaal.needs.services.coding import Made
from krachtlokaal.register.forms.cleaning import LineField
from krachtlokaal.topics.vocabulary import themes

NONE, SAMPLE, ALL = "nee", "steekproef", "alle"
FIRST, SECOND, OTHER = "eerste", "tweede", "anders"
USUAL = 30


class TwiceForm(forms.Form):
    """None, a sample or all."""

    how = forms.ChoiceField(
        label=_("Welke kaartjes codeert een tweede persoon ook?"),
        choices=[
            (NONE, _("Geen: één persoon codeert elk kaartje")),
            (SAMPLE, _("Een steekproef: wij trekken kaartjes met een loting")),
            (ALL, _("Alle kaartjes")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies welke kaartjes twee keer worden gecodeerd.")},
    )
    size = forms.IntegerField(
        label=_("Hoeveel kaartjes in de steekproef"),
        required=False,
        min_value=10,
        max_value=100_000,
        help_text=_("Neem er 30 of meer. Bij minder dan 10 kaartjes rekenen wij niets uit."),
        error_messages={
            "min_value": _("Neem 10 kaartjes of meer."),
            "invalid": _("Schrijf het aantal in cijfers, bijvoorbeeld 30."),
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)

    def __init__(self, survey: NeedsSurvey, data: Any = None) -> None:  # noqa: ANN401 a QueryDict or nothing
        how = ALL if survey.second_size is None else SAMPLE
        initial = {
            "how": how if survey.codes_twice else NONE,
            "size": survey.second_size or USUAL,
            "version": survey.version,
        }
        super().__init__(data, initial=initial)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("how") == SAMPLE and not cleaned.get("size") and "size" not in self.errors:
            self.add_error("size", _("Schrijf op hoeveel kaartjes u wilt trekken."))
        return cleaned

    def size_of_sample(self) -> int | None:
        size: int | None = self.cleaned_data["size"]
        return size if self.cleaned_data["how"] == SAMPLE else None


class SettleForm(forms.Form):
    """The first, the second, or something else."""

    choice = forms.ChoiceField(
        label=_("Wat kiest u samen?"),
        choices=[
            (FIRST, _("De eerste codering")),
            (SECOND, _("De tweede codering")),
            (OTHER, _("Iets anders")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies de eerste, de tweede of iets anders.")},
    )
    theme = forms.ChoiceField(label=_("Thema"), required=False)
    kind = forms.ChoiceField(label=_("Soort"), required=False)
    tag = LineField(label=_("Eigen label"), max_length=60, required=False)

    quiet = True

    def __init__(self, found: Difference, data: Any = None) -> None:  # noqa: ANN401 a QueryDict or nothing
        super().__init__(data, auto_id=f"k{found.card.pk.hex[:12]}-%s")
        self.found = found
        nothing = [("", _("Kies"))]
        names = [(one.key, str(one)) for one in themes()]
        self.fields["theme"].choices = [*nothing, *names]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [*nothing, *CardKind.choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("choice") == OTHER:
            for name, told in (
                ("theme", _("Kies het thema dat u samen afsprak.")),
                ("kind", _("Kies de soort die u samen afsprak.")),
            ):
                if not cleaned.get(name):
                    self.add_error(name, told)
        return cleaned

    def made(self) -> Made:
        values = self.cleaned_data
        if values["choice"] == OTHER:
            return Made(values["theme"], values["kind"], values["tag"])
        coding = self.found.first if values["choice"] == FIRST else self.found.second
        return Made(coding.theme_id, coding.kind, coding.tag)
