"""The start page of each role: what waits for her, and nothing that is another's."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.accounts.enums import Role, WorkspaceKind
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.enums import JobState
from krachtlokaal.portal import today
from krachtlokaal.register.models import Municipality
from tests.accounts import factories as people
from tests.portal import factories
from tests.register.factories import LEEUWARDEN, contact, organisation

pytestmark = pytest.mark.django_db
RUNS = (JobState.WAITING, JobState.RUNNING)
MORNING = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


def start(client: Client) -> str:
    answer = client.get("/start/")
    assert answer.status_code == 200
    return answer.content.decode()


def far_away(name: str = "Ver weg") -> object:
    return organisation(name, municipality=Municipality.objects.get(pk=LEEUWARDEN))


def fill(room: Workspace, elsewhere: Workspace, number: int) -> None:
    """As many of each kind that waits."""
    with guard.workspaces(room.pk):
        people.invitation(room, people.user(f"baas{number}@tiel.example"))
        for index in range(number):
            first = organisation(f"Koor {index}")
            factories.pair(first, organisation(f"Het koor {index}"))
            factories.proposal(first, elsewhere)
            factories.import_run(room)
            factories.unsure_mail(room)
            contact(room, first, mail_problem="Bestaat niet", mail_problem_at=timezone.now())


def test_a_coordinator_sees_all_that_waits(coordinator: Client, room: Workspace) -> None:
    fill(room, people.workspace("elders"), 2)
    text = start(coordinator)
    assert "Zes dingen vragen uw aandacht." in text
    for words in (
        "2 lijsten wachten op uw akkoord",
        "Beslis over 2 voorstellen",
        "Van 2 mails is niet zeker of die aankwamen",
        "Zoek een nieuw mailadres voor 2 contacten",
        "Bekijk 2 paren die misschien dezelfde organisatie zijn",
        "1 collega heeft de uitnodiging nog niet aangenomen",
    ):
        assert words in text


def test_what_waits_elsewhere_is_not_hers(coordinator: Client, room: Workspace) -> None:
    other = people.workspace("elders", municipalities=[LEEUWARDEN])
    with guard.workspaces(other.pk):
        first, second = far_away("Koor"), far_away("Het koor")
        factories.pair(first, second)  # type: ignore[arg-type]  # rows of the factory
        factories.proposal(first, room)  # type: ignore[arg-type]  # rows of the factory
        factories.import_run(other)
        factories.unsure_mail(other)
    assert "Er staat niets voor u klaar." in start(coordinator)


def test_an_adviser_is_not_asked_about_members(adviser: Client, room: Workspace) -> None:
    with guard.workspaces(room.pk):
        people.invitation(room, people.user("baas@tiel.example"))
    assert "uitnodiging" not in start(adviser)


def test_the_national_team_sees_the_whole_country(room: Workspace) -> None:
    national = people.workspace("landelijk", kind=WorkspaceKind.LANDELIJK)
    client = people.signed_in(people.member(national, Role.LANDELIJK))
    with guard.workspaces(room.pk):
        factories.proposal(organisation(), room)
    text = start(client)
    assert "Beslis over 1 voorstel" in text
    assert "<dt>organisaties</dt><dd>1</dd>" in text


def test_a_reader_is_offered_to_search(room: Workspace) -> None:
    text = start(people.signed_in(people.member(room, Role.LEZER)))
    assert "Wat wilt u opzoeken?" in text
    assert 'action="/zoeken/"' in text
    assert "Vandaag doen" not in text


def test_a_door_volunteer_reads_honestly_that_there_is_nothing(room: Workspace) -> None:
    text = start(people.signed_in(people.member(room, Role.DEURVRIJWILLIGER)))
    assert "Er is nu geen doe-dag waar u helpt" in text
    assert "/organisaties/" not in text


def test_an_operator_is_led_to_the_installation() -> None:
    owner = people.user("beheer@kl.example", is_operator=True)
    people.key(owner)
    text = start(people.signed_in(owner))
    assert 'href="/beheer/"' in text


def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    answer = client.get("/start/")
    assert (answer.status_code, answer.url) == (302, "/inloggen/?next=/start/")  # type: ignore[attr-defined]


def test_stale_facts_are_the_next_step(adviser: Client) -> None:
    organisation(confirmed_at=timezone.now())
    assert "Kloppen de gegevens nog?" not in start(adviser)
    organisation("Koor")
    assert "Van 1 organisatie zijn de gegevens al een jaar niet bevestigd." in start(adviser)


def test_the_area_of_a_sector_is_counted(room: Workspace) -> None:
    sector = people.workspace("koepel", pairs=[("GM0281", "youth")], sectors=["culture"])
    organisation("Jeugd", sector="youth")
    organisation("Koor", sector="culture", municipality=Municipality.objects.get(pk=LEEUWARDEN))
    organisation("Club", sector="sport")
    access = people.access_of(sector, Role.CONSULENT)
    with guard.workspaces(sector.pk):
        figures = today.of(access, MORNING).figures
    assert figures == today.AreaFigures(organisations=2, confirmed=0, contacts=0)


def test_more_than_the_limit_is_said_so(room: Workspace) -> None:
    access = people.access_of(room, Role.CONSULENT)
    with guard.workspaces(room.pk):
        for _ in range(100):
            factories.import_run(room)
        items = today.of(access, MORNING).items
    assert [item.title for item in items] == ["meer dan 99 lijsten wachten op uw akkoord"]


@pytest.mark.parametrize(
    ("hour", "words"),
    [(3, "Goedenacht."), (9, "Goedemorgen."), (14, "Goedemiddag."), (20, "Goedenavond.")],
)
def test_the_greeting_follows_the_clock(room: Workspace, hour: int, words: str) -> None:
    access = people.access_of(room, Role.CONSULENT)
    with guard.workspaces(room.pk):
        heading = today.of(access, MORNING.replace(hour=hour)).heading
    assert heading == f"{words} Er staat niets voor u klaar."


@pytest.mark.parametrize("number", [1, 3])
def test_ten_statements_at_most(
    coordinator: Client,
    room: Workspace,
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    fill(room, people.workspace("elders"), number)
    start(coordinator)
    with django_assert_max_num_queries(10):  # seven, and three of the savepoint around
        start(coordinator)


def test_work_that_waits_or_runs_is_shown_with_how_far_it_is(
    adviser: Client, room: Workspace
) -> None:
    elsewhere = people.workspace("elders")
    with guard.workspaces(room.pk):
        for number, state in enumerate(JobState.values):
            factories.job(room, f"Taak {number}", state=state, step="Rijen lezen", done=5, total=9)
        access = people.access_of(room, Role.LEZER)
        jobs = today.of(access, MORNING).jobs
    with guard.workspaces(elsewhere.pk):
        factories.job(elsewhere, "Niet van haar", state=JobState.RUNNING)
    kept = [at for at, state in enumerate(JobState.values) if state in RUNS]
    titles = [f"Taak {at}" for at in reversed(kept)]
    assert jobs == [today.Running(title, "Rijen lezen", 5, 9) for title in titles]
    assert "Niet van haar" not in start(adviser)
