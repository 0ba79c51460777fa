"""Second factors: the secret of an app is kept encrypted; a lost key is reset by somebody else."""

import base64
import hashlib
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from krachtlokaal.accounts.models import User
from krachtlokaal.accounts.services.people import end_sessions
from krachtlokaal.core import guard
from krachtlokaal.office import audit, outbox

if TYPE_CHECKING:
    from cryptography.fernet import Fernet


def encrypt(text: str) -> str:
    return _cipher().encrypt(text.encode()).decode()


def decrypt(text: str) -> str:
    return _cipher().decrypt(text.encode()).decode()


@transaction.atomic
def reset_second_factor(*, user: User, workspace: int | None) -> None:
    """Forget all keys of a user who lost them. She is signed out, is told by mail, and sets up a
    new one when she signs in again."""
    User.objects.select_for_update().get(pk=user.pk)
    Authenticator.objects.filter(user_id=user.pk).delete()
    end_sessions(user=user)
    audit.record("user.second_factor_reset", user, workspace=workspace)
    with guard.system("the mail belongs to the user, not to a workspace"):
        outbox.post(
            "sleutel-vergeten",
            to=user.email,
            to_name=user.name,
            workspace=None,
            language=user.language,
        )


def _cipher() -> "Fernet":
    from cryptography.fernet import Fernet

    # The key stands outside the database and its backups, like that of personal links.
    digest = hashlib.sha256(b"second factor|" + settings.LINK_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
