"""Pages about duplicates."""

from django.http import HttpResponse
from django.shortcuts import render

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow


@allow(Capability.MERGE)
def pairs(request: MemberRequest) -> HttpResponse:
    return render(request, "base.html")
