"""Forms of actions: what somebody will do, and what came of it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.core.forms import DateField
from krachtlokaal.needs.enums import ActionState
from krachtlokaal.register.forms.cleaning import TOO_LONG, LineField
from krachtlokaal.register.forms.versions import VersionedForm
from krachtlokaal.topics.models import Theme


class ActionForm(VersionedForm):
    text = LineField(
        label=gettext_lazy("Wat gaat er gebeuren?"),
        max_length=300,
        error_messages={"required": gettext_lazy("Schrijf op wat er gaat gebeuren.")},
    )
    owner = LineField(
        label=gettext_lazy("Wie zorgt ervoor?"),
        max_length=160,
        required=False,
        help_text=gettext_lazy(
            "Noem een functie of organisatie: iedereen die het rapport leest, ziet dit."
        ),
    )
    due_on = DateField(label=gettext_lazy("Wanneer is het klaar?"), required=False)
    theme = forms.ModelChoiceField(
        label=gettext_lazy("Bij welk thema hoort het?"),
        queryset=Theme.objects.all(),
        required=False,
        empty_label=gettext_lazy("geen thema"),
        error_messages={"invalid_choice": gettext_lazy("Kies een thema uit de lijst.")},
    )


class OutcomeForm(VersionedForm):
    """How an action stands, and what came of it."""

    state = forms.ChoiceField(
        label=gettext_lazy("Hoe staat het ervoor?"),
        choices=ActionState.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe het ervoor staat.")},
    )
    outcome = forms.CharField(
        label=gettext_lazy("Wat kwam ervan?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("state") in {ActionState.DONE, ActionState.DROPPED} and not data.get("outcome"):
            self.add_error("outcome", ValidationError(_("Schrijf in een zin op wat ervan kwam.")))
        return data
