"""The small pages at the foot of each page, and two texts that machines read."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from krachtlokaal.accounts.gate import public

SECURITY_VALID = timedelta(days=180)
# Personal links hold a secret: robots have no business there, nor in what asks to sign in.
CLOSED = (
    "/klopt/",
    "/opvolger/",
    "/uitnodiging/",
    "/afmelden/",
    "/inloggen/",
    "/demo/",
    "/zoeken/",
)


@public
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/privacy.html", {"mail": settings.CONTACT_MAIL})


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accessibility.html", {"mail": settings.CONTACT_MAIL})


@public
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/help.html", {"mail": settings.CONTACT_MAIL})


@public
def sources(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/sources.html")


@public
def robots(_request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public
def security(_request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to tell us about a hole."""
    until = (timezone.now() + SECURITY_VALID).strftime("%Y-%m-%dT00:00:00.000Z")
    lines = [
        f"Contact: mailto:{settings.CONTACT_MAIL}",
        f"Expires: {until}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
