"""The list, a day from a template, and its facts; what is odd is said in sentences."""

from collections.abc import Iterator
from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.events.enums import EventKind, EventState, PartKind
from krachtlokaal.events.models import DayPart, EventDay
from krachtlokaal.office.models import AuditEntry
from tests.accounts import factories as accounts
from tests.events import factories
from tests.register.people import workspace

LIST, NEW = "/evenementen/", "/evenementen/nieuw/"
ROUND, PLENARY = PartKind.ROUND, PartKind.PLENARY


@pytest.fixture
def room(db: None) -> Iterator[Workspace]:
    made = workspace("spectrum")
    with guard.workspaces(made.pk):
        yield made


@pytest.fixture
def coordinator(client: Client, room: Workspace) -> Client:
    client.force_login(accounts.member(room, Role.COORDINATOR))
    return client


def made(coordinator: Client, kind: str) -> EventDay:
    coordinator.post(NEW, {"title": " Doe-dag  Tiel ", "kind": kind})
    return EventDay.objects.get()


def changing(day: EventDay, **values: str) -> dict[str, str]:
    told = {"title": day.title, "seats": "120", "version": str(day.version)}
    return told | values


def test_a_doe_dag_starts_with_the_parts_of_an_ordinary_day(coordinator: Client) -> None:
    day = made(coordinator, EventKind.DOE_DAG)
    assert (day.title, day.state, day.starts_at, day.ends_at) == (
        "Doe-dag Tiel",
        EventState.DRAFT,
        time(9, 30),
        time(17),
    )
    rows = list(DayPart.objects.filter(event=day).values_list("kind", "number", "starts_at"))
    assert sorted(rows, key=lambda row: (row[2], row[0])) == [
        (PLENARY, None, time(9, 30)),
        (PLENARY, None, time(10)),
        (ROUND, 1, time(10, 30)),
        (ROUND, 2, time(11, 45)),
        (PartKind.BREAK, None, time(12, 45)),
        (ROUND, 3, time(13, 30)),
        (PartKind.CONSULTATION, None, time(14, 45)),
        (PartKind.MARKET, None, time(14, 45)),
        (PartKind.NETWORKING, None, time(15, 45)),
        (PLENARY, None, time(16, 35)),
    ]


@pytest.mark.parametrize(
    ("kind", "parts", "rounds"),
    [
        (EventKind.WORKSHOP_DAY, 6, 2),
        (EventKind.INSTRUMENT_SESSION, 4, 0),
        (EventKind.BLANK, 0, 0),
    ],
)
def test_other_templates(coordinator: Client, kind: str, parts: int, rounds: int) -> None:
    day = made(coordinator, kind)
    assert (day.parts.count(), day.parts.filter(kind=ROUND).count()) == (parts, rounds)
    assert coordinator.get(reverse("events:day", args=[day.pk])).status_code == 200


def test_a_day_without_name_or_kind_is_refused(coordinator: Client) -> None:
    errors = coordinator.post(NEW, {"held_on": "ooit"}).context["form"].errors
    assert errors == {
        "title": ["Geef de dag een naam."],
        "kind": ["Kies wat voor dag het wordt."],
        "held_on": ["Dit is geen datum. Schrijf de dag zo: 23-11-2026."],
    }


def test_the_page_asks_for_what_is_missing_until_it_is_there(coordinator: Client) -> None:
    day = made(coordinator, EventKind.DOE_DAG)
    page = reverse("events:day", args=[day.pk])
    assert coordinator.get(page).context["missing"] == ["datum", "gebouw", "plaats"]
    values = changing(
        day, held_on="2026-05-30", starts_at="9.30", ends_at="17:00", place="De Gaarde", town="Tiel"
    )
    answer = coordinator.post(reverse("events:day_change", args=[day.pk]), values)
    assert answer["Location"] == page
    shown = coordinator.get(page)
    assert shown.context["missing"] == []
    assert "volgende stap" not in shown.content.decode()
    verbs = AuditEntry.objects.filter(verb__startswith="event_day.").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["event_day.made", "event_day.changed"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            {"starts_at": "17:00", "ends_at": "09:00"},
            {"ends_at": ["De dag is klaar voordat die begint. Kies een latere tijd."]},
        ),
        (
            {"held_on": "2026-05-30", "closes_on": "2026-05-31"},
            {"closes_on": ["Aanmelden kan niet tot na de dag zelf. Kies een eerdere datum."]},
        ),
        ({"seats": "0"}, {"seats": ["Vul een heel getal in van 1 tot en met 5000."]}),
        ({"lead": "a" * 601}, {"lead": ["Dit is te lang: ten hoogste 600 tekens."]}),
    ],
)
def test_facts_that_can_not_be(
    coordinator: Client, room: Workspace, wrong: dict[str, str], told: dict[str, list[str]]
) -> None:
    day = factories.day(room)
    url = reverse("events:day_change", args=[day.pk])
    assert coordinator.post(url, changing(day, **wrong)).context["form"].errors == told


def test_what_a_colleague_saved_meanwhile_is_shown_and_not_lost(
    coordinator: Client, room: Workspace
) -> None:
    day = factories.day(room)
    url = reverse("events:day_change", args=[day.pk])
    mine = changing(day, title="Mijn naam")
    coordinator.post(url, changing(day, title="Haar naam"))
    clashes = coordinator.post(url, mine).context["clashes"]
    assert [(one.theirs, one.yours) for one in clashes if one.label == "Naam"] == [
        ("Haar naam", "Mijn naam")
    ]
    day.refresh_from_db()
    assert day.title == "Haar naam"


def test_a_day_that_is_over_stays_as_it_is(coordinator: Client, room: Workspace) -> None:
    day = factories.day(room, state=EventState.HELD)
    url = reverse("events:day_change", args=[day.pk])
    answer = coordinator.post(url, changing(day, title="Anders"))
    assert answer["Location"] == reverse("events:day", args=[day.pk])
    day.refresh_from_db()
    assert day.title == "Doe-dag Rivierenland"


def test_the_list_is_by_state_and_in_pages(coordinator: Client, room: Workspace) -> None:
    first = timezone.localdate()
    for number in range(26):
        factories.day(room, held_on=first + timedelta(days=number))
    held = factories.day(room, state=EventState.HELD, held_on=first - timedelta(days=9))
    page = coordinator.get(LIST)
    assert [(one.label, one.count) for one in page.context["states"]] == [
        ("In voorbereiding", 26),
        ("Geweest", 1),
    ]
    assert len(page.context["page"].object_list) == 25
    rest = coordinator.get(LIST, {"page": "2"}).context["page"].object_list
    assert [day.held_on for day in rest] == [first, held.held_on]
    assert list(coordinator.get(LIST, {"toestand": "held"}).context["page"]) == [held]
    assert coordinator.get(LIST, {"toestand": "open", "page": "x"}).status_code == 200


def test_an_empty_list_says_how_to_begin(coordinator: Client) -> None:
    assert "Maak een dag" in coordinator.get(LIST).content.decode()
