"""Who did what, as a coordinator reads it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Membership, User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import audit, verbs
from krachtlokaal.office.enums import ActorKind
from tests.accounts import factories
from tests.conftest import SOURCES

pytestmark = pytest.mark.django_db

VERB = re.compile(r"audit\.record\(\s*\"([a-z._]+)\"")
LOG = "/werkruimte/logboek/"


def deed(place: Workspace, who: str, about: str) -> None:
    actor = audit.Actor(ActorKind.USER, who, 1, place.pk)
    with guard.workspaces(place.pk), audit.acting(actor):
        audit.record("membership.ended", label=about)


def page(owner: User, query: str = "") -> str:
    answer = factories.signed_in(owner).get(LOG + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_newest_deed_comes_first(coordinator: User, place: Workspace) -> None:
    deed(place, "Anna", "Eerste")
    deed(place, "Bert", "Tweede")
    text = page(coordinator)
    assert text.index("Tweede") < text.index("Eerste")


def test_the_filters_narrow_it_down(coordinator: User, place: Workspace) -> None:
    deed(place, "Anna", "Eerste")
    deed(place, "Bert", "Tweede")
    assert "Tweede" not in page(coordinator, "?person=anna")
    assert "Eerste" not in page(coordinator, "?subject=tweede")
    assert "Niets gevonden" in page(coordinator, "?since=2099-01-01")
    assert "Niets gevonden" in page(coordinator, "?until=2001-01-01")


def test_deeds_are_told_in_sentences(coordinator: User, adviser: User, place: Workspace) -> None:
    with guard.workspaces(place.pk):
        seat = Membership.objects.get(user=adviser)
    factories.signed_in(coordinator).post(
        f"/werkruimte/collegas/{seat.pk}/rol/", {"role": "lezer", "seen": "consulent"}
    )
    text = page(coordinator)
    assert "Cora gaf Ad een andere rol" in text
    assert "rol: van “Consulent” naar “Lezer”" in text


def test_every_verb_of_this_room_has_a_sentence() -> None:
    sources = (SOURCES / "accounts").rglob("*.py")
    used = {verb for path in sources for verb in VERB.findall(path.read_text())}
    assert used
    assert used - verbs.known() == set()


def test_a_wrong_date_keeps_the_page(coordinator: User, place: Workspace) -> None:
    deed(place, "Anna", "Eerste")
    text = page(coordinator, "?since=gisteren")
    assert "Dit is geen datum." in text
    assert "Eerste" in text


def test_deeds_of_elsewhere_stay_there(coordinator: User, elsewhere: Workspace) -> None:
    deed(elsewhere, "Vreemd", "Geheim")
    assert "Geheim" not in page(coordinator)


def test_the_list_has_pages_and_a_fixed_cost(coordinator: User, place: Workspace) -> None:
    client = factories.signed_in(coordinator)
    counts = []
    for number in (1, 60):
        for one in range(number):
            deed(place, "Anna", f"Ding {one}")
        with CaptureQueriesContext(connection) as queries:
            client.get(LOG)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 12
    assert client.get(LOG + "?page=2").status_code == 200


def test_only_who_may_read_the_audit_sees_it(place: Workspace) -> None:
    reader = factories.member(place, Role.LEZER)
    assert factories.signed_in(reader).get(LOG).status_code == 403


def test_what_a_member_does_is_written_in_her_name(coordinator: User, place: Workspace) -> None:
    factories.signed_in(coordinator).post(
        "/werkruimte/gebied/", {"remove": "GM0001|", "version": "1"}
    )
    assert "Cora" in page(coordinator, "?person=cora")
