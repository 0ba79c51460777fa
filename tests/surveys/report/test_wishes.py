"""Who asked to be called is shown to advisers, in red after five working days."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.surveys.enums import WishKind
from krachtlokaal.surveys.models import ContactWish, Measurement
from krachtlokaal.surveys.queries.wishes import late_from
from krachtlokaal.surveys.services.wishes import make_wish
from krachtlokaal.surveys.workdays import working_days_before
from tests.accounts import factories as accounts
from tests.surveys.answering import Scene, scene

pytestmark = pytest.mark.django_db
URL = "/krachtmeting/belverzoeken/"


def wish(place: Scene, name: str = "Anna", days_ago: int = 0, **values: Any) -> ContactWish:
    with guard.workspaces(place.room.pk):
        row = make_wish(
            measurement=Measurement.objects.get(), name=name, reach="0344 999999", **values
        )
        row.asked_on = timezone.localdate() - timedelta(days=days_ago)
        row.save()
        return row


def page(place: Scene, address: str = URL, role: Role = Role.CONSULENT) -> str:
    browser = accounts.signed_in(accounts.member(place.room, role))
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_adviser_sees_who_waits_since_when_and_about_what() -> None:
    place = scene()
    wish(place, about="Doel en plannen")
    text = page(place)
    assert 'href="tel:0344999999"' in text
    assert "Doel en plannen" in text
    assert "Dorpshuis De Linde" in text
    assert "Wacht te lang" not in text


def test_after_five_working_days_it_is_red() -> None:
    place = scene()
    wish(place, days_ago=8)
    assert "Wacht te lang" in page(place)


def test_who_waits_longest_comes_first() -> None:
    place = scene()
    for name, days in (("Bert", 1), ("Anna", 3)):
        wish(place, name, days)
    text = page(place)
    assert text.index("Anna") < text.index("Bert")


def test_when_there_was_contact_it_is_done_and_by_whom() -> None:
    place = scene()
    row = wish(place)
    browser = accounts.signed_in(accounts.member(place.room, Role.CONSULENT, "sanne@tiel.example"))
    done = browser.post(f"{URL}{row.pk}/klaar/", follow=True).content.decode()
    assert "Het belverzoek van Anna is klaar." in done
    assert "Niemand wacht op een telefoontje" in done
    assert ", Sanne" in browser.get(f"{URL}?toestand=klaar").content.decode()
    again = browser.post(f"{URL}{row.pk}/klaar/", follow=True).content.decode()
    assert "Dit belverzoek was al klaar." in again
    with guard.system("a test reads the audit"):
        assert AuditEntry.objects.filter(verb="wish.settled").count() == 1


def test_a_wish_for_a_round_table_is_no_request_to_be_called() -> None:
    place = scene()
    wish(place, kind=WishKind.ROUND_TABLE)
    assert "Niemand wacht op een telefoontje" in page(place)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Bel 1 organisatie die om hulp vroeg"), (9, "1 organisatie wacht te lang")],
)
def test_the_start_page_says_who_waits(days: int, words: str) -> None:
    place = scene()
    wish(place, days_ago=days)
    text = page(place, "/start/")
    assert words in text
    assert ('data-state="stop"' in text) == (days > 0)


@pytest.mark.parametrize(
    ("day", "number", "before"),
    [
        (date(2026, 11, 24), 5, date(2026, 11, 17)),  # Tuesday to Tuesday
        (date(2026, 11, 23), 1, date(2026, 11, 20)),  # Monday to Friday
        (date(2026, 11, 22), 1, date(2026, 11, 20)),  # Sunday to Friday
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
    ],
)
def test_weekends_are_no_working_days(day: date, number: int, before: date) -> None:
    assert working_days_before(day, number) == before


def test_five_are_promised() -> None:
    assert late_from(date(2026, 11, 24)) == date(2026, 11, 17)
