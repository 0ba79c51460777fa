"""A later version gives nothing away about who was added in between."""

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.core import guard
from krachtlokaal.office import releases
from krachtlokaal.office.models import Release


def test_the_first_version_passes_as_it_is() -> None:
    assert releases.settle({}, {"a": 12, "b": None}, {}).cells == {"a": 12, "b": None}


@pytest.mark.parametrize(("differing", "expected"), [(0, 12), (4, 12), (5, 13), (9, 13)])
def test_a_figure_changes_when_five_organisations_differ(differing: int, expected: int) -> None:
    settled = releases.settle({"a": 12}, {"a": 13}, {"a": differing})
    assert settled.cells == {"a": expected}
    assert settled.kept == (frozenset() if expected == 13 else frozenset({"a"}))


def test_a_cell_that_was_hidden_is_not_shown_for_less() -> None:
    settled = releases.settle({"a": None}, {"a": 5, "b": 6}, {"a": 1, "b": 4})
    assert settled.cells == {"a": None, "b": None}


def test_a_cell_that_goes_away_stays_for_less() -> None:
    assert releases.settle({"a": 8}, {}, {"a": 2}).cells == {"a": 8}


figures = st.dictionaries(st.sampled_from("abcdef"), st.none() | st.integers(0, 50))


@given(figures, figures, st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 9)))
def test_no_figure_changes_for_fewer_than_five(
    before: dict[str, int | None], after: dict[str, int | None], differing: dict[str, int]
) -> None:
    settled = releases.settle(before, after, differing)
    changed = {key for key in settled.cells if settled.cells[key] != before.get(key)}
    assert not before or all(differing.get(key, 0) >= 5 for key in changed)
    assert all(settled.cells[key] == before.get(key) for key in settled.kept)


@pytest.mark.django_db
def test_versions_follow_each_other_and_never_change() -> None:
    with guard.workspaces(7):
        releases.record("meting", "regio", {"a": 12}, workspace=7, hidden=1)
        second = releases.record("meting", "regio", {"a": 13}, workspace=7)
        assert (second.version, releases.latest("meting", "regio", workspace=7)) == (2, second)
        assert releases.latest("meting", "elders", workspace=7) is None
        with pytest.raises(DatabaseError), transaction.atomic():
            Release.objects.update(cells={})
