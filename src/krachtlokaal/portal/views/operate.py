"""How the installation is doing."""

from django.http import HttpResponse
from django.shortcuts import render

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.portal.installation import installation


@allow(Capability.OPERATE)
def operate(request: MemberRequest) -> HttpResponse:
    return render(request, "portal/operate.html", {"state": installation()})
