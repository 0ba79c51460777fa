"""Inviting a colleague and giving her a role."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.enums import Role

EXPLAINED = {
    Role.DEURVRIJWILLIGER: _("ziet alleen wat aan de deur van een doe-dag nodig is"),
    Role.LEZER: _("zoekt en leest, verandert niets"),
    Role.CONSULENT: _("doet het gewone werk: gegevens, contacten, lijsten en post"),
    Role.COORDINATOR: _("doet dat ook, en regelt collega's en de werkruimte"),
    Role.LANDELIJK: _("werkt voor het landelijk team"),
}
NO_ROLE = {
    "required": _("Kies een rol."),
    "invalid_choice": _("Deze rol kunt u hier niet geven. Kies een andere."),
}


def role_choices(roles: Iterable[Role]) -> list[tuple[str, str]]:
    return [(role.value, f"{role.label}: {EXPLAINED[role]}") for role in roles]


class InvitationForm(forms.Form):
    name = forms.CharField(
        label=_("Naam van uw collega"),
        max_length=120,
        error_messages={"required": _("Vul de naam van uw collega in.")},
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Hier sturen wij de uitnodiging naartoe. Met dit adres logt uw collega in."),
        max_length=254,
        error_messages={
            "required": _("Vul het e-mailadres in."),
            "invalid": _(
                "Dit adres is niet compleet. Een e-mailadres ziet er zo uit: naam@plaats.nl."
            ),
        },
    )
    role = forms.ChoiceField(label=_("Rol"), widget=forms.RadioSelect, error_messages=NO_ROLE)

    def __init__(self, data: object = None, *, roles: Iterable[Role]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # the posted data of a view
        self.fields["role"].choices = role_choices(roles)  # type: ignore[attr-defined]  # a ChoiceField

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class RoleForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Nieuwe rol"), widget=forms.RadioSelect, error_messages=NO_ROLE
    )
    # The role that the page showed: see members.change_role.
    seen = forms.ChoiceField(widget=forms.HiddenInput, choices=Role.choices)

    def __init__(self, data: object = None, *, roles: Iterable[Role], now: Role) -> None:
        super().__init__(data, initial={"role": now, "seen": now})  # type: ignore[arg-type]  # the posted data of a view
        self.fields["role"].choices = role_choices(roles)  # type: ignore[attr-defined]  # a ChoiceField

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])

    def clean_seen(self) -> Role:
        return Role(self.cleaned_data["seen"])
