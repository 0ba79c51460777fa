"""Combined figures are kept, and one more answer reveals nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.surveys.enums import Answering, WaveState
from krachtlokaal.surveys.jobs.snapshots import make_first, renew
from krachtlokaal.surveys.models import Snapshot
from krachtlokaal.surveys.queries import snapshots
from krachtlokaal.surveys.queries.answers import Sent
from krachtlokaal.surveys.services import settling
from tests.surveys.answering import Scene, answer_and_send, keep, scene

pytestmark = pytest.mark.django_db


def people(place: Scene, number: int, **values: Any) -> list[str]:
    secrets = [place.invite() for _ in range(number)]
    for secret in secrets:
        answer_and_send(secret, **values)
    return secrets


def kept(place: Scene) -> list[tuple[int, int]]:
    """Number and raters of the snapshots, the first one first."""
    with guard.link(workspace=place.room.pk, organisation=place.about.pk):
        return list(Snapshot.objects.order_by("number").values_list("number", "raters"))


def test_below_four_answers_there_is_none() -> None:
    place = scene()
    people(place, 3)
    assert (make_first(), kept(place)) == (0, [])


def test_with_four_answers_it_is_made_whether_they_moved_or_not() -> None:
    place = scene()
    people(place, 4)
    make_first()
    assert kept(place) == [(1, 4)]
    settling.settle()
    renew()
    assert kept(place) == [(1, 4)]


@pytest.mark.parametrize(("more", "now"), [(3, [(1, 4)]), (4, [(1, 4), (2, 8)])])
def test_it_is_renewed_only_when_four_answers_came(more: int, now: list[tuple[int, int]]) -> None:
    place = scene()
    people(place, 4)
    make_first()
    people(place, more)
    renew()
    assert kept(place) == now


def test_changed_and_new_answers_count_together_and_one_changed_twice_once() -> None:
    place = scene()
    secrets = people(place, 4)
    make_first()
    for point in (1, 2):
        keep(secrets[0], {"bestuur_1": point})
    keep(secrets[1], {"bestuur_1": 1})
    people(place, 1)
    renew()
    assert kept(place) == [(1, 4)]
    people(place, 1)
    renew()
    assert kept(place) == [(1, 4), (2, 6)]


def test_who_answers_for_the_organisation_gets_no_combined_figures() -> None:
    place = scene(answering=Answering.ORGANISATION)
    people(place, 1)
    assert (make_first(), renew(), kept(place)) == (0, 0, [])


@pytest.mark.parametrize(("days", "found"), [(0, [(1, 4)]), (3, [])])
def test_a_wave_that_closed_is_looked_at_for_two_days(
    days: int, found: list[tuple[int, int]]
) -> None:
    place = scene()
    people(place, 4)
    closed = timezone.now() - timedelta(days=days, minutes=5)
    place.change(state=WaveState.CLOSED, closed_at=closed)
    settling.settle()
    make_first()
    assert kept(place) == found


def test_members_of_the_workspace_can_not_read_them() -> None:
    place = scene()
    people(place, 4)
    make_first()
    with guard.workspaces(place.room.pk):
        assert Snapshot.objects.count() == 0


@pytest.mark.parametrize(
    ("before", "now", "changed"),
    [
        ("abcd", "abcd", 0),
        ("abcd", "abce", 1),
        ("abcd", "abc", 1),
        ("abcd", "abcdefgh", 4),
        ("abcd", "efgh", 4),
        ("aabb", "aab", 1),
    ],
)
def test_changes_are_counted_by_marks(before: str, now: str, changed: int) -> None:
    assert snapshots.changed(before, [Sent(1, {}, mark) for mark in now]) == changed
