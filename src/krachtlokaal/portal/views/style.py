"""The style page: whoever builds, tests or translates finds every part of the pages there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from krachtlokaal.accounts.gate import public
from krachtlokaal.portal.style import shown


@public
def style(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/style.html", shown())
