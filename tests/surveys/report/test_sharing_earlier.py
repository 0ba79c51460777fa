"""A shared result is compared only with what its reader may see: of her workspace, and shared."""

from typing import Any

import pytest

from krachtlokaal.core import guard
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Measurement
from krachtlokaal.surveys.queries.reports import Outcome, outcome_for_members, shared_outcome
from krachtlokaal.surveys.services.measurements import measurement_for
from tests.register import factories as register
from tests.register.people import workspace
from tests.surveys import factories
from tests.surveys.answering import Scene
from tests.surveys.report.answers import answered
from tests.surveys.report.test_page import as_organisation, sent

pytestmark = pytest.mark.django_db


def _ended(place: Scene, **switches: Any) -> None:
    """The organisation measured itself before, and let that be kept."""
    sent(place, answered(2))
    place.change(state=WaveState.CLOSED)
    with guard.system("its manager decided"):
        Measurement.objects.filter(wave=place.wave).update(keeps_for_comparison=True, **switches)


def _once_more(before: Scene, place: Scene) -> Measurement:
    """The same organisation in a later wave, whose result is shared."""
    with guard.workspaces(place.room.pk):
        measurement_for(wave=place.wave, organisation=before.about)
    sent(Scene(place.room, place.wave, before.about), answered(4))
    with guard.system("its manager shares it"):
        rows = Measurement.objects.select_related("wave__workspace", "organisation")
        row = rows.get(wave=place.wave, organisation=before.about)
        row.shares_result = True
        row.save()
    return row


def _next_wave(before: Scene) -> Scene:
    with guard.workspaces(before.room.pk):
        asked = factories.wave(before.room, title="KrachtMeting 2027", answering="organisation")
    return Scene(before.room, asked, before.about)


def _names(found: Outcome | None) -> str:
    assert found is not None
    return found.report.earlier_name


@pytest.mark.parametrize(("shared", "name"), [(True, "KrachtMeting 2026"), (False, "")])
def test_the_steunpunt_sees_a_change_only_since_a_result_that_was_shared_too(
    shared: bool, name: str
) -> None:
    before = as_organisation()
    _ended(before, shares_result=shared)
    row = _once_more(before, _next_wave(before))
    with guard.workspaces(before.room.pk):
        assert _names(outcome_for_members(row, "nl")) == name


def test_who_is_of_the_organisation_sees_the_change_whether_it_was_shared_or_not() -> None:
    before = as_organisation()
    _ended(before)
    row = _once_more(before, _next_wave(before))
    with guard.link(workspace=before.room.pk, organisation=before.about.pk):
        assert _names(shared_outcome(row, "nl")) == "KrachtMeting 2026"


def test_another_steunpunt_sees_nothing_of_what_was_measured_elsewhere() -> None:
    before = as_organisation()
    _ended(before, shares_result=True)
    other = workspace("culemborg", municipalities=[register.TIEL])
    with guard.workspaces(other.pk):
        asked = factories.wave(other, title="KrachtMeting 2027", answering="organisation")
    row = _once_more(before, Scene(other, asked, before.about))
    with guard.workspaces(other.pk):
        assert _names(outcome_for_members(row, "nl")) == ""
