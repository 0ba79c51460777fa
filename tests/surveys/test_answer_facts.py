"""What is told beside the answers: of the organisation, and what may be done with the result."""

import pytest
from django.test import Client

from krachtlokaal.core import guard
from krachtlokaal.register.models import Proposal
from krachtlokaal.surveys.enums import Answering, WishKind
from krachtlokaal.surveys.models import ContactWish, Measurement
from tests.surveys.answering import (
    Scene,
    desk,
    page,
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


def test_the_first_one_sees_what_the_register_knows(client: Client, own: str, asked: Scene) -> None:
    begin = client.get(page(own)).content.decode()
    assert f'href="{page(own, "gegevens")}"' in begin
    shown = client.get(page(own, "gegevens")).content.decode()
    assert 'value="Dorpshuis De Linde"' in shown
    facts = {"name": "Dorpshuis De Linde", "municipality": "GM0281", "place": "Tiel"}
    values = {**facts, "sector": "other", "volunteers_band": "v10_24"}
    answer = client.post(page(own, "gegevens"), values)
    assert answer.url == page(own, "onderwerp", "u")
    with guard.system("a test looks"):
        told = Measurement.objects.get().profile
    assert told == values
    assert not Proposal.objects.exists()
    second = asked.invite()
    begin = client.get(page(second)).content.decode()
    assert f'href="{page(second, "onderwerp", "u")}"' in begin
    assert f'href="{page(second, "gegevens")}"' in begin
    assert "Dit vulde iemand van uw organisatie al in." in text(
        client.get(page(second, "gegevens"))
    )


def test_another_name_is_proposed_by_somebody_of_the_organisation(client: Client, own: str) -> None:
    facts = {"name": "Dorpshuis De Oude Linde", "municipality": "GM0281", "place": "Tiel"}
    client.post(page(own, "gegevens"), {**facts, "legal_form": "association"})
    made = Proposal.objects.get()
    assert made.proposer_name == "Een contactpersoon van de organisatie"
    assert made.changes == {
        "name": ["Dorpshuis De Linde", "Dorpshuis De Oude Linde"],
        "legal_form": ["unknown", "association"],
    }


def test_a_fact_that_can_not_be_is_said(client: Client, own: str) -> None:
    answer = client.post(page(own, "gegevens"), {"name": "", "municipality": "GM9999"})
    assert "Vul de naam in." in text(answer)
    assert "Deze gemeente kennen wij niet." in text(answer)


def test_who_wants_to_be_called_is_kept_apart_from_the_answers(client: Client, own: str) -> None:
    answer = client.post(page(own, "toestemming"), {"may_contact": "on"})
    assert "Vul uw naam in." in text(answer)
    values = {"may_contact": "on", "name": "Riet", "reach": "0344 111"}
    assert client.post(page(own, "toestemming"), values).url == page(own, "nakijken")
    with guard.system("a test looks"):
        wish = ContactWish.objects.get()
    assert (wish.kind, wish.name, wish.reach) == (WishKind.CONTACT, "Riet", "0344 111")
    assert desk(own).content == {}


def test_only_who_answers_for_the_organisation_turns_its_switches(client: Client) -> None:
    each = scene()
    shown = text(client.get(page(each.invite(), "toestemming")))
    assert "mag de uitkomst van onze organisatie zien" not in shown


def test_switches_of_the_organisation_are_off_until_somebody_ticks_them(client: Client) -> None:
    asked = scene(answering=Answering.ORGANISATION)
    own = asked.invite()
    shown = text(client.get(page(own, "toestemming")))
    assert "Steunpunt tiel mag de uitkomst van onze organisatie zien." in shown
    assert "zonder naam meetellen" not in shown
    client.post(page(own, "toestemming"), {"share_with_steunpunt": "on"})
    row = desk(own).measurement
    switches = (row.shares_result, row.counts_in_area, row.keeps_for_comparison)
    assert switches == (True, False, False)
