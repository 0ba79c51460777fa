"""What the operator does for people who can't come in any more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.forms.people import LostKeyForm
from krachtlokaal.accounts.gate import allow
from krachtlokaal.accounts.services import keys


@allow(Capability.OPERATE)
def lost_key(request: MemberRequest) -> HttpResponse:
    """Forget the keys of somebody who lost them: for coordinators, whom no colleague can help."""
    form = LostKeyForm(request.POST or None)
    if form.is_valid() and form.user is not None:
        keys.reset_second_factor(user=form.user, workspace=None)
        text = _("De sleutels van %(name)s zijn vergeten. %(name)s kreeg daar een mail over.")
        messages.success(request, text % {"name": form.user})
        return redirect("accounts:lost_key")
    return render(request, "accounts/lost_key.html", {"form": form})
