"""Who reads an advice case, and what becomes of it: through the pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.advice.enums import Audience, CaseOrigin, CaseState
from krachtlokaal.advice.models import AdviceCase, CaseNote
from krachtlokaal.advice.services import cases as services
from krachtlokaal.core import guard
from krachtlokaal.office import retention
from krachtlokaal.office.models import AuditEntry
from tests.accounts import factories as accounts
from tests.advice import factories
from tests.register import factories as register
from tests.register.people import workspace

SECRET = "Onze kascommissie vertrouwt de boeken niet"


@pytest.fixture
def room(db: None) -> Workspace:
    return workspace("partoer", municipalities=["GM0080"])


def member(room: Workspace, name: str, role: Role = Role.CONSULENT) -> tuple[User, Client]:
    user, client = accounts.member(room, role, f"{name}@partoer.example"), Client()
    client.force_login(user)
    return user, client


def test_a_colleague_who_is_not_named_meets_the_case_nowhere(room: Workspace) -> None:
    adviser, own = member(room, "anna")
    _other, client = member(room, "bram")
    about = register.organisation("Koor De Merel")
    with guard.workspaces(room.pk):
        case = factories.case(room, adviser, organisation=about, question=SECRET)
    page = f"/advies-vragen/{case.pk}/"
    assert SECRET in own.get(page).content.decode()
    assert SECRET in own.get(f"/organisaties/{about.pk}/").content.decode()
    addresses = [page, f"{page}wijzigen/", f"{page}lezers/", f"{page}overdragen/"]
    assert [client.get(address).status_code for address in addresses] == [404] * 4
    pages = ["/advies-vragen/", f"/organisaties/{about.pk}/", "/zoeken/?q=kascommissie", "/start/"]
    told = [client.get(address).content.decode() for address in pages]
    assert [SECRET in text for text in told] == [False] * 4


def test_another_workspace_has_no_row_of_it(room: Workspace) -> None:
    adviser, _own = member(room, "anna")
    elsewhere = workspace("spectrum")
    with guard.workspaces(room.pk):
        factories.case(room, adviser, audience=Audience.TEAM)
    with guard.workspaces(elsewhere.pk):
        assert AdviceCase.objects.count() == 0


def test_named_colleagues_and_the_team_read_it(room: Workspace) -> None:
    adviser, own = member(room, "anna")
    other, client = member(room, "bram")
    with guard.workspaces(room.pk):
        case = factories.case(room, adviser)
    page = f"/advies-vragen/{case.pk}/"
    own.post(f"{page}lezers/", {"version": 1, "audience": "named", "named": [other.pk]})
    assert client.get(page).status_code == 200
    own.post(f"{page}lezers/", {"version": 2, "audience": "named"})
    assert client.get(page).status_code == 404
    own.post(f"{page}lezers/", {"version": 3, "audience": "team"})
    assert client.get(page).status_code == 200
    assert client.get(f"{page}lezers/").status_code == 404


def test_a_coordinator_hands_it_over_unread(room: Workspace) -> None:
    adviser, _own = member(room, "anna")
    other, client = member(room, "bram")
    boss, coordinator = member(room, "cora", Role.COORDINATOR)
    with guard.workspaces(room.pk):
        case = factories.case(room, adviser, question=SECRET)
    page = f"/advies-vragen/{case.pk}/"
    listed = coordinator.get("/advies-vragen/overzicht/").content.decode()
    assert ("Toneelgroep De Lantaarn" in listed, SECRET in listed) == (True, False)
    assert SECRET not in coordinator.get(f"{page}overdragen/").content.decode()
    refused = coordinator.post(f"{page}overdragen/", {"version": 1, "to": boss.pk})
    assert "Kies een collega uit de lijst." in refused.content.decode()
    coordinator.post(f"{page}overdragen/", {"version": 1, "to": other.pk})
    assert (coordinator.get(page).status_code, client.get(page).status_code) == (404, 200)
    with guard.workspaces(room.pk):
        entry = AuditEntry.objects.get(verb="case.handed_over")
    assert (entry.actor_id, entry.object_label) == (boss.pk, str(case.pk))


def test_a_question_is_written_down_and_noted_and_closed(room: Workspace) -> None:
    _adviser, own = member(room, "anna")
    empty = own.post("/advies-vragen/nieuw/", {"question": ""}).content.decode()
    assert "Schrijf op wat de organisatie vraagt." in empty
    assert "Zoek de organisatie hierboven op, of typ hier haar naam." in empty
    about = register.organisation("Koor De Merel")
    assert f"?organisatie={about.pk}" in own.get("/advies-vragen/nieuw/?q=merel").content.decode()
    made = own.post(f"/advies-vragen/nieuw/?organisatie={about.pk}", {"question": SECRET})
    page = made["Location"]
    own.post(page, {"text": "Gebeld met de voorzitter."})
    own.post(f"{page}afronden/")
    own.post(page, {"text": "Te laat."})
    with guard.workspaces(room.pk):
        case = AdviceCase.objects.get()
        assert (case.organisation, case.state) == (about, CaseState.CLOSED)
        assert [note.text for note in case.notes.all()] == ["Gebeld met de voorzitter."]
    own.post(f"{page}heropenen/")
    assert own.get(f"{page}wijzigen/").status_code == 200


def test_who_saves_second_sees_both_texts(room: Workspace) -> None:
    adviser, own = member(room, "anna")
    with guard.workspaces(room.pk):
        case = factories.case(room, adviser, organisation_name="Koor")
    page = f"/advies-vragen/{case.pk}/wijzigen/"
    sent = {"version": 1, "organisation_name": "Koor", "state": "open"}
    own.post(page, sent | {"question": "De eerste tekst"})
    second = own.post(page, sent | {"question": "De tweede tekst"}).content.decode()
    assert ("De eerste tekst" in second, "De tweede tekst" in second) == (True, True)


def test_the_room_above_asks_twice_and_gets_one_case(room: Workspace) -> None:
    with guard.workspaces(room.pk):
        asked = [
            services.open_for(
                workspace=room,
                origin=CaseOrigin.CONSULTATION,
                origin_id=7,
                adviser=None,
                values={"question": SECRET},
            )
            for _time in range(2)
        ]
        assert asked == list(AdviceCase.objects.all()) * 2


def test_today_tells_an_overdue_step_to_its_adviser_alone(room: Workspace) -> None:
    adviser, own = member(room, "anna")
    _other, client = member(room, "bram")
    yesterday = timezone.localdate() - timedelta(days=1)
    with guard.workspaces(room.pk):
        factories.case(room, adviser, next_step="Bellen", next_step_on=yesterday)
    told = "De volgende stap van 1 adviesvraag is te laat"
    pages = [browser.get("/start/").content.decode() for browser in (own, client)]
    assert [told in page for page in pages] == [True, False]


def test_words_of_a_closed_case_go_after_two_years(room: Workspace) -> None:
    adviser, _own = member(room, "anna")
    long_ago = timezone.now() - timedelta(days=731)
    with guard.workspaces(room.pk):
        case = factories.case(room, adviser, state=CaseState.CLOSED, closed_at=long_ago)
        kept = factories.case(room, adviser)
        services.add_note(case=kept, author=adviser, text="Blijft")
        CaseNote.objects.create(workspace=room, case=case, text="Gaat weg", author=adviser)
    retention.clean_up()
    with guard.workspaces(room.pk):
        case.refresh_from_db()
        assert (case.question, case.organisation_name) == ("", "")
        assert [note.text for note in CaseNote.objects.all()] == ["Blijft"]
