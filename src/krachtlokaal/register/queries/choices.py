"""What the filters of the list offer to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from krachtlokaal.accounts.queries.areas import AreaFilter
from krachtlokaal.register.enums import LegalForm, Sector
from krachtlokaal.register.queries.filters import Filters, Size, State
from krachtlokaal.register.queries.listing import Surroundings
from krachtlokaal.register.queries.places import provinces, towns

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Choice:
    """One select: its name in the address, its words, and what is chosen now."""

    name: str
    label: str
    empty: str
    options: Options
    chosen: str


def main_choices(filters: Filters, around: Surroundings) -> list[Choice]:
    """The three that stand beside the search field."""
    area = None if filters.everywhere else around.area
    words = _words(get_language() or "")
    return [
        Choice("gemeente", _("Gemeente"), _("Alle gemeenten"), *_municipalities(filters, area)),
        Choice("soort", _("Soort"), _("Alle soorten"), words.sectors, filters.sector),
        Choice("toestand", _("Toestand"), _("Alles"), words.states, filters.state),
    ]


def map_choices(filters: Filters, around: Surroundings) -> list[Choice]:
    """Those of the map, where the municipality is what one looks at."""
    found = [choice for choice in main_choices(filters, around) if choice.name != "gemeente"]
    by_name = {choice.name: choice for choice in more_choices(filters, around)}
    provinces_too = [by_name["provincie"]] if "provincie" in by_name else []
    return [*provinces_too, *found, by_name["grootte"]]


def more_choices(filters: Filters, around: Surroundings) -> list[Choice]:
    """Those behind "Meer filters"."""
    tags = tuple((str(pk), name) for pk, name in around.tags)
    order = f"-{filters.sort}" if filters.descending else filters.sort
    words = _words(get_language() or "")
    found = [
        Choice("grootte", _("Vrijwilligers"), _("Elk aantal"), words.sizes, filters.size),
        Choice(
            "rechtsvorm", _("Rechtsvorm"), _("Elke rechtsvorm"), words.forms, filters.legal_form
        ),
        Choice("label", _("Label"), _("Elk label"), tags, str(filters.tag or "")),
        Choice("sort", _("Volgorde"), _("Naam"), words.orders, order),
    ]
    if around.area is None or filters.everywhere:
        names = tuple((name, name) for name in provinces())
        heading, none = _("Provincie"), _("Heel Nederland")
        found.insert(0, Choice("provincie", heading, none, names, filters.province))
    return found


@dataclass(frozen=True)
class _Words:
    """The options that are the same for everybody, in one language."""

    sectors: Options
    states: Options
    sizes: Options
    forms: Options
    orders: Options


@lru_cache(maxsize=8)
def _words(language: str) -> _Words:  # noqa: ARG001 the key of the cache
    """Looked up once a process and language: a page would ask for fifty translations else."""
    return _Words(
        sectors=_labels(Sector),
        states=_options(State.choices),
        sizes=_options(Size.choices),
        forms=_labels(LegalForm),
        orders=(
            ("-naam", _("Naam, andersom")),
            ("plaats", _("Plaats")),
            ("-plaats", _("Plaats, andersom")),
            ("-vrijwilligers", _("Meeste vrijwilligers eerst")),
            ("vrijwilligers", _("Minste vrijwilligers eerst")),
            ("-gewijzigd", _("Laatst gewijzigd eerst")),
            ("gewijzigd", _("Langst niet gewijzigd eerst")),
        ),
    )


def _municipalities(filters: Filters, area: AreaFilter | None) -> tuple[Options, str]:
    """Those of the area, or all. More than one at a time comes from the map: one option then."""
    chosen = ",".join(filters.municipalities)
    codes = _codes(area)
    options = tuple((code, towns()[code].name) for code in codes) if area else _all_towns()
    if chosen and chosen not in dict(options):
        count = len(filters.municipalities)
        names = ", ".join(towns()[code].name for code in filters.municipalities[:3])
        if count > 1:
            names = _("%(count)s gemeenten: %(names)s") % {"names": names, "count": count}
        return ((chosen, names), *options), chosen
    return options, chosen


def _codes(area: AreaFilter | None) -> Iterable[str]:
    """A sector counts everywhere, so an area with a sector alone offers all municipalities."""
    if area is None or area.sectors:
        return towns()
    wanted = area.municipalities | {code for code, _sector in area.pairs}
    return [code for code in towns() if code in wanted]


@lru_cache(maxsize=1)
def _all_towns() -> Options:
    return tuple((town.code, town.name) for town in towns().values())


def _labels(kinds: type[Sector] | type[LegalForm]) -> Options:
    return tuple((kind.value, str(kind.label)) for kind in kinds)


def _options(choices: Iterable[tuple[str, object]]) -> Options:
    return tuple((value, str(label)) for value, label in choices)
