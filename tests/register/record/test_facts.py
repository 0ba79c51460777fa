"""Shared facts: who may write them, how they are checked, and what two people at once see."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role, WorkspaceKind
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry, PublicSearchRow
from krachtlokaal.register.models import Organisation, Proposal
from tests.accounts import factories as accounts
from tests.register import factories
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
NEW = reverse("register:create")
FACTS = {
    "name": "Zwemclub De Otter",
    "sector": "sport",
    "legal_form": "association",
    "kvk": "12345678",
    "address": "Dijk 1",
    "postcode": "4001 AB",
    "place": "Tiel",
    "municipality_id": factories.TIEL,
    "website": "https://otter.example",
    "volunteers": "24",
    "members": "120",
}


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


def change_url(row: Organisation) -> str:
    return reverse("register:change", args=[row.pk])


def history(row: Organisation) -> list[tuple[str, dict[str, object]]]:
    """As any workspace reads it."""
    with guard.workspaces(0):
        entries = AuditEntry.shared.filter(object_id=row.pk).order_by("id")
        return [(entry.verb, entry.changes) for entry in entries]


def test_an_organisation_is_added_and_found(adviser: Client) -> None:
    answer = adviser.post(NEW, FACTS)
    row = Organisation.objects.get()
    assert answer["Location"] == reverse("portal:organisation", args=[row.pk])
    assert (row.name_key, row.kvk, row.volunteers, row.version) == (
        "zwemclub de otter",
        "12345678",
        24,
        1,
    )
    assert PublicSearchRow.objects.get().object_id == row.pk
    assert history(row) == [("organisation.created", {})]


def test_facts_are_read_the_way_the_import_reads_them(adviser: Client) -> None:
    typed = {
        "name": "ZWEMCLUB  DE OTTER",
        "kvk": "1234567",
        "postcode": "4001ab",
        "website": "WWW.Otter.example/",
        "municipality_id": "",
        "place": "Drumpt",
    }
    adviser.post(NEW, FACTS | typed)
    row = Organisation.objects.get()
    assert (row.name, row.kvk, row.postcode, row.website, row.municipality_id) == (
        "Zwemclub de Otter",
        "01234567",
        "4001 AB",
        "https://www.otter.example",
        factories.TIEL,
    )


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", " ", "Vul de naam in."),
        ("name", "x" * 161, "ten hoogste 160 tekens"),
        ("kvk", "123", "Een KvK-nummer heeft acht cijfers; dit zijn er 3."),
        ("kvk", "onzin", "Een KvK-nummer heeft acht cijfers en geen letters."),
        ("postcode", "12 AB", "is geen postcode"),
        ("website", "geen site", "is geen website"),
        ("website", "https://x.example/" + "a" * 200, "ten hoogste 200 tekens"),
        ("volunteers", "-1", "een getal van 0 of meer"),
        ("volunteers", "veel", "Vul een heel getal in"),
        ("sector", "quidditch", "quidditch"),
        ("municipality_id", "GM9999", "Deze gemeente kennen wij niet."),
    ],
)
def test_wrong_input_is_told_and_kept(
    adviser: Client, field: str, value: str, sentence: str
) -> None:
    page = adviser.post(NEW, FACTS | {field: value})
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert not Organisation.objects.exists()


def test_the_municipality_is_asked_where_the_place_does_not_tell(adviser: Client) -> None:
    unknown = adviser.post(NEW, FACTS | {"municipality_id": "", "place": ""})
    assert "Kies de gemeente waar de organisatie is." in unknown.content.decode()
    several = adviser.post(NEW, FACTS | {"municipality_id": "", "place": "Beek", "postcode": ""})
    assert "Er is meer dan één Beek." in several.content.decode()


def test_outside_the_area_the_page_names_who_may_add(adviser: Client) -> None:
    workspace("leeuwarden", [factories.LEEUWARDEN])
    page = adviser.post(NEW, FACTS | {"municipality_id": factories.LEEUWARDEN}).content.decode()
    assert "Deze gemeente en soort vallen buiten uw werkgebied." in page
    assert "Vraag dit aan: Steunpunt leeuwarden." in page
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    "there",
    [
        {"name": "Iets anders", "kvk": "12345678", "municipality_id": factories.LEEUWARDEN},
        {"name": "De Otter, zwemclub", "kvk": "12345678"},
        {"name": "Stichting ZWEMCLUB DE ÓTTER"},
    ],
)
def test_a_likely_double_is_shown_before_it_is_added(
    adviser: Client, there: dict[str, str]
) -> None:
    factories.organisation(**there)
    page = adviser.post(NEW, FACTS).content.decode()
    assert "Staat deze organisatie er al?" in page
    assert there["name"] in page
    assert Organisation.objects.count() == 1
    adviser.post(NEW, FACTS | {"sure": "1"})
    assert Organisation.objects.count() == 2


def test_the_name_that_was_searched_stands_in_the_form(adviser: Client) -> None:
    page = adviser.get(f"{NEW}?name=Harmonie").content.decode()
    assert 'value="Harmonie"' in page
    assert f'<option value="{factories.TIEL}" selected>' in page


def test_a_change_is_written_with_its_history(adviser: Client) -> None:
    row = factories.organisation("Zwemclub", kvk="12345678")
    adviser.post(change_url(row), FACTS | {"version": 1, "name": "Zwemclub De Bever"})
    row.refresh_from_db()
    assert (row.name, row.name_key, row.version) == ("Zwemclub De Bever", "zwemclub de bever", 2)
    verb, changes = history(row)[-1]
    assert verb == "organisation.changed"
    assert changes["name"] == ["Zwemclub", "Zwemclub De Bever"]
    assert "kvk" not in changes
    assert PublicSearchRow.objects.get().title == "Zwemclub De Bever"


def test_saving_without_a_change_writes_nothing(adviser: Client) -> None:
    adviser.post(NEW, FACTS)
    row = Organisation.objects.get()
    adviser.post(change_url(row), FACTS | {"version": 1})
    row.refresh_from_db()
    assert (row.version, len(history(row))) == (1, 1)


def test_two_people_at_once_lose_nothing(adviser: Client) -> None:
    row = factories.organisation("Zwemclub", volunteers=10)
    typed = FACTS | {"version": 1, "name": "Zwemclub Mijn"}
    adviser.post(change_url(row), FACTS | {"version": 1, "name": "Zwemclub Eerst"})
    page = adviser.post(change_url(row), typed)
    assert "Naam: er staat nu “Zwemclub Eerst”, u typte “Zwemclub Mijn”." in page.content.decode()
    row.refresh_from_db()
    assert row.name == "Zwemclub Eerst"
    again = page.context["form"]["version"].value()
    adviser.post(change_url(row), typed | {"version": again})
    row.refresh_from_db()
    assert (row.name, row.version) == ("Zwemclub Mijn", 3)


def test_an_organisation_ends_and_restarts(adviser: Client) -> None:
    row = factories.organisation("Zwemclub")
    end = reverse("register:end", args=[row.pk])
    assert adviser.get(end).status_code == 200
    assert "Vul de dag in." in adviser.post(end, {"version": 1, "on": ""}).content.decode()
    adviser.post(end, {"version": 1, "on": "31-10-2026"})
    row.refresh_from_db()
    assert str(row.ended_on) == "2026-10-31"
    adviser.post(end, {"version": 1, "on": "30-10-2026"})
    row.refresh_from_db()
    assert str(row.ended_on) == "2026-10-31"
    adviser.post(reverse("register:restart", args=[row.pk]))
    row.refresh_from_db()
    assert row.ended_on is None
    assert [verb for verb, _changes in history(row)] == [
        "organisation.ended",
        "organisation.restarted",
    ]


def test_facts_are_confirmed(adviser: Client) -> None:
    row = factories.organisation("Zwemclub")
    adviser.post(reverse("register:confirm", args=[row.pk]))
    row.refresh_from_db()
    assert row.confirmed_at is not None
    assert [verb for verb, _changes in history(row)] == ["organisation.confirmed"]


def test_the_national_team_changes_facts_anywhere(client: Client) -> None:
    team = accounts.workspace("land", kind=WorkspaceKind.LANDELIJK)
    client.force_login(accounts.member(team, Role.LANDELIJK))
    row = factories.organisation("Zwemclub")
    client.post(change_url(row), FACTS | {"version": 1})
    row.refresh_from_db()
    assert row.name == "Zwemclub De Otter"


@pytest.mark.parametrize("name", ["end", "restart", "confirm"])
def test_outside_the_area_facts_are_not_written(adviser: Client, name: str) -> None:
    row = factories.organisation("Ver", municipality_id=factories.LEEUWARDEN)
    assert adviser.post(reverse(f"register:{name}", args=[row.pk])).status_code == 403


def test_outside_the_area_a_change_becomes_a_proposal(adviser: Client) -> None:
    row = factories.organisation("Ver", municipality_id=factories.LEEUWARDEN)
    adviser.post(change_url(row), FACTS | {"version": 1, "reason": "Gehoord"})
    row.refresh_from_db()
    assert row.name == "Ver"
    assert Proposal.objects.get().changes["name"] == ["Ver", "Zwemclub De Otter"]


@pytest.mark.parametrize("name", ["change", "end", "restart", "confirm"])
def test_what_does_not_exist_is_not_found(adviser: Client, name: str) -> None:
    assert adviser.post(reverse(f"register:{name}", args=[99999999])).status_code == 404


@pytest.mark.parametrize("name", ["change", "end", "restart", "confirm"])
def test_a_reader_may_not(client: Client, room: Workspace, name: str) -> None:
    client.force_login(member(room, Role.LEZER))
    row = factories.organisation("Zwemclub")
    assert client.post(reverse(f"register:{name}", args=[row.pk]), FACTS).status_code == 403
    assert client.post(NEW, FACTS).status_code == 403


@pytest.mark.parametrize("name", ["restart", "confirm"])
def test_fetching_changes_nothing(adviser: Client, name: str) -> None:
    row = factories.organisation("Zwemclub")
    assert adviser.get(reverse(f"register:{name}", args=[row.pk])).status_code == 405
