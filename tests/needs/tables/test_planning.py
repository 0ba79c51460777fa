"""A table is planned, changed and called off; what is odd is said in sentences."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.needs.enums import GuestState, SurveyState, TableState
from krachtlokaal.needs.models import NeedsSurvey, RoundTable
from krachtlokaal.office.models import OutboxMail
from tests.accounts import factories as accounts
from tests.needs import factories

GUIDE = "\n".join(factories.GUIDE)
GUEST_PAGES = ("guest", "guest_remove")


def url(name: str, pk: int) -> str:
    return reverse(f"needs:{name}", args=[pk])


def filled(**values: Any) -> dict[str, Any]:
    told = {
        "title": "Ronde tafel Grou",
        "held_on": (timezone.localdate() + timedelta(days=7)).isoformat(),
        "starts_at": "19:30",
        "ends_at": "21.30",
        "place": "Dorpshuis De Treffer",
        "dots_each": "5",
        "guide": GUIDE,
    }
    return told | values


def test_a_table_is_planned_with_the_guide_that_we_propose(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    start = coordinator.get(url("table_new", survey.pk))
    guide = start.context["form"].initial["guide"]
    assert len(guide.splitlines()) == 6
    answer = coordinator.post(url("table_new", survey.pk), filled(guide=guide))
    made = RoundTable.objects.get(survey=survey)
    assert answer["Location"] == url("table", made.pk)
    assert (made.starts_at, made.ends_at) == (time(19, 30), time(21, 30))
    assert made.guide == guide.splitlines()
    page = coordinator.get(url("table", made.pk))
    assert page.context["state"].next.title == "Kies de gasten"
    assert page.context["warnings"] == []


@pytest.mark.parametrize(
    ("wrong", "field", "told"),
    [
        (
            {"guide": "Eén?\nTwee?"},
            "guide",
            "U heeft 2 vragen. Maak er vier tot acht van: elke vraag op een eigen regel.",
        ),
        (
            {"guide": "\n".join(f"Vraag {number}?" for number in range(9))},
            "guide",
            "U heeft 9 vragen. Maak er vier tot acht van: elke vraag op een eigen regel.",
        ),
        (
            {"guide": GUIDE + "\n" + "x" * 301},
            "guide",
            "Vraag 5 is te lang: ten hoogste 300 tekens. Maak de vraag korter.",
        ),
        (
            {"ends_at": "18:00"},
            "ends_at",
            "Het gesprek is klaar voordat het begint. Kies een latere tijd.",
        ),
        ({"starts_at": "straks"}, "starts_at", "Dit is geen tijd. Schrijf de tijd zo: 19:30."),
        ({"held_on": ""}, "held_on", "Kies de dag van het gesprek."),
        ({"dots_each": "0"}, "dots_each", "Geef elke gast ten minste één stip."),
        (
            {"place": " dorpshuis de treffer ", "starts_at": "20:00", "ends_at": "22:00"},
            "place",
            (
                "In „dorpshuis de treffer” is dan al een andere ronde tafel: „Ronde tafel Grou”."
                " Kies een andere tijd of plaats."
            ),
        ),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    coordinator: Client, table: RoundTable, wrong: dict[str, str], field: str, told: str
) -> None:
    sent = filled(title="Ronde tafel Sneek", place="Elders") | wrong
    page = coordinator.post(url("table_new", table.survey_id), sent)
    assert page.context["form"].errors == {field: [told]}
    assert 'value="Ronde tafel Sneek"' in page.content.decode()
    assert RoundTable.objects.count() == 1


def test_a_day_outside_the_survey_warns_and_is_kept(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    late = timezone.localdate() + timedelta(days=300)
    coordinator.post(url("table_new", survey.pk), filled(held_on=late.isoformat()))
    made = RoundTable.objects.get(survey=survey)
    told = coordinator.get(url("table", made.pk)).context["warnings"]
    assert [sentence.partition(" valt buiten de peiling")[1] for sentence in told] == [
        " valt buiten de peiling"
    ]


def test_two_who_change_a_table_at_once_overwrite_nothing(
    coordinator: Client, table: RoundTable
) -> None:
    sent = filled(version="1", host="Anna")
    assert coordinator.post(url("table_change", table.pk), sent).status_code == 302
    page = coordinator.post(url("table_change", table.pk), sent | {"host": "Bouke"})
    [clash] = page.context["clashes"]
    assert (clash.theirs, clash.yours) == ("Anna", "Bouke")
    table.refresh_from_db()
    assert (table.host, table.version) == ("Anna", 2)


def test_guests_hear_of_another_day_and_of_calling_off(
    coordinator: Client, table: RoundTable
) -> None:
    factories.invited_guest(table, state=GuestState.COMES)
    factories.invited_guest(table, email="nee@club.example", state=GuestState.DECLINED)
    factories.guest(table, email="nogniet@club.example")
    coordinator.post(url("table_change", table.pk), filled(version="1", host="Anna"))
    assert not OutboxMail.objects.exists()
    coordinator.post(url("table_change", table.pk), filled(version="2", place="Elders"))
    assert list(OutboxMail.objects.values_list("template", "to")) == [
        ("needs_moved", "anna@tsjerkepaad.example")
    ]
    coordinator.post(url("table_call_off", table.pk))
    table.refresh_from_db()
    assert table.state == TableState.CALLED_OFF
    assert list(OutboxMail.objects.values_list("template", "to")) == [
        ("needs_called_off", "anna@tsjerkepaad.example"),
        ("needs_moved", "anna@tsjerkepaad.example"),
    ]
    assert coordinator.post(url("table_call_off", table.pk)).status_code == 302
    assert OutboxMail.objects.count() == 2


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_has_the_same_number_of_queries(
    coordinator: Client, survey: NeedsSurvey, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        factories.guest(factories.table(survey, title=f"Tafel {number}"))
    with django_assert_num_queries(13):
        page = coordinator.get(url("tables", survey.pk))
    assert [line.counts.proposed for line in page.context["lines"]] == [1] * count


def test_a_reader_sees_where_a_table_stands_and_no_names(
    room: Workspace, table: RoundTable
) -> None:
    factories.guest(table)
    client = Client()
    client.force_login(accounts.member(room, Role.LEZER))
    page = client.get(url("table", table.pk))
    assert page.context["spread"].guests == 1
    assert "Anna de Boer" not in page.content.decode()


def test_the_start_page_says_whom_to_invite_and_what_comes_up(
    coordinator: Client, table: RoundTable
) -> None:
    factories.guest(table)
    far = timezone.localdate() + timedelta(days=30)
    factories.table(table.survey, title="Ronde tafel Sneek", held_on=far)
    items = coordinator.get(reverse("portal:start")).context["today"].items
    assert {(item.title, item.meta) for item in items if "tafel" in item.title} == {
        ("Nodig gasten uit voor 1 ronde tafel", "Ronde tafel Grou"),
        ("Binnen een week is er 1 ronde tafel", "Ronde tafel Grou"),
    }


def test_one_button_leads_on_whatever_the_state_of_a_table(
    coordinator: Client, table: RoundTable
) -> None:
    def leading() -> list[str]:
        page = html.fromstring(coordinator.get(url("table", table.pk)).content.decode())
        buttons = page.xpath("//main//*[@data-variant='primary']")
        return [one.text_content().strip() for one in buttons]

    guest = factories.invited_guest(table, state=GuestState.COMES)
    away = factories.invited_guest(table, state=GuestState.COMES)
    assert leading() == ["Bekijk de voorgestelde gasten"]
    RoundTable.objects.update(held_on=timezone.localdate())
    assert leading() == ["Naar de aanwezigheidslijst"]
    coordinator.post(url("table_attendance", table.pk), {"gast": [guest.pk]})
    assert leading() == ["Begin het gesprek"]
    coordinator.post(url("table_step", table.pk), {"deed": "begin"})
    assert leading() == ["Laat gasten stippen geven"]
    away.refresh_from_db()
    assert away.state == GuestState.COMES


def test_once_the_report_is_fixed_a_table_stays_as_it_is(
    coordinator: Client, table: RoundTable
) -> None:
    guest = factories.invited_guest(table)
    NeedsSurvey.objects.update(state=SurveyState.FINISHED)
    of_guest = [reverse(f"needs:{name}", args=[table.pk, guest.pk]) for name in GUEST_PAGES]
    of_table = [url(name, table.pk) for name in ("table_change", "guest_add", "table_attendance")]
    told = filled(version="1", name="Riemke", language="nl", state=GuestState.DECLINED)
    for where in (*of_table, *of_guest):
        answer = coordinator.post(where, told)
        assert answer["Location"] == url("table", table.pk)
    table.refresh_from_db()
    assert table.version == 1
    [row] = table.guests.all()
    assert (row.name, row.state) == (guest.name, GuestState.INVITED)
    assert "Wijzigen</a>" not in coordinator.get(url("table", table.pk)).content.decode()
