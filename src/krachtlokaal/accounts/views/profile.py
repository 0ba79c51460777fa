"""Pages about oneself: name, language, keys, signing out everywhere."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.forms.people import ProfileForm
from krachtlokaal.accounts.gate import SESSION_WANTED, signed_in
from krachtlokaal.accounts.services import people


@signed_in
def profile(request: MemberRequest) -> HttpResponse:
    user = request.user
    form = ProfileForm(request.POST or None, initial={"name": user.name, "language": user.language})
    if form.is_valid():
        people.change_profile(user=user, **form.cleaned_data)
        with translation.override(user.language):
            messages.success(request, _("Uw gegevens zijn bewaard."))
        response = redirect("accounts:profile")
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, user.language, samesite="Lax")
        return response
    keys = Authenticator.objects.filter(user_id=user.pk).exclude(
        type=Authenticator.Type.RECOVERY_CODES
    )
    return render(request, "accounts/profile.html", {"form": form, "keys": keys.count()})


@signed_in
def sign_out_everywhere(request: MemberRequest) -> HttpResponse:
    if request.method == "POST":
        people.end_sessions(user=request.user)
        logout(request)
        messages.success(request, _("U bent nu overal uitgelogd."))
        return redirect("account_login")
    context = {
        "question": _("Wilt u overal uitloggen?"),
        "consequence": _("U bent daarna op al uw apparaten uitgelogd, ook hier."),
        "yes": _("Ja, log mij overal uit"),
        "back_url": reverse("accounts:profile"),
    }
    return render(request, "accounts/confirm_self.html", context)


@signed_in
def second_factor(request: MemberRequest) -> HttpResponse:
    """Why a second key is asked, and the two ways to get one."""
    if request.access.has_second_factor:
        return redirect(request.session.pop(SESSION_WANTED, None) or reverse("mfa_index"))
    return render(request, "accounts/second_factor.html")
