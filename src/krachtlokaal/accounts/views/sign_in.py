"""The doors: allauth's pages with our gate, words and answers."""

from typing import Any

from allauth.account import views as account
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.core.internal.httpkit import authenticated_user
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth
from allauth.socialaccount.providers.openid_connect import views as openid
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from requests import RequestException

from krachtlokaal.accounts.gate import public


def enter_code(request: HttpRequest) -> HttpResponseBase:
    """The page for the mailed code; says so when the code is too old."""
    stage = LoginStageController.enter(request, LoginByCodeStage.key)
    if stage and not LoginCodeVerificationProcess(stage=stage).is_valid():
        messages.error(request, _("Deze code is te oud. Vraag een nieuwe code aan."))
    response: HttpResponseBase = account.confirm_login_code(request)
    return response


@public
def no_account(request: HttpRequest) -> HttpResponse:
    """How one gets an account: nobody signs up alone."""
    return render(request, "accounts/no_account.html")


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


def organisation_login(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Off to the sign-in page of one's own organisation."""
    if request.GET.get("process", "login") != "login":
        raise Http404
    return _with_provider(openid.login, request, provider_id)


def organisation_callback(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Back from the sign-in page of one's own organisation."""
    return _with_provider(openid.callback, request, provider_id)


def _with_provider(view: Any, request: HttpRequest, provider_id: str) -> HttpResponseBase:  # noqa: ANN401 a view of allauth
    try:
        response: HttpResponseBase = view(request, provider_id)
    except (RequestException, KeyError):  # away, or an answer that is not OpenID Connect
        response = render(request, "socialaccount/authentication_error.html", status=502)
    return response
