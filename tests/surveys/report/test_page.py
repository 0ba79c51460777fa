"""The report of who answered: at once, whole, for her alone."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.core import guard
from krachtlokaal.surveys.enums import Answering, Variant, WaveState
from krachtlokaal.surveys.models import Answer, AnswerDraft, ContactWish
from krachtlokaal.surveys.services import settling, snapshots
from tests.surveys.answering import Scene, desk, keep, scene, send
from tests.surveys.report.answers import answered, wanting
from tests.topics.factories import offer

pytestmark = pytest.mark.django_db
CONTENT = answered(3, mensen_vinden=1, samen_intern=5) | wanting("mensen_vinden", 5)


def sent(place: Scene, content: dict[str, Any] = CONTENT, **values: Any) -> str:
    secret = place.invite(**values)
    keep(secret, {"role": "board", **content})
    send(secret)
    return secret


def page(client: Client, secret: str, rest: str = "uitkomst/", status: int = 200) -> str:
    answer = client.get(f"/meting/{secret}/{rest}")
    assert answer.status_code == status
    return answer.content.decode()


def as_organisation(**values: Any) -> Scene:
    return scene(answering=Answering.ORGANISATION, **values)


def test_the_page_for_the_board_meeting_comes_first(client: Client) -> None:
    text = page(client, sent(as_organisation()))
    order = [
        text.index(words)
        for words in (
            "Dit gaat goed",
            "„Wij weten van elkaar wat wij doen.”",
            "Uw volgende stap",
            "Zoek drie mensen voor kleine klussen",
            "Tien onderwerpen, vijf krachten",
            "Wat u belangrijk vindt, met hulp die past",
            "Bespreek het in 20 minuten",
            "Zo is dit berekend",
            "Wie mag dit zien?",
        )
    ]
    assert order == sorted(order)


def test_each_bar_has_its_number_and_its_word(client: Client) -> None:
    text = page(client, sent(as_organisation()))
    assert text.count('class="kl-bar"') == 10
    assert '<td role="cell" class="is-num is-score">100</td>' in text
    assert '<span class="kl-level" data-level="4">Sterk</span>' in text
    assert "De grenzen tussen de niveaus zijn voorlopig." in text


def test_before_sending_there_is_no_report(client: Client) -> None:
    place = scene()
    secret = place.invite()
    keep(secret, CONTENT)
    answer = client.get(f"/meting/{secret}/uitkomst/")
    assert (answer.status_code, answer["Location"]) == (302, f"/meting/{secret}/")


@pytest.mark.parametrize("rest", ["uitkomst/", "uitkomst/pdf/", "samen/", "samen/pdf/"])
def test_a_link_that_opens_nothing_says_what_to_do(client: Client, rest: str) -> None:
    assert "Deze link werkt niet" in page(client, "bestaatniet", rest, 404)


def test_it_stays_open_when_the_answers_moved(client: Client) -> None:
    place = as_organisation()
    secret = sent(place)
    before = page(client, secret)
    settling.settle()
    assert page(client, secret).replace("\n", "")[:2000] == before.replace("\n", "")[:2000]


def test_help_that_was_wished_is_met_or_somebody_is_named(client: Client) -> None:
    near = offer("1", themes=["regels"], help_forms=["workshop"], title="Avond over regels")
    content = answered(3, regels=1) | wanting("regels", 5, "soon", "workshop", "hands")
    text = page(client, sent(as_organisation(), content))
    assert f'href="/hulp-en-advies/{near.pk}/"' in text
    assert "Een training of workshop (dat koos u)" in text
    assert "U koos: Mensen die een klus doen." in text
    assert 'href="tel:0344123456"' in text


def test_the_short_form_says_how_it_chose(client: Client) -> None:
    content = answered(4, "short", koers=1) | {"help_themes": ["koers"]}
    text = page(client, sent(as_organisation(variant=Variant.SHORT), content))
    assert "Wij zetten bovenaan waar u hulp bij wilt" in text
    assert "1. Doel en plannen" in text


def test_who_wants_help_is_asked_whether_she_may_be_called(client: Client) -> None:
    place = as_organisation()
    content = answered() | wanting("koers", 4, "this_year")
    secret = sent(place, content)
    text = page(client, secret)
    assert "U vroeg om hulp. Maar niemand ziet dat nog." in text
    answer = client.post(
        f"/meting/{secret}/uitkomst/bellen/",
        {"name": "Anna", "reach": "0344 999999", "about": "Doel en plannen"},
    )
    assert answer["Location"] == f"/meting/{secret}/uitkomst/?gedaan=bellen"
    with guard.workspaces(place.room.pk):
        row = ContactWish.objects.get()
    assert (row.name, row.reach, row.about) == ("Anna", "0344 999999", "Doel en plannen")
    done = page(client, secret, "uitkomst/?gedaan=bellen")
    assert "heeft uw naam en nummer" in done
    assert "Maar niemand ziet dat nog" not in page(client, secret)


def test_who_wants_no_help_is_not_asked(client: Client) -> None:
    assert "u bellen?" not in page(client, sent(as_organisation()))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"name": "", "reach": "0344 999999"}, "Vul uw naam in"),
        ({"name": "Anna", "reach": "12"}, "Dit nummer is te kort"),
        ({"name": "Anna", "reach": "a@b"}, "Dit e-mailadres klopt niet"),
        ({"name": "Anna", "reach": ""}, "Vul in hoe de adviseur u kan bereiken"),
    ],
)
def test_a_wrong_number_is_told_and_what_was_typed_stays(
    client: Client, told: dict[str, str], sentence: str
) -> None:
    secret = sent(as_organisation(), answered() | wanting("koers", 4, "soon"))
    answer = client.post(f"/meting/{secret}/uitkomst/bellen/", told)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in text
    assert f'value="{told["name"] or told["reach"]}"' in text


def test_asking_twice_is_one_request(client: Client) -> None:
    place = as_organisation()
    secret = sent(place, answered() | wanting("koers", 4, "soon"))
    for _ in range(2):
        client.post(f"/meting/{secret}/uitkomst/bellen/", {"name": "Anna", "reach": "0344 999999"})
    with guard.workspaces(place.room.pk):
        assert ContactWish.objects.count() == 1


def test_who_answered_for_the_organisation_shares_it_and_stops(client: Client) -> None:
    place = as_organisation()
    secret = sent(place)
    assert "Alleen u ziet deze uitkomst." in page(client, secret)
    client.post(f"/meting/{secret}/uitkomst/delen/", {"delen": "ja"})
    assert "Stop met delen" in page(client, secret)
    client.post(f"/meting/{secret}/uitkomst/delen/", {"delen": "nee"})
    assert "Ja, deel onze uitkomst" in page(client, secret)


def test_who_answered_for_herself_can_not_share_what_is_of_all(client: Client) -> None:
    secret = sent(scene())
    assert client.post(f"/meting/{secret}/uitkomst/delen/", {"delen": "ja"}).status_code == 404


def test_below_four_the_combined_outcome_says_how_many_are_missing(client: Client) -> None:
    place = scene()
    secrets = [sent(place) for _ in range(2)]
    assert "Er zijn er nog 2 nodig." in page(client, secrets[0])
    assert "Er zijn er nog 2 nodig." in page(client, secrets[0], "samen/")
    sent(place)
    assert "Er is er nog 1 nodig." in page(client, secrets[0])
    page(client, secrets[0], "samen/pdf/", 404)


def test_a_closed_wave_with_too_few_answers_says_that_none_will_come(client: Client) -> None:
    place = scene()
    secret = sent(place)
    assert f'href="/meting/{secret}/collegas/"' in page(client, secret)
    place.change(state=WaveState.CLOSED)
    text = page(client, secret)
    assert "De meting is gesloten met minder dan vier antwoorden." in text
    assert "Nodig medebestuurders uit" not in text


def test_from_four_on_it_opens_with_where_they_differ(client: Client) -> None:
    place = scene()
    secrets = [sent(place, answered(3, bestuur=point)) for point in (1, 3, 4, 5)]
    assert "Kijk over een paar minuten opnieuw." in page(client, secrets[0])
    snapshots.renew_all(first_time=True)
    assert "Bekijk de gezamenlijke uitkomst" in page(client, secrets[0])
    text = page(client, secrets[0], "samen/")
    order = [
        text.index(words)
        for words in (
            "Waar u verschillend naar kijkt",
            "Bestuur",
            "Dit gaat goed",
            "Tien onderwerpen",
        )
    ]
    assert order == sorted(order)
    assert "Van 4 deelnemers" in text
    assert "U kijkt hier heel verschillend naar" in text


def test_she_takes_her_own_answer_back(client: Client) -> None:
    place = scene()
    secret, other = sent(place), sent(place)
    assert "Wilt u uw antwoord verwijderen?" in page(client, secret, "uitkomst/verwijderen/")
    client.post(f"/meting/{secret}/uitkomst/verwijderen/")
    assert "Uw antwoord is verwijderd" in page(client, secret, status=410)
    assert "Dit gaat goed" in page(client, other)
    with guard.system("a test counts"):
        assert AnswerDraft.objects.count() == 1


def test_an_answer_that_moved_is_taken_back_as_well(client: Client) -> None:
    place = scene()
    secrets = [sent(place) for _ in range(4)]
    settling.settle()
    client.post(f"/meting/{secrets[0]}/uitkomst/verwijderen/")
    with guard.system("a test counts"):
        assert (Answer.objects.count(), AnswerDraft.objects.count()) == (3, 0)
    assert desk(secrets[0]).content == {}


def test_the_answer_of_an_organisation_is_not_taken_back_here(client: Client) -> None:
    secret = sent(as_organisation())
    assert client.post(f"/meting/{secret}/uitkomst/verwijderen/").status_code == 404


def test_looking_changes_nothing_and_leaves_nothing(client: Client) -> None:
    place = scene()
    secret = sent(place)
    with guard.system("a test looks at all of a row"):
        before = list(AnswerDraft.objects.values_list())
    answer = client.get(f"/meting/{secret}/uitkomst/")
    with guard.system("a test looks at all of a row"):
        assert list(AnswerDraft.objects.values_list()) == before
    assert "kl_session" not in answer.cookies
    assert answer["Cache-Control"] == "private, no-store"


def test_a_report_takes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    place = as_organisation()
    for number in range(3):
        offer(str(number), themes=["mensen_vinden"], help_forms=["info"])
    secret = sent(place)
    page(client, secret)
    with django_assert_max_num_queries(14):
        page(client, secret)
