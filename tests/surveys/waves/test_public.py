"""Who got a letter or mail and can't get on: a code, a doubt, a lost link; who came uninvited."""

import re
from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs, links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.enums import Channel, WaveState
from krachtlokaal.surveys.links import ANSWER, CONFIRM
from krachtlokaal.surveys.models import Invitation, Wave
from krachtlokaal.surveys.services import entries, open_links
from tests.register import factories as register
from tests.surveys import factories

CODE, REAL, LOST = (reverse(f"surveys:{name}") for name in ("code", "real", "lost"))


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


@pytest.fixture
def made(room: Workspace) -> Invitation:
    return factories.invitation(
        factories.wave(room), register.organisation("Korfbal"), name="Jo", email="jo@club.example"
    )


def asked_again(client: Client, email: str) -> str:
    """What the visitor reads; each page carries another token against forged requests."""
    page = client.post(LOST, {"email": email}, follow=True).content.decode()
    jobs.run_waiting()
    return re.sub(r'value="\w{64}"', "", page)


def test_a_code_is_read_however_it_is_typed(client: Client, made: Invitation) -> None:
    secret = links.token(made.link)
    for typed in (secret, links.in_groups(secret), f" {secret.upper()} ", " ".join(secret)):
        answer = client.post(CODE, {"code": typed})
        assert answer["Location"] == reverse("surveys:answer_start", args=[secret])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Typ de code over"),
        ("ABCD-EFGH", "Een code heeft 16 letters en cijfers. U typte er 8."),
        ("ABCD-EFGH-IJKL-MNOP", "Deze code kennen wij niet."),
        ("a" * 61, "Dit is te lang"),
        ("\x00" * 16, "Typ de code over"),
    ],
)
def test_a_code_that_opens_nothing_gets_a_sentence(
    client: Client, typed: str, sentence: str
) -> None:
    page = client.post(CODE, {"code": typed})
    assert (page.status_code, sentence in page.content.decode()) == (200, True)


def test_trying_codes_is_stopped(client: Client) -> None:
    answers = {
        client.post(CODE, {"code": "ABCD-EFGH-IJKL-MNOP"}, REMOTE_ADDR="198.51.100.7").status_code
        for _ in range(21)
    }
    assert answers == {200, 429}
    assert client.get(CODE, REMOTE_ADDR="198.51.100.7").status_code == 200


@pytest.mark.parametrize(
    "typed", ["Steunpunt tiel", "tiel", "Sanne de Vries", "sanne@tiel.example"]
)
def test_a_real_mail_is_recognised_by_its_sender(
    client: Client, made: Invitation, typed: str
) -> None:
    page = client.get(REAL, {"wie": typed})
    assert [one.phone for one in page.context["found"]] == ["0344 123456"]
    assert "Steunpunt tiel" in page.content.decode()


@pytest.mark.parametrize("typed", ["Steunpunt Ergens", "steunpunt", "xx", "", "'; --", "x" * 161])
def test_a_name_that_we_do_not_know_is_said_so(
    client: Client, made: Invitation, typed: str
) -> None:
    page = client.get(REAL, {"wie": typed})
    assert (page.status_code, page.context["found"]) == (200, [])


def test_what_is_closed_is_not_told(client: Client, made: Invitation) -> None:
    Wave.objects.update(state=WaveState.CLOSED)
    assert client.get(REAL, {"wie": "tiel"}).context["found"] == []


def test_a_lost_link_goes_to_its_own_address_and_the_page_tells_nothing(
    client: Client, made: Invitation
) -> None:
    known = asked_again(client, "JO@club.example")
    assert [message.to for message in mail.outbox] == [["Jo <jo@club.example>"]]
    assert links.token(made.link) in mail.outbox[0].body
    assert asked_again(client, "niemand@club.example") == known
    assert len(mail.outbox) == 1


def test_who_sent_hears_that_and_gets_no_link(client: Client, made: Invitation) -> None:
    secret = links.token(made.link)
    PersonalLink.objects.filter(pk=made.link_id).update(nonce=None)
    asked_again(client, "jo@club.example")
    assert mail.outbox[0].subject == "U heeft al geantwoord voor Korfbal"
    assert secret not in mail.outbox[0].body


def test_a_mailbox_is_not_filled(client: Client, made: Invitation) -> None:
    pages = {asked_again(client, "jo@club.example") for _ in range(7)}
    assert (len(pages), len(mail.outbox)) == (1, 5)


def test_who_came_uninvited_counts_when_the_known_contact_says_so(
    client: Client, room: Workspace
) -> None:
    about = register.organisation("Korfbal")
    register.contact(room, about, name="Sjoukje", role="secretary", email="s@club.example")
    came = factories.invitation(
        factories.wave(room), about, channel=Channel.OPEN, email="x@y.example", is_verified=False
    )
    assert entries.ask(invitation=came) is True
    jobs.run_waiting()
    [message] = mail.outbox
    assert message.to == ["Sjoukje <s@club.example>"]
    assert "x@y.example" in message.subject
    link = PersonalLink.objects.get(purpose=CONFIRM)
    address = reverse("surveys:entry", args=[links.token(link)])
    client.get(address)
    assert Invitation.objects.get().is_verified is False
    client.post(address, {"deed": "ja"})
    assert Invitation.objects.get().is_verified is True
    client.post(address, {"deed": "nee"})
    assert links.find(ANSWER, links.token(came.link)) is not None


def test_who_does_not_belong_there_is_shut_out(client: Client, room: Workspace) -> None:
    came = factories.invitation(
        factories.wave(room), register.organisation("Korfbal"), is_verified=False
    )
    assert entries.ask(invitation=came) is False
    link = links.create(CONFIRM, workspace=room.pk, object_id=came.pk)
    page = client.post(reverse("surveys:entry", args=[links.token(link)]), {}, follow=True)
    assert "tellen niet mee" in page.content.decode()
    assert links.find(ANSWER, links.token(came.link)) is None


def test_the_open_link_goes_on_and_off(coordinator: Client, room: Workspace) -> None:
    wave = factories.wave(room)
    address = reverse("surveys:open_link", args=[wave.pk])
    coordinator.post(address, {"deed": "aan"})
    shown = coordinator.get(address).context["address"]
    assert "/meting/open/" in shown
    coordinator.post(address, {"deed": "uit"})
    assert coordinator.get(address).context["address"] == ""
    row = Wave.objects.get()
    open_links.switch_on(wave=row)
    assert coordinator.get(address).context["address"] not in {"", shown}


@pytest.mark.parametrize(
    ("deed", "verified", "waits"), [("ja", True, 0), ("nee", False, 0), ("", False, 1)]
)
def test_the_coordinator_decides_after_a_call(
    coordinator: Client, room: Workspace, deed: str, verified: bool, waits: int
) -> None:
    came = factories.invitation(
        factories.wave(room), register.organisation("Korfbal"), is_verified=False
    )
    coordinator.post(reverse("surveys:entry_decide", args=[came.wave_id, came.pk]), {"deed": deed})
    came.refresh_from_db()
    page = coordinator.get(reverse("surveys:open_link", args=[came.wave_id]))
    assert (came.is_verified, len(page.context["page"].object_list)) == (verified, waits)
