"""The pages of who answers: what they tell before she begins, and what they keep."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.enums import Answering, Channel, Variant
from krachtlokaal.surveys.models import Invitation
from tests.surveys.answering import (
    Scene,
    desk,
    keep,
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


def test_the_first_page_says_who_asks_how_long_and_until_when(
    client: Client, asked: Scene, own: str
) -> None:
    asked.change(closes_on=timezone.localdate() + timedelta(days=3))
    seen = text(client.get(page(own)))
    for told in (
        "Dorpshuis De Linde",
        "ongeveer 20 minuten",
        "Sanne de Vries van Steunpunt tiel",
        "0344 123456",
        "Verantwoordelijk voor uw gegevens is Steunpunt tiel",
    ):
        assert told in seen


@pytest.mark.parametrize(
    ("way", "told"),
    [
        (Answering.EACH, "Niemand ziet wat u antwoordt: uw medebestuurders niet"),
        (Answering.ORGANISATION, "U antwoordt namens Dorpshuis De Linde."),
    ],
)
def test_the_way_of_answering_is_told_before_she_begins(
    client: Client, way: Answering, told: str
) -> None:
    asked = scene(answering=way)
    assert told in text(client.get(page(asked.invite())))


def test_looking_changes_nothing(client: Client, own: str) -> None:
    """Mail scanners follow links, and may fetch every address of a page."""
    with guard.system("a test looks"):
        before = Invitation.objects.values().get(), PersonalLink.objects.values().get()
    for parts in ([], ["gegevens"], ["onderwerp", "bestuur"], ["nakijken"], ["versturen"]):
        client.get(page(own, *parts))
        client.head(page(own, *parts))
    with guard.system("a test looks"):
        assert (Invitation.objects.values().get(), PersonalLink.objects.values().get()) == before
    assert not desk(own).is_sent


def test_it_speaks_the_language_of_the_invitation_until_she_chooses_another(
    client: Client, asked: Scene
) -> None:
    frisian = asked.invite(language="fy")
    assert '<html lang="fy"' in client.get(page(frisian)).content.decode()
    client.cookies["django_language"] = "en"
    assert '<html lang="en"' in client.get(page(frisian)).content.decode()
    asked.change(languages=["nl", "fy"])
    assert '<html lang="fy"' in client.get(page(frisian)).content.decode()


def test_a_paper_list_says_for_whom_it_is_typed(client: Client, asked: Scene) -> None:
    paper = asked.invite(channel=Channel.PAPER)
    banner = "U typt een papieren lijst over voor Dorpshuis De Linde."
    assert banner in text(client.get(page(paper)))
    assert banner in text(client.get(page(paper, "onderwerp", "bestuur")))


def test_the_pages_follow_each_other_forth_and_back(client: Client, own: str) -> None:
    themes = ["bestuur", "koers", "mensen_vinden", "mensen_houden", "samen_intern"]
    themes += ["samen_extern", "geld_plek", "regels", "bereik", "leren", "slot"]
    for now, after in zip(["u", *themes], themes, strict=False):
        assert post(client, own, now).url == page(own, "onderwerp", after)
        assert post(client, own, after, way="terug").url == page(own, "onderwerp", now)
    assert post(client, own, "slot").url == page(own, "toestemming")
    assert post(client, own, "u", way="terug").url == page(own)


def test_what_is_filled_in_stands_there_on_another_device(client: Client, own: str) -> None:
    post(client, own, "bestuur", bestuur_1="4", bestuur_2="dont_know", **{"bestuur.note": "Ja."})
    elsewhere = Client().get(page(own, "onderwerp", "bestuur")).content.decode()
    assert re.search(r'name="bestuur_1" value="4" checked', elsewhere)
    assert re.search(r'name="bestuur_2" value="dont_know" checked', elsewhere)
    assert ">\nJa.</textarea>" in elsewhere
    assert "Onderwerp 1 van 10" in elsewhere
    assert desk(own).content == {
        "bestuur_1": 4,
        "bestuur_2": "dont_know",
        "bestuur.note": "Ja.",
    }


def test_the_short_form_asks_less_and_where_help_is_wanted(client: Client) -> None:
    asked = scene(variant=Variant.SHORT)
    own = asked.invite()
    seen = client.get(page(own, "onderwerp", "bestuur")).content.decode()
    assert ("bestuur_1" in seen, "bestuur_3" in seen) == (True, False)
    answer = client.post(
        page(own, "onderwerp", "hulp"),
        {"help_themes": ["bestuur", "koers", "regels", "leren"], "way": "verder"},
    )
    assert "Kies hier hoogstens 3 antwoorden." in text(answer)
    client.post(page(own, "onderwerp", "hulp"), {"help_themes": ["regels", "koers"]})
    assert desk(own).content == {"help_themes": ["koers", "regels"]}


def test_a_page_from_before_another_device_changed_something_overwrites_nothing(
    client: Client, own: str
) -> None:
    keep(own, {"bestuur_1": 2, "bestuur_2": 2})
    shown = client.get(page(own, "onderwerp", "bestuur")).content.decode()
    seen = re.search(r'name="seen" value="([^"]*)"', shown)
    assert seen is not None
    keep(own, {"bestuur_1": 5})
    values = {"bestuur_1": "2", "bestuur_2": "4", "seen": seen[1].replace("&quot;", '"')}
    post(client, own, "bestuur", **values)
    assert desk(own).content == {"bestuur_1": 5, "bestuur_2": 4}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"bestuur_1": "9"}, "„9” is geen antwoord op deze vraag."),
        ({"bestuur_1": ["1", "2"]}, "Kies hier één antwoord."),
        ({"bestuur.note": "a" * 501}, "Deze tekst heeft 501 tekens. Hier passen er 500."),
        ({"bestuur.note": "a" * 1_000_000}, "Deze tekst heeft 1000000 tekens."),
    ],
    ids=["unknown", "two", "long", "1 MB"],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(
    client: Client, own: str, values: dict[str, Any], told: str
) -> None:
    answer = post(client, own, "bestuur", bestuur_2="3", **values)
    assert answer.status_code == 200
    assert told in text(answer)
    assert len(answer.content) < 40_000
    assert desk(own).content == {"bestuur_2": 3}


def test_signs_that_no_text_holds_are_left_out(client: Client, own: str) -> None:
    post(client, own, "bestuur", **{"bestuur.note": "a\x00b\r\nc\x1b"})
    assert desk(own).content == {"bestuur.note": "ab\nc"}


def test_more_than_any_form_is_answered_by_a_page_of_ours(client: Client, own: str) -> None:
    answer = post(client, own, "bestuur", **{"bestuur.note": "a" * 6_000_000})
    assert answer.status_code == 400
    assert "Wij begrepen deze vraag niet" in text(answer)
    assert desk(own).content == {}


def test_an_unknown_page_is_not_there(client: Client, own: str) -> None:
    assert client.get(page(own, "onderwerp", "bestaatniet")).status_code == 404


def test_a_permission_about_the_answers_is_a_box_that_is_off(client: Client, own: str) -> None:
    shown = client.get(page(own, "onderwerp", "slot")).content.decode()
    box = re.search(r'name="consent.may_quote"[^>]*>', shown)
    assert box is not None
    assert "checked" not in box[0]
    post(client, own, "slot", **{"consent.may_quote": "1"})
    assert desk(own).content == {"consent.may_quote": True}
    post(client, own, "slot")
    assert desk(own).content == {}
