"""One page for a personal link that is unknown, withdrawn or too old: nobody can tell which."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render

View = Callable[..., HttpResponseBase]


def friendly(view: View) -> View:
    """Stands around the gate of a link: says what to do where the link does not work."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 any view
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return render(request, "register/checks/gone.html", status=404)

    return page
