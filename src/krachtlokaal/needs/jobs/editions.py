"""Make the files of a fixed report."""

from django.utils.translation import gettext as _

from krachtlokaal.needs.enums import FileKind
from krachtlokaal.needs.models import Edition
from krachtlokaal.needs.services import editions
from krachtlokaal.office import jobs


@jobs.handles(editions.FILES)
def make_files(progress: jobs.Progress) -> jobs.Result:
    """PDF, Word and open data, one after the other. Made once: a second time changes nothing."""
    rows = Edition.objects.select_related("workspace", "survey")
    edition = rows.filter(pk=int(progress.arguments["edition"])).first()
    if edition is None:
        raise jobs.Refused(_("Dit rapport bestaat niet meer."))
    count = 0
    for number, kind in enumerate(FileKind):
        progress.step(kind.label, done=number, total=len(FileKind))
        count += editions.make_files(edition=edition, kind=kind)
    return {"bestanden": count}
