"""The page of one organisation."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.gate import actor_of
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import audit
from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.models import (
    DuplicatePair,
    ImportRow,
    ImportRun,
    Organisation,
    OrganisationTag,
)
from krachtlokaal.register.queries.places import towns
from krachtlokaal.register.services import organisations, proposals
from tests.register import factories
from tests.register.people import access_of, member, workspace

pytestmark = pytest.mark.django_db
Queries = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


def url(row: Organisation) -> str:
    return reverse("portal:organisation", args=[row.pk])


def text(client: Client, row: Organisation) -> str:
    return " ".join(client.get(url(row)).content.decode().split())


def test_the_page_shows_shared_facts_and_what_the_workspace_knows(
    adviser: Client, room: Workspace
) -> None:
    confirmed = datetime(2026, 3, 2, 12, tzinfo=UTC)
    row = factories.organisation("Zwemclub", volunteers=1284, confirmed_at=confirmed)
    with guard.workspaces(room.pk):
        factories.contact(
            room, row, name="Sanne", phone="0344-123456", email="s@x.example", mail_problem="Vol"
        )
        factories.note(room, row, "Regel een\nRegel twee")
        label = factories.tag(room, "doe-dag")
        OrganisationTag.objects.create(workspace=room, organisation=row, tag=label)
        run = ImportRun.objects.create(workspace=room, file_name="lijst.xlsx", file=b"")
        ImportRow.objects.create(
            workspace=room, run=run, number=7, cells=[], action=RowAction.CREATE, organisation=row
        )
    page = text(adviser, row)
    for shown in (
        "<h1> Zwemclub </h1>",
        "1.284",
        "op 2 maart 2026",
        "Steunpunt tiel",
        "tel:0344123456",
        "mailto:s@x.example",
        "Mail komt niet aan",
        "Regel een<br>Regel twee",
        "doe-dag",
        "lijst.xlsx, rij 7",
        "Gegevens wijzigen",
    ):
        assert shown in page, shown


def test_what_others_know_stays_with_them(adviser: Client) -> None:
    row, other = factories.organisation("Zwemclub"), workspace("buren", [factories.BUREN])
    with guard.workspaces(other.pk):
        factories.contact(other, row, name="Geheime Persoon")
        factories.note(other, row, "Geheime notitie")
        label = factories.tag(other, "geheim label")
        OrganisationTag.objects.create(workspace=other, organisation=row, tag=label)
    assert "eheim" not in text(adviser, row).lower().replace("geheimhouding", "")


def test_every_adviser_reads_who_changed_what(adviser: Client, room: Workspace) -> None:
    far = workspace("leeuwarden", [factories.LEEUWARDEN])
    row = factories.organisation("Ver", municipality_id=factories.LEEUWARDEN)
    access = access_of(far)
    with guard.workspaces(far.pk), audit.acting(actor_of(access)):
        organisations.change(
            organisation=row, version=1, facts={"name": "Verder", "sector": "sport"}
        )
    page = text(adviser, row)
    assert "consulent leeuwarden wijzigde Verder" in page
    assert "Naam: “Ver” werd “Verder”" in page
    assert "Soort: “Overig” werd “Sport”" in page
    assert "Stel een wijziging voor" in page
    assert "Gegevens wijzigen" not in page


def test_a_fact_that_looks_like_a_day_but_is_none_is_shown_as_it_is(
    adviser: Client, room: Workspace
) -> None:
    row = factories.organisation(address="2026-99-99")
    changes = {"address": ("", row.address)}
    audit.record("organisation.changed", row, changes=changes, shared=True, workspace=room.pk)
    assert "2026-99-99" in text(adviser, row)


def test_open_proposals_and_doubles_stand_on_top(adviser: Client) -> None:
    row, other = factories.organisation("Zwemclub"), factories.organisation("Zwemclub de otter")
    far = workspace("leeuwarden", [factories.LEEUWARDEN])
    with guard.workspaces(far.pk):
        proposals.propose(
            access=access_of(far), organisation=row, facts={"volunteers": 34}, reason=""
        )
    DuplicatePair.objects.create(a=row, b=other, probability=0.9)
    page = text(adviser, row)
    assert "Aantal vrijwilligers: “leeg” wordt “34”" in page
    assert "Beslis over dit voorstel" in page
    assert reverse("register:merge", args=[row.pk, other.pk]) in page


def test_a_stopped_organisation_says_so(adviser: Client) -> None:
    row = factories.organisation("Zwemclub", ended_on="2026-10-31")
    assert "Sinds 31 oktober 2026." in text(adviser, row)
    assert reverse("register:restart", args=[row.pk]) in text(adviser, row)


def test_the_number_of_a_merged_organisation_leads_to_the_kept_one(adviser: Client) -> None:
    kept = factories.organisation("Blijft")
    middle = factories.organisation("Eerst", merged_into=kept)
    gone = factories.organisation("Nog eerder", merged_into=middle)
    page = adviser.get(url(gone), follow=True)
    assert page.redirect_chain == [(url(kept), 302)]
    assert "Deze organisatie is samengevoegd." in page.content.decode()


def test_notes_have_pages(adviser: Client, room: Workspace) -> None:
    row = factories.organisation()
    with guard.workspaces(room.pk):
        for number in range(12):
            factories.note(room, row, f"Notitie nummer {number}.")
    assert "Notitie nummer 0." not in text(adviser, row)
    assert "Notitie nummer 0." in adviser.get(url(row), {"notities": 2}).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_a_fixed_number_of_queries(
    adviser: Client, room: Workspace, django_assert_num_queries: Queries, count: int
) -> None:
    towns()
    row = factories.organisation()
    with guard.workspaces(room.pk):
        for number in range(count):
            factories.contact(room, row, name=f"Persoon {number}")
            factories.note(room, row)
            organisations.confirm(organisation=row)
            label = factories.tag(room, f"label {number}")
            OrganisationTag.objects.create(workspace=room, organisation=row, tag=label)
            other = factories.organisation(f"Ander {number}")
            DuplicatePair.objects.create(a=row, b=other, probability=0.9)
    # seven around the page, and one or two for each of its ten parts
    with django_assert_num_queries(23):
        adviser.get(url(row))


def test_a_reader_reads_without_buttons(client: Client, room: Workspace) -> None:
    row = factories.organisation("Zwemclub")
    with guard.workspaces(room.pk):
        factories.contact(room, row, name="Sanne")
    client.force_login(member(room, Role.LEZER))
    page = text(client, row)
    assert "Sanne" in page
    assert not any(word in page for word in ("wijzigen", "toevoegen", "Bewaar", "Geef dit label"))


def test_a_door_volunteer_does_not_get_in(client: Client, room: Workspace) -> None:
    client.force_login(member(room, Role.DEURVRIJWILLIGER))
    assert client.get(url(factories.organisation())).status_code == 403


def test_what_does_not_exist_is_not_found(adviser: Client) -> None:
    assert adviser.get(reverse("portal:organisation", args=[99999999])).status_code == 404
