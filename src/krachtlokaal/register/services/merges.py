"""Merge two organisations by hand, and undo it within 30 days."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Literal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.core import guard
from krachtlokaal.office import audit
from krachtlokaal.register.enums import PairState
from krachtlokaal.register.merge import Relation, Treatment, registry
from krachtlokaal.register.models import DuplicatePair, Merge, Organisation
from krachtlokaal.register.services import search

UNDO_DAYS = 30
FACTS = (
    "name",
    "kvk",
    "sector",
    "legal_form",
    "address",
    "postcode",
    "place",
    "municipality_id",
    "website",
    "volunteers",
    "members",
)
Side = Literal["kept", "gone"]


class MergeRefused(Exception):  # noqa: N818 it is an answer, not a fault
    """The merge or its undoing can't be done; the message says why and what to do."""


@transaction.atomic
def merge(*, access: Access, kept: int, gone: int, take: Mapping[str, Side] | None = None) -> Merge:
    """Move all that hangs on `gone` to `kept`. `take` says of which of the two a fact is kept."""
    with guard.system("a merge moves the rows of every workspace, shown as counts"):
        keeper, leaver = _lock_pair(kept, gone)
        moved: dict[str, dict[str, Any]] = {
            "relations": {},
            "aside": {},
            "copies": {
                path: copy.rewrite(leaver.pk, keeper.pk) for path, copy in registry.copies.items()
            },
        }
        for path, relation in registry.relations.items():
            if relation.treatment is Treatment.MOVE:
                moved["aside"][path] = _set_aside(relation, leaver.pk, keeper.pk)
                moved["relations"][path] = _move(relation, leaver.pk, keeper.pk)
        facts = _take_facts(keeper, leaver, take or {})
        leaver.merged_into = keeper
        leaver.version += 1
        leaver.save(update_fields=["merged_into", "version", "updated_at"])
        _close_pair(keeper.pk, leaver.pk, access)
    done = Merge.objects.create(
        kept=keeper,
        gone=leaver,
        workspace=access.workspace,
        merged_by=access.user,
        merged_by_name=str(access.user),
        moved=moved,
        facts=facts,
    )
    search.reindex([keeper.pk, leaver.pk])
    audit.record(
        "organisation.merged",
        keeper,
        changes={"samengevoegd": [leaver.name, keeper.name], **facts},
        shared=True,
    )
    return done


@transaction.atomic
def undo(*, access: Access, merge: Merge) -> list[str]:
    """Take the two apart again. Returns what could not be put back, as sentences."""
    with guard.system("undoing a merge moves the rows of every workspace back"):
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        both = _lock(merge.kept_id, merge.gone_id)
        refuse_undo(merge)
        kept, gone = both[merge.kept_id], both[merge.gone_id]
        for path, keys in merge.moved["relations"].items():
            _move_back(registry.relations[path], keys, gone.pk, kept.pk)
        for path, rows in merge.moved["aside"].items():
            _bring_back(registry.relations[path], rows)
        for path, before in merge.moved["copies"].items():
            registry.copies[path].restore(gone.pk, kept.pk, before)
        left = _restore_facts(kept, merge.facts)
        gone.merged_into = None
        gone.version += 1
        gone.save(update_fields=["merged_into", "version", "updated_at"])
        DuplicatePair.objects.filter(a_id=min(kept.pk, gone.pk), b_id=max(kept.pk, gone.pk)).update(
            state=PairState.OPEN, decided_at=None, decided_by_name=""
        )
    merge.undone_at = timezone.now()
    merge.undone_by_name = str(access.user)
    merge.save(update_fields=["undone_at", "undone_by_name"])
    search.reindex([kept.pk, gone.pk])
    audit.record("organisation.unmerged", kept, label=f"{kept} / {gone}", shared=True)
    return left


def refuse_undo(merge: Merge) -> None:
    """Raise the reason, if this merge can't be undone (any more)."""
    if merge.undone_at:
        raise MergeRefused(_("Deze samenvoeging is al ongedaan gemaakt."))
    if merge.merged_at < timezone.now() - timedelta(days=UNDO_DAYS):
        raise MergeRefused(_("Deze samenvoeging is meer dan 30 dagen oud en blijft daarom staan."))
    later = Merge.objects.filter(gone_id=merge.kept_id, undone_at=None).first()
    if later:
        raise MergeRefused(
            _("„{name}” is daarna zelf samengevoegd. Maak eerst die samenvoeging ongedaan.").format(
                name=merge.kept.name
            )
        )


def why_not_undo(merge: Merge) -> str:
    """The reason why this merge can't be undone, or nothing."""
    try:
        refuse_undo(merge)
    except MergeRefused as refusal:
        return str(refusal)
    return ""


@transaction.atomic
def mark_different(*, access: Access, pair: DuplicatePair) -> None:
    """These two are not the same; they are not shown as a pair again."""
    pair.state = PairState.DIFFERENT
    pair.decided_at = timezone.now()
    pair.decided_by_name = str(access.user)
    pair.save(update_fields=["state", "decided_at", "decided_by_name"])
    audit.record("pair.different", pair.a, label=f"{pair.a} / {pair.b}", shared=True)


def _lock(kept: int, gone: int) -> dict[int, Organisation]:
    """Both rows, locked in the order of their numbers so that two merges can't block each other."""
    rows = Organisation.everything.select_for_update().filter(pk__in=[kept, gone]).order_by("pk")
    return {row.pk: row for row in rows}


def _lock_pair(kept: int, gone: int) -> tuple[Organisation, Organisation]:
    rows = _lock(kept, gone)
    if kept == gone or len(rows) != 2:
        raise MergeRefused(_("Kies twee verschillende organisaties."))
    if any(row.merged_into_id for row in rows.values()):
        raise MergeRefused(
            _("Een van deze organisaties is intussen al samengevoegd. Kijk opnieuw in de lijst.")
        )
    return rows[kept], rows[gone]


def _set_aside(relation: Relation, gone: int, kept: int) -> list[dict[str, Any]]:
    """Remove rows that the kept organisation already has; what they held is remembered."""
    if not relation.once_per:
        return []
    rows = relation.model._base_manager
    there = set(rows.filter(**{relation.field: kept}).values_list(*relation.once_per))
    aside = []
    for row in rows.filter(**{relation.field: gone}):
        if tuple(getattr(row, name) for name in relation.once_per) in there:
            aside.append({f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields})
            row.delete()
    return aside


def _move(relation: Relation, gone: int, kept: int) -> list[int]:
    rows = relation.model._base_manager.filter(**{relation.field: gone})
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    rows.filter(pk__in=keys).update(**{relation.field: kept})
    return keys


def _move_back(relation: Relation, keys: list[int], gone: int, kept: int) -> None:
    rows = relation.model._base_manager.filter(pk__in=keys, **{relation.field: kept})
    rows.update(**{relation.field: gone})


def _bring_back(relation: Relation, rows: list[dict[str, Any]]) -> None:
    """Make them again, save those of a thing, such as a label, that is gone since."""
    for name in relation.once_per:
        things = relation.model._meta.get_field(name).related_model._base_manager  # type: ignore[union-attr]  # what makes rows unique are keys
        there = set(things.filter(pk__in=[row[name] for row in rows]).values_list("pk", flat=True))
        rows = [row for row in rows if row[name] in there]
    relation.model._base_manager.bulk_create(
        [relation.model(**row) for row in rows], ignore_conflicts=True
    )


def _take_facts(
    keeper: Organisation, leaver: Organisation, take: Mapping[str, Side]
) -> dict[str, list[Any]]:
    """Write the chosen facts to the keeper; an empty fact is filled without asking."""
    changes = {}
    for name in FACTS:
        mine, other = getattr(keeper, name), getattr(leaver, name)
        if other != mine and _takes_other(take.get(name), mine, other):
            setattr(keeper, name, other)
            changes[name] = [mine, other]
    if "name" in changes:
        keeper.name_key = leaver.name_key
    keeper.version += 1
    keeper.save()
    return changes


def _takes_other(choice: Side | None, mine: object, other: object) -> bool:
    if choice is not None:
        return choice == "gone"
    return mine in (None, "") and other not in (None, "")


def _restore_facts(kept: Organisation, facts: Mapping[str, list[Any]]) -> list[str]:
    """Put the facts back that nobody changed since; the others are named."""
    left = []
    for name, (old, new) in facts.items():
        if getattr(kept, name) == new:
            setattr(kept, name, old)
        else:
            label = Organisation._meta.get_field(name.removesuffix("_id")).verbose_name  # type: ignore[union-attr]  # facts are fields with a name
            left.append(
                _("{field} is daarna nog gewijzigd en blijft zo staan.").format(field=label)
            )
    kept.name_key = search.name_key(kept.name)
    kept.version += 1
    kept.save()
    return left


def _close_pair(kept: int, gone: int, access: Access) -> None:
    DuplicatePair.objects.filter(a_id=min(kept, gone), b_id=max(kept, gone)).update(
        state=PairState.MERGED, decided_at=timezone.now(), decided_by_name=str(access.user)
    )
