"""Organisations as the rows of a file: shared facts, and what the own workspace knows."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.publishing.tables import Cell, Column
from krachtlokaal.register.enums import ContactRole, LegalForm, Sector
from krachtlokaal.register.models import Contact, Organisation, OrganisationTag
from krachtlokaal.register.queries.places import towns

CHUNK = 1000


def columns() -> list[Column]:
    """Headings that the import of this product knows again."""
    facts = [
        Column(_("Naam"), 36),
        Column(_("Soort"), 16),
        Column(_("Rechtsvorm"), 18),
        Column(_("KvK-nummer"), 12),
        Column(_("Adres"), 26),
        Column(_("Postcode"), 10),
        Column(_("Plaats"), 18),
        Column(_("Gemeente"), 20),
        Column(_("Provincie"), 14),
        Column(_("Website"), 28),
        Column(_("Aantal vrijwilligers"), 12),
        Column(_("Aantal leden"), 12),
        Column(_("Bevestigd op"), 14),
        Column(_("Gestopt op"), 14),
        Column(_("Labels"), 24),
    ]
    return [*facts, *(column for role in ContactRole for column in _contact_columns(role))]


def _contact_columns(role: ContactRole) -> list[Column]:
    parts = ((_("naam"), 24), (_("e-mail"), 30), (_("telefoon"), 16))
    return [Column(f"{role.label}: {part}", width) for part, width in parts]


def rows(found: QuerySet[Organisation]) -> Iterator[list[Cell]]:
    """One row per organisation, in the order of the list."""
    running = Contact.objects.filter(ended_on=None).order_by("id")
    labels = OrganisationTag.objects.select_related("tag").order_by("tag__name")
    prefetched = found.prefetch_related(
        Prefetch("contacts", queryset=running), Prefetch("tag_rows", queryset=labels)
    )
    for organisation in prefetched.iterator(chunk_size=CHUNK):
        yield [*_facts(organisation), *_contacts(organisation.contacts.all())]


def _facts(organisation: Organisation) -> list[Cell]:
    town = towns()[organisation.municipality_id]
    return [
        organisation.name,
        str(Sector(organisation.sector).label),
        str(LegalForm(organisation.legal_form).label),
        organisation.kvk,
        organisation.address,
        organisation.postcode,
        organisation.place,
        town.name,
        town.province,
        organisation.website,
        organisation.volunteers,
        organisation.members,
        _day(organisation.confirmed_at),
        organisation.ended_on,
        ", ".join(row.tag.name for row in organisation.tag_rows.all()),
    ]


def _day(moment: datetime | None) -> Cell:
    return timezone.localtime(moment).date() if moment else None


def _contacts(contacts: Sequence[Contact] | QuerySet[Contact]) -> list[Cell]:
    """Three cells per role; where a role has more people they stand below each other."""
    cells: list[Cell] = []
    for role in ContactRole:
        people = [contact for contact in contacts if contact.role == role]
        cells.extend(
            "\n".join(getattr(person, name) for person in people).strip("\n")
            for name in ("name", "email", "phone")
        )
    return cells
