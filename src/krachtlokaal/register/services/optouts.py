"""Who wants no mailings of a workspace any more: kept by address, for good."""

from django.db import transaction

from krachtlokaal.core import guard
from krachtlokaal.office import audit
from krachtlokaal.register.models import OptOut
from krachtlokaal.register.queries.optouts import is_opted_out

PURPOSE = "afmelden"


@transaction.atomic
def opt_out(*, workspace: int, email: str) -> None:
    """From now on this address gets no mailing, whatever happens to the contact."""
    with guard.workspaces(workspace):
        if OptOut.objects.filter(email__iexact=email).exists():
            return
        # Two clicks at once: the second finds the address taken, and nothing is wrong.
        row = OptOut(workspace_id=workspace, email=email.lower())
        OptOut.objects.bulk_create([row], ignore_conflicts=True)
        audit.record("optout.added", label=email, workspace=workspace)


@transaction.atomic
def opt_in(*, workspace: int, email: str) -> None:
    """The holder of the address wants mailings after all."""
    with guard.workspaces(workspace):
        gone, _by_model = OptOut.objects.filter(email__iexact=email).delete()
        if gone:
            audit.record("optout.removed", label=email, workspace=workspace)


def is_out(*, workspace: int, email: str) -> bool:
    """For the page of a link, which runs in a scope of its own."""
    with guard.workspaces(workspace):
        return is_opted_out(email)
