"""The search for duplicates in the background."""

from django.utils.translation import gettext as _

from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.accounts.queries.areas import area_filter
from krachtlokaal.office import jobs
from krachtlokaal.register.intake import linkage
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.areas import in_area
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.register.services import finding


@jobs.handles(finding.KIND)
def find_duplicates(progress: jobs.Progress) -> jobs.Result:
    """Compare the organisations of the working area with each other and keep the likely pairs."""
    progress.step(_("Organisaties ophalen"), done=0, total=3)
    records = _records(Workspace.objects.get(pk=progress.job.workspace_id))
    progress.step(_("Namen en adressen vergelijken"), done=1, total=3)
    pairs = linkage.duplicates(records)
    progress.step(_("Paren bewaren"), done=2, total=3)
    new = finding.keep_pairs(pairs)
    return {"compared": len(records), "pairs": len(pairs), "new": new}


def _records(workspace: Workspace) -> list[linkage.Record]:
    rows = Organisation.objects.filter(ended_on=None).order_by("pk")
    if workspace.kind != WorkspaceKind.LANDELIJK:
        rows = rows.filter(in_area(area_filter(workspace)))
    return [
        linkage.Record(
            key=row.pk,
            name=row.name,
            postcode=row.postcode,
            place=row.place,
            kvk=row.kvk,
            website=row.website,
            municipality=town_name(row.municipality_id),
        )
        for row in rows.iterator()
    ]
