"""Which coding of a card counts, and which cards are left out of report and outcome."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import CardKind, CardSource, CodingRound, SurveyState
from krachtlokaal.needs.models import Ballot, Card, NeedsSurvey
from krachtlokaal.needs.queries.coding import CodedCard, coded
from tests.needs import factories
from tests.needs.coding.codings import coding


@pytest.fixture
def survey(room: Workspace) -> Iterator[NeedsSurvey]:
    with guard.workspaces(room.pk):
        yield factories.survey(room)


def answer(survey: NeedsSurvey, text: str, **values: object) -> Card:
    return Card.objects.create(
        workspace=survey.workspace, survey=survey, source=CardSource.ANSWER, text=text, **values
    )


def test_what_was_settled_comes_before_what_one_person_found(survey: NeedsSurvey) -> None:
    table = factories.table(survey)
    card = factories.card(table, stickers=2, question=3, may_quote=True)
    coding(card, tag="penningmeester")
    coding(card, "geld_plek", round=CodingRound.SECOND)
    for dots in (1, 3):
        Ballot.objects.create(workspace=survey.workspace, table=table, dots={str(card.pk): dots})
    expected = CodedCard(
        card.pk, card.text, "bestuur", "knelpunt", "penningmeester", 6, table.title, True, 3
    )
    assert coded(survey) == [expected]
    coding(card, "geld_plek", round=CodingRound.SETTLED, kind=CardKind.WENS)
    assert [(one.theme, one.kind, one.tag) for one in coded(survey)] == [("geld_plek", "wens", "")]


def test_only_what_was_cleaned_and_coded_and_not_taken_out_counts(survey: NeedsSurvey) -> None:
    table = factories.table(survey)
    factories.card(table, "Nog niet gecodeerd.")
    for card in (
        factories.card(table, "Twee keer hetzelfde.", is_dropped=True),
        answer(survey, "Vraag het aan Anna.", is_cleaned=False),
        answer(survey, "Vraag het aan de penningmeester."),
    ):
        coding(card)
    found = coded(survey)
    assert [(one.text, one.table, one.is_answer) for one in found] == [
        ("Vraag het aan de penningmeester.", None, True)
    ]


def test_a_card_that_waits_for_its_second_coder_is_left_out(survey: NeedsSurvey) -> None:
    table = factories.table(survey)
    drawn, rest = factories.card(table, is_drawn=True), factories.card(table)
    for card in (drawn, rest):
        coding(card)
    assert _keys(survey) == [drawn.pk, rest.pk]
    survey.codes_twice = True
    assert _keys(survey) == []
    survey.second_size = 1
    assert _keys(survey) == [rest.pk]
    coding(drawn, round=CodingRound.SECOND)
    assert _keys(survey) == [drawn.pk, rest.pk]


def test_once_the_report_is_fixed_nothing_waits(survey: NeedsSurvey) -> None:
    card = factories.card(factories.table(survey))
    coding(card)
    survey.codes_twice, survey.state = True, SurveyState.FINISHED
    assert _keys(survey) == [card.pk]


def test_it_asks_as_much_for_many_cards_as_for_one(
    survey: NeedsSurvey, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        coding(factories.card(factories.table(survey), number=number))
    with django_assert_num_queries(3):
        assert len(coded(survey)) == 3


def _keys(survey: NeedsSurvey) -> list[object]:
    """In the order in which the cards were made."""
    made = Card.objects.filter(survey=survey).order_by("created_at")
    order = list(made.values_list("pk", flat=True))
    return sorted((one.key for one in coded(survey)), key=order.index)
