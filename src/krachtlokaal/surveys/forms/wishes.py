"""*Mag het steunpunt u bellen?*: name, number and what about."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

_DIGITS = 9


class WishForm(forms.Form):
    """Every field is short: somebody fills this in on a phone."""

    name = forms.CharField(
        label=_("Uw naam"),
        max_length=120,
        error_messages={"required": _("Vul uw naam in, dan weet de adviseur wie er opneemt.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    reach = forms.CharField(
        label=_("Uw telefoonnummer of e-mailadres"),
        max_length=120,
        error_messages={"required": _("Vul in hoe de adviseur u kan bereiken.")},
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
    )
    about = forms.ChoiceField(label=_("Waarover?"), required=False)

    def __init__(self, *args: Any, subjects: Sequence[str], **options: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **options)
        field = self.fields["about"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 for the type checker
        field.choices = [("", _("Dat vertel ik als u belt")), *((name, name) for name in subjects)]

    def clean_reach(self) -> str:
        reach = str(self.cleaned_data["reach"]).strip()
        if "@" in reach:
            try:
                validate_email(reach)
            except ValidationError:
                raise ValidationError(
                    _("Dit e-mailadres klopt niet. Schrijf het zo: naam@voorbeeld.nl.")
                ) from None
        elif len(re.sub(r"\D", "", reach)) < _DIGITS:
            raise ValidationError(
                _("Dit nummer is te kort. Schrijf het met het kengetal: 0344 123456.")
            )
        return reach
