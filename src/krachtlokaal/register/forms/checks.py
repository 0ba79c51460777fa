"""What a contact may change by her link: her own data and the organisation's."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.register.enums import ContactRole
from krachtlokaal.register.forms.cleaning import EmailField, LineField, PhoneField
from krachtlokaal.register.forms.organisations import FactsForm
from krachtlokaal.register.forms.versions import VersionedForm
from krachtlokaal.register.queries.checks import Letter
from krachtlokaal.register.services.checks import AT_ONCE, PROPOSED

OWN = ("name", "email", "phone")


class NeededEmailField(EmailField):
    """An address must come out of it: in a list "x" may stand for none, here it may not."""

    def clean(self, value: Any) -> str:  # noqa: ANN401 Django's own signature
        read = super().clean(value)
        if not read:
            raise forms.ValidationError(self.error_messages["required"])
        return read


class OwnDataForm(VersionedForm):
    """How this person can be reached."""

    quiet = True  # the page says that what is right can stay as it is

    name = LineField(
        label=gettext_lazy("Uw naam"),
        required=False,
        max_length=120,
    )
    email = NeededEmailField(
        label=gettext_lazy("E-mailadres"),
        max_length=254,
        error_messages={"required": gettext_lazy("Vul een e-mailadres in.")},
    )
    phone = PhoneField(label=gettext_lazy("Telefoon"), required=False, max_length=60)


class OrganisationForm(VersionedForm, FactsForm):
    """The facts that somebody of the organisation knows; its sector is no question for her."""

    quiet = True
    sector = None  # type: ignore[assignment]  # Django's way to leave out a field of the parent

    @property
    def at_once(self) -> list[forms.BoundField]:
        return [self[name] for name in AT_ONCE]

    @property
    def proposed(self) -> list[forms.BoundField]:
        return [self[name] for name in PROPOSED]


class SuccessionForm(forms.Form):
    """Who takes over."""

    name = LineField(
        label=gettext_lazy("Naam van de opvolger"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )
    email = NeededEmailField(
        label=gettext_lazy("E-mailadres van de opvolger"),
        max_length=254,
        help_text=gettext_lazy("Op dit adres vragen wij of dit klopt."),
        error_messages={"required": gettext_lazy("Vul een e-mailadres in.")},
    )
    phone = PhoneField(
        label=gettext_lazy("Telefoon van de opvolger"), required=False, max_length=60
    )
    role = forms.ChoiceField(label=gettext_lazy("Functie"), choices=ContactRole.choices)

    def __init__(self, *args: Any, leaving: str = "", **kwargs: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **kwargs)
        self.leaving = leaving.lower()

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        if email.lower() == self.leaving:
            raise forms.ValidationError(
                _("Dit is het adres van wie stopt. Vul het adres van de opvolger in.")
            )
        return email


class SuccessorForm(forms.Form):
    """The successor looks after the own data."""

    name = LineField(
        label=gettext_lazy("Uw naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul uw naam in.")},
    )
    email = NeededEmailField(
        label=gettext_lazy("Uw e-mailadres"),
        max_length=254,
        error_messages={"required": gettext_lazy("Vul uw e-mailadres in.")},
    )
    phone = PhoneField(label=gettext_lazy("Uw telefoon"), required=False, max_length=60)


def starting_own(letter: Letter) -> dict[str, Any]:
    return {name: getattr(letter.contact, name) for name in (*OWN, "version")}


def starting_facts(letter: Letter) -> dict[str, Any]:
    """The facts as they stand, with what she proposed before and nobody decided about yet."""
    names = (*AT_ONCE, *PROPOSED, "version")
    start = {name: getattr(letter.organisation, name) for name in names}
    if letter.proposal is not None:
        start |= {name: new for name, (_old, new) in letter.proposal.changes.items()}
    return start
