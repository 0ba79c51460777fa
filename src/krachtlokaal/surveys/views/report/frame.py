"""What every page of a report shows around it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.views.answering import frame as answering


def show(request: HttpRequest, desk: Desk, template: str, **more: Any) -> HttpResponse:  # noqa: ANN401 whatever a page shows
    """A page for who answered. `status` may be given too."""
    status = more.pop("status", 200)
    workspace = desk.invitation.workspace
    context = {
        "desk": desk,
        "secret": desk.secret,
        "organisation": desk.invitation.organisation,
        "workspace": workspace,
        "phone": desk.wave.sender_phone or workspace.phone,
        "email": desk.wave.sender_email or workspace.email,
        "tongues": answering.tongues(desk),
        # The frame would ask the session for them.
        "messages": (),
        **more,
    }
    return render(request, f"surveys/report/{template}.html", context, status=status)


def back(desk: Desk, done: str = "") -> HttpResponse:
    """To the report; `done` is what it says was done."""
    query = f"?gedaan={done}" if done else ""
    return redirect(reverse("surveys:report", args=[desk.secret]) + query)


def to_start(desk: Desk) -> HttpResponse:
    """Nothing was sent by this link: there is no report yet."""
    return redirect(reverse("surveys:answer_start", args=[desk.secret]))
