"""The gate of pages behind a personal link to answer. They know no session, no user, no messages:
nothing of who came and when is left behind.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import translation

from krachtlokaal.accounts.gate import LINK
from krachtlokaal.core import guard
from krachtlokaal.office import audit
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.surveys.models import Invitation
from krachtlokaal.surveys.queries import answering as queries
from krachtlokaal.surveys.queries.answering import Desk

P = ParamSpec("P")
DeskView = Callable[Concatenate[HttpRequest, Desk, P], HttpResponse]
Wrapped = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
Shut = Callable[[HttpRequest, Desk], HttpResponse]


def at_desk(view: DeskView[P]) -> Wrapped[P]:
    """The holder of a link to answer, whether answers are taken now or not. The view gets the desk,
    runs in the scope of the organisation, and speaks the language of who came."""

    @wraps(view)
    def gate(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        secret = str(kwargs.pop("secret"))
        try:
            with transaction.atomic():
                answer = _at(secret, request, view, *args, **kwargs)
        except Http404:
            answer = render(request, "surveys/answering/gone.html", {"messages": ()}, status=404)
        # Coming back by the browser's button fetches the page again, with what was kept since.
        answer["Cache-Control"] = "private, no-store"
        return answer

    gate.gate = LINK  # type: ignore[attr-defined]  # read by the access matrix
    return cast("Wrapped[P]", gate)


def _at(
    secret: str, request: HttpRequest, view: DeskView[P], *args: P.args, **kwargs: P.kwargs
) -> HttpResponse:
    found = queries.found_by(secret)
    if found is None:
        raise Http404
    about = found.invitation
    holder = audit.Actor(ActorKind.LINK, "", workspace=about.workspace_id)
    with (
        guard.entered(workspace=about.workspace_id, organisation=about.organisation_id),
        audit.acting(holder),
        translation.override(language_of(request, about)),
    ):
        return view(request, queries.desk_at(found), *args, **kwargs)


def while_open(shut: Shut) -> Callable[[DeskView[P]], Wrapped[P]]:
    """The same, as long as answers are taken; `shut` is the page that says why not."""

    def decorate(view: DeskView[P]) -> Wrapped[P]:
        @wraps(view)
        def page(
            request: HttpRequest, desk: Desk, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            if not desk.takes_answers:
                return shut(request, desk)
            return view(request, desk, *args, **kwargs)

        return at_desk(page)  # type: ignore[arg-type]  # `wraps` gives its arguments names

    return decorate


def language_of(request: HttpRequest, invitation: Invitation) -> str:
    """The one she chose, else that of her invitation, if this wave is asked in it."""
    spoken = invitation.wave.languages or [settings.LANGUAGE_CODE]
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    wanted = [chosen, invitation.language]
    return next((language for language in wanted if language in spoken), spoken[0])
