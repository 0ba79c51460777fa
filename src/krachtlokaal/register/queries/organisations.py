"""Which organisations a choice of filters means: the public face of the list for other subjects.

`organisations` and `from_query` return a queryset in the order of the list; mailings, exports,
maps and saved selections all use them, so that they mean what the list shows.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from django.db.models import F, OrderBy, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.queries.areas import AreaFilter
from krachtlokaal.register.enums import PairState
from krachtlokaal.register.models import (
    Contact,
    DuplicatePair,
    Organisation,
    OrganisationTag,
    Selection,
)
from krachtlokaal.register.queries import searching
from krachtlokaal.register.queries.areas import area_of, in_area
from krachtlokaal.register.queries.filters import Filters, Size, Sort, State
from krachtlokaal.register.queries.places import provinces

__all__ = ["Filters", "from_query", "organisations", "resolve"]

STALE_AFTER = timedelta(days=365)
SIZES: dict[str, Q] = {
    Size.TO_9: Q(volunteers__lte=9),
    Size.TO_24: Q(volunteers__range=(10, 24)),
    Size.TO_49: Q(volunteers__range=(25, 49)),
    Size.TO_99: Q(volunteers__range=(50, 99)),
    Size.FROM_100: Q(volunteers__gte=100),
    Size.UNKNOWN: Q(volunteers=None),
}


def from_query(query: str | QueryDict, access: Access) -> QuerySet[Organisation]:
    """The organisations that an address of the list, or what a page passed along, stands for."""
    read = Filters.from_query if isinstance(query, str) else Filters.from_querydict
    return organisations(read(query), access)  # type: ignore[arg-type]  # chosen by the same test


def resolve(filters: Filters) -> Filters:
    """A saved selection replaced by what was saved; other choices made beside it still count."""
    if filters.selection is None:
        return filters
    saved = Selection.objects.filter(pk=filters.selection).first()
    if saved is None:
        gone = _("Deze selectie bestaat niet meer. U ziet nu de gewone lijst.")
        return replace(filters, selection=None, errors=(*filters.errors, gone))
    if saved.organisation_ids:
        return replace(filters, selection=None, ids=tuple(saved.organisation_ids))
    return Filters.from_query(saved.query)


def organisations(
    filters: Filters, access: Access, *, area: AreaFilter | None = None
) -> QuerySet[Organisation]:
    """Organisations that exist, by these filters; without another choice those of the own area.

    `area` spares a query where the caller already knows the working area.
    """
    filters = resolve(filters)
    if not (filters.ids or filters.everywhere):
        area = area or area_of(access)
    rows = _base(filters, area).filter(_facts(filters))
    if filters.tag is not None:
        rows = rows.filter(
            pk__in=OrganisationTag.objects.filter(tag=filters.tag).values("organisation_id")
        )
    if searching.says_something(filters.q):
        rows = rows.filter(pk__in=searching.ids_for(filters.q, _somewhere(filters, area)))
    return _in_state(rows, filters.state).order_by(*_order(filters))


def _base(filters: Filters, area: AreaFilter | None) -> QuerySet[Organisation]:
    """Rows chosen by hand are shown whatever they are; else those that run, in the area."""
    if filters.ids:
        return Organisation.objects.filter(pk__in=filters.ids)
    rows = Organisation.objects.filter(ended_on__isnull=filters.state != State.ENDED)
    if filters.everywhere or area is None:
        return rows
    return rows.filter(in_area(area))


def _somewhere(filters: Filters, area: AreaFilter | None) -> Collection[str]:
    """The municipalities that the other filters leave over, where that says anything."""
    if filters.municipalities:
        return filters.municipalities
    if filters.province:
        return provinces()[filters.province]
    if area is None or filters.everywhere or filters.ids or area.sectors:
        return ()
    return area.municipalities | {code for code, _sector in area.pairs}


def _facts(filters: Filters) -> Q:
    wanted = Q()
    if filters.municipalities:
        wanted &= Q(municipality__in=filters.municipalities)
    if filters.province:
        wanted &= Q(municipality__in=sorted(provinces()[filters.province]))
    if filters.sector:
        wanted &= Q(sector=filters.sector)
    if filters.legal_form:
        wanted &= Q(legal_form=filters.legal_form)
    if filters.size:
        wanted &= SIZES[filters.size]
    return wanted


def _in_state(rows: QuerySet[Organisation], state: str) -> QuerySet[Organisation]:
    if state == State.DUPLICATE:
        pairs = DuplicatePair.objects.filter(state=PairState.OPEN).order_by()
        return rows.filter(pk__in=pairs.values("a_id").union(pairs.values("b_id")))
    if state == State.ADDRESS:
        wrong = Contact.objects.filter(ended_on=None).exclude(mail_problem="").order_by()
        return rows.filter(pk__in=wrong.values("organisation_id"))
    if state == State.UNCONFIRMED:
        return rows.filter(Q(confirmed_at=None) | Q(confirmed_at__lt=timezone.now() - STALE_AFTER))
    return rows


def _order(filters: Filters) -> list[OrderBy | str]:
    """Each order has its index; names decide between equals."""
    down = filters.descending
    if filters.sort == Sort.VOLUNTEERS:
        count = F("volunteers").desc(nulls_last=True) if down else F("volunteers").asc()
        return [count, "name_key", "id"]
    names = {
        Sort.PLACE: ["place", "name_key", "id"],
        Sort.CHANGED: ["updated_at", "id"],
    }.get(Sort(filters.sort), ["name_key", "id"])
    return [f"-{name}" if down else name for name in names]
