"""How often one visitor may try something: the limits stand beside those of signing in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]


def limited(action: str) -> Callable[[View], View]:
    """Stands around the gate, so that what it counts is seen at once. Looking is never limited."""

    def decorate(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 any view
            if request.method in ("GET", "HEAD"):
                return view(request, *args, **kwargs)
            too_often = ratelimit.consume_or_429(request, action=action)
            return too_often or view(request, *args, **kwargs)

        return page

    return decorate


def may_once_more(request: HttpRequest, action: str, key: str) -> bool:
    """Whether this may be done for this key; counts it."""
    return ratelimit.consume(request, action=action, key=key)
