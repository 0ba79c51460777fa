"""`show_if` of a question: "help_wanted in [maybe, soon]" or "role == board"."""

import re

from krachtlokaal.surveys.definition.model import Condition

_FORM = re.compile(r"(?P<key>[a-z][a-z0-9_]*) (?:in \[(?P<codes>[^\]]+)\]|== (?P<code>[a-z0-9_]+))")


def condition(words: str, prefix: str = "") -> Condition | None:
    """What `show_if` says; `prefix` is the theme's, for questions that come back in each theme."""
    read = _FORM.fullmatch(words)
    if read is None:
        return None
    codes = read["code"] or read["codes"]
    return Condition(prefix + read["key"], frozenset(part.strip() for part in codes.split(",")))
