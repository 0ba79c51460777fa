"""Organisations as a file: started here, made by the worker."""

from django.db import transaction
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.office import audit, jobs
from krachtlokaal.office.models import Job
from krachtlokaal.register.queries.filters import Filters

KIND = "register.export"


@transaction.atomic
def start(*, access: Access, filters: Filters, file_format: str) -> Job:
    """Make a file of these organisations; who took what along stands in the record."""
    audit.record("organisations.exported", label=filters.query() or _("het hele werkgebied"))
    return jobs.start(
        KIND,
        title=_("Organisaties als bestand"),
        workspace=access.workspace.pk,
        user=access.user.pk,
        arguments={"query": filters.query(), "format": file_format},
    )
