"""The pages of allauth that we use, each by name: no sign-up, no passwords, no other address."""

from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import path

from krachtlokaal.accounts.gate import AnyView, entrance, own_keys
from krachtlokaal.accounts.views import sign_in


class Pages:
    """The views of a module that is imported when somebody asks for one: passkeys bring a lot of
    cryptography along, which a process need not read before its first page."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> AnyView:
        def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 any view
            found: AnyView = getattr(import_module(self._module), name)
            return found(request, *args, **kwargs)

        return view


account = Pages("allauth.account.views")
keys = Pages("allauth.mfa.base.views")
recovery = Pages("allauth.mfa.recovery_codes.views")
totp = Pages("allauth.mfa.totp.views")
webauthn = Pages("allauth.mfa.webauthn.views")
social = Pages("allauth.socialaccount.views")
ours = Pages("krachtlokaal.accounts.views.own_keys")

ask_address = entrance(account.request_login_code)

urlpatterns = [
    path("inloggen/", ask_address, name="account_login"),
    path("inloggen/", ask_address, name="account_request_login_code"),
    path("inloggen/code/", entrance(sign_in.enter_code), name="account_confirm_login_code"),
    path("inloggen/geen-account/", sign_in.no_account, name="account_signup"),
    path("inloggen/gesloten/", entrance(account.account_inactive), name="account_inactive"),
    path("inloggen/tweede-stap/", entrance(keys.authenticate), name="mfa_authenticate"),
    path("inloggen/sleutel/", entrance(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("inloggen/nog-een-keer/", own_keys(keys.reauthenticate), name="mfa_reauthenticate"),
    path(
        "inloggen/nog-een-keer/sleutel/",
        own_keys(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "inloggen/afgebroken/",
        entrance(social.login_cancelled),
        name="socialaccount_login_cancelled",
    ),
    path("inloggen/mislukt/", entrance(social.login_error), name="socialaccount_login_error"),
    path(
        "inloggen/via/<slug:provider_id>/",
        entrance(sign_in.organisation_login),
        name="openid_connect_login",
    ),
    path(
        "inloggen/via/<slug:provider_id>/terug/",
        entrance(sign_in.organisation_callback),
        name="openid_connect_callback",
    ),
    path("uitloggen/", entrance(account.logout), name="account_logout"),
    path("profiel/beveiliging/", own_keys(keys.index), name="mfa_index"),
    path(
        "profiel/beveiliging/app/",
        own_keys(ours.activate_app),
        name="mfa_activate_totp",
    ),
    path(
        "profiel/beveiliging/app/weg/", own_keys(totp.deactivate_totp), name="mfa_deactivate_totp"
    ),
    path(
        "profiel/beveiliging/noodcodes/",
        own_keys(recovery.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "profiel/beveiliging/noodcodes/nieuw/",
        own_keys(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "profiel/beveiliging/noodcodes/bestand/",
        own_keys(recovery.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("profiel/beveiliging/", own_keys(keys.index), name="mfa_list_webauthn"),
    path(
        "profiel/beveiliging/sleutels/nieuw/",
        own_keys(ours.add_passkey),
        name="mfa_add_webauthn",
    ),
    path(
        "profiel/beveiliging/sleutels/<int:pk>/weg/",
        own_keys(webauthn.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path(
        "profiel/beveiliging/sleutels/<int:pk>/naam/",
        own_keys(webauthn.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
]
