"""Saved selections: the filters of the list under a name, or rows chosen by hand."""

from django.db import transaction

from krachtlokaal.accounts.access import Access
from krachtlokaal.office import audit
from krachtlokaal.register.models import Selection
from krachtlokaal.register.queries.filters import Filters


class NameTaken(Exception):  # noqa: N818 it is an answer, not a fault
    """The workspace already has a selection of this name."""


@transaction.atomic
def save(*, access: Access, name: str, filters: Filters) -> Selection:
    """Keep the choice as it stands: chosen rows stay these rows, filters find new ones later."""
    _refuse_taken(name)
    ids = list(filters.ids)
    selection = Selection.objects.create(
        workspace=access.workspace,
        name=name,
        query="" if ids else filters.query(),
        organisation_ids=ids,
        made_by=access.user,
    )
    audit.record("selection.saved", selection)
    return selection


@transaction.atomic
def rename(*, selection: Selection, name: str) -> Selection:
    _refuse_taken(name, but=selection)
    changes = {"name": [selection.name, name]}
    selection.name = name
    selection.save(update_fields=["name"])
    audit.record("selection.renamed", selection, changes=changes)
    return selection


@transaction.atomic
def remove(*, selection: Selection) -> None:
    """The selection goes; the organisations in it stay."""
    audit.record("selection.removed", selection)
    selection.delete()


def _refuse_taken(name: str, but: Selection | None = None) -> None:
    same = Selection.objects.filter(name__iexact=name)
    if but is not None:
        same = same.exclude(pk=but.pk)
    if same.exists():
        raise NameTaken
