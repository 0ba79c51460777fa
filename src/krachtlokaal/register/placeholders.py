"""The two words in curly brackets that a mail fills in for each recipient."""

import re

from django.utils.translation import gettext as _

KNOWN = ("naam", "organisatie")
_PLACE = re.compile(r"\{([^{}\n]{0,40})\}")


def fill(text: str, *, name: str, organisation: str) -> str:
    """The text for one recipient; who has no name is greeted as the board of the organisation."""
    who = name or _("bestuur van %(organisation)s") % {"organisation": organisation}
    values = {"naam": who, "organisatie": organisation}

    def value(found: re.Match[str]) -> str:
        return values.get(found.group(1).strip().lower(), found.group(0))

    return _PLACE.sub(value, text)


def unknown(text: str) -> list[str]:
    """What stands in curly brackets and can't be filled in."""
    found = dict.fromkeys(match.group(1).strip() for match in _PLACE.finditer(text))
    return [word for word in found if word.lower() not in KNOWN]
