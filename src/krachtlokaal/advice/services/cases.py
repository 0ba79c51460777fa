"""Open an advice case, change it, write a note, choose who reads it, hand it over, close it.

What the log keeps of a case is its number: who reads the log need not be able to read the case.
"""

from collections.abc import Collection, Mapping
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.advice.enums import Audience, CaseOrigin, CaseState
from krachtlokaal.advice.models import AdviceCase, CaseNote, CaseReader
from krachtlokaal.office import audit, drafts
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences

NEW_DRAFT = "advice.case.new"


class NotNow(Exception):  # noqa: N818 it is an answer, not a fault
    """A colleague closed the case, or handed it to somebody else."""


class Deed(Protocol):
    """Something that is done with a case and needs no more than the case."""

    def __call__(self, *, case: AdviceCase) -> None: ...


@transaction.atomic
def make(*, workspace: Workspace, adviser: User | None, values: Mapping[str, Any]) -> AdviceCase:
    """A new case, read by its adviser alone."""
    row = AdviceCase.objects.create(workspace=workspace, adviser=adviser, **values)
    drafts.forget(NEW_DRAFT)
    _told("case.made", row)
    return row


@transaction.atomic
def open_for(
    *,
    workspace: Workspace,
    origin: CaseOrigin,
    origin_id: int,
    adviser: User | None,
    values: Mapping[str, Any],
) -> AdviceCase:
    """The case of a row of a room above; asked twice, it is the same case."""
    row, is_new = AdviceCase.objects.get_or_create(
        origin=origin,
        origin_id=origin_id,
        defaults={"workspace": workspace, "adviser": adviser, **values},
    )
    if is_new:
        _told("case.made", row)
    return row


@transaction.atomic
def change(*, case: AdviceCase, version: int, values: Mapping[str, Any]) -> None:
    """Save it; refuses when a colleague saved since `version`."""
    row = _locked(case)
    if row.state == CaseState.CLOSED:
        raise NotNow
    _check(row, version)
    drafts.forget(draft_name(row, "facts"))
    changes = differences(row, dict(values))
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    if changes:
        _save(row)
        _told("case.changed", row)


@transaction.atomic
def add_note(*, case: AdviceCase, author: User, text: str) -> CaseNote:
    """Notes grow; nobody changes one."""
    row = _locked(case)
    if row.state == CaseState.CLOSED:
        raise NotNow
    note = CaseNote.objects.create(
        workspace_id=row.workspace_id, case=row, author=author, text=text
    )
    drafts.forget(draft_name(row, "note"))
    _told("case.noted", row)
    return note


def draft_name(case: AdviceCase, part: str) -> str:
    """Under which name the page keeps what is being typed."""
    return f"advice.case.{case.pk}.{part}"


@transaction.atomic
def choose_readers(
    *, case: AdviceCase, version: int, audience: Audience, users: Collection[int]
) -> None:
    """From now on these colleagues read it, besides its adviser."""
    row = _locked(case)
    if row.adviser_id != case.adviser_id:
        raise NotNow
    _check(row, version)
    row.readers.exclude(user__in=users).delete()
    for user in users:
        CaseReader.objects.get_or_create(
            case=row, user_id=user, defaults={"workspace_id": row.workspace_id}
        )
    row.audience = audience
    _save(row)
    _told("case.readers_chosen", row)


@transaction.atomic
def hand_over(*, case: AdviceCase, version: int, to: int) -> None:
    """Another adviser goes on with it; the one before reads it only where she is named."""
    row = _locked(case)
    if row.state == CaseState.CLOSED:
        raise NotNow
    _check(row, version)
    row.adviser_id = to
    row.readers.filter(user=to).delete()
    _save(row)
    _told("case.handed_over", row)


@transaction.atomic
def close(*, case: AdviceCase) -> None:
    row = _locked(case)
    if row.adviser_id != case.adviser_id:
        raise NotNow
    if row.state != CaseState.CLOSED:
        row.state, row.closed_at = CaseState.CLOSED, timezone.now()
        _save(row)
        _told("case.closed", row)


@transaction.atomic
def open_again(*, case: AdviceCase) -> None:
    row = _locked(case)
    if row.adviser_id != case.adviser_id:
        raise NotNow
    if row.state == CaseState.CLOSED:
        row.state, row.closed_at = CaseState.OPEN, None
        _save(row)
        _told("case.opened_again", row)


def _locked(case: AdviceCase) -> AdviceCase:
    return AdviceCase.objects.select_for_update().get(pk=case.pk)


def _check(row: AdviceCase, version: int) -> None:
    if row.version != version:
        raise ChangedMeanwhile(row)


def _save(row: AdviceCase) -> None:
    row.version += 1
    row.save()


def _told(verb: str, row: AdviceCase) -> None:
    audit.record(verb, row, label=str(row.pk))
