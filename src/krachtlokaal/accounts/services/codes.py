"""Sign-in codes that stand in no table.

The session and the outbox keep a random nonce. The code is derived from it with a key outside the
database when the mail is rendered, and again when somebody types it.
"""

import hashlib
import hmac
import secrets

from django.conf import settings

DIGITS = 6


def new_nonce() -> str:
    return secrets.token_hex(16)


def code(nonce: str) -> str:
    """The six digits that belong to a nonce."""
    digest = hmac.new(settings.LINK_KEY.encode(), b"sign-in|" + nonce.encode(), hashlib.sha256)
    return str(int.from_bytes(digest.digest()[:8], "big") % 10**DIGITS).zfill(DIGITS)


def matches(nonce: str, typed: str) -> bool:
    """Is this what the mail said? Spaces and dashes are forgiven."""
    plain = "".join(typed.split()).replace("-", "")
    return bool(nonce) and hmac.compare_digest(plain.encode(), code(nonce).encode())
