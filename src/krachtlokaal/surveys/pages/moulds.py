"""A page drawn once, with open places for what is somebody's own.

The drawing gets a mark instead of each of those values and nothing else of a visitor, so a mould
can be kept for everybody.
"""

import re
import secrets
from dataclasses import dataclass

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

# Nobody can type it: it differs between processes. It needs no escaping, in an address neither.
_MARK = secrets.token_hex(8)
_PLACE = re.compile(f"{_MARK}-([a-z]+)-{_MARK}")


def place(name: str) -> str:
    """What the drawing gets instead of a value."""
    return f"{_MARK}-{name}-{_MARK}"


@dataclass(frozen=True)
class Mould:
    """Fixed HTML and names of values, by turns."""

    pieces: tuple[str, ...]

    @classmethod
    def cast(cls, drawn: str) -> "Mould":
        return cls(tuple(_PLACE.split(drawn)))

    def fill(self, **values: str) -> SafeString:
        """The page with these values; they are escaped unless they are HTML. Raises `KeyError` when
        one is missing."""
        told = {name: conditional_escape(value) for name, value in values.items()}
        return SafeString(
            "".join(
                told[piece] if number % 2 else piece for number, piece in enumerate(self.pieces)
            )
        )
