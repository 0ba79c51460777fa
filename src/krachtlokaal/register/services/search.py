"""Search rows of organisations: what the search of the list, and of the whole product, looks in."""

from collections.abc import Iterable

from django.db import transaction

from krachtlokaal.core.text import words
from krachtlokaal.office.models import PublicSearchRow
from krachtlokaal.register.intake.names import match_key
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.register.queries.searching import KIND

BATCH = 2000
LONGEST_KEY = 160


def name_key(name: str) -> str:
    """The key that names are sorted and compared by: the same as the import and linkage use."""
    return (match_key(name) or " ".join(words(name)) or name.casefold())[:LONGEST_KEY]


def reindex(ids: Iterable[int]) -> None:
    """Bring the search rows of these organisations up to date; merged ones lose theirs."""
    wanted = list(ids)
    for start in range(0, len(wanted), BATCH):
        _reindex(wanted[start : start + BATCH])


def rebuild() -> int:
    """All search rows again, for instance after the way of making tokens changed."""
    ids = list(Organisation.objects.order_by("pk").values_list("pk", flat=True))
    with transaction.atomic():
        PublicSearchRow.objects.filter(kind=KIND).exclude(
            object_id__in=Organisation.objects.values("pk")
        ).delete()
        reindex(ids)
    return len(ids)


def _reindex(ids: list[int]) -> None:
    rows = [_row(organisation) for organisation in Organisation.objects.filter(pk__in=ids)]
    PublicSearchRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=["title", "detail", "tokens"],
    )
    gone = set(ids) - {row.object_id for row in rows}
    if gone:
        PublicSearchRow.objects.filter(kind=KIND, object_id__in=gone).delete()


def _row(organisation: Organisation) -> PublicSearchRow:
    town = town_name(organisation.municipality_id)
    place = organisation.place or town
    facts = [organisation.name, place, town, organisation.kvk, organisation.postcode]
    tokens = dict.fromkeys(word for fact in facts for word in words(fact))
    compact = organisation.postcode.replace(" ", "").lower()
    return PublicSearchRow(
        kind=KIND,
        object_id=organisation.pk,
        title=organisation.name,
        detail=place if place == town else f"{place}, {town}",
        tokens=" ".join([*tokens, compact]).strip(),
    )
