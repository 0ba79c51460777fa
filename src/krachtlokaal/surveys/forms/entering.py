"""Who comes without an invitation: which organisation, and where her own link goes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.forms.checks import NeededEmailField
from krachtlokaal.register.forms.cleaning import LineField, NameField
from krachtlokaal.register.queries.places import towns


class PersonForm(forms.Form):
    """Who she is."""

    quiet = True

    person = LineField(label=_("Uw naam"), max_length=120, required=False)
    email = NeededEmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        help_text=_("Hierheen sturen wij uw eigen link."),
        error_messages={"required": _("Vul uw e-mailadres in.")},
    )


class NewcomerForm(PersonForm):
    """The same, of an organisation that nobody found."""

    name = NameField(
        label=_("Naam van de organisatie"),
        max_length=160,
        error_messages={"required": _("Vul de naam van de organisatie in.")},
    )
    place = LineField(label=_("Dorp of wijk"), max_length=80, required=False)
    municipality_id = forms.ChoiceField(
        label=_("Gemeente"),
        error_messages={
            "required": _("Kies de gemeente."),
            "invalid_choice": _("Deze gemeente kennen wij niet. Kies uit de lijst."),
        },
    )
    field_order = ("name", "place", "municipality_id", "person", "email")

    def __init__(self, *args: Any, codes: Iterable[str] | None = None, **kw: Any) -> None:  # noqa: ANN401 Django's own signature
        """`codes`: the municipalities to choose from; without them all."""
        super().__init__(*args, **kw)
        wanted = None if codes is None else set(codes)
        towns_here = [t for t in towns().values() if wanted is None or t.code in wanted]
        field = self.fields["municipality_id"]
        choices = [("", _("Kies een gemeente")), *((t.code, t.name) for t in towns_here)]
        field.choices = choices  # type: ignore[attr-defined]  # a ChoiceField
