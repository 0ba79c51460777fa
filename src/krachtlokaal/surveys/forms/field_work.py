"""Forms of field work."""

from django import forms
from django.utils.translation import gettext_lazy

from krachtlokaal.register.forms.cleaning import LineField
from krachtlokaal.surveys.enums import CallOutcome


class CallForm(forms.Form):
    """What came of a call."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Wat kwam eruit?"),
        choices=CallOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat eruit kwam.")},
    )
    note = LineField(
        label=gettext_lazy("Opmerking"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "Bijvoorbeeld wanneer u beter kunt bellen. Schrijf geen antwoorden op."
        ),
    )
