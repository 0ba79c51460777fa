"""Advice cases that somebody may read, and what is told of them to whom may not."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.capabilities import TABLE
from krachtlokaal.accounts.enums import Capability, Role
from krachtlokaal.accounts.queries import members
from krachtlokaal.advice.enums import Audience, CaseState
from krachtlokaal.advice.models import AdviceCase, CaseReader

MINE, NAMED, TEAM = "mij", "genoemd", "team"


def readable(access: Access) -> QuerySet[AdviceCase]:
    """The cases that this person may read; none without the capability."""
    rows = AdviceCase.objects.select_related("organisation", "theme", "adviser")
    if not access.may(Capability.WORK_CASES):
        return rows.none()
    return rows.filter(Q(adviser=access.user) | _is_named(access) | Q(audience=Audience.TEAM))


def _is_named(access: Access) -> Exists:
    return Exists(CaseReader.objects.filter(case=OuterRef("pk"), user=access.user))


def listed(access: Access, *, whose: str, closed: bool) -> QuerySet[AdviceCase]:
    """For the list: the next step that is longest overdue first."""
    rows = readable(access)
    if whose == MINE:
        rows = rows.filter(adviser=access.user)
    elif whose == NAMED:
        rows = rows.filter(_is_named(access)).exclude(adviser=access.user)
    elif whose == TEAM:
        rows = rows.filter(audience=Audience.TEAM)
    if closed:
        return rows.filter(state=CaseState.CLOSED).order_by("-closed_at", "-id")
    first = F("next_step_on").asc(nulls_last=True)
    return rows.exclude(state=CaseState.CLOSED).order_by(first, "-id")


def overview() -> QuerySet[AdviceCase]:
    """Every open case without its question, notes and next step; the oldest first."""
    rows = AdviceCase.objects.exclude(state=CaseState.CLOSED)
    names = ("organisation__name", "organisation_name", "adviser__name", "created_at", "workspace")
    rows = rows.select_related("organisation", "adviser").only(*names, "version", "state")
    return rows.order_by("created_at", "id")


def of_organisation(access: Access, organisation: int) -> list[AdviceCase]:
    """The cases of one organisation that this person may read; open ones first."""
    open_first = F("closed_at").desc(nulls_first=True)
    return list(readable(access).filter(organisation=organisation).order_by(open_first, "-id"))


def colleagues(*but: int | None) -> list[tuple[str, str]]:
    """Who works with cases here, for a choice: key and name."""
    roles = [role for role in Role if Capability.WORK_CASES in TABLE[role]]
    rows = members.running().filter(role__in=roles).exclude(user__in=[pk for pk in but if pk])
    return [(str(row.user_id), str(row.user)) for row in rows]
