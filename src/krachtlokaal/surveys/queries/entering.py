"""Which organisation somebody is of, who came without an invitation. Public facts alone."""

from django.db.models import QuerySet

from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.accounts.queries.areas import area_filter
from krachtlokaal.core import guard
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries import searching
from krachtlokaal.surveys.models import Wave

SHOWN = 10


def wave_of(link: PersonalLink) -> Wave | None:
    """The wave that an open link lets in to, with all that its pages and mails name."""
    with guard.system("the open link names its wave, and lets everybody in"):
        rows = Wave.objects.select_related("workspace", "questionnaire_version")
        return rows.filter(open_link=link).first()


def within(place: Workspace | None) -> QuerySet[Organisation]:
    """Organisations that run, in the working area of a workspace, or everywhere."""
    rows = Organisation.objects.filter(ended_on=None)
    if place is None or place.kind == WorkspaceKind.LANDELIJK:
        return rows
    return rows.filter(area_filter(place).condition())


def named(text: str, place: Workspace | None) -> list[Organisation]:
    """The first organisations that this name, or name and place, finds."""
    if not searching.says_something(text):
        return []
    rows = within(place).filter(pk__in=searching.ids_for(text)).select_related("municipality")
    return list(rows.order_by("name_key", "id")[:SHOWN])
