"""The map: how many organisations each municipality has."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.publishing import dot_map
from krachtlokaal.register.queries import choices, listing, maps
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.maps import Spot
from krachtlokaal.register.queries.organisations import resolve
from krachtlokaal.register.queries.places import towns

PER_PAGE = 25
MOST_PROVINCES = 2  # a working area in more of them is shown on the map of the whole country


@allow(Capability.READ_REGISTER)
def organisation_map(request: MemberRequest) -> HttpResponse:
    """Dots by the filters of the list, and the same numbers in a table."""
    around = listing.surroundings(request.access)
    filters = replace(resolve(Filters.from_querydict(request.GET)), sort="naam", descending=False)
    spots = maps.counts(filters, request.access)
    most = spots[0].number if spots else 0
    context = {
        "filters": filters,
        "around": around,
        "choices": choices.map_choices(filters, around),
        "total": sum(spot.number for spot in spots),
        "spots": spots,
        "page": Paginator(spots, PER_PAGE).get_page(request.GET.get("page")),
        "picture": _picture(filters, spots) if spots else "",
        "legend": [
            (dot_map.draw_size(step, most), number(step)) for step in dot_map.legend_steps(most)
        ],
        "ground": dot_map.draw_ground(),
        "query": filters.query(),
        "kept": list(QueryDict(filters.query(municipalities=())).items()),
    }
    return render(request, "register/organisations/map.html", context)


def _picture(filters: Filters, spots: list[Spot]) -> SafeString:
    """The land of the chosen province, or of those where the spots of a working area lie."""
    dots = [
        dot_map.Dot(spot.town.latitude, spot.town.longitude, spot.number, _label(spot), spot.url)
        for spot in spots
    ]
    near = {filters.province} if filters.province else {spot.town.province for spot in spots}
    zoomed = bool(filters.province) or not (filters.everywhere or len(near) > MOST_PROVINCES)
    land = [
        dot_map.Dot(town.latitude, town.longitude)
        for town in towns().values()
        if not zoomed or town.province in near
    ]
    return dot_map.draw(dots, land, _("Kaart: organisaties per gemeente"))


def _label(spot: Spot) -> str:
    words = ngettext(
        "%(town)s: %(number)s organisatie", "%(town)s: %(number)s organisaties", spot.number
    )
    return words % {"town": spot.town.name, "number": number(spot.number)}
