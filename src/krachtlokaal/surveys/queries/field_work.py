"""How the field work of a wave goes: participation by organisation, never what was answered."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Max, Q, QuerySet, Value, When

from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.surveys.enums import Progress
from krachtlokaal.surveys.models import Invitation, Measurement, Wave
from krachtlokaal.surveys.queries.invitations import HAS_SENT

# How far an organisation is: as far as the farthest of its people. Zero is not invited.
INVITED, REACHED, STARTED, SENT = 1, 2, 3, 4
_RANK = Case(
    When(HAS_SENT, then=Value(SENT)),
    When(progress=Progress.STARTED, then=Value(STARTED)),
    When(progress=Progress.REACHED, then=Value(REACHED)),
    default=Value(INVITED),
    output_field=IntegerField(),
)
# An organisation counts by who is known to belong to it.
_VERIFIED = Q(is_verified=True)
BY_SECTOR, BY_SIZE, BY_TOWN = "sector", "size", "municipality"


@dataclass(frozen=True)
class Counts:
    """Numbers of organisations; each contains the next."""

    asked: int = 0
    invited: int = 0
    reached: int = 0
    started: int = 0
    sent: int = 0

    @property
    def share(self) -> float:
        """The response: sent of invited, between 0 and 1."""
        return self.sent / self.invited if self.invited else 0.0

    @property
    def busy(self) -> int:
        """Began, and did not send yet."""
        return self.started - self.sent


@dataclass(frozen=True)
class Group:
    """One row of a table: a sector, a size or a municipality. `key` stands in addresses."""

    key: str
    name: str
    counts: Counts


@dataclass(frozen=True)
class Progressed:
    """The whole wave, and the same organisations in three divisions."""

    total: Counts
    sectors: list[Group]
    sizes: list[Group]
    towns: list[Group]


def progress_of(wave: Wave) -> Progressed:
    """Two queries, whatever the number of organisations."""
    ranks = _ranks(Invitation.objects.filter(wave=wave))
    rows = Measurement.objects.filter(wave=wave).order_by()
    found = rows.values_list("pk", "stratum__sector", "stratum__size", "stratum__municipality")
    total: Counter[int] = Counter()
    parts: tuple[dict[str, Counter[int]], ...] = ({}, {}, {})
    for pk, *keys in found:
        rank = ranks.get(pk, 0)
        total[rank] += 1
        for part, key in zip(parts, keys, strict=True):
            part.setdefault(key or "", Counter())[rank] += 1
    sectors, sizes, towns = parts
    return Progressed(
        count_ranks(total),
        _groups(sectors, {sector.value: str(sector.label) for sector in Sector}),
        [
            group
            for size in Size.values
            for group in _groups(sizes, {size: str(Size(size).label)}, (size,))
        ],
        _groups(towns, {code: town_name(code) for code in towns}),
    )


def counts_of(waves: Iterable[int]) -> dict[int, Counts]:
    """How far several waves are. Two queries."""
    numbers = list(waves)
    ranks = _ranks(Invitation.objects.filter(wave__in=numbers))
    found: dict[int, Counter[int]] = {}
    rows = Measurement.objects.filter(wave__in=numbers).order_by().values_list("wave_id", "pk")
    for wave, pk in rows:
        found.setdefault(wave, Counter())[ranks.get(pk, 0)] += 1
    return {wave: count_ranks(counter) for wave, counter in found.items()}


def ranks_of(waves: Iterable[int]) -> dict[int, int]:
    """How far each organisation is in any of these waves; who was not invited is not in it."""
    rows = Invitation.objects.filter(_VERIFIED, wave__in=list(waves)).order_by()
    grouped = rows.values("organisation_id").annotate(rank=Max(_RANK))
    return dict(grouped.values_list("organisation_id", "rank"))


def _ranks(rows: QuerySet[Invitation]) -> dict[int, int]:
    grouped = rows.filter(_VERIFIED).order_by().values("measurement_id").annotate(rank=Max(_RANK))
    return dict(grouped.values_list("measurement_id", "rank"))


def _groups(
    parts: dict[str, Counter[int]], names: dict[str, str], only: Iterable[str] = ()
) -> list[Group]:
    keys = [key for key in only if key in parts] if only else list(parts)
    made = [Group(key, str(names.get(key, key)), count_ranks(parts[key])) for key in keys]
    return sorted(made, key=lambda group: group.name)


def count_ranks(ranks: Counter[int]) -> Counts:
    """Numbers of organisations by how far they are: from 0, not invited, to 4, sent."""

    def at_least(rank: int) -> int:
        return sum(count for known, count in ranks.items() if known >= rank)

    return Counts(
        ranks.total(), at_least(INVITED), at_least(REACHED), at_least(STARTED), at_least(SENT)
    )


def behind(groups: list[Group]) -> Group | None:
    """The group with the lowest response, of those that are big enough to say so."""
    big = [group for group in groups if group.counts.invited >= _BIG]
    lowest = min(big, key=lambda group: group.counts.share, default=None)
    return lowest if lowest and lowest.counts.share < 1 and len(big) > 1 else None


_BIG = 5
