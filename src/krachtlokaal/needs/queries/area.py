"""From which municipalities a survey may be made, and which organisations are there today."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count

from krachtlokaal.accounts.access import Access
from krachtlokaal.needs.models import NeedsSurvey, PopulationMember
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.areas import area_of
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import town_name, towns
from krachtlokaal.surveys.queries.strata import stratum

Cell = tuple[str, str, str]


@dataclass(frozen=True)
class Town:
    """One municipality of the working area, with the running organisations that it has today."""

    code: str
    name: str
    count: int


@dataclass(frozen=True)
class Row:
    """One sector of one municipality: how many organisations of each size, and together."""

    sector: str
    sizes: list[int]

    @property
    def total(self) -> int:
        return sum(self.sizes)

    @property
    def named(self) -> list[tuple[str, int]]:
        """The sizes with their names, for who reads them one by one."""
        return list(zip(size_names(), self.sizes, strict=True))


@dataclass(frozen=True)
class Block:
    """The sizes of one municipality."""

    code: str
    name: str
    rows: list[Row]

    @property
    def total(self) -> int:
        return sum(row.total for row in self.rows)


@dataclass(frozen=True)
class Sizes:
    """A population in numbers: a block for each municipality, also for one without any."""

    blocks: list[Block]

    @property
    def total(self) -> int:
        return sum(block.total for block in self.blocks)

    @property
    def empty(self) -> list[str]:
        """The municipalities without any organisation."""
        return [block.name for block in self.blocks if not block.total]


def in_reach(access: Access) -> list[Town]:
    """The municipalities of the working area, by name. Two queries."""
    codes = _codes(access)
    rows = Organisation.objects.filter(ended_on=None, municipality__in=codes).order_by()
    counts = dict(
        rows.values("municipality_id").annotate(n=Count("pk")).values_list("municipality_id", "n")
    )
    return [
        Town(code, town.name, counts.get(code, 0))
        for code, town in towns().items()
        if code in codes
    ]


def _codes(access: Access) -> set[str]:
    """A supporter of one sector everywhere may choose every municipality, as the national team."""
    area = area_of(access)
    if area is None or area.sectors:
        return set(towns())
    return {*area.municipalities, *(code for code, _sector in area.pairs)}


def running(codes: Iterable[str]) -> Iterator[tuple[int, Cell]]:
    """Every running organisation of these municipalities, whatever its sector, with its stratum."""
    rows = Organisation.objects.filter(ended_on=None, municipality__in=list(codes)).order_by("pk")
    for pk, sector, volunteers, code in rows.values_list(
        "pk", "sector", "volunteers", "municipality_id"
    ).iterator(chunk_size=5000):
        group = stratum(sector, volunteers, code)
        yield pk, (group["municipality"], group["sector"], group["size"])


def sizes_today(codes: Iterable[str]) -> Sizes:
    """What freezing would keep now. One query."""
    wanted = list(codes)
    return _sizes(wanted, Counter(cell for _pk, cell in running(wanted)))


def sizes_frozen(survey: NeedsSurvey) -> Sizes:
    """What was kept. One query."""
    rows = PopulationMember.objects.filter(survey=survey).order_by()
    cells = rows.values_list("municipality", "sector", "size").annotate(n=Count("pk"))
    return _sizes(survey.municipalities, {(town, kind, size): n for town, kind, size, n in cells})


def _sizes(codes: Iterable[str], cells: dict[Cell, int]) -> Sizes:
    return Sizes([_block(code, cells) for code in sorted(codes, key=town_name)])


def _block(code: str, cells: dict[Cell, int]) -> Block:
    rows = [
        Row(str(sector.label), [cells.get((code, sector.value, size), 0) for size in Size.values])
        for sector in Sector
    ]
    return Block(code, town_name(code), [row for row in rows if row.total])


def size_names() -> list[str]:
    return [str(size.label) for size in Size]
