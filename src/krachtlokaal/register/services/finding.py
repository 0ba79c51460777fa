"""Look for duplicates in a working area with record linkage; people decide afterwards."""

from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.office import audit, jobs
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Job
from krachtlokaal.register.intake.linkage import Pair
from krachtlokaal.register.models import DuplicatePair

KIND = "register.duplicates.find"


def running(workspace: Workspace) -> Job | None:
    """The search that is going on in this workspace, if any."""
    return Job.objects.filter(
        kind=KIND, workspace_id=workspace.pk, state__in=[JobState.WAITING, JobState.RUNNING]
    ).first()


@transaction.atomic
def start(*, access: Access) -> Job:
    """Start a search, or join the one that is going on."""
    if job := running(access.workspace):
        return job
    audit.record("pairs.searched", label=access.workspace.name)
    return jobs.start(
        KIND,
        title=_("Dubbele organisaties zoeken"),
        workspace=access.workspace.pk,
        user=access.user.pk,
        arguments={},
        result_url=reverse("register:pairs"),
    )


@transaction.atomic
def keep_pairs(pairs: Iterable[Pair]) -> int:
    """Write pairs that are new; what people decided about a pair before stays. Returns how many."""
    rows = [
        DuplicatePair(
            a_id=min(pair.a, pair.b), b_id=max(pair.a, pair.b), probability=pair.probability
        )
        for pair in pairs
    ]
    before = DuplicatePair.objects.count()
    DuplicatePair.objects.bulk_create(rows, ignore_conflicts=True, batch_size=2000)
    found = DuplicatePair.objects.count() - before
    audit.record("pairs.found", label=str(found))
    return found
