"""Sending, what is refused, and asking colleagues."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.models import AuditEntry, OutboxMail, PersonalLink
from krachtlokaal.surveys.enums import Answering, Channel, WaveState
from krachtlokaal.surveys.models import Invitation
from tests.surveys.answering import (
    Scene,
    answer_and_send,
    desk,
    keep,
    keep_json,
    page,
    post,
    scene,
    text,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Scene:
    return scene()


@pytest.fixture
def own(asked: Scene) -> str:
    return asked.invite()


def test_the_check_page_names_what_was_skipped(client: Client, own: str) -> None:
    keep(own, {f"bestuur_{n}": 3 for n in (1, 2, 3)})
    shown = text(client.get(page(own, "nakijken")))
    assert "Bestuur : 3 vragen" in shown
    assert "Wat is uw rol?" in shown


def test_after_sending_she_is_led_to_her_result(client: Client, own: str) -> None:
    keep(own, {"bestuur_1": 4, "role": "board"})
    answer = client.post(page(own, "versturen"))
    assert answer.status_code == 302
    assert desk(own).is_sent
    assert client.post(page(own, "versturen")).url == answer.url


def test_an_empty_answer_is_not_taken_in(client: Client, own: str) -> None:
    answer = client.post(page(own, "versturen"))
    assert (answer.status_code, desk(own).is_sent) == (422, False)
    assert "U heeft nog niets ingevuld." in text(answer)


def test_who_comes_second_for_the_organisation_hears_that_it_answered(client: Client) -> None:
    asked = scene(answering=Answering.ORGANISATION)
    first, second = asked.invite(), asked.invite()
    answer_and_send(first)
    keep(second, {"bestuur_1": 1, "role": "board"})
    assert client.post(page(second, "versturen")).url == page(second)
    assert "Een ander heeft al geantwoord" in text(client.get(page(second)))


def test_answering_and_sending_write_nothing_about_who_and_when(
    client: Client, asked: Scene, own: str
) -> None:
    with guard.system("a test counts"):
        before = AuditEntry.objects.count(), OutboxMail.objects.count()
    post(client, own, "u", role="board")
    post(client, own, "bestuur", bestuur_1="4")
    keep_json(client, own, {"koers_1": "2"})
    client.post(page(own, "versturen"))
    assert desk(own).is_sent
    assert "kl_session" not in client.cookies
    with guard.system("a test counts"):
        assert (AuditEntry.objects.count(), OutboxMail.objects.count()) == before
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM django_session),"
            " (SELECT count(*) FROM procrastinate_jobs), (SELECT count(*) FROM office_job)"
        )
        assert cursor.fetchone() == (0, 0, 0)


@pytest.mark.parametrize("parts", [[], ["onderwerp", "bestuur"], ["versturen"], ["bewaren"]])
def test_links_that_do_not_hold_all_look_the_same(
    client: Client, asked: Scene, own: str, parts: list[str]
) -> None:
    revoked, expired = asked.invitation(), asked.invitation()
    links.revoke(revoked.link)
    with guard.system("a test lets a link expire"):
        rows = PersonalLink.objects.filter(pk=expired.link_id)
        rows.update(expires_at=timezone.now() - timedelta(days=1))
    other = links.create("klopt", workspace=asked.room.pk)
    forged = "a" + own[1:] if own[0] != "a" else "b" + own[1:]
    secrets = [forged, own[:-3], links.token(revoked.link), links.token(expired.link)]
    for secret in [*secrets, links.token(other), "x" * 300]:
        for answer in (client.get(page(secret, *parts)), client.post(page(secret, *parts))):
            assert answer.status_code == 404
            assert "Deze link werkt niet" in text(answer)
            assert "Linde" not in text(answer)
            assert 'href="/meting/kwijt/"' in answer.content.decode()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"state": WaveState.CLOSED}, "Wat u invulde, is bewaard maar niet verstuurd."),
        ({"state": WaveState.CALLED_OFF}, "Deze meting gaat niet door"),
        ({"opens_on": timezone.localdate() + timedelta(days=2)}, "Invullen kan vanaf"),
        ({"closes_on": timezone.localdate() - timedelta(days=1)}, "Deze meting is gesloten"),
    ],
    ids=["closed", "called off", "early", "past its days"],
)
def test_a_wave_that_takes_no_answers_says_why_and_whom_to_call(
    client: Client, asked: Scene, own: str, values: dict[str, Any], told: str
) -> None:
    keep(own, {"bestuur_1": 4, "role": "board"})
    asked.change(**values)
    for answer in (
        client.get(page(own)),
        client.get(page(own, "onderwerp", "bestuur")),
        post(client, own, "bestuur", bestuur_1="1"),
        client.post(page(own, "versturen")),
    ):
        assert told in text(answer)
        assert "0344 123456" in text(answer)
    assert keep_json(client, own, {"bestuur_1": "1"}).json()["state"] == "shut"
    assert (desk(own).content, desk(own).is_sent) == ({"bestuur_1": 4, "role": "board"}, False)


def test_colleagues_get_a_mail_with_a_link_of_their_own(
    client: Client, asked: Scene, own: str
) -> None:
    assert client.get(page(own, "collegas")).url == page(own)
    answer_and_send(own)
    addresses = "jan@club.example\nMarie@club.example, jan@club.example"
    answer = client.post(page(own, "collegas"), {"addresses": addresses})
    assert answer.url == page(own, "collegas") + "?gevraagd=2"
    assert "2 medebestuurders krijgen nu een mail." in text(client.get(answer.url))
    client.post(page(own, "collegas"), {"addresses": "JAN@club.example"})
    with guard.system("a test looks"):
        mails = list(OutboxMail.objects.order_by("to"))
        made = Invitation.objects.filter(channel=Channel.COLLEAGUE)
        assert {one.email for one in made} == {"jan@club.example", "marie@club.example"}
    assert [mail.template for mail in mails] == ["survey_colleague", "survey_colleague"]


@pytest.mark.parametrize(
    ("addresses", "told"),
    [
        ("geen adres", "„geen” is geen e-mailadres."),
        ("", "Vul ten minste één e-mailadres in."),
        (" ".join(f"a{n}@club.example" for n in range(13)), "U kunt nog 12 mensen vragen."),
    ],
)
def test_wrong_addresses_are_told(client: Client, own: str, addresses: str, told: str) -> None:
    answer_and_send(own)
    assert told in text(client.post(page(own, "collegas"), {"addresses": addresses}))
