"""Rows of *Klopt dit nog?* and of the bestuurswissel for tests."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.register.models import Contact, FactCheck, Organisation, Succession
from krachtlokaal.register.services import checks, successions
from tests.register.mailings.factories import reachable


@dataclass(frozen=True)
class Asked:
    """A secretary who was asked, and the addresses of her link."""

    room: Workspace
    organisation: Organisation
    contact: Contact
    pk: int
    secret: str

    def url(self, name: str = "check") -> str:
        return reverse(f"register:{name}", args=[self.secret])

    @property
    def check(self) -> FactCheck:
        with guard.workspaces(self.room.pk):
            return FactCheck.objects.select_related("contact", "organisation").get(pk=self.pk)


def ask(room: Workspace, called: str = "Harmonie", **values: Any) -> Asked:
    about, contact = reachable(room, called, **values)
    with guard.workspaces(room.pk):
        check = checks.ask(workspace=Workspace.objects.get(pk=room.pk), contact=contact)
        return Asked(room, about, contact, check.pk, links.token(check.link))


def start(room: Workspace, leaving: Contact, **values: str) -> Succession:
    told = {"name": "Femke", "email": "femke@club.example", "phone": "", "role": "secretary"}
    with guard.workspaces(room.pk):
        return successions.start(leaving=leaving, values={**told, **values})


def successor_url(found: Succession) -> str:
    with guard.workspaces(found.workspace_id):
        return reverse("register:succession", args=[links.token(found.link)])


def contacts(room: Workspace) -> list[tuple[str, bool]]:
    """Name, and whether the contact still runs."""
    with guard.workspaces(room.pk):
        rows = Contact.objects.order_by("id")
        return [(row.name, row.ended_on is None) for row in rows]


def deeds(room: Workspace) -> list[str]:
    """The verbs of the log, in order."""
    with guard.workspaces(room.pk):
        return list(AuditEntry.objects.order_by("id").values_list("verb", flat=True))


def form_of(asked: Asked, **changed: Any) -> dict[str, Any]:
    """What the page of changes sends when only these fields were changed."""
    check = asked.check
    about = Organisation.objects.get(pk=asked.organisation.pk)
    data: dict[str, Any] = {"u-version": check.contact.version, "o-version": about.version}
    for name in ("name", "email", "phone"):
        data[f"u-{name}"] = getattr(check.contact, name)
    for name in ("name", "kvk", "legal_form", "place", "municipality_id", "address"):
        data[f"o-{name}"] = getattr(about, name)
    for name in ("postcode", "website", "volunteers", "members"):
        data[f"o-{name}"] = getattr(about, name) or ""
    return data | changed
