"""Organisations that a new one may already be: looked up before it is saved."""

from django.db.models import Q

from krachtlokaal.register.keys import name_key
from krachtlokaal.register.models import Organisation

SHOWN = 5


def likely_same(*, name: str, kvk: str, place: str, municipality: str) -> list[Organisation]:
    """The same KvK number, or the same name in the same place; ended ones count too."""
    same = Q(name_key=name_key(name)) & (Q(municipality=municipality) | Q(place__iexact=place))
    if kvk:
        same |= Q(kvk=kvk)
    return list(Organisation.objects.filter(same).order_by("name_key", "id")[:SHOWN])
