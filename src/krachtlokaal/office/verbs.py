"""The audit in sentences: what each verb is called on the page "Wie deed wat".

A room registers its verbs in a module `verbs.py`, which is found by itself. A sentence follows the
name of who acted: "Sanne" + "wijzigde {label}". `{label}` is what it was about.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.office.enums import ActorKind
from krachtlokaal.office.models import AuditEntry

Words = str | Promise
_verbs: dict[str, Words] = {}
_fields: dict[str, Words] = {}


@dataclass(frozen=True)
class Change:
    """One field of one entry: what stood there, what stands there."""

    field: str
    before: str
    after: str


def register(verbs: Mapping[str, Words], fields: Mapping[str, Words] | None = None) -> None:
    """Add sentences per verb, and words for the fields that entries of these verbs change."""
    if twice := set(verbs) & set(_verbs):
        raise ValueError(f"Two sentences for {sorted(twice)}.")
    _verbs.update(verbs)
    _fields.update(fields or {})


def known() -> frozenset[str]:
    """Every verb that has a sentence."""
    return frozenset(_verbs)


def choices() -> list[tuple[str, str]]:
    """The verbs with their sentence, for a filter."""
    told = [(verb, _plain(words)) for verb, words in _verbs.items()]
    return sorted(told, key=lambda choice: choice[1].casefold())


def sentence(entry: AuditEntry) -> str:
    """'Sanne wijzigde Dorpshuis De Brink'"""
    words = str(_verbs.get(entry.verb) or _("deed iets met {label}"))
    told = words.replace("{label}", entry.object_label or _("iets dat geen naam heeft"))
    return f"{_actor(entry)} {told}"


def changes(entry: AuditEntry) -> list[Change]:
    """What an entry changed, in words; values of one field that did not change are left out."""
    pairs = ((field, _pair(value)) for field, value in entry.changes.items())
    return [
        Change(str(_fields.get(field, field)), _value(before), _value(after))
        for field, (before, after) in pairs
        if before != after
    ]


def _actor(entry: AuditEntry) -> str:
    if entry.actor_name:
        return entry.actor_name
    if entry.actor_kind == ActorKind.LINK:
        return _("Iemand met een persoonlijke link")
    return _("Iemand")


def _plain(words: Words) -> str:
    return " ".join(str(words).replace("{label}", "").split())


def _pair(value: Any) -> tuple[Any, Any]:  # noqa: ANN401  # whatever JSON holds
    return (value[0], value[1]) if isinstance(value, list) and len(value) == 2 else ("", value)


def _value(value: Any) -> str:  # noqa: ANN401  # whatever JSON holds
    if value is None or value == "":
        return _("leeg")
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, list):
        return ", ".join(_value(part) for part in value)
    return str(value)


register(
    {
        "job.retried": gettext_lazy("begon de taak {label} opnieuw"),
        "mail.resent": gettext_lazy("verstuurde de mail aan {label} nog een keer"),
        "mail.confirmed": gettext_lazy("bevestigde dat de mail aan {label} is aangekomen"),
        "release.recorded": gettext_lazy("gaf cijfers vrij: {label}"),
        "retention.carried_out": gettext_lazy("gooide weg wat over de termijn was: {label}"),
    }
)
