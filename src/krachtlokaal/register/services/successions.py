"""The bestuurswissel: who stops names a successor, who says yes or no by an own link."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office import audit, links, outbox
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.enums import CheckState, SuccessionState
from krachtlokaal.register.models import Contact, FactCheck, Succession
from krachtlokaal.register.queries.checks import role_label
from krachtlokaal.register.queries.letterhead import letterhead
from krachtlokaal.register.queries.successions import PURPOSE
from krachtlokaal.register.services import contacts

HOLDS = timedelta(days=30)
FIELDS = ("name", "email", "phone", "role")
# Answers that a bestuurswissel overrules while it runs.
_OPEN = [CheckState.ASKED, CheckState.CONFIRMED, CheckState.CHANGED]


class AlreadyAnswered(Exception):  # noqa: N818 it is an answer, not a fault
    """The successor answered already, or the question was withdrawn."""


class AlreadyStopped(Exception):  # noqa: N818 it is an answer, not a fault
    """The contact who would leave has left already."""


@transaction.atomic
def start(*, leaving: Contact, values: Mapping[str, Any]) -> Succession:
    """Ask the successor; a second question replaces the first."""
    contact = _locked_contact(leaving.pk)
    if contact.ended_on is not None:
        raise AlreadyStopped
    for earlier in Succession.objects.filter(leaving=contact, state=SuccessionState.ASKED):
        _close(earlier, SuccessionState.WITHDRAWN)
        links.revoke(PersonalLink(pk=earlier.link_id))
    link = links.create(
        PURPOSE,
        workspace=contact.workspace_id,
        object_id=contact.pk,
        expires_at=timezone.now() + HOLDS,
    )
    row = Succession.objects.create(
        workspace=contact.workspace,
        organisation=contact.organisation,
        leaving=contact,
        link=link,
        **{name: values[name] for name in FIELDS},
    )
    FactCheck.objects.filter(contact=contact, state__in=_OPEN).update(
        state=CheckState.SUCCESSION, answered_at=timezone.now()
    )
    audit.record("succession.asked", row, label=_label(row))
    _ask(row, link)
    return row


@transaction.atomic
def withdraw(*, succession: Succession) -> Succession:
    """The question is taken back, as long as the successor did not answer."""
    row = _locked(succession)
    _close(row, SuccessionState.WITHDRAWN)
    links.revoke(PersonalLink(pk=row.link_id))
    _give_back(row)
    audit.record("succession.withdrawn", row, label=_label(row))
    return row


@transaction.atomic
def accept(*, succession: Succession, values: Mapping[str, Any]) -> Contact:
    """The successor becomes a contact with the role; who left stops today."""
    row = _locked(succession)
    made = contacts.add(workspace=row.workspace, organisation=row.organisation, values=values)
    Contact.objects.filter(pk=made.pk).update(confirmed_at=timezone.now())
    leaving = _locked_contact(row.leaving_id)
    if leaving.ended_on is None:
        contacts.end(contact=leaving, version=leaving.version, on=timezone.localdate())
    _end_links(leaving)
    _close(row, SuccessionState.ACCEPTED)
    _settle_checks(row, made)
    audit.record("succession.accepted", row, label=_label(row))
    _tell_accepted(row, made)
    return made


@transaction.atomic
def decline(*, succession: Succession) -> Succession:
    """The successor says no: everything stays as it was, and those who waited are told."""
    row = _locked(succession)
    _close(row, SuccessionState.DECLINED)
    _give_back(row)
    audit.record("succession.declined", row, label=_label(row))
    _tell_declined(row)
    return row


def _locked(succession: Succession) -> Succession:
    rows = Succession.objects.select_for_update(of=("self",)).select_related(
        "workspace", "organisation", "leaving"
    )
    row = rows.get(pk=succession.pk)
    if row.state != SuccessionState.ASKED:
        raise AlreadyAnswered
    return row


def _locked_contact(pk: int) -> Contact:
    rows = Contact.objects.select_for_update(of=("self",))
    return rows.select_related("workspace", "organisation").get(pk=pk)


def _close(row: Succession, state: SuccessionState) -> None:
    row.state, row.answered_at = state, timezone.now()
    row.save(update_fields=["state", "answered_at"])


def _running_checks(row: Succession) -> list[FactCheck]:
    return list(FactCheck.objects.filter(contact=row.leaving_id, state=CheckState.SUCCESSION))


def _give_back(row: Succession) -> None:
    """The question to who would leave is open again; she did answer, so nobody reminds her."""
    for check in _running_checks(row):
        check.state = CheckState.CHANGED if check.changes else CheckState.ASKED
        check.save(update_fields=["state"])


def _settle_checks(row: Succession, made: Contact) -> None:
    for check in _running_checks(row):
        check.state = CheckState.CHANGED
        own = check.changes.get("contact", {})
        check.changes = {**check.changes, "contact": {**own, "successor": ["", made.name]}}
        check.save(update_fields=["state", "changes"])


def _end_links(leaving: Contact) -> None:
    own = FactCheck.objects.filter(contact=leaving).values("link_id")
    with guard.system("who left can't open the page of the organisation any more"):
        held = PersonalLink.objects.filter(pk__in=own, revoked_at=None)
        held.update(revoked_at=timezone.now())


def _ask(row: Succession, link: PersonalLink) -> None:
    words = {"days": HOLDS.days, "link_to": "register:succession"}
    _post("succession_asked", row, to=(row.email, row.name), words=words, link=link)


def _tell_accepted(row: Succession, made: Contact) -> None:
    about = ("contact", made.pk)
    _post("succession_welcome", row, to=(made.email, made.name), about=about)
    if row.leaving.email:
        _post("succession_done", row, to=(row.leaving.email, row.leaving.name))


def _tell_declined(row: Succession) -> None:
    if row.leaving.email:
        _post("succession_declined", row, to=(row.leaving.email, row.leaving.name))
    if row.workspace.email:
        to = (row.workspace.email, row.workspace.name)
        _post("succession_declined_told", row, to=to)


def _post(
    template: str,
    row: Succession,
    *,
    to: tuple[str, str],
    words: Mapping[str, Any] | None = None,
    link: PersonalLink | None = None,
    about: tuple[str, int] | None = None,
) -> None:
    email, name = to
    outbox.post(
        template,
        to=email,
        to_name=name,
        context={
            **letterhead(row.workspace),
            "organisation": row.organisation.name,
            "leaving": str(row.leaving),
            "successor": row.name,
            "role": role_label(row.role),
            **(words or {}),
        },
        workspace=row.workspace_id,
        link=link,
        about=about,
    )


def _label(row: Succession) -> str:
    return f"{row.name} ({row.organisation.name})"
