"""Forms of advice cases."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.advice.enums import Audience, CaseState
from krachtlokaal.advice.queries.cases import colleagues
from krachtlokaal.core.forms import DateField
from krachtlokaal.register.forms.cleaning import TOO_LONG, LineField
from krachtlokaal.register.forms.versions import VersionedForm
from krachtlokaal.topics.models import Theme

_NOT_HERE = gettext_lazy("Kies een collega uit de lijst.")


class NewCaseForm(forms.Form):
    """A question as it came in. Without an organisation of the register a name is asked."""

    organisation_name = LineField(
        label=gettext_lazy("Naam van de organisatie"),
        max_length=160,
        help_text=gettext_lazy("Staat de organisatie niet in de lijst? Typ dan hier haar naam."),
        error_messages={
            "required": gettext_lazy("Zoek de organisatie hierboven op, of typ hier haar naam.")
        },
    )
    asked_by = LineField(
        label=gettext_lazy("Wie stelt de vraag?"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: Anna de Boer, secretaris"),
    )
    question = forms.CharField(
        label=gettext_lazy("De vraag"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": gettext_lazy("Schrijf op wat de organisatie vraagt."),
            "max_length": TOO_LONG,
        },
    )
    theme = forms.ModelChoiceField(
        label=gettext_lazy("Bij welk thema hoort het?"),
        queryset=Theme.objects.all(),
        required=False,
        empty_label=gettext_lazy("geen thema"),
        error_messages={"invalid_choice": gettext_lazy("Kies een thema uit de lijst.")},
    )
    next_step = LineField(
        label=gettext_lazy("Volgende stap"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Wat gaat u doen? Bijvoorbeeld: de penningmeester bellen"),
    )
    next_step_on = DateField(label=gettext_lazy("Op of voor"), required=False)

    def __init__(self, *args: Any, is_known: bool, **kwargs: Any) -> None:  # noqa: ANN401 Django's own
        super().__init__(*args, **kwargs)
        if is_known:
            del self.fields["organisation_name"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("next_step_on") and not data.get("next_step", "x"):
            told = _("U koos een dag. Schrijf ook op wat u dan gaat doen, of haal de dag weg.")
            self.add_error("next_step", told)
        return data

    def values(self) -> dict[str, Any]:
        """As the case keeps them, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class CaseForm(NewCaseForm, VersionedForm):
    """A case that is there; a colleague may save it at the same time."""

    state = forms.ChoiceField(
        label=gettext_lazy("Hoe staat het ervoor?"),
        choices=[(state.value, state.label) for state in (CaseState.OPEN, CaseState.WAITING)],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe het ervoor staat.")},
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Notitie"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Een notitie blijft staan zoals u haar schrijft."),
        error_messages={
            "required": gettext_lazy("Schrijf op wat er is gezegd of gedaan."),
            "max_length": TOO_LONG,
        },
    )


class ReadersForm(VersionedForm):
    """Who reads a case besides its adviser."""

    audience = forms.ChoiceField(
        label=gettext_lazy("Wie mag dit lezen?"),
        choices=Audience.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wie dit mag lezen.")},
    )
    named = forms.MultipleChoiceField(
        label=gettext_lazy("Deze collega's lezen mee"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _NOT_HERE},
    )

    def __init__(self, *args: Any, but: int, **kwargs: Any) -> None:  # noqa: ANN401 Django's own
        super().__init__(*args, **kwargs)
        self.fields["named"].choices = colleagues(but)  # type: ignore[attr-defined]  # a choice


class HandOverForm(VersionedForm):
    """Who goes on with a case."""

    to = forms.ChoiceField(
        label=gettext_lazy("Wie gaat ermee verder?"),
        error_messages={
            "required": gettext_lazy("Kies wie ermee verder gaat."),
            "invalid_choice": _NOT_HERE,
        },
    )

    def __init__(self, *args: Any, but: tuple[int | None, ...], **kwargs: Any) -> None:  # noqa: ANN401 Django's own
        super().__init__(*args, **kwargs)
        choices = [("", _("kies een collega")), *colleagues(*but)]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]  # a choice
