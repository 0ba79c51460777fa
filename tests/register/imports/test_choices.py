"""A decision by hand changes the row, and the group that it was in, and nothing else."""

import pytest

from krachtlokaal.accounts.access import Access
from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.models import ImportRun, Organisation
from krachtlokaal.register.services.imports import checking, choices, writing
from krachtlokaal.register.services.versions import ChangedMeanwhile
from tests.register.factories import organisation
from tests.register.imports.factories import checked, row

TWICE = (
    ["VV De Waalrand", "07654321", "4001 AB", "Tiel", ""],
    ["VV De Waalrand", "07654321", "", "Tiel", "info@waalrand.example"],
)


def choose(
    run: ImportRun, number: int, action: RowAction, known: Organisation | None = None
) -> None:
    run.refresh_from_db()
    choices.choose(
        run=run, version=run.version, row=row(run, number), action=action, organisation=known
    )


def actions(run: ImportRun) -> list[str]:
    return list(run.rows.order_by("number").values_list("action", flat=True))


def test_a_merged_row_can_be_new_after_all(adviser: Access) -> None:
    run = checked(adviser, *TWICE)
    choose(run, 3, RowAction.CREATE)
    assert actions(run) == [RowAction.CREATE, RowAction.CREATE]


def test_the_next_row_leads_when_the_first_is_left_out(adviser: Access) -> None:
    run = checked(adviser, *TWICE)
    choose(run, 2, RowAction.SKIP)
    assert actions(run) == [RowAction.SKIP, RowAction.CREATE]
    assert "contacts" in row(run, 3).changes
    assert "postcode" not in row(run, 3).changes["facts"]


def test_a_row_can_belong_to_an_organisation(adviser: Access) -> None:
    known = organisation("Sportclub Waalrand")
    run = checked(adviser, *TWICE)
    choose(run, 2, RowAction.UPDATE, known)
    assert actions(run) == [RowAction.UPDATE, RowAction.CREATE]
    choose(run, 3, RowAction.UPDATE, known)
    assert actions(run) == [RowAction.UPDATE, RowAction.MERGE]
    writing.write(run=run)
    assert Organisation.objects.count() == 1


def test_the_counts_follow(adviser: Access) -> None:
    run = checked(adviser, *TWICE)
    choose(run, 3, RowAction.SKIP)
    run.refresh_from_db()
    assert [run.counts[action] for action in ("create", "merge", "skip")] == [1, 0, 1]


def test_a_choice_holds_when_the_list_is_checked_again(adviser: Access) -> None:
    known = organisation("Sportclub Waalrand")
    run = checked(adviser, *TWICE)
    choose(run, 2, RowAction.UPDATE, known)
    choose(run, 3, RowAction.SKIP)
    checking.check(run=ImportRun.objects.get())
    assert actions(run) == [RowAction.UPDATE, RowAction.SKIP]
    assert row(run, 2).organisation_id == known.pk


def test_an_old_page_does_not_overwrite_a_newer_choice(adviser: Access) -> None:
    run = checked(adviser, *TWICE)
    choose(run, 3, RowAction.SKIP)
    with pytest.raises(ChangedMeanwhile):
        choices.choose(run=run, version=run.version - 1, row=row(run, 3), action=RowAction.CREATE)
    assert actions(run) == [RowAction.CREATE, RowAction.SKIP]
