"""The people behind an organisation: a general contact and members of the board."""

import re

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.enums import ContactRole, Field
from krachtlokaal.register.intake.reading import RowReader
from krachtlokaal.register.intake.rows import Contact, Severity
from krachtlokaal.register.intake.text import fold, squeeze
from krachtlokaal.register.intake.values import read_email, read_phone

_BOARD = {
    ContactRole.SECRETARY: (Field.SECRETARY_NAME, Field.SECRETARY_EMAIL, Field.SECRETARY_PHONE),
    ContactRole.CHAIR: (Field.CHAIR_NAME, Field.CHAIR_EMAIL, Field.CHAIR_PHONE),
    ContactRole.TREASURER: (Field.TREASURER_NAME, Field.TREASURER_EMAIL, Field.TREASURER_PHONE),
}
_ROLE_STARTS = {
    "secr": ContactRole.SECRETARY,
    "scr": ContactRole.SECRETARY,
    "skriuwer": ContactRole.SECRETARY,
    "voorz": ContactRole.CHAIR,
    "vz": ContactRole.CHAIR,
    "foarsitter": ContactRole.CHAIR,
    "penn": ContactRole.TREASURER,
    "ponghalder": ContactRole.TREASURER,
}
_HAS_LETTER = re.compile(r"[^\W\d_]")


def read_contacts(row: RowReader) -> tuple[Contact, ...]:
    """Each contact that has a name, an address or a number."""
    board = [_board_member(row, role, fields) for role, fields in _BOARD.items()]
    people = [_general(row), *board]
    return tuple(person for person in people if person.name or person.email or person.phone)


def _general(row: RowReader) -> Contact:
    written = row.text(Field.CONTACT_ROLE)
    return Contact(
        role=_role(written),
        name=_name(row, Field.CONTACT_NAME) or _name_in_parts(row),
        email=row.read(Field.CONTACT_EMAIL, read_email),
        phone=row.read(Field.CONTACT_PHONE, read_phone),
        role_text=written,
    )


def _role(written: str) -> ContactRole:
    key = squeeze(written)
    for start, role in _ROLE_STARTS.items():
        if key.startswith(start):
            return role
    return ContactRole.GENERAL


def _name_in_parts(row: RowReader) -> str:
    parts = (Field.CONTACT_FIRST_NAME, Field.CONTACT_INFIX, Field.CONTACT_LAST_NAME)
    return " ".join(text for text in map(row.text, parts) if text)


def _board_member(row: RowReader, role: ContactRole, fields: tuple[Field, Field, Field]) -> Contact:
    if not any(map(row.raw, fields)):
        return Contact(role)
    name, email, phone = fields
    return Contact(
        role=role,
        name=_name(row, name),
        email=row.read(email, read_email),
        phone=row.read(phone, read_phone),
    )


def _name(row: RowReader, field: Field) -> str:
    text = row.text(field)
    if not text or fold(text) in {"vacant", "vacature"}:
        return ""
    if "@" in text or not _HAS_LETTER.search(text):
        row.say(field, _("Hier hoort een naam van een persoon."), Severity.WARNING, text)
        return ""
    return text[:200]
