"""The doors: allauth's pages with our gate, words and answers."""

from allauth.account import views as account
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.stages import LoginByCodeStage, LoginStageController
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

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


def organisation_login(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Off to the sign-in page of one's own organisation."""
    if request.GET.get("process", "login") != "login":
        raise Http404
    return _with_provider("login", request, provider_id)


def organisation_callback(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Back from the sign-in page of one's own organisation."""
    return _with_provider("callback", request, provider_id)


def _with_provider(name: str, request: HttpRequest, provider_id: str) -> HttpResponseBase:
    # Brings an HTTP client along, which nothing else in a web process needs.
    from allauth.socialaccount.providers.openid_connect import views
    from requests import RequestException

    try:
        response: HttpResponseBase = getattr(views, name)(request, provider_id)
    except (RequestException, KeyError):  # away, or an answer that is not OpenID Connect
        response = render(request, "socialaccount/authentication_error.html", status=502)
    return response
