"""The pages of allauth that we use, each by name: no sign-up, no passwords, no other address."""

from allauth.account import views as account
from allauth.mfa.base import views as keys
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from django.urls import path

from krachtlokaal.accounts.gate import entrance, own_keys
from krachtlokaal.accounts.views import sign_in

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
        own_keys(sign_in.ActivateApp.as_view()),
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
        own_keys(sign_in.AddPasskey.as_view()),
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
