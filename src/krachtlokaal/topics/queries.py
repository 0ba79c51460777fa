"""Which help there is: for a theme, in a form, in a municipality."""

from datetime import date

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from krachtlokaal.topics.models import Offer, OfferFile


def open_offers(on: date | None = None) -> QuerySet[Offer]:
    """Offers that hold on that day (today): not withdrawn, not past their last day."""
    day = on or timezone.localdate()
    return Offer.objects.filter(Q(valid_until=None) | Q(valid_until__gte=day), withdrawn_at=None)


def offers_for(
    *, theme: str = "", help_form: str = "", municipality: str = "", on: date | None = None
) -> QuerySet[Offer]:
    """Open offers by what was chosen; an empty choice is every choice.

    In the order of their first theme, then by title; two queries however many there are.
    """
    rows = open_offers(on)
    if theme:
        of_theme = Offer.themes.through.objects.filter(offer=OuterRef("pk"), theme=theme)
        rows = rows.filter(Exists(of_theme))
    if help_form:
        rows = rows.filter(help_forms__contains=[help_form])
    if municipality:
        rows = rows.filter(Q(municipalities=[]) | Q(municipalities__contains=[municipality]))
    return (
        rows.annotate(first_theme=Min("themes__order"))
        .order_by("first_theme", "title", "pk")
        .select_related("workspace")
        .prefetch_related("themes")
    )


def files_of(offer: Offer, on: date | None = None) -> list[OfferFile]:
    """The files of an offer that somebody still stands for, without what is in them."""
    day = on or timezone.localdate()
    return list(OfferFile.objects.filter(offer=offer, valid_until__gte=day).defer("data"))
