"""What would happen with each group of rows: nothing is written here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.accounts.queries.areas import AreaFilter
from krachtlokaal.register.enums import RowAction, Sector
from krachtlokaal.register.intake.cleaning import Severity
from krachtlokaal.register.models import Contact, Note, Organisation, OrganisationTag
from krachtlokaal.register.queries import import_area as areas
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.register.services.imports import differences
from krachtlokaal.register.services.imports.drafts import Draft, Group
from krachtlokaal.register.services.imports.values import RowValues, combine
from krachtlokaal.register.services.organisations import FACTS

Facts = dict[str, Any]


@dataclass(frozen=True)
class Around:
    """What the decisions are made against: the area, and what is known now of what matched."""

    workspace: Workspace
    area: AreaFilter | None
    overwrite: bool
    municipality_column: str = ""
    organisations: Mapping[int, Facts] = field(default_factory=dict)
    contacts: Mapping[int, Sequence[Contact]] = field(default_factory=dict)
    tags: Mapping[int, frozenset[str]] = field(default_factory=dict)
    notes: Mapping[int, frozenset[str]] = field(default_factory=dict)
    others: Mapping[str, Sequence[str]] = field(default_factory=dict)


def look_around(
    groups: Iterable[Group],
    *,
    workspace: Workspace,
    area: AreaFilter | None,
    overwrite: bool,
    municipality_column: str = "",
) -> Around:
    """Six queries, whatever the number of groups."""
    wanted = list(groups)
    ids = {group.organisation for group in wanted if group.organisation}
    found = {row["id"]: row for row in Organisation.objects.filter(pk__in=ids).values("id", *FACTS)}
    codes = {code for group in wanted for code in _codes(group, found)}
    return Around(
        workspace=workspace,
        area=area,
        overwrite=overwrite,
        municipality_column=municipality_column,
        organisations=found,
        contacts=contacts_of(ids),
        tags=_tags_of(ids),
        notes=_notes_of(ids),
        others=areas.who_may(code for code in codes if not areas.holds(area, code, "")),
    )


def decide(group: Group, around: Around) -> None:
    """Fill in what would happen with the rows of one organisation."""
    whole = combine(group.first.values, [row.values for row in group.rows[1:]])
    current = around.organisations.get(group.organisation or 0)
    refusal = _refusal(group.first, whole, current, around)
    if refusal:
        for row in group.rows:
            row.reject(around.municipality_column, refusal)
        return
    for row in group.rows[1:]:
        _follow(row, group)
    _lead(group, whole, current, around)


def _lead(group: Group, whole: RowValues, current: Facts | None, around: Around) -> None:
    first = group.first
    first.same_as, first.organisation, first.probability = None, None, None
    if current is None:
        first.changes = new_changes(whole)
        first.action, first.reason = RowAction.CREATE, group.reason
        return
    first.changes = update_changes(whole, current, around)
    first.organisation, first.probability = group.organisation, group.probability
    first.action = RowAction.UPDATE if first.changes else RowAction.UNCHANGED
    first.reason = group.reason


def _follow(row: Draft, group: Group) -> None:
    row.action, row.same_as = RowAction.MERGE, group.first.number
    row.organisation, row.changes = group.organisation, {}


def new_changes(whole: RowValues) -> dict[str, Any]:
    """Everything that a new organisation gets."""
    changes: dict[str, Any] = {"facts": {name: [None, new] for name, new in whole.facts.items()}}
    people = differences.of_contacts([], whole.people, overwrite=True)
    return changes | _extras([change.as_json() for change in people], whole.tags, whole.note)


def update_changes(whole: RowValues, current: Facts, around: Around) -> dict[str, Any]:
    """What the list adds to an organisation that is known; empty when there is nothing new."""
    organisation = current["id"]
    by_kvk = bool(current["kvk"]) and current["kvk"] == whole.facts.get("kvk")
    facts = differences.of_facts(
        current, whole, differences.Manner(overwrite=around.overwrite, by_kvk=by_kvk)
    )
    people = differences.of_contacts(
        around.contacts.get(organisation, ()), whole.people, overwrite=around.overwrite
    )
    known_tags = around.tags.get(organisation, frozenset())
    tags = [tag for tag in whole.tags if tag.casefold() not in known_tags]
    note = "" if whole.note in around.notes.get(organisation, ()) else whole.note
    changes = {"facts": facts} if facts else {}
    return changes | _extras([change.as_json() for change in people], tags, note)


def _extras(people: list[dict[str, Any]], tags: list[str], note: str) -> dict[str, Any]:
    extras: dict[str, Any] = {}
    if people:
        extras["contacts"] = people
    if tags:
        extras["tags"] = tags
    if note:
        extras["note"] = note
    return extras


def _refusal(first: Draft, whole: RowValues, current: Facts | None, around: Around) -> str:
    """Why these rows can't be imported, in a sentence; empty when they can."""
    code = whole.facts.get("municipality_id", "")
    if not code and current is None:
        return _no_municipality(first)
    sector = whole.facts.get("sector") or (current["sector"] if current else Sector.OTHER)
    if current and not areas.holds(around.area, current["municipality_id"], current["sector"]):
        return _outside(current["municipality_id"], around)
    if code and not areas.holds(around.area, code, sector):
        return _outside(code, around)
    return ""


def _no_municipality(first: Draft) -> str:
    for problem in first.problems:
        if problem["severity"] == Severity.QUESTION:
            return str(problem["message"])
    return _("De plaats en de gemeente ontbreken. Vul een van de twee in.")


def _outside(code: str, around: Around) -> str:
    town, others = town_name(code), around.others.get(code, ())
    sentence = _("De gemeente %(town)s hoort niet bij het werkgebied van %(workspace)s.") % {
        "town": town,
        "workspace": around.workspace.name,
    }
    if not others:
        return sentence + " " + _("Vraag het landelijk team wie hier werkt.")
    names = _(" en ").join([", ".join(others[:-1]), others[-1]] if others[1:] else list(others))
    who = ngettext(
        "%(names)s mag deze organisatie wel inlezen.",
        "%(names)s mogen deze organisatie wel inlezen.",
        len(others),
    )
    return sentence + " " + who % {"names": names}


def _codes(group: Group, found: Mapping[int, Facts]) -> Iterable[str]:
    for row in group.rows:
        yield row.values.facts.get("municipality_id", "")
    if current := found.get(group.organisation or 0):
        yield current["municipality_id"]


def contacts_of(ids: Iterable[int]) -> dict[int, list[Contact]]:
    found: dict[int, list[Contact]] = {}
    for contact in Contact.objects.filter(organisation_id__in=list(ids)).order_by("pk"):
        found.setdefault(contact.organisation_id, []).append(contact)
    return found


def _tags_of(ids: Iterable[int]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    rows = OrganisationTag.objects.filter(organisation_id__in=list(ids))
    for organisation, name in rows.values_list("organisation_id", "tag__name"):
        found.setdefault(organisation, set()).add(name.casefold())
    return {organisation: frozenset(names) for organisation, names in found.items()}


def _notes_of(ids: Iterable[int]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    rows = Note.objects.filter(organisation_id__in=list(ids))
    for organisation, text in rows.values_list("organisation_id", "text"):
        found.setdefault(organisation, set()).add(text)
    return {organisation: frozenset(texts) for organisation, texts in found.items()}
