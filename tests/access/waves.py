"""The things of waves and their field work that addresses name; see objects.py."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.office import links
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.links import CONFIRM
from krachtlokaal.surveys.models import Invitation
from tests.access.rows import make
from tests.surveys import factories

Arguments = dict[str, Any]
Factory = Callable[[Workspace, User], Arguments]


def _preparing_wave(place: Workspace, _owner: User) -> Arguments:
    today = timezone.localdate()
    return {"pk": factories.wave(place, state=WaveState.PREPARING, opens_on=today).pk}


def _invited(place: Workspace, **values: Any) -> Invitation:
    about: Any = make(Organisation, place)
    return factories.invitation(factories.wave(place), about, **values)


def _measurement_of_wave(place: Workspace, _owner: User) -> Arguments:
    made = _invited(place)
    return {"pk": made.wave_id, "measurement": made.measurement_id}


def _entry_of_wave(place: Workspace, _owner: User) -> Arguments:
    made = _invited(place, is_verified=False)
    return {"pk": made.wave_id, "entry": made.pk}


def _entry_link(place: Workspace, _owner: User) -> Arguments:
    made = _invited(place, is_verified=False)
    return {"secret": links.token(links.create(CONFIRM, workspace=place.pk, object_id=made.pk))}


def _mailed_answer_link(place: Workspace, _owner: User) -> Arguments:
    made = _invited(place, email="s@club.example")
    make(OutboxMail, place, link=made.link)
    return {"secret": links.token(made.link)}


WAVE_OBJECTS: dict[str, Factory] = {
    "entry_link": _entry_link,
    "entry_of_wave": _entry_of_wave,
    "mailed_answer_link": _mailed_answer_link,
    "measurement_of_wave": _measurement_of_wave,
    "preparing_wave": _preparing_wave,
}
