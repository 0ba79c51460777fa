"""Reports, their managers and who wants to be called, as addresses name them; see objects.py."""

from collections.abc import Callable
from typing import Any

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.office import links
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.enums import Answering
from krachtlokaal.surveys.models import AnswerDraft, Measurement
from krachtlokaal.surveys.services import managing, wishes
from tests.access.rows import make
from tests.surveys import factories

Arguments = dict[str, Any]
Factory = Callable[[Workspace, User], Arguments]


def _sent(place: Workspace, answering: Answering) -> tuple[Measurement, str]:
    """A measurement in which somebody sent her answer, and the secret of her link."""
    about: Any = make(Organisation, place)
    made = factories.invitation(factories.wave(place, answering=answering), about)
    secret = links.token(made.link)
    content = {"bestuur_1": 4, "bestuur_2": 4, "role": "board"}
    make(
        AnswerDraft,
        place,
        organisation=about,
        invitation=made,
        sealed=sealing.seal(content),
        answer_hash=sealing.answer_hash(secret),
    )
    made.link.nonce = None
    made.link.save(update_fields=["nonce"])
    return made.measurement, secret


def _sent_answer_link(place: Workspace, _owner: User) -> Arguments:
    return {"secret": _sent(place, Answering.ORGANISATION)[1]}


def _own_answer_link(place: Workspace, _owner: User) -> Arguments:
    return {"secret": _sent(place, Answering.EACH)[1]}


def _managed(place: Workspace) -> Measurement:
    measurement, _secret = _sent(place, Answering.ORGANISATION)
    return managing.appoint(measurement=measurement, name="Anna", email="anna@club.example")


def _manager_link(place: Workspace, _owner: User) -> Arguments:
    link: Any = _managed(place).manager_link
    return {"secret": links.token(link)}


def _manager_file(place: Workspace, owner: User) -> Arguments:
    return {**_manager_link(place, owner), "kind": "json"}


def _shared_result(place: Workspace, _owner: User) -> Arguments:
    measurement = _managed(place)
    managing.set_switches(measurement=measurement, switches={"shares_result": True})
    return {"pk": measurement.pk}


def _wish(place: Workspace, _owner: User) -> Arguments:
    measurement, _secret = _sent(place, Answering.EACH)
    return {"pk": wishes.make_wish(measurement=measurement, name="Anna", reach="0344 123456").pk}


REPORT_OBJECTS: dict[str, Factory] = {
    "manager_file": _manager_file,
    "manager_link": _manager_link,
    "own_answer_link": _own_answer_link,
    "sent_answer_link": _sent_answer_link,
    "shared_result": _shared_result,
    "wish": _wish,
}
