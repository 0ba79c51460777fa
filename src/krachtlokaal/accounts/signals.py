"""What this room notices of allauth: who signed in, and which keys she made or removed."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from krachtlokaal.accounts import access
from krachtlokaal.accounts.models import User
from krachtlokaal.accounts.services.members import note_use
from krachtlokaal.office import audit


@receiver(user_logged_in)
def remember_use(user: User, **_details: Any) -> None:  # noqa: ANN401 Django's signature
    """The list of colleagues shows who was here when."""
    seat = access.load(user, None).seat
    if seat:
        note_use(user=user, workspace=seat.workspace.pk)


@receiver(authenticator_added)
def key_added(user: User, authenticator: Authenticator, **_details: Any) -> None:  # noqa: ANN401 allauth's signature
    audit.record("user.key_added", user, changes={"type": ("", authenticator.type)})


@receiver(authenticator_removed)
def key_removed(user: User, authenticator: Authenticator, **_details: Any) -> None:  # noqa: ANN401 allauth's signature
    audit.record("user.key_removed", user, changes={"type": (authenticator.type, "")})


@receiver(authenticator_reset)
def codes_renewed(user: User, authenticator: Authenticator, **_details: Any) -> None:  # noqa: ANN401 allauth's signature
    audit.record("user.key_added", user, changes={"type": ("", authenticator.type)})
