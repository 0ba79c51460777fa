"""The workspaces: three pilots with nine steunpunten, the national team, supporters of a sector."""

from dataclasses import dataclass

from krachtlokaal.accounts.enums import WorkspaceKind as Kind
from krachtlokaal.accounts.models import WorkingArea, Workspace
from krachtlokaal.demo_world.world import World
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.models import Municipality


@dataclass(frozen=True)
class Room:
    """A workspace of the demo: its area is municipalities, a sector, or a sector in them."""

    slug: str
    name: str
    kind: Kind
    codes: tuple[str, ...] = ()
    region: str = ""
    provinces: tuple[str, ...] = ()
    sector: str = ""


ROOMS = (
    Room("landelijk", "Kracht Lokaal landelijk", Kind.LANDELIJK),
    Room("partoer", "Partoer", Kind.PROVINCIAAL, provinces=("Fryslân",)),
    Room("spectrum", "Spectrum", Kind.PROVINCIAAL, region="Rivierenland"),
    Room("vosvi", "VOSVI", Kind.PROVINCIAAL, provinces=("Overijssel",)),
    Room(
        "scouting-gelderland",
        "Scouting Gelderland",
        Kind.KOEPEL,
        provinces=("Gelderland",),
        sector=Sector.YOUTH,
    ),
    Room(
        "steunpunt-tiel-buren",
        "Steunpunt Vrijwilligers Tiel en Buren",
        Kind.STEUNPUNT,
        ("GM0281", "GM0214"),
    ),
    Room("steunpunt-west-betuwe", "Steunpunt Samen West Betuwe", Kind.STEUNPUNT, ("GM1960",)),
    Room("steunpunt-bommelerwaard", "Steunpunt Bommelerwaard Helpt", Kind.STEUNPUNT, ("GM0297",)),
    Room("steunpunt-leeuwarden", "Steunpunt Frijwillich Leeuwarden", Kind.STEUNPUNT, ("GM0080",)),
    Room("steunpunt-sudwest", "Steunpunt De Helpende Súdwesthoek", Kind.STEUNPUNT, ("GM1900",)),
    Room(
        "steunpunt-noardeast",
        "Steunpunt Noardeast en Achtkarspelen",
        Kind.STEUNPUNT,
        ("GM1970", "GM0059"),
    ),
    Room("steunpunt-zwolle", "Steunpunt Meedoen Zwolle", Kind.STEUNPUNT, ("GM0193",)),
    Room("steunpunt-raalte", "Steunpunt Sallandse Handen Raalte", Kind.STEUNPUNT, ("GM0177",)),
    Room(
        "steunpunt-vechtdal",
        "Steunpunt Vechtdal Vrijwillig",
        Kind.STEUNPUNT,
        ("GM0160", "GM0175"),
    ),
    Room(
        "dorpshuizenkring",
        "Dorpshuizenkring Noord en Oost",
        Kind.KOEPEL,
        provinces=("Fryslân", "Overijssel"),
        sector=Sector.NEIGHBOURHOOD,
    ),
    Room("kunstketen", "De Kunstketen", Kind.KOEPEL, sector=Sector.CULTURE),
    Room(
        "sportmaatje",
        "Sportmaatje Midden en Oost",
        Kind.KOEPEL,
        provinces=("Gelderland", "Overijssel"),
        sector=Sector.SPORT,
    ),
)
STEUNPUNTEN = tuple(room for room in ROOMS if room.kind == Kind.STEUNPUNT)


def build(world: World) -> None:
    rows = Workspace.objects.bulk_create(
        Workspace(
            slug=room.slug,
            name=room.name,
            kind=room.kind,
            phone=f"088-0000{number:03d}",
            email=f"post@{room.slug}.example",
            website=f"https://www.{room.slug}.example",
        )
        for number, room in enumerate(ROOMS, 101)
    )
    world.workspaces = {row.slug: row for row in rows}
    WorkingArea.objects.bulk_create(
        WorkingArea(workspace=world.workspaces[room.slug], municipality=code, sector=room.sector)
        for room in ROOMS
        for code in codes_of(room)
    )


def codes_of(room: Room) -> list[str]:
    """The municipalities of an area; [""] for a sector in the whole country."""
    if room.codes:
        return list(room.codes)
    chosen = Municipality.objects.order_by("code").values_list("code", flat=True)
    if room.region:
        return list(chosen.filter(region=room.region))
    if room.provinces:
        return list(chosen.filter(province__in=room.provinces))
    return [""] if room.sector else []
