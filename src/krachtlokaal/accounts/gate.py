"""The gate in front of every page: who may come in, and in which scope the page runs.

Each view has exactly one of these decorators; tests/access walks every address and fails for a
view that has none.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from krachtlokaal.accounts.access import Access, MemberRequest, of_request
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.core import guard

P = ParamSpec("P")
MemberView = Callable[Concatenate[MemberRequest, P], HttpResponse]
PublicView = Callable[Concatenate[HttpRequest, P], HttpResponse]
Wrapped = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

PUBLIC = "public"
SECOND_FACTOR_URL = "mfa_index"


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
                    return redirect(SECOND_FACTOR_URL)
                if not access.may(capability):
                    raise PermissionDenied
                member = cast("MemberRequest", request)
                member.access = access
                with guard.workspaces(*_workspace_ids(access)):
                    return view(member, *args, **kwargs)

        gate.gate = capability  # type: ignore[attr-defined]  # read by the access matrix
        return gate

    return decorate


def public(view: PublicView[P]) -> Wrapped[P]:
    """Everybody; runs in a scope without owned rows. Signed-in members keep their menu."""

    @wraps(view)
    def gate(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        with transaction.atomic(), guard.public():
            if request.user.is_authenticated:
                cast("Any", request).access = of_request(request)
            return view(request, *args, **kwargs)

    gate.gate = PUBLIC  # type: ignore[attr-defined]  # read by the access matrix
    return gate


def _workspace_ids(access: Access) -> tuple[int, ...]:
    return (access.seat.workspace.pk,) if access.seat else ()
