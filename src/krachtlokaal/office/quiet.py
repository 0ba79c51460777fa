"""Logs that never hold the secret of a personal link: whoever reads them could use it.

A filter on the handlers of the log. Of an address that may carry a secret only the beginning stays,
whether the address is right, truncated or made up.
"""

import logging
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

HIDDEN = "…"


class WithoutSecrets(logging.Filter):
    """Writes /klopt/… for /klopt/kq4…/wijzigen/ in what is logged, traces included."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        blank = _addresses()
        record.msg, record.args = blank.sub(rf"\1{HIDDEN}", text), None
        if record.exc_text:
            record.exc_text = blank.sub(rf"\1{HIDDEN}", record.exc_text)
        return True


@lru_cache(maxsize=1)
def _addresses() -> re.Pattern[str]:
    """All addresses that begin as one with a secret does."""
    heads = sorted({route.partition("<")[0] for route in _routes(get_resolver(), "")})
    return re.compile("(/(?:" + "|".join(map(re.escape, heads)) + r"))[^\s\"'<>]+")


def _routes(resolver: URLResolver, before: str) -> Iterator[str]:
    for part in resolver.url_patterns:
        route = before + str(part.pattern)
        if isinstance(part, URLResolver):
            yield from _routes(part, route)
        elif isinstance(part, URLPattern) and _has_secret(part.pattern):
            yield route


def _has_secret(pattern: Any) -> bool:  # noqa: ANN401 Django's patterns share no public class
    return "secret" in getattr(pattern, "converters", {})
