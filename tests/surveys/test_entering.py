"""Ways in without an invitation: the open link of a wave, and a board that begins by itself."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.enums import Audience, Channel, WaveState
from krachtlokaal.surveys.links import OPEN
from krachtlokaal.surveys.models import AnswerDraft, Invitation, Wave
from krachtlokaal.surveys.services import settling
from tests.register import factories as register
from tests.register.people import workspace
from tests.surveys import factories
from tests.surveys.answering import Scene, answer_and_send, desk, scene, text

pytestmark = pytest.mark.django_db
ME = {"person": "Riet", "email": "riet@club.example"}


@pytest.fixture
def asked() -> Scene:
    return scene()


@pytest.fixture
def door(asked: Scene) -> str:
    """The address of the open link."""
    link = links.create(OPEN, workspace=asked.room.pk, object_id=asked.wave.pk)
    asked.change(open_link=link)
    return f"/meting/open/{links.token(link)}/"


def invitation(email: str = ME["email"]) -> Invitation:
    with guard.system("a test looks"):
        return Invitation.objects.select_related("link").get(email=email)


def mails() -> list[tuple[str, str]]:
    with guard.system("a test looks"):
        return sorted(OutboxMail.objects.values_list("to", "template"))


def test_she_finds_her_organisation_in_the_area_of_the_wave(
    client: Client, asked: Scene, door: str
) -> None:
    away = register.organisation(name="De Linde aan de Waal")
    Organisation.objects.filter(pk=away.pk).update(municipality=register.BUREN)
    seen = text(client.get(door, {"zoek": "linde"}))
    assert ("Dorpshuis De Linde Tiel" in seen, "aan de Waal" in seen) == (True, False)
    assert "Niets gevonden" in text(client.get(door, {"zoek": "bestaat nergens"}))


def test_her_own_link_is_shown_and_mailed_and_she_is_unverified(
    client: Client, asked: Scene, door: str
) -> None:
    answer = client.post(f"{door}?organisatie={asked.about.pk}", ME)
    own = invitation()
    assert (own.channel, own.is_verified, own.name) == (Channel.OPEN, False, "Riet")
    secret = links.token(own.link)
    assert answer.url == f"/meting/{secret}/?nieuw"
    assert f"http://testserver/meting/{secret}/" in text(client.get(answer.url))
    assert mails() == [("riet@club.example", "survey_link_again")]


def test_the_known_contact_is_asked_whether_she_belongs_there(
    client: Client, asked: Scene, door: str
) -> None:
    with guard.workspaces(asked.room.pk):
        register.contact(asked.room, asked.about, email="secretaris@club.example")
    client.post(f"{door}?organisatie={asked.about.pk}", ME)
    assert mails() == [
        ("riet@club.example", "survey_link_again"),
        ("secretaris@club.example", "survey_confirm"),
    ]


def test_the_link_of_somebody_else_is_never_shown(client: Client, asked: Scene, door: str) -> None:
    theirs = asked.invite(email="jan@club.example")
    answer = client.post(f"{door}?organisatie={asked.about.pk}", {"email": "jan@club.example"})
    assert "Kijk in uw mailbox" in text(answer)
    assert theirs not in answer.content.decode()
    assert mails() == [("jan@club.example", "survey_link_again")]


def test_an_organisation_that_nobody_knows_is_added(client: Client, door: str) -> None:
    form = client.get(f"{door}?nieuw").content.decode()
    assert re.findall(r'<option value="(GM\d+)"', form) == [register.TIEL]
    values = {**ME, "name": "Buurttuin Het Veld", "place": "Tiel", "municipality_id": register.TIEL}
    client.post(f"{door}?nieuw", values)
    made = Organisation.objects.get(name="Buurttuin Het Veld")
    assert (invitation().organisation_id, made.confirmed_at) == (made.pk, None)


def test_one_that_is_known_after_all_is_taken(client: Client, asked: Scene, door: str) -> None:
    values = {**ME, "name": "Dorpshuis de Linde", "municipality_id": register.TIEL}
    client.post(f"{door}?nieuw", values)
    assert invitation().organisation_id == asked.about.pk


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"email": ""}, "Vul uw e-mailadres in."),
        ({"email": "riet"}, "e-mailadres"),
    ],
)
def test_what_is_missing_is_said(
    client: Client, asked: Scene, door: str, values: dict[str, Any], told: str
) -> None:
    answer = client.post(f"{door}?organisatie={asked.about.pk}", values)
    assert told in text(answer)
    assert mails() == []


def test_a_wave_that_is_over_lets_nobody_in(client: Client, asked: Scene, door: str) -> None:
    asked.change(state=WaveState.CLOSED)
    answer = client.post(f"{door}?organisatie={asked.about.pk}", ME)
    assert "Meedoen kan nu niet" in text(answer)
    assert mails() == []


def test_what_she_sends_waits_until_she_is_known_to_belong_there(
    client: Client, asked: Scene, door: str
) -> None:
    client.post(f"{door}?organisatie={asked.about.pk}", ME)
    answer_and_send(links.token(invitation().link))
    for _number in range(3):
        answer_and_send(asked.invite())
    settling.settle()
    with guard.system("a test counts"):
        assert AnswerDraft.objects.count() == 4
        Invitation.objects.update(is_verified=True)
    settling.settle()
    with guard.system("a test counts"):
        assert AnswerDraft.objects.count() == 0


def test_who_tries_too_often_is_asked_to_wait(client: Client, asked: Scene, door: str) -> None:
    address = f"{door}?organisatie={asked.about.pk}"
    answers = [client.post(address, {"email": ""}).status_code for _try in range(21)]
    assert answers == [200] * 20 + [429]
    assert client.get(door).status_code == 200


# A board that begins by itself.


@pytest.fixture
def room() -> Workspace:
    place = workspace("tiel", municipalities=[register.TIEL])
    factories.published_version(place)
    return place


def test_a_board_begins_by_itself_and_gets_its_link_by_mail(
    client: Client, room: Workspace
) -> None:
    about = register.organisation(name="Dorpshuis De Linde")
    assert f"?organisatie={about.pk}" in client.get("/meting/zelf/?zoek=linde").content.decode()
    answer = client.post(f"/meting/zelf/?organisatie={about.pk}", ME)
    own = invitation()
    assert "Steunpunt tiel mailt u een link op riet@club.example" in text(answer)
    assert links.token(own.link) not in answer.content.decode()
    assert mails() == [("riet@club.example", "survey_link_again")]
    assert desk(links.token(own.link)).moment == "open"


def test_the_wave_of_who_begins_herself_has_a_dutch_name_whatever_she_speaks(
    client: Client, room: Workspace
) -> None:
    about = register.organisation(name="Dorpshuis De Linde")
    client.cookies["django_language"] = "en"
    client.post(f"/meting/zelf/?organisatie={about.pk}", ME)
    with guard.workspaces(room.pk):
        assert Wave.objects.get().title == "KrachtMeting van besturen die zelf beginnen"
    client.post(f"/meting/zelf/?organisatie={about.pk}", {"email": "jan@club.example"})
    with guard.system("a test looks"):
        wave = Wave.objects.get()
    assert (wave.audience, wave.workspace_id) == (Audience.SELF, room.pk)


def test_the_wave_of_who_begins_herself_ends_after_a_year_and_the_next_one_begins(
    client: Client, room: Workspace
) -> None:
    """Answers of a wave that never closes would never be thrown away."""
    about = register.organisation(name="Dorpshuis De Linde")
    client.post(f"/meting/zelf/?organisatie={about.pk}", ME)
    with guard.system("a year goes by"):
        first = Wave.objects.get()
        assert first.closes_on == timezone.localdate() + timedelta(days=365)
        Wave.objects.update(closes_on=timezone.localdate() - timedelta(days=1))
    client.post(f"/meting/zelf/?organisatie={about.pk}", ME)
    with guard.system("a test looks"):
        second = Wave.objects.exclude(pk=first.pk).get()
    assert (second.audience, second.opens_on) == (Audience.SELF, timezone.localdate())


def test_where_no_steunpunt_works_that_is_said(client: Client, room: Workspace) -> None:
    about = register.organisation(name="Ver weg")
    Organisation.objects.filter(pk=about.pk).update(municipality=register.BUREN)
    answer = client.post(f"/meting/zelf/?organisatie={about.pk}", ME)
    assert "nog geen steunpunt aangesloten" in text(answer)
    assert mails() == []
