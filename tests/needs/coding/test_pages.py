"""Cards are coded one after the other; the page says what is missing and forgets nothing."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import CardKind, CardSource, CodingRound, SurveyState
from krachtlokaal.needs.models import Card, Coding, NeedsSurvey, RoundTable
from krachtlokaal.office.models import AuditEntry
from tests.accounts import factories as accounts
from tests.needs import factories
from tests.needs.coding.codings import coding
from tests.register import factories as register


@pytest.fixture
def survey(room: Workspace) -> Iterator[NeedsSurvey]:
    with guard.workspaces(room.pk):
        yield factories.survey(room)


@pytest.fixture
def table(survey: NeedsSurvey) -> RoundTable:
    return factories.table(survey)


@pytest.fixture
def colleague(room: Workspace) -> Client:
    client = Client()
    client.force_login(accounts.member(room, Role.CONSULENT))
    return client


def answer(survey: NeedsSurvey, text: str, **values: Any) -> Card:
    told = {"source": CardSource.ANSWER, "is_cleaned": False, "text": text}
    return Card.objects.create(workspace=survey.workspace, survey=survey, **told | values)


def url(survey: NeedsSurvey, query: str = "") -> str:
    return f"{reverse('needs:coding', args=[survey.pk])}?{query}"


def save(client: Client, card: Card, **values: Any) -> Any:
    """As the form sends it from the page that is open."""
    at = url(card.survey, f"kaart={card.pk}")
    page = client.get(at).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(version|round|seen)" value="(\w+)"', page))
    chosen = {"theme": "bestuur", "kind": CardKind.WENS, "tag": "", "doe": "bewaar"}
    return client.post(at, {**hidden, **chosen, **values})


def text(page: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def test_a_card_is_coded_and_the_next_one_opens(
    coordinator: Client, user: User, table: RoundTable
) -> None:
    first, second = (factories.card(table, f"Kaart {n}", number=n) for n in (1, 2))
    kept = save(coordinator, first, tag=" Penningmeester ", may_quote="on")
    assert kept.url == url(table.survey, f"kaart={second.pk}&na={first.pk}")
    made = Coding.objects.get()
    assert (made.theme_id, made.kind, made.tag, made.round, made.coder_id) == (
        "bestuur",
        CardKind.WENS,
        "Penningmeester",
        CodingRound.FIRST,
        user.pk,
    )
    first.refresh_from_db()
    assert first.may_quote
    shown = coordinator.get(kept.url)
    assert "Bewaard: „Kaart 1”, Bestuur, Wens" in text(shown)
    assert '<option value="Penningmeester">' in shown.content.decode()
    assert AuditEntry.objects.filter(verb="needs.card_coded").count() == 1


def test_what_is_missing_is_said_and_what_was_chosen_stays(
    coordinator: Client, table: RoundTable
) -> None:
    card = factories.card(table)
    page = save(coordinator, card, theme="", kind="", tag="Kantine")
    assert "Kies het thema van dit kaartje." in text(page)
    assert "Kies wat voor uitspraak dit is." in text(page)
    assert 'value="Kantine"' in page.content.decode()
    assert not Coding.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"theme": "iets"}, {"round": "derde"}, {"seen": "-1"}, {"version": "x"}]
)
def test_what_no_page_sends_is_refused(
    coordinator: Client, table: RoundTable, wrong: dict[str, str]
) -> None:
    card = factories.card(table)
    assert save(coordinator, card, **wrong).status_code == 200
    assert not Coding.objects.exists()


def test_a_coding_can_be_changed_later(coordinator: Client, table: RoundTable) -> None:
    card = factories.card(table)
    save(coordinator, card)
    save(coordinator, card, theme="koers", kind=CardKind.KANS)
    assert Coding.objects.values_list("theme", "kind", "version").get() == ("koers", "kans", 2)


def test_who_is_late_is_told_and_keeps_her_choice(
    coordinator: Client, colleague: Client, table: RoundTable
) -> None:
    card = factories.card(table)
    at = url(table.survey, f"kaart={card.pk}")
    old = {"version": "1", "round": "first", "seen": "0", "doe": "bewaar"}
    save(colleague, card, theme="koers")
    page = coordinator.post(at, {**old, "theme": "leren", "kind": "kans", "tag": "mijn"})
    assert "Een collega codeerde dit kaartje net." in text(page)
    assert 'value="mijn"' in page.content.decode()
    assert Coding.objects.get().theme_id == "koers"
    hidden = dict(re.findall(r'name="(version|round|seen)" value="(\w+)"', page.content.decode()))
    coordinator.post(at, {**hidden, "theme": "leren", "kind": "kans", "tag": "mijn"})
    assert Coding.objects.get().theme_id == "leren"


def test_an_answer_is_cleaned_before_it_is_coded_and_the_old_text_is_gone(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    register.organisation(name="Toneelgroep De Schelp")
    card = answer(survey, "Bel voor hulp Jan de Vries van toneelgroep de schelp, 058-2123456.")
    page = coordinator.get(url(survey))
    marks = re.findall(r"<mark>(.*?)</mark>", page.content.decode())
    assert marks == ["Jan de Vries", "toneelgroep de schelp", "058-2123456"]
    refused = save(coordinator, card, text=card.text)
    assert "Haal eerst de namen weg." in text(refused)
    save(coordinator, card, text="Vraag de penningmeester.", is_cleaned="on")
    card.refresh_from_db()
    assert (card.text, card.is_cleaned, card.version) == ("Vraag de penningmeester.", True, 2)
    assert "de Vries" not in str(list(AuditEntry.objects.values()))


def test_only_the_text_can_be_kept(coordinator: Client, survey: NeedsSurvey) -> None:
    card = answer(survey, "Bel Anna.", asked_theme_id="geld_plek")
    form = coordinator.get(url(survey)).context["form"]
    assert form.initial["theme"] == "geld_plek"
    save(coordinator, card, text="Bel haar.", doe="tekst", theme="", kind="")
    card.refresh_from_db()
    assert (card.text, card.is_cleaned) == ("Bel haar.", False)
    save(coordinator, card, text="Bel.", doe="tekst", is_cleaned="on", theme="", kind="")
    card.refresh_from_db()
    assert (card.is_cleaned, Coding.objects.exists()) == (True, False)


def test_permission_of_an_answer_is_not_for_the_coder(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    card = answer(survey, "Het dak lekt.")
    save(coordinator, card, text=card.text, is_cleaned="on", may_quote="on")
    card.refresh_from_db()
    assert (card.may_quote, card.is_cleaned) == (False, True)


def test_a_card_is_put_away_and_taken_back(coordinator: Client, table: RoundTable) -> None:
    card = factories.card(table)
    save(coordinator, card, doe="weg", theme="")
    assert "Er zijn nog geen kaartjes" in text(coordinator.get(url(table.survey)))
    assert card.text in text(coordinator.get(url(table.survey, "toon=weg")))
    save(coordinator, card, doe="terug", theme="")
    assert card.text in text(coordinator.get(url(table.survey)))


def test_each_filter_shows_its_own(coordinator: Client, table: RoundTable) -> None:
    survey = table.survey
    other = factories.table(survey, title="Ronde tafel Sneek")
    plain = factories.card(table, "Van Grou")
    coded = factories.card(other, "Van Sneek")
    coding(coded, "leren", tag="Cursus", kind=CardKind.KANS)
    answer(survey, "Uit de vragenlijst")
    everything = ["Van Grou", "Van Sneek", "Uit de vragenlijst"]
    for query, expected in {
        "": everything,
        "toon=nieuw": ["Van Grou", "Uit de vragenlijst"],
        "toon=namen": ["Uit de vragenlijst"],
        "toon=tweede": [],
        "toon=verschil": [],
        "toon=onzin&tafel=x&thema=y&soort=z&bron=q": everything,
        f"tafel={plain.table_id}": ["Van Grou"],
        "thema=leren": ["Van Sneek"],
        "soort=kans": ["Van Sneek"],
        "label=cursus": ["Van Sneek"],
        "thema=leren&soort=wens": [],
        "bron=answer": ["Uit de vragenlijst"],
    }.items():
        page = coordinator.get(url(survey, query))
        assert [line.card.text for line in page.context["desk"].lines] == expected, query


def test_the_page_with_the_open_card_is_shown(coordinator: Client, table: RoundTable) -> None:
    made = [factories.card(table, f"Kaart {n}", number=n) for n in range(60)]
    desk = coordinator.get(url(table.survey, f"kaart={made[30].pk}")).context["desk"]
    assert (desk.page.number, desk.open.card, desk.position) == (2, made[30], 31)
    last = coordinator.get(url(table.survey, f"kaart={made[59].pk}")).context
    assert (last["desk"].page.number, last["next"]) == (3, made[0].pk)


def test_a_card_of_another_survey_is_not_there(coordinator: Client, table: RoundTable) -> None:
    other = factories.card(factories.table(factories.survey(table.workspace)), "Elders")
    at = url(table.survey, f"kaart={other.pk}")
    assert "Elders" not in text(coordinator.get(at))
    assert coordinator.post(at, {"doe": "bewaar"}).status_code == 404
    assert coordinator.post(url(table.survey, "kaart=x"), {}).status_code == 404


def test_a_fixed_report_changes_no_more(coordinator: Client, table: RoundTable) -> None:
    card = factories.card(table)
    NeedsSurvey.objects.update(state=SurveyState.FINISHED)
    at = url(table.survey, f"kaart={card.pk}")
    assert '<form class="kl-stack kl-stack--l"' not in coordinator.get(at).content.decode()
    sent = {"version": "1", "round": "first", "seen": "0", "theme": "leren", "kind": "wens"}
    assert "De kaartjes veranderen niet meer." in text(coordinator.post(at, sent))
    assert not Coding.objects.exists()


def test_it_asks_as_much_for_many_cards_as_for_one(
    coordinator: Client, table: RoundTable, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (0, 1):
        coding(factories.card(table, number=number), tag="een")
    with django_assert_max_num_queries(100) as few:
        coordinator.get(url(table.survey))
    for number in range(2, 40):
        coding(factories.card(table, number=number), tag=f"label {number}")
    with django_assert_max_num_queries(100) as many:
        coordinator.get(url(table.survey))
    assert len(many) == len(few)


def test_the_file_holds_what_may_be_quoted(coordinator: Client, table: RoundTable) -> None:
    coding(factories.card(table, "=Mag mee", may_quote=True, question=2), tag="x")
    coding(factories.card(table, "Mag niet mee"))
    coding(answer(table.survey, "Niet nagekeken", may_quote=True))
    at = reverse("needs:coding_file", args=[table.survey_id])
    lines = coordinator.post(at, {"vorm": "csv"}).content.decode("utf-8-sig").splitlines()
    assert lines == [
        "Uitspraak;Thema;Soort;Eigen label;Stippen;Bron;Vraag van de tafel",
        "'=Mag mee;Bestuur;Knelpunt;x;0;Ronde tafel Grou;2",
    ]
    assert coordinator.post(at, {"vorm": "xlsx"}).content[:2] == b"PK"
    assert coordinator.get(at).status_code == 405
