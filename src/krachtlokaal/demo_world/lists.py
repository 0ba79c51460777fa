"""Lists of municipalities on their way in: one that was read, one that waits for a yes."""

import csv
import io

from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.organisations import mail_domain
from krachtlokaal.demo_world.world import World
from krachtlokaal.register.models import ImportRun, Organisation
from krachtlokaal.register.services.imports import checking, uploads, writing

HEADINGS = ("Naam vereniging", "Adres", "Pc", "Plaats", "E-mail secr.", "Aantal vrijw.", "KvK")
Row = tuple[str, ...]
NEW = {
    "Dokkum": (
        ("Breicafé Gouden Draad", "Hooiweg 3", "9101ab", "DOKKUM", "info@gouden-draad.example"),
        ("STG TUIN VAN TRYN", "Klokkenpad 12", "9101 ck", "Dokkum", "bestuur@tuintryn.example"),
        ("Zangkoor Nije Klanken", "", "9291 CD", "Kollum", "secretaris@nijeklanken.example"),
    ),
    "Geldermalsen": (
        ("Fietsmaatjes Hoogwaarde", "Hoepelpad 2", "4191BD", "geldermalsen", "post@fm-hw.example"),
        ("Ver. Vrienden van de Molen", "Tolbrug 9", "4153 AX", "Beesd", "molen@vvdm.example"),
    ),
}
WRONG: tuple[Row, ...] = (
    ("", "Wilgenkring 4", "1234 AB", "Onbekend", "geen naam@", "5", ""),
    (
        "Schaakclub De Stille Zet",
        "Hooiweg 1",
        "12",
        "Nergenshuizen",
        "schaak.example",
        "veel",
        "12",
    ),
    ("Kaartclub Ruiten Vrouw", "", "", "", "", "", ""),
)
LISTS = (
    (
        "consulent@partoer.example",
        "vrijwilligersorganisaties-2026.csv",
        ("GM1970",),
        "Dokkum",
        True,
    ),
    (
        "consulent@partoer.example",
        "lijst gemeente DEFINITIEF (2).csv",
        ("GM1970",),
        "Dokkum",
        False,
    ),
    (
        "consulent@spectrum.example",
        "Adressen verenigingen West Betuwe.csv",
        ("GM1960",),
        "Geldermalsen",
        True,
    ),
    ("consulent@spectrum.example", "nieuw van de gemeente.csv", ("GM1960",), "Geldermalsen", False),
)


def build(world: World) -> None:
    dice = world.dice("lists")
    for email, name, codes, town, is_written in LISTS:
        known = [row for row in world.in_municipalities(*codes) if not row.ended_on]
        rows = [_known(row) for row in dice.sample(known, 9)]
        rows += [(*row, str(dice.randint(4, 40)), "") for row in NEW[town]]
        with acting_as(world, email) as access:
            run = uploads.receive(
                workspace=access.workspace,
                user=access.user,
                data=_file([*rows, *WRONG]),
                name=name,
            )
            _carry_out(run, is_written=is_written)


def _carry_out(run: ImportRun, *, is_written: bool) -> None:
    run = checking.check(run=run)
    if is_written:
        writing.write(run=run)


def _known(organisation: Organisation) -> Row:
    """As a municipality writes it: in capitals, the postcode without its space."""
    return (
        organisation.name.upper(),
        organisation.address,
        organisation.postcode.replace(" ", "").lower(),
        organisation.place.upper(),
        f"info@{mail_domain(organisation.name)}",
        str((organisation.volunteers or 10) + 2),
        organisation.kvk.lstrip("0"),
    )


def _file(rows: list[Row]) -> bytes:
    """Semicolons and Windows letters, like most lists."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADINGS)
    writer.writerows(rows)
    return text.getvalue().encode("cp1252", "replace")
