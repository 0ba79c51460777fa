"""*Klopt dit nog?* as pages show it: to the contact herself, and to who asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.enums import CheckState, ContactRole, ProposalState, SuccessionState
from krachtlokaal.register.models import Contact, FactCheck, Organisation, Proposal, Succession
from krachtlokaal.register.queries import history

PURPOSE = "klopt"
HOLDS = timedelta(days=90)
FILTERS = {
    "open": gettext_lazy("Niet geantwoord"),
    "gewijzigd": gettext_lazy("Gewijzigd"),
    "klopt": gettext_lazy("Klopt"),
    "wissel": gettext_lazy("Bestuurswissel loopt"),
}
_STATES = {
    "open": CheckState.ASKED,
    "gewijzigd": CheckState.CHANGED,
    "klopt": CheckState.CONFIRMED,
    "wissel": CheckState.SUCCESSION,
}
OF_CONTACT = {
    "name": gettext_lazy("Uw naam"),
    "email": gettext_lazy("E-mailadres"),
    "phone": gettext_lazy("Telefoon"),
    "successor": gettext_lazy("Opvolger"),
}


@dataclass(frozen=True)
class Letter:
    """What stands behind a link: who asks, about what, and what is going on."""

    check: FactCheck
    workspace: Workspace
    organisation: Organisation
    contact: Contact
    succession: Succession | None
    proposal: Proposal | None

    @property
    def town(self) -> str:
        return history.shown("municipality_id", self.organisation.municipality_id)

    @property
    def recorded(self) -> list[history.Change]:
        """What she changed, in words; what waits for a decision is told apart."""
        return changes_of(self.check)

    @property
    def proposed(self) -> list[history.Change]:
        return list(history.told(self.proposal.changes)) if self.proposal else []


def organisation_of(link: PersonalLink) -> int:
    """Which organisation a link is about; a contact who stopped has no question any more."""
    rows = FactCheck.objects.filter(link=link, contact__ended_on=None)
    number = rows.values_list("organisation_id", flat=True).first()
    if number is None:
        raise Http404
    return number


def letter_of(link: PersonalLink) -> Letter:
    """Everything for the page of a contact, in the scope of her link."""
    rows = FactCheck.objects.select_related("workspace", "organisation", "contact")
    check = get_object_or_404(rows, link=link)
    return Letter(
        check=check,
        workspace=check.workspace,
        organisation=check.organisation,
        contact=check.contact,
        succession=open_succession(check.contact_id),
        proposal=open_proposal(check),
    )


def open_succession(contact: int) -> Succession | None:
    return Succession.objects.filter(leaving=contact, state=SuccessionState.ASKED).first()


def open_proposal(check: FactCheck) -> Proposal | None:
    """What she proposed by this link, as long as nobody decided about it."""
    number = check.changes.get("proposal")
    if number is None:
        return None
    rows = Proposal.objects.filter(pk=number, organisation=check.organisation_id)
    return rows.filter(state=ProposalState.OPEN).first()


def changes_of(check: FactCheck) -> list[history.Change]:
    """What was changed at once: facts of the organisation, then her own data."""
    facts = list(history.told(check.changes.get("organisation", {})))
    own = check.changes.get("contact", {})
    return facts + [
        history.Change(str(OF_CONTACT.get(name, name)), _shown(old), _shown(new))
        for name, (old, new) in own.items()
    ]


def _shown(value: str | None) -> str:
    return value or _("leeg")


@dataclass(frozen=True)
class Line:
    """One question in the list of who asked."""

    check: FactCheck
    changes: list[history.Change]
    proposed: bool
    has_expired: bool


def checks(state: str) -> QuerySet[FactCheck]:
    """Those of the workspace, the newest first; without an answer the oldest first."""
    rows = FactCheck.objects.select_related("organisation", "contact", "link")
    if state not in _STATES:
        return rows.order_by("-asked_at", "-id")
    rows = rows.filter(state=_STATES[state])
    return rows.order_by("asked_at", "id") if state == "open" else rows.order_by("-answered_at")


def lines(rows: Iterable[FactCheck]) -> list[Line]:
    now = timezone.now()
    return [
        Line(
            check=row,
            changes=changes_of(row),
            proposed=bool(row.changes.get("proposal")),
            has_expired=row.link.expires_at is not None and row.link.expires_at < now,
        )
        for row in rows
    ]


def successions() -> QuerySet[Succession]:
    """Those that wait for the successor, the oldest first."""
    rows = Succession.objects.select_related("organisation", "leaving", "link")
    return rows.filter(state=SuccessionState.ASKED).order_by("created_at", "id")


def to_remind(asked_before: datetime) -> QuerySet[FactCheck]:
    """Who was asked before that moment and neither answered, was reminded nor named a successor."""
    named = Succession.objects.filter(
        leaving=OuterRef("contact_id"), created_at__gte=OuterRef("asked_at")
    )
    return FactCheck.objects.filter(
        ~Exists(named),
        state=CheckState.ASKED,
        answered_at=None,
        reminded_at=None,
        asked_at__lt=asked_before,
        contact__ended_on=None,
        contact__mail_problem="",
        organisation__ended_on=None,
        link__revoked_at=None,
        link__expires_at__gt=timezone.now(),
    ).exclude(contact__email="")


def workspace_of(pk: int) -> Workspace:
    """The whole row: who asks is named with her telephone number."""
    with guard.public():
        return Workspace.objects.get(pk=pk)


def role_label(role: str) -> str:
    return str(ContactRole(role).label)
