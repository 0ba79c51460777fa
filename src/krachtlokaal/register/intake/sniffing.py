"""What the content of a column looks like, for headings that say nothing."""

import re
from collections.abc import Callable, Sequence

from krachtlokaal.register.intake.enums import Field
from krachtlokaal.register.intake.kinds import kinds_of
from krachtlokaal.register.intake.places import default_places, place_key
from krachtlokaal.register.intake.text import words

_ENOUGH = 0.6
_POSTCODE = re.compile(r"\s*(?:NL-?)?\d{4}\s?[A-Za-z]{2}\s*")
_POSTCODE_PLACE = re.compile(r"\s*\d{4}\s?[A-Za-z]{2}[\s,]+[A-Za-z'’][\w\s'’.-]+", re.UNICODE)
_EMAIL = re.compile(r"\s*(?:mailto:)?[^\s@]+@[^\s@]+\.\w{2,}\s*", re.IGNORECASE)
_URL = re.compile(
    r"\s*(?:https?://|www\.)\S+\s*|\s*[\w-]+(?:\.[\w-]+)*\.(?:nl|frl|com|org|eu|net)/?\s*",
    re.IGNORECASE,
)
_KVK = re.compile(r"\s*[0-9]{7,8}\s*")
_PHONE = re.compile(r"\s*(?:\+31|0031|0)\s?[1-9](?:[\s().-]*\d){7,8}\s*")
_STREET = re.compile(
    r".*(?:straat|weg|laan|plein|pad|dijk|hof|kade|buorren|strjitte|singel|steeg|loane|wei)"
    r"\s*\d*.*",
    re.IGNORECASE,
)


def _is_place(value: str) -> bool:
    return default_places().knows(place_key(value))


def _is_organisation(value: str) -> bool:
    return bool(kinds_of(words(value)))


_TESTS: tuple[tuple[Field, Callable[[str], object]], ...] = (
    (Field.POSTCODE, _POSTCODE.fullmatch),
    (Field.POSTCODE_PLACE, _POSTCODE_PLACE.fullmatch),
    (Field.EMAIL, _EMAIL.fullmatch),
    (Field.WEBSITE, _URL.fullmatch),
    (Field.PHONE, _PHONE.fullmatch),
    (Field.KVK, _KVK.fullmatch),
    (Field.PLACE, _is_place),
    (Field.STREET, _STREET.fullmatch),
    (Field.NAME, _is_organisation),
)


def sniff(values: Sequence[str]) -> tuple[Field, float] | None:
    """The field that most cells fit, with the share of them; None below six in ten."""
    sample = values[:60]
    if not sample:
        return None
    for field, test in _TESTS:
        share = sum(1 for value in sample if test(value)) / len(sample)
        if share >= _ENOUGH:
            return field, share
    return None
