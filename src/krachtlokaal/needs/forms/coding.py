"""The form of one card, with the keys that choose for who has her hands on the keyboard."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from krachtlokaal.needs.enums import CardKind, CardSource, CodingRound
from krachtlokaal.needs.queries.coding_desk import Line
from krachtlokaal.needs.services.coding import Made, Seen
from krachtlokaal.register.forms.cleaning import LineField
from krachtlokaal.topics.vocabulary import themes

THEME_KEYS = "1234567890"
KIND_KEYS: Mapping[str, str] = {
    CardKind.KNELPUNT: "k",
    CardKind.WENS: "w",
    CardKind.KANS: "a",
    CardKind.GOED_VOORBEELD: "v",
}
TAG_KEY, QUOTE_KEY, CLEAN_KEY = "l", "c", "s"


class KeyedSelect(forms.RadioSelect):
    """Radio buttons of which each has a key, shown behind its label."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__()
        self.keys = dict(keys)

    def create_option(self, *args: Any, **more: Any) -> dict[str, Any]:  # noqa: ANN401 Django's own
        option = super().create_option(*args, **more)
        key = self.keys.get(str(option["value"]), "")
        option["attrs"]["aria-keyshortcuts"] = key
        option["label"] = _keyed(option["label"], key)
        return option


def _keyed(label: object, key: str) -> str:
    return format_html('{} <kbd aria-hidden="true">{}</kbd>', label, key)


class SeenForm(forms.Form):
    """Which card, which round and which coding she saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)
    round = forms.CharField(max_length=7, widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)

    def seen_by_her(self) -> Seen:
        return Seen(*(self.cleaned_data[name] for name in ("version", "round", "seen")))


class CodingForm(SeenForm):
    """What a card is about. An answer shows its text to clean, a table's card the permission."""

    text = forms.CharField(
        label=_("De tekst zonder namen"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("De tekst is leeg. Leg het kaartje weg als het niets zegt."),
            "max_length": _("Maak de tekst korter: er passen 1000 tekens op een kaartje."),
        },
    )
    is_cleaned = forms.BooleanField(
        label=_("Er staan geen namen of andere gegevens van mensen in"),
        error_messages={
            "required": _("Haal eerst de namen weg. Zet daarna dit vinkje."),
        },
    )
    theme = forms.ChoiceField(
        label=_("Thema"), error_messages={"required": _("Kies het thema van dit kaartje.")}
    )
    kind = forms.ChoiceField(
        label=_("Soort"),
        choices=CardKind.choices,
        widget=KeyedSelect(KIND_KEYS),
        error_messages={"required": _("Kies wat voor uitspraak dit is.")},
    )
    tag = LineField(
        label=_("Eigen label"),
        max_length=60,
        required=False,
        widget=forms.TextInput(
            attrs={"list": "labels", "autocomplete": "off", "aria-keyshortcuts": TAG_KEY}
        ),
    )
    may_quote = forms.BooleanField(label=_("Mag als citaat in het rapport"), required=False)

    def __init__(
        self,
        line: Line,
        data: Any = None,  # noqa: ANN401 a QueryDict or nothing
        *,
        only_text: bool = False,
    ) -> None:
        super().__init__(data, initial=_initial(line), auto_id="kaart-%s")
        names = [theme.key for theme in themes()]
        theme = self.fields["theme"]
        theme.widget = KeyedSelect(dict(zip(names, THEME_KEYS, strict=False)))
        theme.choices = [(one.key, str(one)) for one in themes()]  # type: ignore[attr-defined]
        if line.card.source == CardSource.TABLE:
            del self.fields["text"], self.fields["is_cleaned"]
        else:
            del self.fields["may_quote"]
        for name, key in (("is_cleaned", CLEAN_KEY), ("may_quote", QUOTE_KEY)):
            if field := self.fields.get(name):
                field.widget.attrs["aria-keyshortcuts"] = key
                field.label = _keyed(field.label, key)
        if only_text:
            for name in self.fields.keys() & {"theme", "kind", "is_cleaned"}:
                self.fields[name].required = False

    def made(self) -> Made:
        return Made(*(self.cleaned_data[name] for name in ("theme", "kind", "tag")))


def _initial(line: Line) -> dict[str, Any]:
    """What stands there now. For a new card what was asked or heard; a second coder gets no
    proposal, for two people who follow the same one seem to agree."""
    card, coding = line.card, line.coding
    is_new = coding is None and line.round == CodingRound.FIRST
    return {
        "version": card.version,
        "round": line.round,
        "seen": line.seen,
        "text": card.text,
        "is_cleaned": card.is_cleaned,
        "may_quote": card.may_quote,
        "theme": coding.theme_id if coding else (card.asked_theme_id if is_new else ""),
        "kind": coding.kind if coding else (card.heard_as if is_new else ""),
        "tag": coding.tag if coding else "",
    }
