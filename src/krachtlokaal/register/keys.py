"""The key that names are sorted and compared by."""

from krachtlokaal.core.text import words
from krachtlokaal.register.intake.names import match_key

LONGEST_KEY = 160


def name_key(name: str) -> str:
    """The name without legal form, accents and capitals: the same as import and linkage use."""
    return (match_key(name) or " ".join(words(name)) or name.casefold())[:LONGEST_KEY]
