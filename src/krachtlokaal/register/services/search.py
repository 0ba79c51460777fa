"""Search rows of organisations: what the search of the list, and of the whole product, looks in."""

from collections.abc import Iterable

from django.db import transaction

from krachtlokaal.office import search
from krachtlokaal.office.models import PublicSearchRow
from krachtlokaal.register.keys import name_key
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.register.queries.searching import KIND

BATCH = 2000

__all__ = ["name_key", "rebuild", "reindex"]


def reindex(ids: Iterable[int]) -> None:
    """Bring the search rows of these organisations up to date; merged ones lose theirs."""
    wanted = list(ids)
    for start in range(0, len(wanted), BATCH):
        _reindex(wanted[start : start + BATCH])


def rebuild() -> int:
    """All search rows again, for instance after the way of making tokens changed."""
    ids = list(Organisation.objects.order_by("pk").values_list("pk", flat=True))
    indexed = PublicSearchRow.objects.filter(kind=KIND).values_list("object_id", flat=True)
    with transaction.atomic():
        search.remove(KIND, set(indexed) - set(ids))
        reindex(ids)
    return len(ids)


def _reindex(ids: list[int]) -> None:
    rows = [_row(organisation) for organisation in Organisation.objects.filter(pk__in=ids)]
    search.put_many(rows)
    gone = set(ids) - {row.object_id for row in rows}
    if gone:
        search.remove(KIND, gone)


def _row(organisation: Organisation) -> search.Row:
    town = town_name(organisation.municipality_id)
    place = organisation.place or town
    code = organisation.municipality_id
    # People type a postcode with and without its space; the code narrows a search to an area.
    facts = [town, organisation.kvk, organisation.postcode, organisation.postcode.replace(" ", "")]
    return search.Row(
        kind=KIND,
        object_id=organisation.pk,
        title=organisation.name,
        detail=place if place == town else f"{place}, {town}",
        text=" ".join([*facts, code]),
    )
