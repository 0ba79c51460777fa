"""How many organisations each municipality has, by the same filters as the list."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from krachtlokaal.accounts.access import Access
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.organisations import organisations
from krachtlokaal.register.queries.places import Town, towns


@dataclass(frozen=True)
class Spot:
    """A municipality with its number of organisations, and the address that lists them."""

    town: Town
    number: int
    url: str


def counts(filters: Filters, access: Access) -> list[Spot]:
    """Municipalities that have any, the most first."""
    rows = (
        organisations(filters, access)
        .order_by()
        .values_list("municipality_id")
        .annotate(number=Count("pk"))
    )
    known = towns()
    page = reverse("register:list")
    spots = [
        Spot(known[code], number, f"{page}?{filters.query(municipalities=(code,))}")
        for code, number in rows
    ]
    return sorted(spots, key=lambda spot: (-spot.number, spot.town.name))
