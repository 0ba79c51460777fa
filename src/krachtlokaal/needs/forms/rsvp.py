"""What a guest fills in on her own page."""

from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy

from krachtlokaal.needs.links import GUEST
from krachtlokaal.needs.models import Guest
from krachtlokaal.register.forms.cleaning import EmailField, LineField
from krachtlokaal.surveys.forms.public import CodeForm

_BETWEEN = "; "
# What the moderator reads, in Dutch whatever the guest speaks.
RING, WHEELCHAIR = gettext_lazy("ringleiding"), gettext_lazy("plek voor een rolstoel")
_NAME = {"autocomplete": "name"}


class ComingForm(forms.Form):
    """She comes: her name, and what she needs to take part."""

    name = LineField(
        label=gettext_lazy("Uw naam"),
        max_length=120,
        widget=forms.TextInput(attrs=_NAME),
        error_messages={"required": gettext_lazy("Vul uw naam in. Die staat op de gastenlijst.")},
    )
    ring = forms.BooleanField(
        label=gettext_lazy("Ik hoor slecht en gebruik een ringleiding."), required=False
    )
    wheelchair = forms.BooleanField(
        label=gettext_lazy("Ik kom met een rolstoel of scootmobiel."), required=False
    )
    other = LineField(
        label=gettext_lazy("Heeft u iets anders nodig?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld een dieet, een tolk of vervoer."),
    )

    def needs(self) -> str:
        """In one line, as the table keeps it."""
        data = self.cleaned_data
        with translation.override("nl"):
            ticked = [str(word) for name, word in _ticks() if data[name]]
        return _BETWEEN.join([*ticked, *filter(None, [data["other"]])])


def starting(guest: Guest) -> dict[str, Any]:
    """The form as she filled it in before."""
    parts = guest.needs.split(_BETWEEN) if guest.needs else []
    with translation.override("nl"):
        words = {name: str(word) for name, word in _ticks()}
    ticked = {name: word in parts for name, word in words.items()}
    other = _BETWEEN.join(part for part in parts if part not in words.values())
    return {"name": guest.name, "other": other, **ticked}


def spoken(guest: Guest) -> str:
    """What she needs in the language of the page; her own words stay as they are."""
    with translation.override("nl"):
        words = {str(word): word for _name, word in _ticks()}
    return _BETWEEN.join(str(words.get(part, part)) for part in guest.needs.split(_BETWEEN))


def _ticks() -> list[tuple[str, Any]]:
    return [("ring", RING), ("wheelchair", WHEELCHAIR)]


class SubstituteForm(forms.Form):
    """Who comes in her place."""

    name = LineField(
        label=gettext_lazy("Naam van wie er komt"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul de naam in van wie er in uw plaats komt.")},
    )
    email = EmailField(
        label=gettext_lazy("E-mailadres van wie er komt"),
        max_length=254,
        help_text=gettext_lazy("Die krijgt een eigen link. Uw link werkt daarna niet meer."),
        error_messages={
            "required": gettext_lazy("Vul het e-mailadres in van wie er in uw plaats komt.")
        },
    )


class GuestCodeForm(CodeForm):
    """The code of a letter to a guest, however it is typed."""

    purpose = GUEST
