"""Help that fits: by topic, by the form that was wished, and by place; never nothing."""

import pytest
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.surveys.figures import Priority, Reason, ThemeFigure
from krachtlokaal.surveys.queries.matching import Match, matches
from krachtlokaal.topics.enums import HelpForm
from tests.topics.factories import offer

pytestmark = pytest.mark.django_db
HERE = "GM0281"


def priority(theme: str = "regels", *forms: str) -> Priority:
    return Priority(ThemeFigure(theme, theme, help_forms=forms), Reason.IMPORTANT)


def match(*forms: str) -> Match:
    return matches([priority("regels", *forms)], HERE)[0]


def titles(found: Match) -> list[str]:
    return [fit.offer.title for fit in found.fits]


def test_only_offers_of_the_topic_and_the_place_fit() -> None:
    offer("1", themes=["regels"], title="Hier", municipalities=[HERE])
    offer("2", themes=["regels"], title="Elders", municipalities=["GM0080"])
    offer("3", themes=["bestuur"], title="Anders")
    assert titles(match()) == ["Hier"]


@pytest.mark.parametrize("form", HelpForm.values)
def test_each_form_of_help_leads_to_an_offer_in_that_form(form: str) -> None:
    for other in HelpForm.values:
        offer(other, themes=["regels"], help_forms=[other], title=other)
    found = match(form)
    assert (titles(found)[0], found.fits[0].is_wished, found.unmet) == (form, True, ())


@pytest.mark.parametrize("form", HelpForm.values)
def test_a_form_that_nobody_offers_is_said(form: str) -> None:
    found = match(form)
    assert (found.fits, found.unmet) == ((), (HelpForm(form),))


def test_what_is_near_comes_before_what_is_for_everybody() -> None:
    offer("1", themes=["regels"], title="A overal")
    offer("2", themes=["regels"], title="B hier", municipalities=[HERE])
    assert titles(match("adviser"))[0] == "B hier"


def test_wished_forms_come_first_and_the_rest_fills_up_to_four() -> None:
    for form in HelpForm.values:
        offer(form, themes=["regels"], help_forms=[form], title=form)
    assert titles(match("hands", "peers")) == ["hands", "peers", "diy_tool", "info"]


def test_one_offer_that_serves_two_wishes_stands_once() -> None:
    offer("1", themes=["regels"], help_forms=["info", "diy_tool"])
    found = match("info", "diy_tool")
    assert (len(found.fits), found.unmet) == (1, ())


def test_introductions_are_to_be_asked_for() -> None:
    offer("1", themes=["regels"], help_forms=["peers"], kind="introduction")
    assert match("peers").has_introduction
    assert not match("peers").fits[0].offer.url


@pytest.mark.parametrize("number", [1, 3])
def test_two_queries_however_many_priorities(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    themes = ["regels", "bestuur", "koers"]
    for theme in themes:
        offer(theme, themes=[theme])
    with django_assert_num_queries(2):
        assert len(matches([priority(theme) for theme in themes[:number]], HERE)) == number
