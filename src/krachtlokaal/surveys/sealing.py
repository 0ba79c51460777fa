"""Answers under a seal: with the database alone, or a backup of it, nobody reads what is open.

AES-GCM under keys derived from the one outside the database. Every seal is as long as every other
one, whatever was typed, and sealing the same answer twice gives two different seals: so neither
size nor content nor two backups tell that two rows are the same answer.
"""

import hashlib
import hmac
import json
import secrets
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Content = dict[str, Any]
_NONCE = 12
# A whole KrachtMeting with every note filled fits in, and what fits takes all of it.
_BOX = 6144
_LENGTH = 2  # bytes that say how much of the box is used


class TooMuch(ValueError):  # noqa: N818 it is an answer, not a fault
    """More text than any answer may have."""


def seal(content: Content) -> bytes:
    """An answer that only the running product can read."""
    plain = json.dumps(content, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    packed = zlib.compress(plain.encode(), 6)
    if len(packed) > _BOX - _LENGTH:
        raise TooMuch
    box = (len(packed).to_bytes(_LENGTH, "big") + packed).ljust(_BOX, b"\0")
    return _shut(b"answers", box)


def unseal(sealed: bytes | memoryview) -> Content:
    """The answer again. Raises `cryptography.exceptions.InvalidTag` under another key."""
    box = _open(b"answers", sealed)
    length = int.from_bytes(box[:_LENGTH], "big")
    content: Content = json.loads(zlib.decompress(box[_LENGTH : _LENGTH + length]))
    return content


def answer_hash(secret: str) -> bytes:
    """By this the holder of a link finds her sent answer; it differs from the link's own hash."""
    return hashlib.sha256(b"answer|" + secret.encode()).digest()


def seal_owner(hashed: bytes) -> bytes:
    """That hash as it stands beside an answer: another one each time that the answer is written."""
    return _shut(b"owners", hashed)


def owner(sealed: bytes | memoryview) -> bytes:
    """The hash again."""
    return _open(b"owners", sealed)


def mark(content: Content, key: bytes) -> str:
    """Changes when this answer changes and tells nothing: counts changes since a snapshot."""
    plain = json.dumps(content, separators=(",", ":"), sort_keys=True).encode()
    return hmac.new(_key(settings.LINK_KEY, b"mark"), key + plain, hashlib.sha256).hexdigest()[:24]


def _shut(use: bytes, plain: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _cipher(settings.LINK_KEY, use).encrypt(nonce, plain, None)


def _open(use: bytes, sealed: bytes | memoryview) -> bytes:
    whole = bytes(sealed)
    return _cipher(settings.LINK_KEY, use).decrypt(whole[:_NONCE], whole[_NONCE:], None)


@lru_cache(maxsize=4)
def _cipher(link_key: str, use: bytes) -> "AESGCM":
    # Imported here: a process that never opens an answer need not read it.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(_key(link_key, use))


def _key(link_key: str, use: bytes) -> bytes:
    return hmac.new(link_key.encode(), b"surveys|" + use, hashlib.sha256).digest()
