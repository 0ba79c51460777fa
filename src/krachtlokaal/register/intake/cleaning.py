"""One row of a list to clean values, with a sentence for everything that is not as it should be."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.columns import heading_key
from krachtlokaal.register.intake.enums import Field, LegalForm, Sector
from krachtlokaal.register.intake.locating import locate, question_key
from krachtlokaal.register.intake.names import clean_name, legal_form_in_name, match_key
from krachtlokaal.register.intake.people import read_contacts
from krachtlokaal.register.intake.places import Places
from krachtlokaal.register.intake.reading import RowReader
from krachtlokaal.register.intake.rows import (
    CleanRow,
    Contact,
    Layout,
    Problem,
    Severity,
    Values,
)
from krachtlokaal.register.intake.sectors import (
    legal_form_from_text,
    sector_from_name,
    sector_from_text,
)
from krachtlokaal.register.intake.synonyms import is_name_heading
from krachtlokaal.register.intake.text import tidy
from krachtlokaal.register.intake.values import (
    is_absent,
    read_count,
    read_email,
    read_kvk,
    read_phone,
    read_website,
)
from krachtlokaal.register.intake.wording import Sentence, say

__all__ = [
    "CleanRow",
    "Contact",
    "Layout",
    "Places",
    "Problem",
    "Severity",
    "Values",
    "clean",
    "question_key",
]

_TOTAL = re.compile(
    r"(?:sub|eind|alge?me?ne? )?tota(?:al|len)(?:\s+(?:aantal|organisaties|verenigingen|leden|"
    r"vrijwilligers))?\s*[:=]?\s*[\d.,]*|aantal\s*[:=]?\s*\d*|som\s*[:=]?\s*\d*",
    re.IGNORECASE,
)
_LONGEST_NAME = 200
_LONGEST_TEXT = 4000
_HAS_LETTER = re.compile(r"[^\W_]")


def clean(cells: Sequence[str], layout: Layout, places: Places) -> CleanRow:
    """Clean one row; it never raises, whatever the cells hold."""
    no_organisation = _why_skipped(cells, layout)
    row = RowReader(cells, layout)
    if no_organisation is not None:
        row.say(Field.NAME, no_organisation, Severity.SKIP)
        return CleanRow(Values(), tuple(row.problems))
    values = _values(row, places)
    return CleanRow(values, tuple(row.problems))


def _why_skipped(cells: Sequence[str], layout: Layout) -> Sentence | None:
    filled = [tidy(cell) for cell in cells if cell and not cell.isspace()]
    if not filled:
        return _("Lege rij.")
    if _repeats_header(cells, layout):
        return _("Deze rij herhaalt de kolomnamen.")
    if _is_total(filled):
        return _("Dit is een regel met een totaal.")
    return None


def _repeats_header(cells: Sequence[str], layout: Layout) -> bool:
    named = [tidy(cells[i]) for i in layout.columns.get(Field.NAME, ()) if i < len(cells)]
    if not any(map(is_name_heading, named)):
        return False
    same = sum(
        1
        for cell, heading in zip(cells, layout.header, strict=False)
        if cell and heading_key(tidy(cell)) == heading_key(heading)
    )
    return same >= min(2, len(layout.header))


def _is_total(filled: Sequence[str]) -> bool:
    """`Totaal 34`, with nothing else than numbers beside it."""
    rest = [cell for cell in filled if not _TOTAL.fullmatch(cell)]
    numbers_only = all(re.fullmatch(r"[\d\s.,%]+", cell) for cell in rest)
    return len(rest) < len(filled) and numbers_only


def _values(row: RowReader, places: Places) -> Values:
    name = _name(row)
    sector, sector_is_guess = _sector(row, name)
    location = locate(row, places)
    return Values(
        name=name,
        match_key=match_key(name),
        kvk=row.read(Field.KVK, read_kvk),
        sector=sector,
        sector_is_guess=sector_is_guess,
        legal_form=_legal_form(row, name),
        address=_address(row),
        postcode=location.postcode,
        place=location.place,
        municipality_code=location.code,
        municipality_is_guess=location.guessed,
        website=row.read(Field.WEBSITE, read_website),
        email=row.read(Field.EMAIL, read_email),
        phone=row.read(Field.PHONE, read_phone),
        volunteers=row.read(Field.VOLUNTEERS, read_count),
        members=row.read(Field.MEMBERS, read_count),
        contacts=read_contacts(row),
        note=_note(row),
        tags=_tags(row),
        source_id=row.text(Field.SOURCE_ID)[:100],
    )


def _name(row: RowReader) -> str:
    written = row.raw(Field.NAME)
    name = "" if is_absent(written) else clean_name(written)
    wrong = _wrong_name(name)
    if wrong is not None:
        row.say(Field.NAME, wrong, Severity.REJECT, written[:_LONGEST_NAME])
    return name[:_LONGEST_NAME]


def _wrong_name(name: str) -> Sentence | None:
    if not name or not _HAS_LETTER.search(name):
        return _("Naam ontbreekt. Vul de naam van de organisatie in.")
    if len(name) > _LONGEST_NAME:
        message = _("De naam is langer dan {limit} tekens. Kort hem in.")
        return say(message, limit=_LONGEST_NAME)
    return None


def _sector(row: RowReader, name: str) -> tuple[Sector | None, bool]:
    written = row.text(Field.SECTOR)
    told = sector_from_text(written) if written else None
    if told is not None:
        return told, False
    guess = sector_from_name(name)
    if written:
        message = _("“{text}” past bij geen sector die wij kennen.")
        row.say(Field.SECTOR, say(message, text=written[:60]), Severity.NOTE, written)
    return guess, guess is not None


def _legal_form(row: RowReader, name: str) -> LegalForm | None:
    written = row.text(Field.LEGAL_FORM)
    told = legal_form_from_text(written) if written else None
    if told is not None and told is not LegalForm.UNKNOWN:
        return told
    in_name = legal_form_in_name(name)
    return in_name if in_name is not LegalForm.UNKNOWN else told


def _address(row: RowReader) -> str:
    street, number = row.text(Field.STREET), row.text(Field.HOUSE_NUMBER).removesuffix(".0")
    if not number or street.endswith(f" {number}"):
        return street[:200]
    return f"{street} {number}".strip()[:200]


def _note(row: RowReader) -> str:
    """Several columns of remarks stay apart by their headings."""
    found = row.all(Field.NOTE)
    if len(found) == 1:
        return found[0][1][:_LONGEST_TEXT]
    return "\n".join(f"{heading}: {text}" for heading, text in found)[:_LONGEST_TEXT]


def _tags(row: RowReader) -> tuple[str, ...]:
    parts = [
        tidy(part)[:60]
        for _heading, text in row.all(Field.TAGS)
        for part in re.split(r"[;,|\n]", text)
    ]
    return tuple(dict.fromkeys(part for part in parts if part))
