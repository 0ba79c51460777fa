"""The secrets in the addresses of a table: for its note-takers, and for guests with dots."""

from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.services import talking
from krachtlokaal.office import links


def notes_secret(at: RoundTable) -> str:
    made = talking.give_notes_link(table=at).notes_link
    assert made is not None
    return links.token(made)


def dots_secret(at: RoundTable) -> str:
    """At a table where dots are given from now on."""
    RoundTable.objects.filter(pk=at.pk).update(state=TableState.TALKING)
    made = talking.step(table=at, name="dots").dots_link
    assert made is not None
    return links.token(made)
