"""Contacts, notes and labels: written by the own workspace, and nowhere else to be seen."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.register.models import Contact, Note, OrganisationTag
from tests.accounts import factories as accounts
from tests.accounts.factories import signed_in
from tests.register import factories
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
PERSON = {
    "name": "Sanne de Boer",
    "role": "secretary",
    "email": "Secretaris@Otter.example",
    "phone": "0344 123456",
}


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


def contacts(room: Workspace) -> list[Contact]:
    with guard.workspaces(room.pk):
        return list(Contact.objects.order_by("id"))


def contact(room: Workspace, **values: object) -> Contact:
    row = factories.organisation()
    with guard.workspaces(room.pk):
        return factories.contact(room, row, **values)


def verbs(room: Workspace) -> list[str]:
    with guard.workspaces(room.pk):
        return list(AuditEntry.objects.order_by("id").values_list("verb", flat=True))


def test_a_contact_is_added(adviser: Client, room: Workspace) -> None:
    row = factories.organisation()
    adviser.post(reverse("register:contact_new", args=[row.pk]), PERSON)
    (made,) = contacts(room)
    assert (made.name, made.role, made.email, made.phone) == (
        "Sanne de Boer",
        "secretary",
        "secretaris@otter.example",
        "0344-123456",
    )
    assert "contact.added" in verbs(room)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": "", "email": "", "phone": ""}, "Vul een naam, een e-mailadres of"),
        ({"email": "geen adres"}, "is geen mailadres"),
        ({"email": f"{'a' * 250}@b.example"}, "ten hoogste 254 tekens"),
        ({"phone": "112"}, "is geen telefoonnummer"),
        ({"name": "x" * 121}, "ten hoogste 120 tekens"),
        ({"role": "keizer"}, "keizer"),
    ],
)
def test_a_wrong_contact_is_told(
    adviser: Client, room: Workspace, values: dict[str, str], sentence: str
) -> None:
    page = reverse("register:contact_new", args=[factories.organisation().pk])
    assert sentence in adviser.post(page, PERSON | values).content.decode()
    assert contacts(room) == []


def test_another_address_has_no_mail_problem_yet(adviser: Client, room: Workspace) -> None:
    row = contact(room, email="oud@otter.example", mail_problem="Postbus vol")
    url = reverse("register:contact_change", args=[row.pk])
    same = {"name": row.name, "role": row.role, "email": row.email, "phone": ""}
    adviser.post(url, same | {"version": 1, "name": "Anders"})
    assert contacts(room)[0].mail_problem == "Postbus vol"
    adviser.post(url, same | {"version": 2, "email": "nieuw@otter.example"})
    assert contacts(room)[0].mail_problem == ""


def test_two_people_at_once_lose_nothing(adviser: Client, room: Workspace) -> None:
    row = contact(room, name="Eerst")
    url = reverse("register:contact_change", args=[row.pk])
    adviser.post(url, PERSON | {"version": 1, "name": "Ander"})
    page = adviser.post(url, PERSON | {"version": 1, "name": "Mijn"})
    assert "Naam: er staat nu “Ander”, u typte “Mijn”." in page.content.decode()
    adviser.post(url, PERSON | {"version": page.context["form"]["version"].value(), "name": "Mijn"})
    assert contacts(room)[0].name == "Mijn"


def test_a_contact_ends_and_restarts(adviser: Client, room: Workspace) -> None:
    row = contact(room)
    end = reverse("register:contact_end", args=[row.pk])
    assert adviser.get(end).status_code == 200
    adviser.post(end, {"version": 1, "on": "2026-10-31"})
    assert str(contacts(room)[0].ended_on) == "2026-10-31"
    adviser.post(end, {"version": 1, "on": "2026-10-30"})
    assert str(contacts(room)[0].ended_on) == "2026-10-31"
    adviser.post(reverse("register:contact_restart", args=[row.pk]))
    assert contacts(room)[0].ended_on is None


def test_a_note_is_written_and_thrown_away(adviser: Client, room: Workspace) -> None:
    row = factories.organisation()
    page = reverse("register:note_new", args=[row.pk])
    assert "Schrijf eerst iets op." in adviser.post(page, {"text": " "}).content.decode()
    assert "te lang" in adviser.post(page, {"text": "x" * 5001}).content.decode()
    adviser.post(page, {"text": "Gebeld met <de> penningmeester."})
    record = reverse("portal:organisation", args=[row.pk])
    assert "Gebeld met &lt;de&gt; penningmeester." in adviser.get(record).content.decode()
    with guard.workspaces(room.pk):
        note = Note.objects.get()
    adviser.post(reverse("register:note_remove", args=[note.pk]))
    with guard.workspaces(room.pk):
        assert not Note.objects.exists()
    assert [verb for verb in verbs(room) if "note" in verb] == ["note.added", "note.removed"]


def test_a_colleague_may_not_throw_a_note_away_but_a_coordinator_may(
    adviser: Client, room: Workspace
) -> None:
    with guard.workspaces(room.pk):
        note = factories.note(room, factories.organisation())
    url = reverse("register:note_remove", args=[note.pk])
    assert adviser.post(url).status_code == 403
    coordinator = signed_in(accounts.member(room, Role.COORDINATOR))
    assert coordinator.post(url).status_code == 302


def test_a_label_is_given_and_taken_off(adviser: Client, room: Workspace) -> None:
    row = factories.organisation()
    adviser.post(reverse("register:tag_add", args=[row.pk]), {"name": "doe-dag"})
    with guard.workspaces(room.pk):
        given = OrganisationTag.objects.get()
    assert "doe-dag" in adviser.get(reverse("portal:organisation", args=[row.pk])).content.decode()
    adviser.post(reverse("register:tag_remove", args=[row.pk, given.tag_id]))
    with guard.workspaces(room.pk):
        assert not OrganisationTag.objects.exists()
    wrong = adviser.post(reverse("register:tag_add", args=[row.pk]), {"name": ""})
    assert "Typ een label." in wrong.content.decode()


@pytest.mark.parametrize("name", ["contact_change", "contact_end", "contact_restart"])
def test_contacts_of_others_do_not_exist(adviser: Client, name: str) -> None:
    foreign = contact(workspace("buren", [factories.BUREN]))
    url = reverse(f"register:{name}", args=[foreign.pk])
    assert adviser.post(url, PERSON | {"version": 1, "on": "2026-01-01"}).status_code == 404


def test_notes_and_labels_of_others_do_not_exist(adviser: Client) -> None:
    row, other = factories.organisation(), workspace("buren", [factories.BUREN])
    with guard.workspaces(other.pk):
        note, tag = factories.note(other, row), factories.tag(other)
    assert adviser.post(reverse("register:note_remove", args=[note.pk])).status_code == 404
    assert adviser.post(reverse("register:tag_remove", args=[row.pk, tag.pk])).status_code == 404


@pytest.mark.parametrize("name", ["contact_new", "note_new", "tag_add"])
def test_what_does_not_exist_is_not_found(adviser: Client, name: str) -> None:
    assert adviser.get(reverse(f"register:{name}", args=[99999999])).status_code == 404


@pytest.mark.parametrize("name", ["contact_new", "note_new", "tag_add"])
def test_a_reader_may_not_write(client: Client, room: Workspace, name: str) -> None:
    client.force_login(member(room, Role.LEZER))
    row = factories.organisation()
    assert client.post(reverse(f"register:{name}", args=[row.pk]), PERSON).status_code == 403
