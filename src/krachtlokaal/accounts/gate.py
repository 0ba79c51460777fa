"""The gate in front of every page: who may come in, and in which scope the page runs.

Each view has exactly one of these decorators; tests/access walks every address and fails for a
view that has none.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from krachtlokaal.accounts.access import Access, MemberRequest, of_request
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.models import User
from krachtlokaal.core import guard
from krachtlokaal.office import audit, links
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.office.models import PersonalLink

P = ParamSpec("P")
MemberView = Callable[Concatenate[MemberRequest, P], HttpResponse]
PublicView = Callable[Concatenate[HttpRequest, P], HttpResponse]
LinkView = Callable[Concatenate[HttpRequest, PersonalLink, P], HttpResponse]
AnyView = Callable[..., HttpResponseBase]
Wrapped = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

PUBLIC = "public"
SIGNED_IN = "signed in"
LINK = "link"
ENTRANCE = "entrance"
SECOND_FACTOR_URL = "accounts:second_factor"
SESSION_WANTED = "wanted"  # the page that she was on her way to when a second factor was asked


def allow(capability: Capability) -> Callable[[MemberView[P]], Wrapped[P]]:
    """Only members whose role has this capability; runs in the scope of their workspace."""

    def decorate(view: MemberView[P]) -> Wrapped[P]:
        @wraps(view)
        def gate(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
            with transaction.atomic():
                access = of_request(request)
                if access.needs_second_factor:
                    return _ask_second_factor(request)
                if not access.may(capability):
                    raise PermissionDenied
                member = _with_access(request, access)
                with _member_scope(access):
                    return view(member, *args, **kwargs)

        gate.gate = capability  # type: ignore[attr-defined]  # read by the access matrix
        return cast("Wrapped[P]", gate)

    return decorate


def signed_in(view: MemberView[P]) -> Wrapped[P]:
    """Everybody with an account, whatever her role and even before she has a second factor: the
    pages about herself. Runs in a scope without owned rows."""

    @wraps(view)
    def gate(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        with guard.public():
            access = of_request(request)
            with audit.acting(actor_of(access)):
                return view(_with_access(request, access), *args, **kwargs)

    gate.gate = SIGNED_IN  # type: ignore[attr-defined]  # read by the access matrix
    return cast("Wrapped[P]", gate)


def public(view: PublicView[P]) -> Wrapped[P]:
    """Everybody; runs in a scope without owned rows. Signed-in members keep their menu."""

    @wraps(view)
    def gate(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        with guard.public():
            if request.user.is_authenticated:
                cast("Any", request).access = of_request(request)
            return view(request, *args, **kwargs)

    gate.gate = PUBLIC  # type: ignore[attr-defined]  # read by the access matrix
    return cast("Wrapped[P]", gate)


def by_link(
    purpose: str, organisation: Callable[[PersonalLink], int] | None = None
) -> Callable[[LinkView[P]], Wrapped[P]]:
    """The holder of a personal link; the address carries its `secret`, the view gets the link.

    With `organisation` (which organisation is this link about?) the view runs in the scope of that
    organisation inside the link's workspace, without it in a scope without owned rows.
    """

    def decorate(view: LinkView[P]) -> Wrapped[P]:
        @wraps(view)
        def gate(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            secret = str(kwargs.pop("secret"))
            with transaction.atomic():
                link = links.find(purpose, secret)
                if link is None:
                    raise Http404
                with _link_scope(link, organisation):
                    return view(request, link, *args, **kwargs)

        gate.gate = LINK  # type: ignore[attr-defined]  # read by the access matrix
        return cast("Wrapped[P]", gate)

    return decorate


def entrance(view: AnyView) -> AnyView:
    """A sign-in page of allauth. It reads tables of people only, and runs without a transaction
    around it, so that other processes see at once what it counts against its rate limits."""

    @wraps(view)
    def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 any view
        return view(request, *args, **kwargs)

    gate.gate = ENTRANCE  # type: ignore[attr-defined]  # read by the access matrix
    return gate


def own_keys(view: AnyView) -> AnyView:
    """A page of allauth about one's own keys: for who is signed in, as `signed_in`, but without a
    transaction around it (see `entrance`)."""

    @wraps(view)
    def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 any view
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        with transaction.atomic():
            access = of_request(request)
        with audit.acting(actor_of(access)):
            return view(_with_access(request, access), *args, **kwargs)

    gate.gate = SIGNED_IN  # type: ignore[attr-defined]  # read by the access matrix
    return gate


def actor_of(access: Access) -> audit.Actor:
    """Who the audit names for this access."""
    workspace = access.seat.workspace.pk if access.seat else None
    return actor(access.user, workspace)


def actor(user: User, workspace: int | None = None) -> audit.Actor:
    return audit.Actor(ActorKind.USER, str(user), user.pk, workspace)


def _with_access(request: HttpRequest, access: Access) -> MemberRequest:
    member = cast("MemberRequest", request)
    member.access = access
    return member


def _ask_second_factor(request: HttpRequest) -> HttpResponseBase:
    if request.method == "GET":
        request.session[SESSION_WANTED] = request.get_full_path()
    return redirect(SECOND_FACTOR_URL)


@contextmanager
def _member_scope(access: Access) -> Iterator[None]:
    ids = (access.seat.workspace.pk,) if access.seat else ()
    with guard.page(*ids), audit.acting(actor_of(access)), _or_gone():
        yield


@contextmanager
def _or_gone() -> Iterator[None]:
    """What a colleague removed between our look and our lock answers like what never was."""
    try:
        yield
    except ObjectDoesNotExist as gone:
        raise Http404 from gone


@contextmanager
def _link_scope(
    link: PersonalLink, organisation: Callable[[PersonalLink], int] | None
) -> Iterator[None]:
    holder = audit.Actor(ActorKind.LINK, "", workspace=link.workspace_id)
    if organisation is None:
        with guard.public(), audit.acting(holder), _or_gone():
            yield
        return
    with guard.system("the link names its thing, and the thing its organisation"):
        about = organisation(link)
    scope = guard.link(workspace=link.workspace_id, organisation=about)
    with scope, audit.acting(holder), _or_gone():
        yield
