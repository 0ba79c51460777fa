"""Which cards are shown on the screen for coding."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.needs.enums import CardKind, CardSource
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries import coding_desk
from krachtlokaal.needs.queries.coding_desk import Choice
from krachtlokaal.topics.vocabulary import themes

STATES = (
    (coding_desk.ALL, _("Alle kaartjes")),
    (coding_desk.NEW, _("Nog te coderen")),
    (coding_desk.NAMES, _("Namen nakijken")),
    (coding_desk.APART, _("Als tweede coderen")),
    (coding_desk.DIFFER, _("Verschillend gecodeerd")),
    (coding_desk.DROPPED, _("Weggelegd")),
)


class FilterForm(forms.Form):
    """Every field may stay empty; the address holds the choice."""

    quiet = True
    toon = forms.ChoiceField(label=_("Toon"), choices=STATES, required=False)
    bron = forms.ChoiceField(label=_("Bron"), required=False)
    tafel = forms.ChoiceField(label=_("Ronde tafel"), required=False)
    thema = forms.ChoiceField(label=_("Thema"), required=False)
    soort = forms.ChoiceField(label=_("Soort"), required=False)
    label = forms.CharField(
        label=_("Eigen label"),
        required=False,
        widget=forms.TextInput(attrs={"list": "labels", "autocomplete": "off"}),
    )

    def __init__(self, survey: NeedsSurvey, choice: Choice) -> None:
        super().__init__(initial=_initial(choice), auto_id="filter-%s")
        self._fill("bron", _("Alle bronnen"), CardSource.choices)
        tables = survey.tables.order_by("held_on", "pk").values_list("pk", "title")
        self._fill("tafel", _("Alle tafels"), tables)
        self._fill("thema", _("Alle thema's"), [(one.key, str(one)) for one in themes()])
        self._fill("soort", _("Alle soorten"), CardKind.choices)

    def _fill(self, name: str, everything: Any, choices: Any) -> None:  # noqa: ANN401 words, pairs
        field = self.fields[name]
        field.choices = [("", everything), *choices]  # type: ignore[attr-defined]


def _initial(choice: Choice) -> dict[str, Any]:
    return {
        "toon": choice.which,
        "bron": choice.source,
        "tafel": choice.table or "",
        "thema": choice.theme,
        "soort": choice.kind,
        "label": choice.tag,
    }
