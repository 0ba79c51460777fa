"""A second coder sees nothing of the first until she is done; then both decide."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import CardKind, CodingRound
from krachtlokaal.needs.models import Card, Coding, NeedsSurvey
from krachtlokaal.needs.queries.coding import coded
from tests.accounts import factories as accounts
from tests.needs import factories
from tests.needs.coding.codings import coding
from tests.needs.coding.test_pages import save, text, url

# What the first coder chose: a theme, a kind and a tag that stand nowhere else.
THEME, KIND, TAG = "leren", CardKind.GOED_VOORBEELD, "geheim-label"


@pytest.fixture
def survey(room: Workspace) -> Iterator[NeedsSurvey]:
    with guard.workspaces(room.pk):
        yield factories.survey(room, codes_twice=True)


@pytest.fixture
def card(survey: NeedsSurvey) -> Card:
    return factories.card(factories.table(survey), may_quote=True)


@pytest.fixture
def second(room: Workspace) -> User:
    return accounts.member(room, Role.CONSULENT)


@pytest.fixture
def blind(second: User) -> Client:
    client = Client()
    client.force_login(second)
    return client


def first_coding(card: Card, user: User) -> Coding:
    return coding(card, THEME, by=user, kind=KIND, tag=TAG)


def page(name: str, survey: NeedsSurvey) -> str:
    return reverse(f"needs:{name}", args=[survey.pk])


def test_she_sees_the_first_nowhere_until_she_is_done(
    user: User, blind: Client, card: Card, survey: NeedsSurvey
) -> None:
    """Not in the page, not by a filter that would find it, not in another page or a file."""
    plain = blind.get(url(survey)).content
    first_coding(card, user)
    shown = blind.get(url(survey, f"kaart={card.pk}"))
    assert shown.context["desk"].open.round == CodingRound.SECOND
    for address in ("", f"kaart={card.pk}", "toon=tweede"):
        at = blind.get(url(survey, address)).content.decode()
        assert TAG not in at
        assert not re.search(r'name="(theme|kind)"[^>]*checked', at)
        assert card.text in at
    for filters in (f"thema={THEME}", f"soort={KIND}", f"label={TAG}"):
        assert blind.get(url(survey, filters)).context["desk"].lines == []
    for name in ("coding_differences", "coding_agreement"):
        assert TAG not in blind.get(page(name, survey)).content.decode()
    csv = blind.post(page("coding_file", survey), {"vorm": "csv"}).content.decode("utf-8-sig")
    assert len(csv.splitlines()) == 1
    assert coded(survey) == []
    assert plain
    save(blind, card, theme="koers", kind=KIND)
    assert TAG in blind.get(url(survey, f"kaart={card.pk}")).content.decode()
    assert [one.tag for one in coded(survey)] == [TAG]


def test_the_first_coder_does_not_see_the_second_and_is_never_the_second(
    coordinator: Client, blind: Client, card: Card, survey: NeedsSurvey
) -> None:
    save(coordinator, card, theme=THEME)
    save(coordinator, card, theme="bereik")
    assert list(Coding.objects.values_list("round", "theme")) == [("first", "bereik")]
    assert coordinator.get(url(survey, "toon=tweede")).context["desk"].lines == []
    assert len(blind.get(url(survey, "toon=tweede")).context["desk"].lines) == 1
    save(blind, card, theme="koers")
    assert sorted(Coding.objects.values_list("round", "theme")) == [
        ("first", "bereik"),
        ("second", "koers"),
    ]


def test_after_both_a_change_is_what_was_decided(
    coordinator: Client, blind: Client, card: Card
) -> None:
    save(coordinator, card, theme=THEME)
    save(blind, card, theme="koers")
    save(coordinator, card, theme="regels")
    assert sorted(Coding.objects.values_list("round", "theme")) == [
        ("first", THEME),
        ("second", "koers"),
        ("settled", "regels"),
    ]


def test_a_choice_that_was_made_at_the_same_time_becomes_the_second(
    coordinator: Client, blind: Client, card: Card, survey: NeedsSurvey
) -> None:
    at = url(survey, f"kaart={card.pk}")
    sent = {"version": "1", "round": "first", "seen": "0", "theme": "koers", "kind": "wens"}
    save(coordinator, card, theme=THEME, tag=TAG, may_quote="on")
    told = blind.post(at, sent)
    assert "telt uw keuze als tweede codering" in text(told)
    assert TAG not in told.content.decode()
    hidden = dict(re.findall(r'name="(version|round|seen)" value="(\w+)"', told.content.decode()))
    blind.post(at, sent | hidden)
    assert set(Coding.objects.values_list("round", "theme")) == {
        ("first", THEME),
        ("second", "koers"),
    }


def test_a_sample_is_drawn_once_and_a_larger_one_holds_it(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    table = factories.table(survey)
    for number in range(40):
        factories.card(table, f"Kaart {number}", number=number)
    drawn = []
    for version, size in ((1, 10), (2, 10), (3, 20)):
        sent = {"how": "steekproef", "size": str(size), "version": str(version)}
        assert coordinator.post(page("coding_twice", survey), sent).status_code == 302
        drawn.append(set(Card.objects.filter(is_drawn=True).values_list("pk", flat=True)))
    assert [len(cards) for cards in drawn] == [10, 10, 20]
    assert drawn[0] == drawn[1] < drawn[2]


def test_outside_the_sample_everything_is_seen(
    coordinator: Client, blind: Client, user: User, card: Card, survey: NeedsSurvey
) -> None:
    first_coding(card, user)
    NeedsSurvey.objects.update(second_size=10)
    assert TAG in blind.get(url(survey)).content.decode()
    save(blind, card, theme="koers")
    assert list(Coding.objects.values_list("round", "theme")) == [("first", "koers")]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"how": "steekproef", "size": ""}, "Schrijf op hoeveel kaartjes u wilt trekken."),
        ({"how": "steekproef", "size": "3"}, "Neem 10 kaartjes of meer."),
        ({"how": "steekproef", "size": "veel"}, "Schrijf het aantal in cijfers"),
        ({"how": ""}, "Kies welke kaartjes twee keer worden gecodeerd."),
        ({"how": "alle", "version": "7"}, "Een collega wijzigde deze peiling net."),
    ],
)
def test_a_choice_that_can_not_be_is_explained(
    coordinator: Client, survey: NeedsSurvey, sent: dict[str, str], told: str
) -> None:
    shown = coordinator.post(page("coding_twice", survey), {"version": "1", **sent})
    assert told in text(shown)
    survey.refresh_from_db()
    assert (survey.version, survey.second_size) == (1, None)


def both(survey: NeedsSurvey, number: int, *, differing: int) -> list[Card]:
    """Cards that two people coded, of which some differ in theme."""
    table = factories.table(survey)
    made = [factories.card(table, f"Kaart {n}", number=n) for n in range(number)]
    for place, card in enumerate(made):
        coding(card, "koers" if place % 2 else "bestuur")
        other = "leren" if place < differing else ("koers" if place % 2 else "bestuur")
        coding(card, other, round=CodingRound.SECOND)
    return made


def test_agreement_counts_what_both_coded_and_waits_for_ten(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    made = both(survey, 9, differing=1)
    at = page("coding_agreement", survey)
    assert "Nog te weinig om te vergelijken" in text(coordinator.get(at))
    coding(factories.card(made[0].table), "regels")
    extra = factories.card(made[0].table)
    for each in (CodingRound.FIRST, CodingRound.SECOND):
        coding(extra, "koers", round=each)
    theme, kind = coordinator.get(at).context["found"].parts
    # By hand: 9 of 10 the same; by chance 5/10 · 4/10 + 5/10 · 5/10 = 0.45; (0.9 - 0.45) / 0.55.
    assert (theme.figure.n, theme.same, round(theme.figure.kappa, 6)) == (10, 9, 0.818182)
    assert [(row.name, row.first, row.second, row.both) for row in theme.rows] == [
        ("Bestuur", 5, 4, 4),
        ("Doel en plannen", 5, 5, 5),
        ("Leren en vernieuwen", 0, 1, 0),
    ]
    assert (kind.same, kind.figure.kappa) == (10, None)
    assert "Cohens kappa is 0,82" in text(coordinator.get(at))


def test_a_difference_is_settled_by_choosing_one_of_both_or_something_else(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    cards = both(survey, 4, differing=3)
    at = page("coding_differences", survey)
    assert [form.found.card for form in coordinator.get(at).context["forms"]] == cards[:3]
    assert "Verschillen (3)" in text(coordinator.get(at))
    other = {"choice": "anders", "theme": "regels", "kind": "wens", "tag": "samen"}
    for card, sent in zip(cards, ({"choice": "eerste"}, {"choice": "tweede"}, other), strict=False):
        assert coordinator.post(_difference(survey, card), sent).status_code == 302
    settled = Coding.objects.filter(round=CodingRound.SETTLED).order_by("id")
    assert list(settled.values_list("theme", "kind", "tag")) == [
        ("bestuur", "knelpunt", ""),
        ("leren", "knelpunt", ""),
        ("regels", "wens", "samen"),
    ]
    assert "Er zijn geen verschillen" in text(coordinator.get(at))
    assert [one.theme for one in coded(survey)] == ["bestuur", "leren", "regels", "koers"]


def test_settling_asks_for_a_whole_choice_and_happens_once(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    card = both(survey, 1, differing=1)[0]
    at = _difference(survey, card)
    assert "Kies het thema dat u samen afsprak." in text(coordinator.post(at, {"choice": "anders"}))
    assert "Kies de eerste, de tweede of iets anders." in text(coordinator.post(at, {}))
    coordinator.post(at, {"choice": "eerste"})
    again = coordinator.post(at, {"choice": "tweede"}, follow=True)
    assert "Over dit kaartje valt niets meer te besluiten." in text(again)
    assert Coding.objects.get(round=CodingRound.SETTLED).theme_id == "bestuur"


def test_a_card_that_one_person_coded_can_not_be_settled(
    blind: Client, user: User, card: Card, survey: NeedsSurvey
) -> None:
    first_coding(card, user)
    told: Any = blind.post(_difference(survey, card), {"choice": "eerste"}, follow=True)
    assert TAG not in told.content.decode()
    assert not Coding.objects.filter(round=CodingRound.SETTLED).exists()


def _difference(survey: NeedsSurvey, card: Card) -> str:
    return reverse("needs:coding_difference", args=[survey.pk, card.pk])
