"""Put the rows of one organisation together, and find the organisation that they are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from krachtlokaal.accounts.queries.areas import AreaFilter
from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.intake.cleaning import Severity
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.services.imports import likeness
from krachtlokaal.register.services.imports.drafts import Draft, Group
from krachtlokaal.register.services.imports.matching import Hit, Identity, Known, may_share_kvk

_LOOKED_UP_AT_ONCE = 10_000


def group(drafts: Sequence[Draft], area: AreaFilter | None) -> list[Group]:
    """All usable rows in groups, in the order of the list, matched with the register."""
    groups = _same_in_list([draft for draft in drafts if draft.usable])
    register = identities(_municipalities(groups), _kvk_numbers(groups), area)
    _match_exactly(groups, register)
    _match_alike(groups, register)
    return _join_alike(_join_same_organisation(groups))


def _same_in_list(drafts: Iterable[Draft]) -> list[Group]:
    """Rows that are exactly the same organisation as an earlier row join it."""
    groups: dict[int, Group] = {}
    known = Known()
    for draft in drafts:
        hit = None if draft.by_hand else known.find(draft.identity)
        if hit is None:
            _warn_of_shared_kvk(draft, known)
            groups[draft.number] = Group([draft], draft.organisation, draft.reason)
            known.add(draft.identity)
            continue
        _join(groups[hit.other], draft, str(hit.why), hit.probability)
        # What this row adds to what its organisation is recognised by.
        known.add(replace(draft.identity, id=hit.other))
    return list(groups.values())


def _join(target: Group, draft: Draft, why: str, probability: float) -> None:
    same = _("Samengevoegd met rij %(row)s.") % {"row": target.first.number}
    draft.reason, draft.probability = f"{why} {same}", probability
    target.rows.append(draft)


def _warn_of_shared_kvk(draft: Draft, known: Known) -> None:
    others = [
        one for one in known.with_kvk(draft.identity.kvk) if not may_share_kvk(one, draft.identity)
    ]
    if others:
        message = _("Rij %(row)s heeft hetzelfde KvK-nummer en een andere naam. Kijk dit na.")
        warn(draft, message % {"row": others[0].id})


def warn(draft: Draft, message: str) -> None:
    draft.problems.append(
        {
            "column": "",
            "message": message,
            "severity": Severity.WARNING.value,
            "value": "",
            "candidates": [],
        }
    )


def _municipalities(groups: Iterable[Group]) -> set[str]:
    codes = {draft.values.facts.get("municipality_id", "") for g in groups for draft in g.rows}
    return codes - {""}


def _kvk_numbers(groups: Iterable[Group]) -> set[str]:
    return {draft.identity.kvk for g in groups for draft in g.rows} - {""}


def identities(
    municipalities: Iterable[str],
    kvk_numbers: Iterable[str],
    area: AreaFilter | None,
) -> list[Identity]:
    """Organisations that the list may speak of: of its municipalities, and by KvK number.

    Those of our own area come first, so that of two that fit equally ours is taken.
    """
    numbers = sorted(kvk_numbers)
    found = _read(Q(municipality__in=set(municipalities)))
    for start in range(0, len(numbers), _LOOKED_UP_AT_ONCE):
        found |= _read(Q(kvk__in=numbers[start : start + _LOOKED_UP_AT_ONCE]))
    ours = {key for key, (one, sector) in found.items() if _is_ours(area, one, sector)}
    return [found[key][0] for key in sorted(found, key=lambda key: (key not in ours, key))]


def newer_than(moment: datetime | None) -> list[Identity]:
    """Organisations that came into the register since."""
    newer = Q(created_at__gt=moment) if moment else Q(pk=None)
    return [identity for identity, _sector in _read(newer).values()]


def _is_ours(area: AreaFilter | None, one: Identity, sector: str) -> bool:
    return area is None or area.covers(one.municipality, sector)


def _read(condition: Q) -> dict[int, tuple[Identity, str]]:
    rows = Organisation.objects.filter(condition).values_list(
        "id", "name", "name_key", "kvk", "postcode", "place", "municipality_id", "website", "sector"
    )
    return {row[0]: (Identity(*row[:8]), row[8]) for row in rows.iterator(chunk_size=5000)}


def _match_exactly(groups: Iterable[Group], register: Sequence[Identity]) -> None:
    known = Known(register)
    numbers = {one.id: one.kvk for one in register}
    wanted = [g for g in groups if not g.first.by_hand]
    times = Counter(kvk for g in wanted for kvk in _kvk_numbers([g]))
    for each in wanted:
        own = _kvk_numbers([each])
        for row in each.rows:
            hit = known.find(row.identity, lone_kvk=times[row.identity.kvk] == 1)
            # Another row of the group may know a number that contradicts what this row found.
            if hit and (not own or not numbers[hit.other] or numbers[hit.other] in own):
                _take(each, hit)
                break


def _take(each: Group, hit: Hit) -> None:
    each.organisation, each.reason = hit.other, str(hit.why)
    each.probability = hit.probability


def _match_alike(groups: Sequence[Group], register: Sequence[Identity]) -> None:
    """What is left is compared by record linkage: a list that comes twice finds itself back."""
    left = {g.first.number: g for g in groups if g.organisation is None and not g.first.by_hand}
    names = {one.id: one.name for one in register}
    for pair in likeness.with_register([g.first.identity for g in left.values()], register):
        each, name = left[pair.row], names[pair.other]
        if pair.sure and each.organisation is None:
            each.organisation, each.probability = pair.other, pair.probability
            each.reason = _("Lijkt heel veel op “%(name)s”.") % {"name": name}
        elif each.organisation is None:
            warn(each.first, _("Lijkt op “%(name)s” in het register.") % {"name": name})


def _join_same_organisation(groups: Sequence[Group]) -> list[Group]:
    """Two groups that are one organisation of the register become one."""
    kept: list[Group] = []
    by_organisation: dict[int, Group] = {}
    for each in groups:
        earlier = by_organisation.get(each.organisation or 0)
        if earlier is None or each.first.by_hand:
            kept.append(each)
            if each.organisation:
                by_organisation.setdefault(each.organisation, each)
            continue
        for draft in each.rows:
            _join(earlier, draft, each.reason, each.probability or 1.0)
    return kept


def _join_alike(groups: Sequence[Group]) -> list[Group]:
    """New organisations of the list that are very much alike."""
    new = {g.first.number: g for g in groups if g.organisation is None and not g.first.by_hand}
    gone: set[int] = set()
    for pair in likeness.within_list([g.first.identity for g in new.values()]):
        earlier, later = new[pair.other], new[pair.row]
        if pair.other in gone or pair.row in gone:
            continue
        name = earlier.first.values.facts.get("name", "")
        if not pair.sure:
            message = _("Lijkt op rij %(row)s, “%(name)s”. Kijk dit na.")
            warn(later.first, message % {"row": pair.other, "name": name})
            continue
        gone.add(pair.row)
        for draft in later.rows:
            _join(earlier, draft, _("Lijkt heel veel op deze rij."), pair.probability)
    return [g for g in groups if g.first.number not in gone]


def regroup(rows: Sequence[Draft]) -> list[Group]:
    """The groups as they were decided before, from rows that are kept."""
    groups: dict[int, Group] = {}
    for row in sorted(rows, key=lambda one: one.number):
        if row.action == RowAction.MERGE and row.same_as in groups:
            groups[row.same_as].rows.append(row)
        elif row.usable:
            groups[row.number] = Group([row], row.organisation, row.reason, row.probability)
    return list(groups.values())
