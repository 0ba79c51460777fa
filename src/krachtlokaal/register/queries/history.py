"""The history of an organisation: who changed which shared fact, readable for every adviser."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import QuerySet
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.office import verbs
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.register.enums import LegalForm, Sector
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.places import town_name


@dataclass(frozen=True)
class Change:
    """One fact before and after, in words."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Event:
    """One line of the history."""

    at: datetime
    sentence: str
    where: str
    changes: tuple[Change, ...]


def entries(organisation: Organisation) -> QuerySet[AuditEntry]:
    """The latest first; what happened to organisations that were merged into it counts too."""
    ids = [organisation.pk, *organisation.merged_from.values_list("pk", flat=True)]
    return AuditEntry.shared.filter(
        object_kind=organisation._meta.label_lower, object_id__in=ids, is_shared=True
    ).order_by("-at", "-id")


def events(rows: Iterable[AuditEntry]) -> list[Event]:
    """The lines of these entries, with the names of their workspaces. One query."""
    rows = list(rows)
    keys = {row.workspace_id for row in rows}
    names = dict(Workspace.objects.filter(pk__in=keys).values_list("pk", "name"))
    return [
        Event(
            row.at,
            verbs.sentence(row),
            names.get(row.workspace_id or 0, ""),
            tuple(told(row.changes)),
        )
        for row in rows
    ]


def told(changes: Mapping[str, Any]) -> Iterable[Change]:
    """Each changed fact in words; what is no pair of values is left out."""
    for name, pair in changes.items():
        if isinstance(pair, (list, tuple)) and len(pair) == 2:
            yield Change(label(name), shown(name, pair[0]), shown(name, pair[1]))


def label(name: str) -> str:
    """The name of a fact, with a capital."""
    try:
        field = Organisation._meta.get_field(name.removesuffix("_id"))
    except FieldDoesNotExist:
        return name.replace("_", " ").capitalize()
    return str(getattr(field, "verbose_name", name)).capitalize().replace("Kvk", "KvK")


def shown(name: str, value: Any) -> str:  # noqa: ANN401 any fact's value
    """A fact's value in words."""
    if value in (None, ""):
        return _("leeg")
    if name == "municipality_id":
        return town_name(str(value))
    for field, kinds in (("sector", Sector), ("legal_form", LegalForm)):
        if name == field and value in set(kinds):
            return str(kinds(value).label)
    return _date(value) or str(value)


def _date(value: Any) -> str:  # noqa: ANN401 any fact's value
    """Dates come back from the record as text."""
    if isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-":
        with suppress(ValueError):  # such as 2026-99-99: what somebody typed
            value = parse_datetime(value) or parse_date(value)
    return date_format(value, "j F Y") if isinstance(value, date) else ""
