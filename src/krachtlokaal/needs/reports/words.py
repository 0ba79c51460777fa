"""Numbers, groups and lists as a Dutch reader reads them. The report itself is Dutch."""

from collections.abc import Sequence

from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.needs.outcome.model import Differs, Figure, Reason
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.topics.enums import HelpForm

DIMENSIONS = {"municipality": "gemeente", "sector": "sector", "size": "grootte"}
WHY = {
    Reason.GROUP: "te weinig antwoorden, of een kleine groep is anders uit te rekenen",
    Reason.DOMINANT: "één of twee organisaties tellen te zwaar",
    Reason.NONE: "niemand antwoordde",
}
HIDDEN = "niet getoond"
DIFFERS = {Differs.HIGHER: "hoger dan de rest", Differs.LOWER: "lager dan de rest"}


def group_name(dimension: str, key: str) -> str:
    """'Leeuwarden', 'Sport', '10 tot en met 24 vrijwilligers'"""
    if dimension == "municipality":
        return town_name(key)
    if dimension == "sector":
        return next((str(one.label) for one in Sector if one.value == key), key)
    label = next((str(one.label) for one in Size if one.value == key), key)
    return label if key == Size.UNKNOWN else f"{label} vrijwilligers"


def form_name(key: str) -> str:
    return next((str(one.label) for one in HelpForm if one.value == key), key)


def shown(figure: Figure, places: int = 0, unit: str = "") -> str:
    """A value, or that it stays in."""
    return HIDDEN if figure.value is None else f"{number(figure.value, places)}{unit}"


def between(figure: Figure, places: int = 0, unit: str = "") -> str:
    """'tussen 32 en 44'; empty where there is no interval."""
    if figure.value is None or figure.low is None or figure.high is None:
        return ""
    low, high = number(figure.low, places), number(figure.high, places)
    return f"tussen {low}{unit} en {high}{unit}"


def listed(names: Sequence[str]) -> str:
    """'sport, zorg en jeugd'"""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} en {names[-1]}"


def small(name: str) -> str:
    """A name inside a sentence, without its capital; 'AVG' stays as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
