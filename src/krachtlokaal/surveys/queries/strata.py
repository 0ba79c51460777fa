"""In which group an organisation counts: sector, size and municipality as they were that day."""

from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.filters import Size

# From how many volunteers on; the biggest band that fits.
_FROM = [(100, Size.FROM_100), (50, Size.TO_99), (25, Size.TO_49), (10, Size.TO_24)]


def size_of(volunteers: int | None) -> Size:
    """The band of a number of volunteers, as in the list of organisations."""
    if volunteers is None:
        return Size.UNKNOWN
    return next((band for least, band in _FROM if volunteers >= least), Size.TO_9)


def stratum_of(organisation: Organisation) -> dict[str, str]:
    """What a measurement keeps, so that its figures stay what they were."""
    return stratum(organisation.sector, organisation.volunteers, organisation.municipality_id)


def stratum(sector: str, volunteers: int | None, municipality: str) -> dict[str, str]:
    return {
        "sector": sector,
        "size": size_of(volunteers).value,
        "municipality": municipality,
    }
