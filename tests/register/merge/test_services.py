"""Merging by hand: everything moves, and everything comes back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry, PublicSearchRow
from krachtlokaal.register.enums import PairState
from krachtlokaal.register.models import (
    Contact,
    DuplicatePair,
    Merge,
    Note,
    Organisation,
    OrganisationTag,
    Selection,
)
from krachtlokaal.register.services import merges, tags
from tests.register import factories
from tests.register.people import access_of, workspace

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser() -> Iterator[Access]:
    """An adviser of Tiel; the test runs in the scope of her workspace."""
    room = workspace("tiel", municipalities=[factories.TIEL])
    with guard.workspaces(room.pk):
        yield access_of(room, Role.CONSULENT)


@pytest.fixture
def other() -> Workspace:
    return workspace("ander", municipalities=[factories.TIEL])


def two() -> tuple[Organisation, Organisation]:
    return factories.organisation("Dorpshuis De Bron"), factories.organisation("De Bron, dorpshuis")


def test_rows_of_every_workspace_go_over(adviser: Access, other: Workspace) -> None:
    kept, gone = two()
    mine = factories.contact(adviser.workspace, gone)
    with guard.workspaces(other.pk):
        theirs = factories.note(other, gone)
    merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    assert Contact.objects.get(pk=mine.pk).organisation_id == kept.pk
    with guard.workspaces(other.pk):
        assert Note.objects.get(pk=theirs.pk).organisation_id == kept.pk


def test_the_one_that_is_gone_points_to_the_one_that_is_kept(adviser: Access) -> None:
    kept, gone = two()
    merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    assert Organisation.everything.get(pk=gone.pk).merged_into_id == kept.pk
    assert list(Organisation.objects.all()) == [kept]
    assert list(PublicSearchRow.objects.values_list("object_id", flat=True)) == [kept.pk]


def test_a_label_that_both_have_stays_once_and_comes_back(adviser: Access) -> None:
    kept, gone = two()
    label = factories.tag(adviser.workspace)
    for row in (kept, gone):
        OrganisationTag.objects.create(workspace=adviser.workspace, organisation=row, tag=label)
    done = merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    assert [row.organisation_id for row in OrganisationTag.objects.all()] == [kept.pk]
    merges.undo(access=adviser, merge=done)
    assert {row.organisation_id for row in OrganisationTag.objects.all()} == {kept.pk, gone.pk}


def test_a_label_that_nobody_has_any_more_does_not_stop_undoing(adviser: Access) -> None:
    kept, gone = two()
    tag = factories.tag(adviser.workspace)
    for row in (kept, gone):
        OrganisationTag.objects.create(workspace=adviser.workspace, organisation=row, tag=tag)
    done = merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    tags.take(tag=tag, organisations=Organisation.objects.filter(pk=kept.pk))
    merges.undo(access=adviser, merge=done)
    connection.check_constraints()
    assert not OrganisationTag.objects.filter(organisation=gone).exists()


def test_a_selection_by_hand_names_the_kept_one(adviser: Access) -> None:
    kept, gone = two()
    chosen = Selection.objects.create(
        workspace=adviser.workspace, name="Dorpshuizen", organisation_ids=[gone.pk, kept.pk, -7]
    )
    done = merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    chosen.refresh_from_db()
    assert chosen.organisation_ids == [kept.pk, -7]
    merges.undo(access=adviser, merge=done)
    chosen.refresh_from_db()
    assert chosen.organisation_ids == [gone.pk, kept.pk, -7]


def test_facts_are_taken_as_chosen_and_empty_ones_are_filled(adviser: Access) -> None:
    kept = factories.organisation("De Bron", kvk="", volunteers=12, postcode="4001 AB")
    gone = factories.organisation("Dorpshuis De Bron", kvk="90001234", volunteers=30)
    done = merges.merge(access=adviser, kept=kept.pk, gone=gone.pk, take={"name": "gone"})
    kept.refresh_from_db()
    assert (kept.name, kept.kvk, kept.volunteers) == ("Dorpshuis De Bron", "90001234", 12)
    merges.undo(access=adviser, merge=done)
    kept.refresh_from_db()
    assert (kept.name, kept.kvk, kept.volunteers) == ("De Bron", "", 12)


def test_what_was_changed_after_the_merge_stays_and_is_named(adviser: Access) -> None:
    kept = factories.organisation("De Bron", kvk="")
    gone = factories.organisation("Dorpshuis De Bron", kvk="90001234")
    done = merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    Organisation.objects.filter(pk=kept.pk).update(kvk="90009999")
    left = merges.undo(access=adviser, merge=done)
    kept.refresh_from_db()
    assert kept.kvk == "90009999"
    assert left == ["KvK-nummer is daarna nog gewijzigd en blijft zo staan."]


def test_what_was_added_after_the_merge_stays_with_the_kept_one(adviser: Access) -> None:
    kept, gone = two()
    done = merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    later = factories.note(adviser.workspace, kept)
    merges.undo(access=adviser, merge=done)
    assert Note.objects.get(pk=later.pk).organisation_id == kept.pk


def test_undoing_restores_the_organisation_and_the_pair(adviser: Access) -> None:
    kept, gone = two()
    pair = DuplicatePair.objects.create(a=kept, b=gone, probability=0.97)
    done = merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    pair.refresh_from_db()
    assert (pair.state, pair.decided_by_name) == (PairState.MERGED, str(adviser.user))
    merges.undo(access=adviser, merge=done)
    pair.refresh_from_db()
    assert (pair.state, Organisation.objects.count()) == (PairState.OPEN, 2)
    assert PublicSearchRow.objects.count() == 2


def test_a_merge_older_than_30_days_stays(adviser: Access) -> None:
    kept, gone = two()
    done = merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    Merge.objects.update(merged_at=timezone.now() - timedelta(days=31))
    with pytest.raises(merges.MergeRefused, match="meer dan 30 dagen"):
        merges.undo(access=adviser, merge=done)


def test_merges_on_top_of_each_other_are_undone_from_the_top(adviser: Access) -> None:
    first, second = two()
    third = factories.organisation("Stichting De Bron")
    below = merges.merge(access=adviser, kept=second.pk, gone=first.pk)
    above = merges.merge(access=adviser, kept=third.pk, gone=second.pk)
    with pytest.raises(merges.MergeRefused, match="daarna zelf samengevoegd"):
        merges.undo(access=adviser, merge=below)
    merges.undo(access=adviser, merge=above)
    merges.undo(access=adviser, merge=below)
    assert Organisation.objects.count() == 3


def test_an_organisation_is_not_merged_with_itself_or_twice(adviser: Access) -> None:
    kept, gone = two()
    with pytest.raises(merges.MergeRefused, match="twee verschillende"):
        merges.merge(access=adviser, kept=kept.pk, gone=kept.pk)
    merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    with pytest.raises(merges.MergeRefused, match="intussen al samengevoegd"):
        merges.merge(access=adviser, kept=gone.pk, gone=kept.pk)


def test_every_adviser_can_read_who_merged(adviser: Access, other: Workspace) -> None:
    kept, gone = two()
    merges.merge(access=adviser, kept=kept.pk, gone=gone.pk)
    with guard.workspaces(other.pk):
        entries = AuditEntry.shared.filter(verb="organisation.merged", object_id=kept.pk)
        assert entries.count() == 1
