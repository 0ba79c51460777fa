"""Pages of jobs."""

from django.http import HttpResponse
from django.shortcuts import render

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow


@allow(Capability.SEE_JOBS)
def jobs(request: MemberRequest) -> HttpResponse:
    return render(request, "base.html")
