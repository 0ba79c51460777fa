"""Pages of this room."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow, public


@public
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")


@allow(Capability.SEE_START)
def start(request: MemberRequest) -> HttpResponse:
    return render(request, "base.html")
