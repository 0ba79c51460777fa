"""The bestuurswissel: named, accepted or not, and taken back."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs
from krachtlokaal.register.enums import CheckState, SuccessionState
from krachtlokaal.register.models import Contact, Succession
from tests.register.checks.factories import (
    Asked,
    ask,
    contacts,
    deeds,
    start,
    successor_url,
)
from tests.register.mailings.factories import addresses, last_mail, reachable
from tests.register.people import workspace

pytestmark = pytest.mark.django_db
FEMKE = {"name": "Femke", "email": "femke@club.example", "phone": "", "role": "secretary"}
YES = {"deed": "ja", "name": "Femke", "email": "femke@club.example", "phone": "0344 222222"}


@pytest.fixture
def asked(room: Workspace) -> Asked:
    return ask(room)


@pytest.fixture
def visitor() -> Client:
    return Client()


def the_succession(room: Workspace) -> Succession:
    with guard.workspaces(room.pk):
        return Succession.objects.select_related("link").latest("id")


def state(room: Workspace) -> str:
    return the_succession(room).state


def test_who_stops_names_a_successor_by_her_own_link(asked: Asked, visitor: Client) -> None:
    assert visitor.post(asked.url("check_stop"), FEMKE)["Location"] == asked.url()
    assert asked.check.state == CheckState.SUCCESSION
    assert contacts(asked.room) == [("Sjoukje", True)]
    jobs.run_waiting()
    letter = last_mail()
    assert letter.to == ["Femke <femke@club.example>"]
    assert "Sjoukje stopt bij Harmonie en noemt u als opvolger." in letter.body
    assert "Wij hebben Femke gevraagd" in visitor.get(asked.url()).content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": ""}, "Vul een naam in."),
        ({"email": ""}, "Vul een e-mailadres in."),
        ({"email": "SECRETARIS"}, "mailadres"),
    ],
)
def test_a_successor_needs_a_name_and_an_address(
    asked: Asked, visitor: Client, changed: dict[str, str], sentence: str
) -> None:
    page = visitor.post(asked.url("check_stop"), FEMKE | {"phone": "0344 222222"} | changed)
    assert sentence in page.content.decode()
    assert "0344 222222" in page.content.decode()
    assert asked.check.state == CheckState.ASKED


def test_nobody_is_her_own_successor(asked: Asked, visitor: Client) -> None:
    own = asked.contact.email.upper()
    page = visitor.post(asked.url("check_stop"), FEMKE | {"email": own})
    assert "Dit is het adres van wie stopt." in page.content.decode()


def test_the_successor_s_page_changes_nothing_until_she_says_so(
    asked: Asked, visitor: Client
) -> None:
    found = start(asked.room, asked.contact)
    assert "Neemt u het over?" in visitor.get(successor_url(found)).content.decode()
    assert state(asked.room) == SuccessionState.ASKED


def test_who_accepts_becomes_the_contact_and_both_get_a_mail(asked: Asked, visitor: Client) -> None:
    found = start(asked.room, asked.contact)
    jobs.run_waiting()
    assert visitor.post(successor_url(found), YES)["Location"] == successor_url(found)
    assert contacts(asked.room) == [("Sjoukje", False), ("Femke", True)]
    with guard.workspaces(asked.room.pk):
        made = Contact.objects.get(name="Femke")
    assert (made.role, made.phone, made.organisation_id) == (
        "secretary",
        "0344-222222",
        asked.organisation.pk,
    )
    assert made.confirmed_at is not None
    assert Client().get(asked.url()).status_code == 404
    assert "Welkom, en dank u wel" in visitor.get(successor_url(found)).content.decode()
    assert asked.check.changes == {"contact": {"successor": ["", "Femke"]}}
    assert deeds(asked.room)[-3:] == ["contact.added", "contact.ended", "succession.accepted"]
    jobs.run_waiting()
    assert addresses()[-2:] == [
        "Femke <femke@club.example>",
        f"Sjoukje <{asked.contact.email}>",
    ]


def test_accepting_twice_makes_one_contact(asked: Asked, visitor: Client) -> None:
    found = start(asked.room, asked.contact)
    visitor.post(successor_url(found), YES)
    visitor.post(successor_url(found), YES)
    assert contacts(asked.room) == [("Sjoukje", False), ("Femke", True)]


def test_a_successor_with_a_wrong_address_is_told(asked: Asked, visitor: Client) -> None:
    found = start(asked.room, asked.contact)
    page = visitor.post(successor_url(found), YES | {"email": "x", "name": "Femke de Vries"})
    assert page.status_code == 200
    assert "Femke de Vries" in page.content.decode()
    assert state(asked.room) == SuccessionState.ASKED


def test_who_declines_changes_nothing_and_everybody_hears(asked: Asked, visitor: Client) -> None:
    found = start(asked.room, asked.contact)
    jobs.run_waiting()
    visitor.post(successor_url(found), {"deed": "nee"})
    assert state(asked.room) == SuccessionState.DECLINED
    assert contacts(asked.room) == [("Sjoukje", True)]
    assert asked.check.state == CheckState.ASKED
    jobs.run_waiting()
    assert addresses()[-2:] == [
        f"Sjoukje <{asked.contact.email}>",
        "Steunpunt tiel <post@tiel.example>",
    ]
    assert "U wordt geen contact" in visitor.get(successor_url(found)).content.decode()


def test_who_named_the_successor_may_take_it_back(asked: Asked, visitor: Client) -> None:
    found = start(asked.room, asked.contact)
    visitor.post(asked.url(), {"deed": "intrekken"})
    assert state(asked.room) == SuccessionState.WITHDRAWN
    assert asked.check.state == CheckState.ASKED
    assert Client().get(successor_url(found)).status_code == 404


def test_after_the_answer_there_is_nothing_to_take_back(asked: Asked, visitor: Client) -> None:
    found = start(asked.room, asked.contact)
    Client().post(successor_url(found), {"deed": "nee"})
    page = visitor.post(asked.url(), {"deed": "intrekken"}, follow=True)
    assert "Intrekken kan niet meer." in page.content.decode()
    assert state(asked.room) == SuccessionState.DECLINED


def test_a_second_successor_replaces_the_first(asked: Asked, visitor: Client) -> None:
    first = start(asked.room, asked.contact)
    visitor.post(asked.url("check_stop"), FEMKE | {"name": "Joris", "email": "j@club.example"})
    assert Client().get(successor_url(first)).status_code == 404
    second = the_succession(asked.room)
    assert (second.name, second.state) == ("Joris", SuccessionState.ASKED)


def test_an_adviser_starts_one_from_the_organisation(adviser: Client, room: Workspace) -> None:
    about, contact = reachable(room, "Harmonie", email="")
    page = adviser.post(reverse("register:succession_new", args=[contact.pk]), FEMKE)
    assert page["Location"] == reverse("portal:organisation", args=[about.pk])
    found = the_succession(room)
    Client().post(successor_url(found), YES)
    assert contacts(room) == [("Sjoukje", False), ("Femke", True)]


def test_an_adviser_takes_one_back_after_a_question(adviser: Client, asked: Asked) -> None:
    found = start(asked.room, asked.contact)
    path = reverse("register:succession_withdraw", args=[found.pk])
    assert "Trekt u de bestuurswissel naar Femke in?" in adviser.get(path).content.decode()
    assert state(asked.room) == SuccessionState.ASKED
    adviser.post(path)
    assert state(asked.room) == SuccessionState.WITHDRAWN


def test_what_is_of_another_workspace_does_not_exist(adviser: Client) -> None:
    other = ask(workspace("ede"), "Zangkoor")
    found = start(other.room, other.contact)
    for path in (
        reverse("register:succession_new", args=[other.contact.pk]),
        reverse("register:succession_withdraw", args=[found.pk]),
    ):
        assert adviser.get(path).status_code == 404
        assert adviser.post(path, FEMKE).status_code == 404
