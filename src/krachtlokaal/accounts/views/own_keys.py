"""Setting up one's own keys: allauth's pages with our answers."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.core.internal.httpkit import authenticated_user
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.http import HttpRequest, HttpResponse


class AddPasskey(webauthn.AddWebAuthnView):
    """A passkey: it knows its owner, so that it can replace the mailed code."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 Django's signature
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["form"] = kwargs.get("form") or self.get_form()
        context["js_data"] = {
            "creation_options": auth.begin_registration(
                authenticated_user(self.request), passwordless=True
            )
        }
        return context

    def form_valid(self, form: forms.Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        _just_proved(self.request, Authenticator.Type.WEBAUTHN)
        return response


class ActivateApp(totp.ActivateTOTPView):
    def form_valid(self, form: forms.Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        _just_proved(self.request, Authenticator.Type.TOTP)
        return response


def _just_proved(request: HttpRequest, kind: Authenticator.Type) -> None:
    """Who sets up a key proves in the same step that she holds it: don't ask again at once."""
    record_authentication(
        request, authenticated_user(request), "mfa", type=kind, reauthenticated=True
    )


add_passkey = AddPasskey.as_view()
activate_app = ActivateApp.as_view()
