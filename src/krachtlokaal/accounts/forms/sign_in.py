"""Signing in: an address, then the code that was mailed to it."""

from typing import Any

from allauth.account.fields import EmailField
from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.adapters import WRONG_CODE
from krachtlokaal.accounts.models import User
from krachtlokaal.accounts.services import codes


class AddressForm(RequestLoginCodeForm):
    email = EmailField(
        label=_("Uw e-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Vul uw e-mailadres in."),
            "invalid": _(
                "Dit adres is niet compleet. Een e-mailadres ziet er zo uit: naam@plaats.nl."
            ),
        },
    )

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if self._user:
            # allauth looks once more for an unknown address; a known one must take as long.
            User.objects.filter(email__iexact=email).first()
        return email


class CodeForm(ConfirmLoginCodeForm):
    """Compares with the code that belongs to the nonce in the session."""

    code = forms.CharField(
        label=_("De code uit de mail"),
        help_text=_("Zes cijfers. Spaties mogen."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Typ de code uit de mail.")},
    )

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        if not codes.matches(self.expected_code or "", typed):
            raise forms.ValidationError(WRONG_CODE)
        return typed


def _key_code() -> forms.CharField:
    return forms.CharField(
        label=_("De code uit uw app, of een noodcode"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Typ de code.")},
    )


class KeyCodeForm(AuthenticateForm):
    code = _key_code()


class KeyCodeAgainForm(ReauthenticateForm):
    code = _key_code()


class AppForm(ActivateTOTPForm):
    code = forms.CharField(
        label=_("De code die uw app nu toont"),
        help_text=_("Zes cijfers."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Typ de code uit uw app.")},
    )


class PasskeyForm(AddWebAuthnForm):
    """Our passkeys always prove who holds them, so that they can replace the mailed code."""

    name = forms.CharField(
        label=_("Hoe noemt u deze sleutel?"),
        help_text=_("Bijvoorbeeld: telefoon, of laptop van het werk."),
        max_length=80,
        required=False,
    )
    passwordless = forms.BooleanField(widget=forms.HiddenInput, initial=True, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 allauth's signature
        super().__init__(*args, **kwargs)
        self.fields["credential"].error_messages["required"] = _(
            "Uw browser gaf geen sleutel door. Probeer het nog eens."
        )


class PasskeyNameForm(EditWebAuthnForm):
    name = forms.CharField(
        label=_("Hoe noemt u deze sleutel?"),
        max_length=80,
        error_messages={"required": _("Geef de sleutel een naam.")},
    )
