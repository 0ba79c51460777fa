"""An invitation is a row and a link; it opens the report after closing as well."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.surveys.enums import Channel, WaveState
from krachtlokaal.surveys.links import ANSWER
from krachtlokaal.surveys.models import Measurement
from krachtlokaal.surveys.queries.waves import is_open
from tests.register import factories as register
from tests.register.people import workspace
from tests.surveys import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", municipalities=[register.TIEL])


def test_an_organisation_takes_part_once_in_the_group_of_that_day(room: Workspace) -> None:
    about = register.organisation(sector="sport", volunteers=24)
    with guard.workspaces(room.pk):
        asked = factories.wave(room)
        first = factories.measurement(asked, about)
        about.sector, about.volunteers = "culture", 300
        again = factories.measurement(asked, about)
        assert Measurement.objects.get() == first == again
    assert first.stratum == {"sector": "sport", "size": "10-24", "municipality": register.TIEL}


def test_the_link_of_an_invitation_names_it_and_holds_a_year_after_closing(
    room: Workspace,
) -> None:
    about = register.organisation()
    with guard.workspaces(room.pk):
        asked = factories.wave(room, closes_on=date(2026, 12, 11))
        person = register.contact(room, about, name="Sjoukje", email="s@club.example")
        made = factories.invitation(asked, about, contact=person)
    found = links.find(ANSWER, links.token(made.link))
    assert found is not None
    assert found.object_id == made.pk
    assert (made.name, made.email, made.channel) == ("Sjoukje", "s@club.example", "mail")
    assert found.expires_at is not None
    assert timezone.localtime(found.expires_at).date() == date(2027, 12, 11)


def test_somebody_behind_a_link_invites_a_colleague_of_the_own_organisation(
    room: Workspace,
) -> None:
    about = register.organisation()
    with guard.workspaces(room.pk):
        asked = factories.wave(room)
        factories.measurement(asked, about)
    with guard.link(workspace=room.pk, organisation=about.pk):
        made = factories.invitation(
            asked, about, channel=Channel.COLLEAGUE, email="collega@club.example"
        )
    with guard.workspaces(room.pk):
        made.refresh_from_db()
        assert (made.email, made.link.object_id) == ("collega@club.example", made.pk)


@pytest.mark.parametrize(
    ("state", "opens", "closes", "expected"),
    [
        (WaveState.OPEN, -1, 0, True),
        (WaveState.OPEN, 0, 1, True),
        (WaveState.OPEN, -9, -1, False),
        (WaveState.OPEN, 1, 9, False),
        (WaveState.PREPARING, -1, 1, False),
        (WaveState.CLOSED, -1, 1, False),
        (WaveState.CALLED_OFF, -1, 1, False),
    ],
)
def test_a_wave_takes_answers_on_its_days(
    room: Workspace, state: WaveState, opens: int, closes: int, *, expected: bool
) -> None:
    today = timezone.localdate()
    days = {
        "opens_on": today + timedelta(days=opens),
        "closes_on": today + timedelta(days=closes),
    }
    with guard.workspaces(room.pk):
        asked = factories.wave(room, state=state, **days)
    assert is_open(asked, today) is expected
