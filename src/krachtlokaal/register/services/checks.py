"""*Klopt dit nog?*: ask contacts, remind them once, and take in what they answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import audit, links, outbox
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.enums import CheckState, ProposalState
from krachtlokaal.register.models import Contact, FactCheck, Mailing, OptOut, Organisation, Proposal
from krachtlokaal.register.placeholders import fill
from krachtlokaal.register.queries import checks as queries
from krachtlokaal.register.queries.checks import HOLDS
from krachtlokaal.register.queries.letterhead import letterhead
from krachtlokaal.register.queries.mailings import CHECK
from krachtlokaal.register.queries.optouts import is_opted_out
from krachtlokaal.register.queries.recipients import Recipient
from krachtlokaal.register.services import contacts, organisations
from krachtlokaal.register.services.versions import differences

REMIND_AFTER = timedelta(days=14)
REMINDED_AT_ONCE = 500
# She knows these best; the rest is proposed to those of the working area.
AT_ONCE = ("address", "postcode", "website", "volunteers", "members")
PROPOSED = ("name", "kvk", "legal_form", "place", "municipality_id")


class CannotAsk(Exception):  # noqa: N818 it is an answer, not a fault
    """This contact can't be asked; the text says why and what to do."""


def subject() -> str:
    return _("Kloppen de gegevens van {organisatie} nog?")


def text() -> str:
    return _(
        "Beste {naam},\n\n"
        "Wij helpen vrijwilligersorganisaties. Daarvoor hebben wij de juiste gegevens nodig van"
        " {organisatie}. Wilt u even kijken of ze nog kloppen? Dat duurt twee minuten."
    )


def ask_many(*, mailing: Mailing, recipients: Sequence[Recipient]) -> None:
    """Ask everybody of a part of a mailing; the sending job holds the transaction."""
    made = _new_checks(
        mailing.workspace, [(one.contact, one.organisation) for one in recipients], mailing.pk
    )
    posts = [
        _post(
            check,
            mailing.workspace,
            to=(one.email, one.name),
            words={
                "subject": fill(mailing.subject, name=one.name, organisation=one.organisation_name),
                "text": fill(mailing.text, name=one.name, organisation=one.organisation_name),
                "organisation": one.organisation_name,
            },
        )
        for check, one in zip(made, recipients, strict=True)
    ]
    outbox.post_many(CHECK, posts, workspace=mailing.workspace_id, batch=mailing.pk)


@transaction.atomic
def ask(*, workspace: Workspace, contact: Contact) -> FactCheck:
    """Ask one contact by hand, also when she was asked not long ago."""
    _refuse_unreachable(contact)
    check = _new_checks(workspace, [(contact.pk, contact.organisation_id)], None)[0]
    post = _post(
        check,
        workspace,
        to=(contact.email, contact.name),
        words=_usual_words(contact.name, contact.organisation.name),
    )
    outbox.post_many(CHECK, [post], workspace=workspace.pk)
    audit.record("check.asked", contact, label=_label(contact))
    return check


def _refuse_unreachable(contact: Contact) -> None:
    if contact.ended_on is not None:
        raise CannotAsk(_("Dit contact is gestopt. Vraag het aan iemand anders."))
    if not contact.email:
        raise CannotAsk(_("Van dit contact is geen e-mailadres bekend. Vul dat eerst in."))
    if contact.mail_problem:
        raise CannotAsk(_("Een eerdere mail kwam niet aan. Verbeter eerst het e-mailadres."))
    if is_opted_out(contact.email):
        raise CannotAsk(_("Dit contact wil geen berichten meer. Bel liever."))


def _usual_words(name: str, organisation: str) -> dict[str, str]:
    return {
        "subject": fill(subject(), name=name, organisation=organisation),
        "text": fill(text(), name=name, organisation=organisation),
        "organisation": organisation,
    }


def _new_checks(
    workspace: Workspace, pairs: Sequence[tuple[int, int]], mailing: int | None
) -> list[FactCheck]:
    """A question and a link for each (contact, organisation); an earlier open question ends."""
    _end_open_questions([contact for contact, _organisation in pairs])
    own = links.create_many(
        queries.PURPOSE,
        workspace=workspace.pk,
        object_ids=[contact for contact, _organisation in pairs],
        expires_at=timezone.now() + HOLDS,
    )
    rows = [
        FactCheck(
            workspace=workspace,
            contact_id=contact,
            organisation_id=organisation,
            link=link,
            mailing_id=mailing,
        )
        for (contact, organisation), link in zip(pairs, own, strict=True)
    ]
    return FactCheck.objects.bulk_create(rows)


def _end_open_questions(asked: Sequence[int]) -> None:
    rows = FactCheck.objects.filter(contact__in=asked, state=CheckState.ASKED)
    with guard.system("links of questions that a new question replaces are withdrawn"):
        open_links = PersonalLink.objects.filter(pk__in=rows.values("link_id"), revoked_at=None)
        open_links.update(revoked_at=timezone.now())


def _post(
    check: FactCheck, workspace: Workspace, *, to: tuple[str, str], words: Mapping[str, str]
) -> outbox.Post:
    email, name = to
    return outbox.Post(
        to=email,
        to_name=name,
        context={
            **words,
            **letterhead(workspace),
            "days": HOLDS.days,
            "link_to": "register:check",
            "unsubscribe": "register:check_opt_out",
            "one_click": True,
        },
        link=check.link,
        about=("contact", check.contact_id),
    )


@transaction.atomic
def remind(*, now: datetime | None = None) -> int:
    """Ask once more, once, who did not answer for two weeks. Tells how many were asked."""
    now = now or timezone.now()
    with guard.system("the clock reminds contacts of every workspace"):
        rows = queries.to_remind(now - REMIND_AFTER).select_related(
            "workspace", "organisation", "contact", "link"
        )
        waiting = list(
            rows.order_by("id").select_for_update(of=("self",), skip_locked=True)[:REMINDED_AT_ONCE]
        )
        gone = {(row.workspace_id, row.email.lower()) for row in _opt_outs(waiting)}
        asked = [
            row for row in waiting if (row.workspace_id, row.contact.email.lower()) not in gone
        ]
        FactCheck.objects.filter(pk__in=[row.pk for row in waiting]).update(reminded_at=now)
        _post_reminders(asked)
    return len(asked)


def _opt_outs(waiting: Sequence[FactCheck]) -> Sequence[OptOut]:
    rows = OptOut.objects.filter(workspace__in={row.workspace_id for row in waiting})
    return list(rows)


def _post_reminders(asked: Sequence[FactCheck]) -> None:
    by_workspace: dict[Workspace, list[FactCheck]] = {}
    for check in asked:
        by_workspace.setdefault(check.workspace, []).append(check)
    for workspace, rows in by_workspace.items():
        posts = [
            _post(
                row,
                workspace,
                to=(row.contact.email, row.contact.name),
                words={"organisation": row.organisation.name},
            )
            for row in rows
        ]
        outbox.post_many("fact_check_reminder", posts, workspace=workspace.pk)
        count = str(len(rows))
        audit.record("check.reminded", label=count, workspace=workspace.pk)


@transaction.atomic
def confirm(*, check: FactCheck) -> FactCheck:
    """She says that all is right."""
    row = _locked(check)
    _mark_confirmed(row)
    return _answered(row, CheckState.CHANGED if row.changes else CheckState.CONFIRMED)


@transaction.atomic
def change(
    *, check: FactCheck, versions: Mapping[str, int], facts: Mapping[str, Any], own: dict[str, Any]
) -> FactCheck:
    """She changes her own data and what she knows best at once; other facts she proposes.

    `versions` are those of the form, of "contact" and "organisation".
    """
    row = _locked(check)
    direct = {name: facts[name] for name in AT_ONCE}
    told = {
        "contact": differences(row.contact, own),
        "organisation": differences(row.organisation, direct),
    }
    contacts.change(contact=row.contact, version=versions["contact"], values=own)
    organisations.change(
        organisation=row.organisation, version=versions["organisation"], facts=direct
    )
    for part, changes in told.items():
        row.changes = _added(row.changes, part, changes)
    _propose(row, {name: facts[name] for name in PROPOSED})
    _mark_confirmed(row)
    return _answered(row, CheckState.CHANGED if row.changes else CheckState.CONFIRMED)


def _added(known: dict[str, Any], part: str, changes: Mapping[str, list[Any]]) -> dict[str, Any]:
    """What was changed in all visits together: the first value and the last."""
    before = dict(known.get(part, {}))
    for name, (old, new) in changes.items():
        first = before.pop(name, [old])[0]
        if first != new:
            before[name] = [first, new]
    rest = {name: value for name, value in known.items() if name != part}
    return {**rest, part: before} if before else rest


def _propose(row: FactCheck, wanted: dict[str, Any]) -> None:
    """One open proposal by one link: a second visit changes it, or takes it back."""
    changes = differences(row.organisation, wanted)
    standing = queries.open_proposal(row)
    if standing is not None and standing.changes == changes:
        return
    if standing is not None:
        standing.delete()
        row.changes.pop("proposal", None)
    if not changes:
        if standing is not None:
            audit.record("proposal.withdrawn", row.organisation, shared=True)
        return
    made = Proposal.objects.create(
        organisation=row.organisation,
        workspace=row.workspace,
        proposer_name=_("Een contactpersoon van de organisatie"),
        changes=changes,
        reason=_("Gewijzigd door de organisatie zelf, bij „Klopt dit nog?”."),
        state=ProposalState.OPEN,
    )
    row.changes["proposal"] = made.pk
    audit.record("proposal.made", row.organisation, changes=changes, shared=True)


def _mark_confirmed(row: FactCheck) -> None:
    organisations.confirm(organisation=Organisation(pk=row.organisation_id))
    Contact.objects.filter(pk=row.contact_id).update(confirmed_at=timezone.now())


def _answered(row: FactCheck, state: CheckState) -> FactCheck:
    row.state = CheckState.SUCCESSION if queries.open_succession(row.contact_id) else state
    row.answered_at = timezone.now()
    row.save(update_fields=["state", "changes", "answered_at"])
    audit.record("check.answered", row, label=_label(row.contact))
    return row


def _locked(check: FactCheck) -> FactCheck:
    rows = FactCheck.objects.select_for_update(of=("self",))
    return rows.select_related("organisation", "contact", "workspace").get(pk=check.pk)


def _label(contact: Contact) -> str:
    return f"{contact} ({contact.organisation.name})"
