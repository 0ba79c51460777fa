"""Personal links: made, found, withdrawn. Fetching an address never uses a link up."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office.models import PersonalLink

_LONG, _SHORT = 20, 10  # bytes: 160 bits, and 80 for a code that people type from a letter
_short: set[str] = set()
# Letters that base32 does not have and that people read instead of the ones it has.
_MISREAD = str.maketrans({"0": "o", "1": "l", "8": "b", " ": None, "-": None, "\u00a0": None})


def typed_from_paper(purpose: str) -> str:
    """Say that links of this purpose also stand in letters: their secret is a code of 16 signs."""
    _short.add(purpose)
    return purpose


def create(
    purpose: str,
    *,
    workspace: int,
    object_id: int | None = None,
    expires_at: datetime | None = None,
) -> PersonalLink:
    """A new link. Its secret is in no table: `token` derives it again when a mail is rendered."""
    return create_many(purpose, workspace=workspace, object_ids=[object_id], expires_at=expires_at)[
        0
    ]


def create_many(
    purpose: str,
    *,
    workspace: int,
    object_ids: Iterable[int | None],
    expires_at: datetime | None = None,
) -> list[PersonalLink]:
    """A new link for each thing, in the same order, with a handful of queries."""
    made = [_new(purpose, workspace, number, expires_at) for number in object_ids]
    with guard.system("the holder of a link makes one for somebody else, too"):
        return PersonalLink.objects.bulk_create(made, batch_size=1000)


def _new(
    purpose: str, workspace: int, object_id: int | None, expires_at: datetime | None
) -> PersonalLink:
    nonce = secrets.token_bytes(16)
    return PersonalLink(
        workspace_id=workspace,
        purpose=purpose,
        object_id=object_id,
        nonce=nonce,
        token_hash=hashed(_derive(purpose, nonce)),
        expires_at=expires_at,
    )


def token(link: PersonalLink) -> str:
    """The secret of a link, for the address in a mail or letter."""
    if link.nonce is None:
        raise ValueError("The nonce of this link is wiped: its address can't be made again.")
    return _derive(link.purpose, bytes(link.nonce))


def find(purpose: str, secret: str) -> PersonalLink | None:
    """The link with this secret, if it still holds. Changes nothing."""
    with guard.system("the secret names the link, and the link its workspace"):
        link = PersonalLink.objects.filter(
            token_hash=hashed(as_written(purpose, secret)), purpose=purpose, revoked_at=None
        ).first()
    if link is None or (link.expires_at and link.expires_at < timezone.now()):
        return None
    return link


def as_written(purpose: str, secret: str) -> str:
    """A secret as we made it, however somebody typed it from a letter."""
    plain = secret.strip().lower()
    return plain.translate(_MISREAD) if purpose in _short else plain


def in_groups(secret: str) -> str:
    """A code for a letter, in groups of four that are read and typed easily."""
    code = secret.upper()
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def revoke(link: PersonalLink) -> None:
    """From now on the address answers as if it never existed."""
    with guard.system("a link is withdrawn by its holder too"):
        PersonalLink.objects.filter(pk=link.pk).update(revoked_at=timezone.now())


def _derive(purpose: str, nonce: bytes) -> str:
    key = settings.LINK_KEY.encode()
    digest = hmac.new(key, purpose.encode() + b"|" + nonce, hashlib.sha256).digest()
    size = _SHORT if purpose in _short else _LONG
    return base64.b32encode(digest[:size]).decode().lower()


def hashed(secret: str) -> bytes:
    """A secret as the table holds it: rooms join their own rows to a link by it."""
    return hashlib.sha256(secret.encode()).digest()
