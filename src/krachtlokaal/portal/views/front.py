"""The front page for everybody and the start page for who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow, public
from krachtlokaal.portal import today
from krachtlokaal.portal.figures import figures


@public
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home.html", {"figures": figures()})


@allow(Capability.SEE_START)
def start(request: MemberRequest) -> HttpResponse:
    now = timezone.localtime()
    context = {
        "now": now,
        "today": today.of(request.access, now),
        "can_mail": request.access.may(Capability.SEND_MAIL),
    }
    return render(request, "portal/start.html", context)
