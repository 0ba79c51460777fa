"""The filters of the office's lists, and what the page of a form sends to keep a draft."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from krachtlokaal.office.enums import JobState, MailState

ALL = [("", _("Alle"))]
LARGEST_DRAFT = 100_000  # characters


class JobFilter(forms.Form):
    quiet = True  # each field may stay empty
    text = forms.CharField(
        label=_("Zoek een taak"),
        max_length=80,
        required=False,
        widget=forms.SearchInput,
    )
    state = forms.ChoiceField(
        label=_("Hoe staat het ermee"), choices=[*ALL, *JobState.choices], required=False
    )


class MailFilter(forms.Form):
    quiet = True
    text = forms.CharField(
        label=_("Zoek op naam of adres"),
        max_length=80,
        required=False,
        widget=forms.SearchInput,
    )
    state = forms.ChoiceField(
        label=_("Hoe staat het ermee"), choices=[*ALL, *MailState.choices], required=False
    )


class MailboxFilter(forms.Form):
    quiet = True
    text = forms.CharField(
        label=_("Zoek op adres of onderwerp"),
        max_length=120,
        required=False,
        widget=forms.SearchInput,
    )


class DraftForm(forms.Form):
    """What static/js/draft.js sends: the fields of a form, and the version that the page knows."""

    key = forms.RegexField(r"^[\w:.-]{1,120}$")
    version = forms.IntegerField(min_value=0, required=False)
    typed = forms.CharField(max_length=LARGEST_DRAFT, strip=False)

    def clean_version(self) -> int:
        return self.cleaned_data["version"] or 0

    def clean_typed(self) -> dict[str, Any]:
        try:
            data = json.loads(self.cleaned_data["typed"])
        except ValueError as error:
            raise ValidationError(_("Dit is geen tekst van een formulier.")) from error
        if not isinstance(data, dict) or "\\u0000" in self.cleaned_data["typed"]:
            raise ValidationError(_("Dit is geen tekst van een formulier."))
        return data
