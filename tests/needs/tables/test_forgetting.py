"""When the report is final nothing in the whole database names a guest any more."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import GuestState, TableState
from krachtlokaal.needs.models import Guest, NeedsSurvey, RoundTable
from krachtlokaal.needs.services import guests as services
from krachtlokaal.office import jobs, links, retention
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import AuditEntry, OutboxMail
from krachtlokaal.surveys.models import ContactWish, Wave
from tests.needs import factories
from tests.needs.tables import people

NAMES = ("Willemke", "Durkje", "Tsjibbe")


def found(word: str) -> list[str]:
    """Every table with a row that holds this word, whatever the column."""
    names = []
    with guard.system("a test looks for a name everywhere"), connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            cursor.execute(
                f'SELECT count(*) FROM "{table}" AS t WHERE t::text ILIKE %s', [f"%{word}%"]
            )
            if cursor.fetchone()[0]:
                names.append(table)
    return sorted(names)


@pytest.fixture
def held(coordinator: Client, survey: NeedsSurvey, wave: Wave, table: RoundTable) -> RoundTable:
    """One guest who wished, one added by hand, one in her place: mailed, answered, ticked off."""
    about = people.willing(survey, wave, 1, reach="willemke@club.example")
    ContactWish.objects.update(name="Willemke W.")
    propose = reverse("needs:table_propose", args=[table.pk])
    coordinator.post(propose, {"organisatie": [about.pk]})
    added = {"name": "Durkje D.", "email": "durkje@club.example", "language": "fy"}
    coordinator.post(reverse("needs:guest_add", args=[table.pk]), added)
    coordinator.post(reverse("needs:table_invite", args=[table.pk]), {"aantal": "2"})
    jobs.run_waiting()
    first, second = Guest.objects.order_by("pk")
    assert first.link is not None
    assert second.link is not None
    guest = Client()
    guest.post(
        reverse("needs:rsvp", args=[links.token(first.link)]),
        {"deed": "ja", "name": "Willemke W.", "other": "Willemke eet geen noten"},
    )
    guest.post(
        reverse("needs:rsvp", args=[links.token(second.link)]),
        {"deed": "ander", "name": "Tsjibbe T.", "email": "tsjibbe@club.example"},
    )
    jobs.run_waiting()
    with guard.system("a mail that went wrong is sent again"):
        OutboxMail.objects.update(state=MailState.REFUSED)
    mail = OutboxMail.objects.order_by("-pk")[0]
    coordinator.post(reverse("portal:outbox_resend", args=[mail.pk]))
    assert AuditEntry.objects.filter(verb="mail.resent").count() == 1
    keys = [first.pk, second.pk]
    coordinator.post(reverse("needs:table_attendance", args=[table.pk]), {"gast": keys})
    RoundTable.objects.update(state=TableState.DONE)
    return table


def test_no_name_is_left_anywhere(held: RoundTable) -> None:
    assert all("needs_guest" in found(name) for name in ("Willemke", "Tsjibbe"))
    assert all("office_outboxmail" in found(name) for name in NAMES)
    assert services.wipe_names(survey=held.survey) == 2
    assert {name: found(name) for name in NAMES} == {name: [] for name in NAMES}
    kept = Guest.objects.order_by("pk").values_list("state", "source", "municipality", "sector")
    assert list(kept) == [
        (GuestState.CAME, "yes", "GM1900", "sport"),
        (GuestState.CAME, "added", "", ""),
    ]
    assert services.wipe_names(survey=held.survey) == 0


def test_her_link_is_dead_and_other_surveys_stay(
    client: Client, room: Workspace, held: RoundTable
) -> None:
    secret = links.token(Guest.objects.order_by("pk")[0].link)  # type: ignore[arg-type]  # she has one
    other = factories.guest(factories.table(factories.survey(room)), name="Blijft")
    services.wipe_names(survey=held.survey)
    assert client.get(reverse("needs:rsvp", args=[secret])).status_code == 404
    other.refresh_from_db()
    assert other.name == "Blijft"


def test_a_year_after_the_table_they_go_by_the_clock(held: RoundTable) -> None:
    day = timezone.now() + timedelta(days=360)
    retention.clean_up(day)
    assert found("Willemke") != []
    retention.clean_up(timezone.now() + timedelta(days=7 + 366))
    assert [name for name in NAMES if "needs_guest" in found(name)] == []
    assert [name for name in NAMES if "office_outboxmail" in found(name)] == []
