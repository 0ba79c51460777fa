"""Colleagues: who works here, in which role."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts import rules
from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability, Role
from krachtlokaal.accounts.forms.members import RoleForm
from krachtlokaal.accounts.gate import allow
from krachtlokaal.accounts.models import Membership
from krachtlokaal.accounts.queries import members as queries
from krachtlokaal.accounts.services import keys
from krachtlokaal.accounts.services import members as services

PER_PAGE = 50


@allow(Capability.MANAGE_MEMBERS)
def members(request: MemberRequest) -> HttpResponse:
    """Everybody who works here, and who is invited."""
    page = Paginator(queries.running(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "members": queries.shown(request.access, list(page)),
        "invitations": queries.open_invitations(request.access),
    }
    return render(request, "accounts/members.html", context)


@allow(Capability.MANAGE_MEMBERS)
def role(request: MemberRequest, pk: int) -> HttpResponse:
    """Give a colleague another role."""
    membership = _membership(request, pk)
    now = Role(membership.role)
    form = RoleForm(request.POST or None, roles=rules.roles_to_give(request.access), now=now)
    if form.is_valid():
        try:
            services.change_role(membership=membership, **form.cleaned_data)
        except services.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("%(name)s heeft een nieuwe rol.") % {"name": membership.user}
            )
            return redirect("accounts:members")
    return render(request, "accounts/role.html", {"form": form, "membership": membership})


@allow(Capability.MANAGE_MEMBERS)
def end(request: MemberRequest, pk: int) -> HttpResponse:
    """Close the door of this workspace for a colleague, after a question."""
    membership = _membership(request, pk)
    if request.method == "POST":
        try:
            services.end_membership(membership=membership)
        except services.Refused as refusal:
            messages.error(request, str(refusal))
        else:
            text = _("%(name)s kan deze werkruimte niet meer in.")
            messages.success(request, text % {"name": membership.user})
        return redirect("accounts:members")
    name = {"name": membership.user}
    context = {
        "question": _("Haalt u %(name)s uit deze werkruimte?") % name,
        "consequence": _(
            "%(name)s kan er meteen niet meer in. Wat %(name)s heeft gedaan, blijft staan. "
            "U kunt later opnieuw een uitnodiging sturen."
        )
        % name,
        "yes": _("Ja, haal %(name)s eruit") % name,
        "danger": True,
        "back_url": reverse("accounts:members"),
    }
    return render(request, "accounts/confirm_member.html", context)


@allow(Capability.MANAGE_MEMBERS)
def reset_key(request: MemberRequest, pk: int) -> HttpResponse:
    """Forget the second factor of a colleague who lost it, after a question."""
    membership = _membership(request, pk)
    if not rules.may_reset_key.test(request.access, membership):
        raise PermissionDenied
    if not _may_reset_everywhere(request, membership):
        text = _(
            "%(name)s heeft elders een zwaardere rol. Vraag de beheerder om de sleutel te vergeten."
        )
        messages.error(request, text % {"name": membership.user})
        return redirect("accounts:members")
    if request.method == "POST":
        keys.reset_second_factor(user=membership.user, workspace=membership.workspace_id)
        text = _("De sleutels van %(name)s zijn vergeten. %(name)s kreeg daar een mail over.")
        messages.success(request, text % {"name": membership.user})
        return redirect("accounts:members")
    return render(request, "accounts/confirm_member.html", _reset_question(membership))


def _reset_question(membership: Membership) -> dict[str, object]:
    name = {"name": membership.user}
    return {
        "question": _("Is %(name)s de tweede sleutel kwijt?") % name,
        "consequence": _(
            "Bel eerst met %(name)s, en kijk of de vraag echt van %(name)s komt. Wij vergeten alle "
            "sleutels en loggen %(name)s overal uit. Na het inloggen stelt %(name)s een nieuwe in."
        )
        % name,
        "yes": _("Ja, vergeet de sleutels"),
        "danger": True,
        "back_url": reverse("accounts:members"),
    }


def _may_reset_everywhere(request: MemberRequest, membership: Membership) -> bool:
    if membership.user.is_operator:
        return False
    elsewhere = queries.strongest_role_elsewhere(membership.user_id, membership.workspace_id)
    return elsewhere is None or rules.not_above_own_role.test(request.access, elsewhere)


def _membership(request: MemberRequest, pk: int) -> Membership:
    rows = Membership.objects.select_related("user").filter(ended_at=None)
    membership = get_object_or_404(rows, pk=pk)
    if not rules.may_change.test(request.access, membership):
        raise PermissionDenied
    return membership
