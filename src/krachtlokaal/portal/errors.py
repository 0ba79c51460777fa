"""Error pages that need a view; the others are templates that Django finds by name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 Django calls it so
    """The form's key is gone (cookies wiped, page too old): say how to go on."""
    return render(request, "403_csrf.html", status=403)
