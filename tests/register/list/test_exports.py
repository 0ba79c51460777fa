"""Organisations leave as a file: facts, and what the own workspace knows."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Membership, Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import AuditEntry, Job, JobFile
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.models import OrganisationTag
from tests.register import factories
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
PAGE = reverse("register:export")


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


def made(room: Workspace) -> JobFile:
    jobs.run_waiting()
    with guard.workspaces(room.pk):
        return JobFile.objects.get()


def fill(room: Workspace) -> None:
    row = factories.organisation("=Zwemclub", sector=Sector.SPORT, volunteers=24)
    factories.organisation("Koor")
    other = workspace("buren", [factories.BUREN])
    with guard.workspaces(room.pk):
        factories.contact(room, row, name="Sanne", role="secretary", phone="+32123456789")
        factories.contact(room, row, name="Truus", role="secretary", email="t@x.example")
        factories.contact(room, row, name="Weg", role="chair", ended_on="2026-01-01")
        label = factories.tag(room, "doe-dag")
        OrganisationTag.objects.create(workspace=room, organisation=row, tag=label)
    with guard.workspaces(other.pk):
        factories.contact(other, row, name="Geheim")
        label = factories.tag(other, "geheim")
        OrganisationTag.objects.create(workspace=other, organisation=row, tag=label)


def test_a_workbook_holds_facts_and_own_rows_alone(adviser: Client, room: Workspace) -> None:
    fill(room)
    answer = adviser.post(f"{PAGE}?soort=sport", {"format": "xlsx"})
    file = made(room)
    assert answer["Location"] == reverse("portal:job", args=[file.job_id])
    assert (file.name[:13], file.name[-5:]) == ("organisaties ", ".xlsx")
    head, *rows = openpyxl.load_workbook(BytesIO(bytes(file.data))).active.values
    assert len(rows) == 1
    row = dict(zip(head, rows[0], strict=True))
    assert (row["Naam"], row["Soort"], row["Gemeente"], row["Provincie"]) == (
        "=Zwemclub",
        "Sport",
        "Tiel",
        "Gelderland",
    )
    assert (row["Aantal vrijwilligers"], row["Labels"]) == (24, "doe-dag")
    assert row["Secretaris: naam"] == "Sanne\nTruus"
    assert row["Secretaris: telefoon"] == "+32123456789"
    assert row["Voorzitter: naam"] is None


@pytest.mark.parametrize(("kind", "delimiter"), [("csv-nl", ";"), ("csv", ",")])
def test_csv_is_safe_for_spreadsheets(
    adviser: Client, room: Workspace, kind: str, delimiter: str
) -> None:
    fill(room)
    adviser.post(PAGE, {"format": kind})
    content = bytes(made(room).data)
    assert content.startswith(b"\xef\xbb\xbf") is (kind == "csv-nl")
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter=delimiter))
    assert sorted(row["Naam"] for row in rows) == ["'=Zwemclub", "Koor"]
    assert [row["Secretaris: telefoon"] for row in rows if row["Labels"]] == ["'+32123456789"]


def test_who_took_what_along_stands_in_the_record(adviser: Client, room: Workspace) -> None:
    factories.organisation("Koor")
    adviser.post(f"{PAGE}?q=koor", {"format": "xlsx"})
    with guard.workspaces(room.pk):
        entry = AuditEntry.objects.get(verb="organisations.exported")
    assert (entry.actor_name, entry.object_label) == ("consulent tiel", "q=koor")


def test_who_lost_the_right_meanwhile_gets_no_file(adviser: Client, room: Workspace) -> None:
    factories.organisation("Koor")
    adviser.post(PAGE, {"format": "xlsx"})
    with guard.workspaces(room.pk):
        Membership.objects.update(role=Role.LEZER)
    jobs.run_waiting()
    with guard.workspaces(room.pk):
        job = Job.objects.get()
        assert not JobFile.objects.exists()
    assert (job.state, job.message) == (
        JobState.FAILED,
        "U mag in deze werkruimte geen bestand meer maken.",
    )


def test_an_empty_choice_says_so(adviser: Client, room: Workspace) -> None:
    adviser.post(f"{PAGE}?q=niets", {"format": "csv"})
    jobs.run_waiting()
    with guard.workspaces(room.pk):
        assert "geen organisatie meer" in Job.objects.get().message


def test_the_page_tells_how_many_and_refuses_another_kind(adviser: Client) -> None:
    factories.organisation("Koor")
    assert "1 organisatie als bestand" in " ".join(adviser.get(PAGE).content.decode().split())
    assert adviser.post(PAGE, {"format": "pdf"}).status_code == 200


def test_a_reader_may_not(client: Client, room: Workspace) -> None:
    client.force_login(member(room, Role.LEZER))
    assert client.post(PAGE, {"format": "xlsx"}).status_code == 403
