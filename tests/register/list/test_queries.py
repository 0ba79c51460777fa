"""Which organisations the filters find."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from krachtlokaal.accounts.access import Access, Seat
from krachtlokaal.accounts.enums import Role, WorkspaceKind
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.register.enums import LegalForm, PairState, Sector
from krachtlokaal.register.models import DuplicatePair, Organisation, OrganisationTag, Selection
from krachtlokaal.register.queries.organisations import from_query
from tests.accounts import factories as accounts
from tests.register import factories
from tests.register.people import workspace

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Iterator[Workspace]:
    made = workspace("tiel", [factories.TIEL, factories.BUREN])
    with guard.workspaces(made.pk):
        yield made


def found(address: str, room: Workspace) -> list[str]:
    seat = Seat(room, Role.CONSULENT)
    access = Access(accounts.user(f"{room.slug}@x.example"), seat, (seat,), has_second_factor=True)
    names = [row.name for row in from_query(address, access)]
    access.user.delete()
    return names


def test_without_choice_the_list_is_the_working_area_by_name(room: Workspace) -> None:
    factories.organisation("Zwemclub De Otter")
    factories.organisation("Stichting Buurthuis De Brink", municipality_id=factories.BUREN)
    factories.organisation("Koor Elders", municipality_id=factories.LEEUWARDEN)
    assert found("", room) == ["Stichting Buurthuis De Brink", "Zwemclub De Otter"]
    assert found("gebied=alles&q=koor", room) == ["Koor Elders"]


def test_an_area_of_a_sector_goes_across_municipalities() -> None:
    sports = accounts.workspace("sport", sectors=["sport"])
    factories.organisation("Korfbalclub", sector=Sector.SPORT)
    factories.organisation("Voetbalclub", sector=Sector.SPORT, municipality_id=factories.LEEUWARDEN)
    factories.organisation("Koor", sector=Sector.CULTURE)
    with guard.workspaces(sports.pk):
        assert found("", sports) == ["Korfbalclub", "Voetbalclub"]
        assert found("q=voetbalclub", sports) == ["Voetbalclub"]


def test_the_national_team_sees_the_whole_country() -> None:
    team = accounts.workspace("land", kind=WorkspaceKind.LANDELIJK)
    factories.organisation("Hier")
    factories.organisation("Daar", municipality_id=factories.LEEUWARDEN)
    with guard.workspaces(team.pk):
        assert found("", team) == ["Daar", "Hier"]


@pytest.mark.parametrize(
    "text",
    ["otter", "zwemclub de", "OTT", "tiel", "zwem", "12345678", "4001 AB", "4001ab", "club"],
)
def test_search_finds_words_and_their_beginnings(room: Workspace, text: str) -> None:
    factories.organisation("Zwemclub De Otter", kvk="12345678", postcode="4001 AB")
    factories.organisation("Toneelgroep Het Voetlicht", place="Buren", municipality_id="GM0214")
    assert found(f"q={text}", room) == ["Zwemclub De Otter"]


def test_search_ignores_accents_and_signs_of_the_query_language(room: Workspace) -> None:
    factories.organisation("Café 't Hûske")
    assert found("q=huske", room) == ["Café 't Hûske"]
    assert found("q=' | !: & ( ) *", room) == ["Café 't Hûske"]  # nothing is left to look for
    assert found("q=xyz' | !x", room) == []


def test_one_letter_does_not_narrow_yet(room: Workspace) -> None:
    factories.organisation("Zwemclub")
    assert found("q=a", room) == ["Zwemclub"]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("gemeente=GM0214", ["Koor"]),
        ("gemeente=GM0214,GM0281", ["Koor", "Zwemclub"]),
        ("provincie=Gelderland", ["Koor", "Zwemclub"]),
        ("provincie=Drenthe", []),
        ("soort=sport", ["Zwemclub"]),
        ("rechtsvorm=foundation", ["Koor"]),
        ("grootte=10-24", ["Zwemclub"]),
        ("grootte=onbekend", ["Koor"]),
        ("grootte=100", []),
        ("soort=sport&grootte=10-24&q=zwem", ["Zwemclub"]),
        ("soort=sport&rechtsvorm=foundation", []),
    ],
)
def test_facts_narrow_the_list(room: Workspace, address: str, names: list[str]) -> None:
    factories.organisation("Zwemclub", sector=Sector.SPORT, volunteers=24)
    factories.organisation("Koor", municipality_id=factories.BUREN, legal_form=LegalForm.FOUNDATION)
    assert found(address, room) == names


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("sort=-naam", ["Cafe", "Bron", "Aak"]),
        ("sort=plaats", ["Bron", "Cafe", "Aak"]),
        ("sort=vrijwilligers", ["Aak", "Cafe", "Bron"]),
        ("sort=-vrijwilligers", ["Cafe", "Aak", "Bron"]),
        ("sort=gewijzigd", ["Aak", "Bron", "Cafe"]),
        ("sort=-gewijzigd", ["Cafe", "Bron", "Aak"]),
    ],
)
def test_the_order_is_chosen_and_unknown_numbers_come_last(
    room: Workspace, address: str, names: list[str]
) -> None:
    factories.organisation("Aak", place="Zoelen", volunteers=3)
    factories.organisation("Bron", place="Avezaath")
    factories.organisation("Cafe", place="Tiel", volunteers=90)
    assert found(address, room) == names


def test_states_show_what_needs_attention(room: Workspace) -> None:
    now = timezone.now()
    double, other = factories.organisation("Dubbel"), factories.organisation("Dubbel twee")
    unreachable = factories.organisation("Onbereikbaar", confirmed_at=now)
    factories.organisation("Oud", confirmed_at=now - timedelta(days=400))
    factories.organisation("Weg", ended_on=now.date())
    Organisation.objects.filter(pk__in=[double.pk, other.pk]).update(confirmed_at=now)
    DuplicatePair.objects.create(a=double, b=other, probability=0.9)
    factories.contact(room, unreachable, email="a@b.example", mail_problem="Postbus vol")
    assert found("toestand=dubbel", room) == ["Dubbel", "Dubbel twee"]
    assert found("toestand=adres", room) == ["Onbereikbaar"]
    assert found("toestand=onbevestigd", room) == ["Oud"]
    assert found("toestand=gestopt", room) == ["Weg"]
    assert found("q=weg", room) == []
    DuplicatePair.objects.update(state=PairState.DIFFERENT)
    assert found("toestand=dubbel", room) == []


def test_mail_problems_of_others_stay_with_them(room: Workspace) -> None:
    there = factories.organisation()
    with guard.system("a contact of another workspace"):
        other = workspace("buren", [factories.TIEL])
        factories.contact(other, there, mail_problem="Postbus vol")
    assert found("toestand=adres", room) == []


def test_a_label_narrows_the_list(room: Workspace) -> None:
    tagged, label = factories.organisation("Met"), factories.tag(room)
    factories.organisation("Zonder")
    OrganisationTag.objects.create(workspace=room, organisation=tagged, tag=label)
    assert found(f"label={label.pk}", room) == ["Met"]


def test_chosen_rows_are_those_rows_wherever_they_are(room: Workspace) -> None:
    far = factories.organisation("Ver", municipality_id=factories.LEEUWARDEN)
    gone = factories.organisation("Weg", ended_on=timezone.localdate())
    factories.organisation("Hier")
    assert found(f"ids={far.pk},{gone.pk},99999999", room) == ["Ver", "Weg"]


def test_a_saved_selection_is_opened_by_its_number(room: Workspace) -> None:
    chosen = factories.organisation("Koor")
    factories.organisation("Zwemclub", sector=Sector.SPORT)
    rows = Selection.objects.create(workspace=room, name="a", organisation_ids=[chosen.pk])
    query = Selection.objects.create(workspace=room, name="b", query="soort=sport")
    assert found(f"selectie={rows.pk}", room) == ["Koor"]
    assert found(f"selectie={query.pk}", room) == ["Zwemclub"]
    assert found("selectie=99999999", room) == ["Koor", "Zwemclub"]


def test_merged_organisations_are_gone(room: Workspace) -> None:
    kept = factories.organisation("Blijft")
    factories.organisation("Opgegaan", merged_into=kept)
    assert found("gebied=alles", room) == ["Blijft"]
