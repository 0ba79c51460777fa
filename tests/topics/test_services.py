"""Offers are published, brought up to date and withdrawn by the rooms that own them."""

from datetime import date

import pytest

from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry, PublicSearchRow
from krachtlokaal.topics.models import Offer
from krachtlokaal.topics.services import SEARCH_KIND, publish_offer, withdraw_offer
from tests.topics.factories import facts, offer

pytestmark = pytest.mark.django_db


def verbs() -> list[str]:
    with guard.system("the test reads the audit"):
        return list(AuditEntry.objects.order_by("id").values_list("verb", flat=True))


def titles() -> list[str]:
    return list(PublicSearchRow.objects.filter(kind=SEARCH_KIND).values_list("title", flat=True))


def test_publishing_writes_the_offer_its_words_and_who_did_it() -> None:
    row = offer(
        themes=["koers", "bestuur"],
        target_groups=["besturen"],
        municipalities=["GM0281", "GM0214"],
        valid_until=date(2030, 1, 1),
    )
    row.refresh_from_db()
    assert [theme.key for theme in row.themes.all()] == ["bestuur", "koers"]
    assert [group.key for group in row.target_groups.all()] == ["besturen"]
    assert row.municipalities == ["GM0214", "GM0281"]
    assert titles() == ["Een goed gesprek"]
    assert verbs() == ["offer.published"]


def test_publishing_again_changes_the_same_offer_and_tells_what() -> None:
    first = offer()
    second = offer(title="Een beter gesprek")
    assert (first.pk, Offer.objects.count()) == (second.pk, 1)
    with guard.system("the test reads the audit"):
        entry = AuditEntry.objects.get(verb="offer.changed")
    assert entry.changes == {"title": ["Een goed gesprek", "Een beter gesprek"]}
    assert titles() == ["Een beter gesprek"]


def test_publishing_the_same_again_is_no_news() -> None:
    offer()
    offer()
    assert verbs() == ["offer.published"]


def test_a_withdrawn_offer_is_found_no_more_and_can_come_back() -> None:
    offer()
    withdraw_offer(source_kind="test", source_id="1")
    assert Offer.objects.get().withdrawn_at is not None
    assert titles() == []
    withdraw_offer(source_kind="test", source_id="1")
    offer()
    assert Offer.objects.get().withdrawn_at is None
    assert verbs() == ["offer.published", "offer.withdrawn", "offer.changed"]


def test_withdrawing_what_is_not_there_does_nothing() -> None:
    withdraw_offer(source_kind="test", source_id="9")
    assert verbs() == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"themes": ["geluk"]},
        {"help_forms": ["toverstaf"]},
        {"target_groups": ["draken"]},
        {"themes": []},
        {"help_forms": []},
    ],
)
def test_an_offer_with_unknown_or_no_words_is_refused(wrong: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match="offer"):
        publish_offer(source_kind="test", source_id="1", facts=facts(**wrong))
    assert Offer.objects.count() == 0
