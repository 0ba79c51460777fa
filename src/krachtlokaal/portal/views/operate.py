"""How the installation is doing."""

from django.http import HttpResponse
from django.shortcuts import render

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.office.retention import overview
from krachtlokaal.portal.installation import installation


@allow(Capability.OPERATE)
def operate(request: MemberRequest) -> HttpResponse:
    return render(request, "portal/operate.html", {"state": installation()})


@allow(Capability.OPERATE)
def retention(request: MemberRequest) -> HttpResponse:
    """What is kept how long, and how much would be thrown away now; it changes nothing."""
    return render(request, "portal/retention.html", {"kinds": overview()})
