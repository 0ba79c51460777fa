"""Answers under a seal: with the database alone, or a backup of it, nobody reads what is open.

AES-GCM under a key derived from the one outside the database. The text is padded, so that its
length tells nothing either; sealing the same answer twice gives two different seals.
"""

import hashlib
import hmac
import json
import secrets
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Content = dict[str, Any]
_NONCE = 12
_BLOCK = 2048  # a whole KrachtMeting without notes; notes go up in steps of this size


def seal(content: Content) -> bytes:
    """An answer that only the running product can read."""
    plain = json.dumps(content, separators=(",", ":"), sort_keys=True).encode()
    padded = plain.ljust(-(-len(plain) // _BLOCK) * _BLOCK)
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _cipher(settings.LINK_KEY).encrypt(nonce, padded, None)


def unseal(sealed: bytes | memoryview) -> Content:
    """The answer again. Raises `cryptography.exceptions.InvalidTag` under another key."""
    whole = bytes(sealed)
    plain = _cipher(settings.LINK_KEY).decrypt(whole[:_NONCE], whole[_NONCE:], None)
    content: Content = json.loads(plain)
    return content


def answer_hash(secret: str) -> bytes:
    """By this the holder of a link finds her sent answer; it differs from the link's own hash."""
    return hashlib.sha256(b"answer|" + secret.encode()).digest()


def mark(content: Content, key: bytes) -> str:
    """Changes when this answer changes and tells nothing: counts changes since a snapshot."""
    plain = json.dumps(content, separators=(",", ":"), sort_keys=True).encode()
    return hmac.new(_key(settings.LINK_KEY, b"mark"), key + plain, hashlib.sha256).hexdigest()[:24]


@lru_cache(maxsize=2)
def _cipher(link_key: str) -> "AESGCM":
    # Imported here: a process that never opens an answer need not read it.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(_key(link_key, b"answers"))


def _key(link_key: str, use: bytes) -> bytes:
    return hmac.new(link_key.encode(), b"surveys|" + use, hashlib.sha256).digest()
