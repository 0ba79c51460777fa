"""Makes the file with organisations that somebody asked for."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts import access as accesses
from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.models import User
from krachtlokaal.office import jobs
from krachtlokaal.publishing import csv_files, xlsx
from krachtlokaal.publishing.csv_files import Flavour
from krachtlokaal.publishing.tables import Cell
from krachtlokaal.register.queries import sheets
from krachtlokaal.register.queries.organisations import from_query
from krachtlokaal.register.services.exports import KIND

EVERY = 500


@jobs.handles(KIND)
def export(progress: jobs.Progress) -> jobs.Result:
    """The file of this choice, in the kind that was asked for."""
    access = _access(progress)
    found = from_query(str(progress.arguments["query"]), access)
    total = found.count()
    if not total:
        raise jobs.Refused(_("Er is geen organisatie meer die bij uw filters past. Kies opnieuw."))
    rows = _counted(progress, sheets.rows(found), total)
    name, content_type, data = _file(str(progress.arguments["format"]), rows)
    jobs.attach(progress.job, name, content_type, data)
    return {"organisaties": total}


def _access(progress: jobs.Progress) -> Access:
    """The rights of who asked, as they are now: she may have lost them since."""
    user = User.objects.filter(pk=progress.job.user_id or 0, is_active=True).first()
    access = accesses.load(user, progress.job.workspace_id) if user else None
    if access is None or access.seat is None or not access.may(Capability.EXPORT):
        raise jobs.Refused(_("U mag in deze werkruimte geen bestand meer maken."))
    if access.workspace.pk != progress.job.workspace_id:
        raise jobs.Refused(_("U mag in deze werkruimte geen bestand meer maken."))
    return access


def _counted(
    progress: jobs.Progress, rows: Iterable[list[Cell]], total: int
) -> Iterator[list[Cell]]:
    for number, row in enumerate(rows):
        if number % EVERY == 0:
            progress.step(_("Organisaties in het bestand zetten"), done=number, total=total)
        yield row


def _file(kind: str, rows: Iterable[Sequence[Cell]]) -> tuple[str, str, bytes]:
    """Name, content type and content."""
    name = f"organisaties {timezone.localdate():%Y-%m-%d}"
    if kind == "xlsx":
        data = xlsx.write(_("Organisaties"), sheets.columns(), rows)
        return f"{name}.xlsx", xlsx.CONTENT_TYPE, data
    flavour = Flavour.DUTCH if kind == "csv-nl" else Flavour.MACHINE
    data = csv_files.write(sheets.columns(), rows, flavour)
    return f"{name}.csv", csv_files.CONTENT_TYPE, data
