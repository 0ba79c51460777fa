"""Notes of a workspace about an organisation."""

from django.db import transaction

from krachtlokaal.accounts.access import Access
from krachtlokaal.office import audit
from krachtlokaal.register.models import Note, Organisation


@transaction.atomic
def add(*, access: Access, organisation: Organisation, text: str) -> Note:
    """A note that colleagues of the workspace read."""
    note = Note.objects.create(
        workspace=access.workspace,
        organisation=organisation,
        author=access.user,
        author_name=str(access.user),
        text=text,
    )
    audit.record("note.added", organisation)
    return note


@transaction.atomic
def remove(*, note: Note) -> None:
    """The note goes for good; that it went stays in the record."""
    audit.record("note.removed", note.organisation)
    note.delete()
