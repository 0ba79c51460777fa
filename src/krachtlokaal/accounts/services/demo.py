"""The demo's sign-in with one click."""

from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from krachtlokaal.accounts.access import SESSION_DEMO
from krachtlokaal.accounts.models import User


def sign_in_as(request: HttpRequest, user: User) -> None:
    """Sign in without a code or second factor; exists in the demo only."""
    if not settings.DEMO:
        raise PermissionDenied
    login(request, user)
    request.session[SESSION_DEMO] = True
