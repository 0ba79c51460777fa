"""What every page of a manager shows around it, and the page for a link that does not work."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.queries.managing import Management
from krachtlokaal.surveys.queries.words import title_of

View = Callable[..., HttpResponseBase]


def or_gone(view: View) -> View:
    """Stands around the gate: says how to get the link again where it does not work."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 any view
        try:
            answer = view(request, *args, **kwargs)
        except Http404:
            answer = render(request, "surveys/managing/gone.html", status=404)
        answer["Cache-Control"] = "private, no-store"
        return answer

    return page


def show(
    request: HttpRequest,
    link: PersonalLink,
    own: Management,
    template: str,
    **more: Any,  # noqa: ANN401 whatever a page shows
) -> HttpResponse:
    """A page of a manager. `status` may be given too."""
    status = more.pop("status", 200)
    wave = own.measurement.wave
    context = {
        "own": own,
        "secret": links.token(link),
        "organisation": own.measurement.organisation,
        "title": title_of(wave, (get_language() or "nl")[:2]),
        "workspace": wave.workspace,
        "phone": wave.sender_phone or wave.workspace.phone,
        **more,
    }
    return render(request, f"surveys/managing/{template}.html", context, status=status)


def back(link: PersonalLink, done: str = "") -> HttpResponse:
    """To the first page; `done` is what it says was done."""
    query = f"?gedaan={done}" if done else ""
    return redirect(reverse("surveys:managed", args=[links.token(link)]) + query)
