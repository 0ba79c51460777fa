"""The workspace's own pages, going to another one, and one's own data."""

import re

import pytest
from django.conf import settings
from django.test import Client

from krachtlokaal.accounts import area_labels
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Membership, User, WorkingArea, Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry
from tests.accounts import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of towns and kinds, as the register gives them."""
    names = area_labels._Labels(
        municipalities=lambda: {"GM0001": "Oevermeer", "GM0002": "Wilgenveld"},
        sectors=lambda: {"sport": "Sport"},
    )
    monkeypatch.setattr(area_labels, "_labels", names)


def details(place: Workspace, **changes: str) -> dict[str, str]:
    row = Workspace.objects.get(pk=place.pk)
    data = {"name": row.name, "phone": "", "email": "", "website": "", "version": str(row.version)}
    return data | changes


def title(client: Client) -> str:
    """In which workspace she is now."""
    found = re.search(r"<h1>\s*(.*?)\s*</h1>", client.get("/werkruimte/").content.decode())
    return found[1] if found else ""


def test_every_member_sees_how_to_reach_it_and_where_it_works(place: Workspace) -> None:
    door = factories.member(place, Role.DEURVRIJWILLIGER)
    text = factories.signed_in(door).get("/werkruimte/").content.decode()
    assert "Oevermeer" in text
    assert "Alle soorten organisaties" in text
    assert "Wijzig het werkgebied" not in text


def test_a_coordinator_changes_the_data(coordinator: User, place: Workspace) -> None:
    client = factories.signed_in(coordinator)
    data = details(place, phone="0512 12 34 56", website="oevermeer.example")
    assert client.post("/werkruimte/gegevens/", data)["Location"] == "/werkruimte/"
    row = Workspace.objects.get(pk=place.pk)
    assert (row.phone, row.website, row.version) == (
        "0512 12 34 56",
        "https://oevermeer.example",
        2,
    )
    with guard.workspaces(place.pk):
        done = AuditEntry.objects.latest("id")
    assert done.verb == "workspace.changed"
    assert set(done.changes) == {"phone", "website"}


def test_two_who_change_the_data_lose_nothing(coordinator: User, place: Workspace) -> None:
    client = factories.signed_in(coordinator)
    old = details(place, phone="0512 11 11 11")
    client.post("/werkruimte/gegevens/", details(place, phone="0512 22 22 22"))
    answer = client.post("/werkruimte/gegevens/", old)
    text = answer.content.decode()
    assert "Iemand anders wijzigde deze gegevens" in text
    assert "0512 11 11 11" in text
    assert "0512 22 22 22" in text
    assert Workspace.objects.get(pk=place.pk).phone == "0512 22 22 22"
    client.post("/werkruimte/gegevens/", old | {"version": "2"})
    assert Workspace.objects.get(pk=place.pk).phone == "0512 11 11 11"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Vul de naam van de werkruimte in."),
        ("name", "Steunpunt Wilgenveld", "Er is al een werkruimte met deze naam."),
        ("phone", "bel maar", "Dit is geen telefoonnummer."),
        ("email", "info@", "Dit adres is niet compleet."),
        ("website", "ht tp:/", "Dit is geen adres van een website."),
    ],
)
def test_wrong_data_get_a_sentence(
    coordinator: User, place: Workspace, elsewhere: Workspace, field: str, value: str, sentence: str
) -> None:
    client = factories.signed_in(coordinator)
    answer = client.post("/werkruimte/gegevens/", details(place, **{field: value}))
    assert sentence in answer.content.decode()
    assert Workspace.objects.get(pk=place.pk).version == 1


def test_the_working_area_grows_and_shrinks(coordinator: User, place: Workspace) -> None:
    client = factories.signed_in(coordinator)
    part = {"municipality": "GM0002", "sector": "sport", "version": "1"}
    client.post("/werkruimte/gebied/", part)
    client.post("/werkruimte/gebied/", {"remove": "GM0001|", "version": "2"})
    rows = WorkingArea.objects.filter(workspace=place).values_list("municipality", "sector")
    assert list(rows) == [("GM0002", "sport")]


def test_the_working_area_of_somebody_else_is_not_overwritten(
    coordinator: User, place: Workspace
) -> None:
    client = factories.signed_in(coordinator)
    client.post("/werkruimte/gebied/", {"municipality": "GM0002", "sector": "", "version": "1"})
    answer = client.post("/werkruimte/gebied/", {"remove": "GM0001|", "version": "1"}, follow=True)
    assert "Iemand anders wijzigde het werkgebied" in answer.content.decode()
    assert WorkingArea.objects.filter(workspace=place).count() == 2


def test_an_empty_part_gets_a_sentence(coordinator: User) -> None:
    client = factories.signed_in(coordinator)
    answer = client.post("/werkruimte/gebied/", {"municipality": "", "sector": "", "version": "1"})
    assert "Kies een gemeente" in answer.content.decode()


@pytest.mark.parametrize("path", ["/werkruimte/gegevens/", "/werkruimte/gebied/"])
def test_advisers_do_not_change_the_workspace(adviser: User, path: str) -> None:
    assert factories.signed_in(adviser).get(path).status_code == 403


def test_going_to_another_workspace(adviser: User, elsewhere: Workspace) -> None:
    factories.membership(elsewhere, adviser, Role.LEZER)
    client = factories.signed_in(adviser)
    assert "Steunpunt Wilgenveld" in client.get("/werkruimte/wissel/").content.decode()
    answer = client.post("/werkruimte/wissel/", {"workspace": elsewhere.pk})
    assert answer["Location"] == "/start/"
    assert title(client) == "Steunpunt Wilgenveld"
    with guard.workspaces(elsewhere.pk):
        assert Membership.objects.get(user=adviser).last_used_at is not None


def test_the_next_sign_in_starts_in_the_workspace_used_last(
    adviser: User, elsewhere: Workspace
) -> None:
    factories.membership(elsewhere, adviser, Role.LEZER)
    factories.signed_in(adviser).post("/werkruimte/wissel/", {"workspace": elsewhere.pk})
    client = factories.signed_in(adviser)
    assert title(client) == "Steunpunt Wilgenveld"


@pytest.mark.parametrize("what", ["", "x", "999999"])
def test_a_workspace_of_others_is_not_there(adviser: User, elsewhere: Workspace, what: str) -> None:
    client = factories.signed_in(adviser)
    assert client.post("/werkruimte/wissel/", {"workspace": what}).status_code == 404
    assert client.post("/werkruimte/wissel/", {"workspace": elsewhere.pk}).status_code == 404


def test_who_works_nowhere_is_told_so(db: None) -> None:
    client = factories.signed_in(factories.user())
    assert "in geen enkele werkruimte" in client.get("/werkruimte/wissel/").content.decode()
    assert client.get("/werkruimte/").status_code == 403


def test_her_own_name_and_language(adviser: User) -> None:
    client = factories.signed_in(adviser)
    answer = client.post("/profiel/", {"name": "Ad de Vries", "language": "en"})
    assert answer["Location"] == "/profiel/"
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    adviser.refresh_from_db()
    assert (adviser.name, adviser.language) == ("Ad de Vries", "en")


def test_a_name_is_needed(adviser: User) -> None:
    answer = factories.signed_in(adviser).post("/profiel/", {"name": "", "language": "nl"})
    assert "Vul uw naam in." in answer.content.decode()


def test_signing_out_everywhere_closes_every_browser(adviser: User) -> None:
    here, there = factories.signed_in(adviser), factories.signed_in(adviser)
    assert here.get("/profiel/overal-uitloggen/").status_code == 200
    assert there.get("/profiel/").status_code == 200
    here.post("/profiel/overal-uitloggen/")
    assert here.get("/profiel/").status_code == 302
    assert there.get("/profiel/").status_code == 302
