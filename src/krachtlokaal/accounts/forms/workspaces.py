"""The contact data and the working area of a workspace."""

from collections.abc import Mapping

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace


class WorkspaceForm(forms.Form):
    name = forms.CharField(
        label=_("Naam"),
        max_length=120,
        error_messages={"required": _("Vul de naam van de werkruimte in.")},
    )
    phone = forms.CharField(
        label=_("Telefoon"),
        max_length=20,
        required=False,
        validators=[
            RegexValidator(
                r"^[+0-9][0-9 ()-]{7,}$",
                _("Dit is geen telefoonnummer. Schrijf het zo: 058 123 45 67."),
            )
        ],
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        error_messages={
            "invalid": _(
                "Dit adres is niet compleet. Een e-mailadres ziet er zo uit: naam@plaats.nl."
            )
        },
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        assume_scheme="https",
        error_messages={
            "invalid": _("Dit is geen adres van een website. Schrijf het zo: steunpunt.nl.")
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: object = None, *, workspace: Workspace) -> None:
        fields = ("name", "phone", "email", "website", "version")
        super().__init__(data, initial={key: getattr(workspace, key) for key in fields})  # type: ignore[arg-type]  # the posted data of a view
        self.workspace = workspace

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        if Workspace.objects.filter(name__iexact=name).exclude(pk=self.workspace.pk).exists():
            raise forms.ValidationError(
                _("Er is al een werkruimte met deze naam. Kies een andere naam.")
            )
        return name


class AreaForm(forms.Form):
    """One part of a working area: a municipality, a kind of organisations, or both."""

    municipality = forms.ChoiceField(label=_("Gemeente"), required=False)
    sector = forms.ChoiceField(label=_("Soort organisaties"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: object = None,
        *,
        version: int,
        municipalities: Mapping[str, str],
        sectors: Mapping[str, str],
    ) -> None:
        super().__init__(data, initial={"version": version})  # type: ignore[arg-type]  # the posted data of a view
        self.fields["municipality"].choices = [("", _("Alle gemeenten")), *municipalities.items()]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["sector"].choices = [("", _("Alle soorten")), *sectors.items()]  # type: ignore[attr-defined]  # a ChoiceField

    quiet = True

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if not self.errors and not data.get("municipality") and not data.get("sector"):
            raise forms.ValidationError(_("Kies een gemeente, een soort organisaties, of allebei."))
        return data
