"""Inviting colleagues, and the page that the invitation leads to."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts import rules
from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.capabilities import NEEDS_SECOND_FACTOR
from krachtlokaal.accounts.enums import Capability, Role
from krachtlokaal.accounts.forms.members import InvitationForm
from krachtlokaal.accounts.gate import allow, by_link
from krachtlokaal.accounts.models import Invitation
from krachtlokaal.accounts.services import invitations as services
from krachtlokaal.accounts.services.members import Refused, note_use
from krachtlokaal.office.models import PersonalLink


@allow(Capability.MANAGE_MEMBERS)
def invite(request: MemberRequest) -> HttpResponse:
    form = InvitationForm(request.POST or None, roles=rules.roles_to_give(request.access))
    if form.is_valid():
        try:
            invitation = services.invite(
                workspace=request.access.workspace, invited_by=request.user, **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            text = _("%(name)s krijgt een mail met een uitnodiging.")
            messages.success(request, text % {"name": invitation.name})
            return redirect("accounts:members")
    return render(request, "accounts/invite.html", {"form": form})


@require_POST
@allow(Capability.MANAGE_MEMBERS)
def send_again(request: MemberRequest, pk: int) -> HttpResponse:
    try:
        invitation = services.send_again(invitation=_invitation(request, pk))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        text = _("%(name)s krijgt een nieuwe mail. De oude link werkt niet meer.")
        messages.success(request, text % {"name": invitation.name})
    return redirect("accounts:members")


@allow(Capability.MANAGE_MEMBERS)
def withdraw(request: MemberRequest, pk: int) -> HttpResponse:
    invitation = _invitation(request, pk)
    name = {"name": invitation.name}
    if request.method == "POST":
        try:
            services.withdraw(invitation=invitation)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("De uitnodiging van %(name)s is ingetrokken.") % name)
        return redirect("accounts:members")
    context = {
        "question": _("Trekt u de uitnodiging van %(name)s in?") % name,
        "consequence": _("De link in de mail werkt dan niet meer."),
        "yes": _("Ja, trek de uitnodiging in"),
        "danger": True,
        "back_url": reverse("accounts:members"),
    }
    return render(request, "accounts/confirm_member.html", context)


@by_link(services.PURPOSE)
def invitation(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """GET tells what the invitation is, however often it is fetched; POST says yes."""
    found = services.behind(link)
    if found is None:
        raise Http404
    refusal = ""
    if request.method == "POST":
        try:
            return _accept(request, found)
        except Refused as refused:
            refusal = str(refused)
    context = {
        "invitation": found,
        "refusal": refusal,
        "place": found.workspace.name,
        "needs_key": Role(found.role) in NEEDS_SECOND_FACTOR,
    }
    return render(request, "accounts/invitation.html", context)


def _accept(request: HttpRequest, found: Invitation) -> HttpResponse:
    user = services.accept(invitation=found)
    if request.user.is_authenticated and request.user != user:
        logout(request)
    note_use(user=user, workspace=found.workspace_id)
    if request.user.is_authenticated:
        return redirect("portal:start")
    # Through allauth, so that who has a second factor already is asked for it.
    response: HttpResponse = perform_login(request, Login(user=user, email=user.email))
    return response


def _invitation(request: MemberRequest, pk: int) -> Invitation:
    rows = Invitation.objects.filter(accepted_at=None, withdrawn_at=None)
    found = get_object_or_404(rows, pk=pk)
    if not rules.may_change.test(request.access, found):
        raise PermissionDenied
    return found
