"""Search over everything that the one who asks may see."""

from django.http import HttpResponse
from django.shortcuts import render

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.portal.finding import find

LONGEST = 80


@allow(Capability.READ_REGISTER)
def search(request: MemberRequest) -> HttpResponse:
    text = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:LONGEST]
    return render(request, "portal/search.html", {"text": text, "groups": find(text)})
