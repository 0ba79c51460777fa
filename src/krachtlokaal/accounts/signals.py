"""What this room notices of allauth: who signed in, and which keys she made or removed."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from krachtlokaal.accounts import access, gate
from krachtlokaal.accounts.models import User
from krachtlokaal.accounts.services.members import note_use
from krachtlokaal.office import audit

# As the audit tells it, in the language of the product.
KINDS = {"totp": "app met codes", "webauthn": "toegangssleutel", "recovery_codes": "noodcodes"}


@receiver(user_logged_in)
def remember_use(user: User, **_details: Any) -> None:  # noqa: ANN401 Django's signature
    """The list of colleagues shows who was here when."""
    seat = access.load(user, None).seat
    if seat:
        note_use(user=user, workspace=seat.workspace.pk)


@receiver(authenticator_added)
@receiver(authenticator_reset)
def key_added(request: HttpRequest, user: User, authenticator: Authenticator, **_rest: Any) -> None:  # noqa: ANN401 allauth's signature
    _record("user.key_added", request, user, ("", KINDS[authenticator.type]))


@receiver(authenticator_removed)
def key_removed(
    request: HttpRequest,
    user: User,
    authenticator: Authenticator,
    **_rest: Any,  # noqa: ANN401 allauth's signature
) -> None:
    _record("user.key_removed", request, user, (KINDS[authenticator.type], ""))


def _record(verb: str, request: HttpRequest, user: User, change: tuple[str, str]) -> None:
    # allauth tells it when the transaction has ended, which may be after the gate named the actor.
    seen: access.Access | None = getattr(request, "access", None)
    with audit.acting(gate.actor_of(seen) if seen else gate.actor(user)):
        audit.record(verb, user, changes={"key": change})
