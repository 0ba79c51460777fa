"""Which offers somebody finds."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.topics.queries import offers_for
from krachtlokaal.topics.services import withdraw_offer
from krachtlokaal.topics.vocabulary import themes
from tests.topics.factories import offer

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


def found(**choice: str) -> list[str]:
    return [row.source_id for row in offers_for(on=DAY, **choice)]


def test_theme_form_and_municipality_narrow_the_list() -> None:
    offer("bestuur", themes=["bestuur"], help_forms=["adviser"])
    offer("regels", themes=["regels"], help_forms=["info"], municipalities=["GM0281"])
    offer("beide", themes=["regels", "bestuur"], help_forms=["info", "adviser"])
    assert set(found(theme="bestuur")) == {"bestuur", "beide"}
    assert set(found(help_form="info")) == {"regels", "beide"}
    assert set(found(municipality="GM0281")) == {"bestuur", "regels", "beide"}
    assert set(found(municipality="GM0080")) == {"bestuur", "beide"}
    assert found(theme="regels", help_form="adviser", municipality="GM0080") == ["beide"]


def test_an_offer_holds_until_the_end_of_its_last_day() -> None:
    offer("gisteren", valid_until=date(2026, 11, 22))
    offer("vandaag", valid_until=DAY)
    assert found() == ["vandaag"]


def test_withdrawn_offers_are_gone() -> None:
    offer("weg")
    withdraw_offer(source_kind="test", source_id="weg")
    assert found() == []


def test_the_order_is_that_of_the_themes_then_of_titles() -> None:
    offer("b", themes=["leren"], title="A")
    offer("c", themes=["bestuur"], title="C")
    offer("a", themes=["leren", "bestuur"], title="B")
    assert found() == ["a", "c", "b"]


@pytest.mark.parametrize("number", [1, 3])
def test_two_queries_however_many(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        offer(str(index))
    with django_assert_num_queries(2):
        assert len([row.themes.all()[0] for row in offers_for(on=DAY)]) == number


def test_the_ten_themes_stand_in_their_order() -> None:
    keys = [theme.key for theme in themes()]
    assert (len(keys), keys[0], keys[-1]) == (10, "bestuur", "leren")
