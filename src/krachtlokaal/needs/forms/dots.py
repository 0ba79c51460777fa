"""What guests and note-takers fill in about dots: the code, the dots, the totals on paper."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.needs.models import Card
from krachtlokaal.needs.services.talking import SIGNS
from krachtlokaal.register.forms.cleaning import LineField

MOST_STICKERS = 500  # on one card
MOST_CHOSEN = 100  # cards in one message


class DotsCodeForm(forms.Form):
    """The code that the moderator shows, however it is typed."""

    code = LineField(
        label=gettext_lazy("De code op het scherm"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "kl-dotcode",
            }
        ),
        help_text=gettext_lazy("Zes letters en cijfers. De gespreksleider laat ze zien."),
        error_messages={"required": gettext_lazy("Typ de code van het scherm over.")},
    )

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].split()).replace("-", "").upper()
        if len(code) != SIGNS:
            told = _("Een code heeft %(signs)s tekens. U typte er %(count)s.")
            raise forms.ValidationError(told % {"signs": SIGNS, "count": len(code)})
        return code


def dots_from_device(body: bytes) -> dict[UUID, int] | None:
    """{"dots": {key: number}} as the script sends it; None: it can't be read."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return None
    dots = sent.get("dots") if isinstance(sent, dict) else None
    if not isinstance(dots, dict) or len(dots) > MOST_CHOSEN:
        return None
    try:
        read = {UUID(key): number for key, number in dots.items()}
    except ValueError:
        return None
    is_right = all(type(number) is int and 0 <= number <= MOST_CHOSEN for number in read.values())
    return read if is_right else None


class StickersForm(forms.Form):
    """One number per printed card, with what stood there when the page was opened."""

    quiet = True  # a card without stickers stays empty

    def __init__(self, cards: Sequence[Card], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **kwargs)
        self.cards = {_name(card): card for card in cards}
        for name, card in self.cards.items():
            self.fields[name] = forms.IntegerField(
                label=_("Kaartje %(number)s") % {"number": card.number},
                help_text=card.text,
                min_value=0,
                max_value=MOST_STICKERS,
                initial=card.stickers or None,
                required=False,
                error_messages={
                    "invalid": _("Typ een heel getal, bijvoorbeeld 4."),
                    "min_value": _("Minder dan 0 stippen kan niet."),
                    "max_value": _("Meer dan %(limit_value)s stippen op een kaartje kan niet."),
                },
            )
            self.fields[f"seen-{name}"] = forms.IntegerField(
                widget=forms.HiddenInput, required=False, initial=card.stickers
            )

    def clean(self) -> dict[str, Any]:
        """Somebody else may have typed totals from another heap of cards meanwhile."""
        told = super().clean() or {}
        for name, card in self.cards.items():
            number = told.get(name) or 0
            if name in told and number != card.stickers != (told.get(f"seen-{name}") or 0):
                words = _("Iemand anders typte hier intussen %(number)s. Wat klopt?")
                self.add_error(name, words % {"number": card.stickers})
                self._accept(name, card.stickers)
        return told

    def _accept(self, name: str, stands: int) -> None:
        """Sending the same page again is then meant."""
        data = self.data.copy()  # type: ignore[attr-defined]  # the POST of a request
        data[f"seen-{name}"] = str(stands)
        self.data = data

    def stickers(self) -> dict[Card, int]:
        """After `is_valid`: only what she changed."""
        told = self.cleaned_data
        return {
            card: told[name] or 0
            for name, card in self.cards.items()
            if (told[name] or 0) != (told.get(f"seen-{name}") or 0)
        }


def _name(card: Card) -> str:
    return f"k{card.pk.hex}"
