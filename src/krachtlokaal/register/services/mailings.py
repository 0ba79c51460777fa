"""Write and send one text to the contacts of a selection."""

from collections.abc import Callable, Iterator, Sequence

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.queries.workspaces import with_contact_data
from krachtlokaal.office import audit, drafts, jobs, links, outbox
from krachtlokaal.office.models import Job
from krachtlokaal.register.enums import MailingState
from krachtlokaal.register.models import Mailing
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.letterhead import letterhead
from krachtlokaal.register.queries.mailings import LETTER, template_of, values
from krachtlokaal.register.queries.recipients import Audience, Recipient, audience
from krachtlokaal.register.services import checks
from krachtlokaal.register.services.optouts import PURPOSE
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences

SEND = "register.mailing.send"
_AT_ONCE = 1000
Tell = Callable[[str, int, int], None]


class AlreadySent(Exception):  # noqa: N818 it is an answer, not a fault
    """The mailing is no draft any more: somebody sent it."""


class OtherNumber(Exception):  # noqa: N818 it is an answer, not a fault
    """Not the number of recipients that was agreed to; `count` says how many there are now."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


@transaction.atomic
def create(*, access: Access, kind: str, filters: Filters) -> Mailing:
    """A draft to a choice of organisations. A saved selection must be resolved before."""
    subject, text = starting_texts(kind)
    mailing = Mailing.objects.create(
        workspace=access.workspace,
        kind=kind,
        made_by=access.user,
        query="" if filters.ids else filters.query(),
        organisation_ids=list(filters.ids),
        subject=subject,
        text=text,
    )
    audit.record("mailing.made", mailing)
    return mailing


@transaction.atomic
def choose(*, mailing: Mailing, version: int, roles: Sequence[str]) -> Mailing:
    """Which contacts of the organisations get it; no roles is one of each organisation."""
    return _change(mailing, version, {"roles": list(roles)})


@transaction.atomic
def write(*, mailing: Mailing, version: int, subject: str, text: str) -> Mailing:
    """Another text; refuses when a colleague saved since `version`."""
    row = _change(mailing, version, {"subject": subject, "text": text})
    drafts.forget(draft_name(row))
    return row


@transaction.atomic
def discard(*, mailing: Mailing) -> None:
    """Throw a draft away."""
    row = _locked(mailing)
    audit.record("mailing.discarded", row)
    drafts.forget(draft_name(row))
    row.delete()


@transaction.atomic
def copy(*, access: Access, mailing: Mailing) -> Mailing:
    """The same text to the same choice, as a new draft."""
    made = Mailing.objects.create(
        workspace=access.workspace,
        kind=mailing.kind,
        made_by=access.user,
        query=mailing.query,
        organisation_ids=mailing.organisation_ids,
        roles=mailing.roles,
        subject=mailing.subject,
        text=mailing.text,
    )
    audit.record("mailing.made", made)
    return made


@transaction.atomic
def try_out(*, access: Access, mailing: Mailing, recipient: Recipient | None) -> None:
    """Send the text to oneself, as the recipient would get it; nothing in it works."""
    workspace = with_contact_data(access.workspace)
    outbox.post(
        template_of(mailing),
        to=access.user.email,
        to_name=str(access.user),
        context=values(mailing, recipient) | letterhead(workspace) | {"is_test": True},
        workspace=workspace.pk,
        language=access.user.language,
    )
    audit.record("mailing.tried", mailing)


@transaction.atomic
def send(*, access: Access, mailing: Mailing, version: int, expected: int) -> Job:
    """Start the sending, once: whoever comes second hears that it is sent already."""
    row = _locked(mailing, version)
    count = len(audience(row, access).recipients)
    if count != expected or not count:
        raise OtherNumber(count)
    job = jobs.start(
        SEND,
        title=_("Versturen: %(subject)s") % {"subject": row.subject},
        workspace=access.workspace.pk,
        user=access.user.pk,
        arguments={"mailing": row.pk},
        result_url=reverse("register:mailing", args=[row.pk]),
    )
    row.state, row.job_id = MailingState.SENDING, job.pk
    _save(row)
    audit.record("mailing.sent", row, changes={"ontvangers": [0, count]})
    return job


@transaction.atomic
def deliver(*, access: Access, mailing: int, tell: Tell) -> dict[str, int]:
    """Write all mails to the outbox; a second run of the same job writes nothing."""
    rows = Mailing.objects.select_for_update(of=("self",)).select_related("workspace")
    row = rows.get(pk=mailing)
    if row.state != MailingState.SENDING:
        return dict(row.counts)
    people = audience(row, access)
    _post(row, people, tell)
    row.state, row.sent_at, row.counts = MailingState.SENT, timezone.now(), people.counts()
    _save(row)
    return dict(row.counts)


def _post(row: Mailing, people: Audience, tell: Tell) -> None:
    total = len(people.recipients)
    for start, part in _parts(people.recipients):
        tell(_("Mails klaarzetten"), start, total)
        if row.kind == Mailing.Kind.KLOPT:
            checks.ask_many(mailing=row, recipients=part)
        else:
            _post_letters(row, part)


def _post_letters(row: Mailing, recipients: Sequence[Recipient]) -> None:
    head = letterhead(row.workspace)
    own = links.create_many(
        PURPOSE, workspace=row.workspace_id, object_ids=[one.contact for one in recipients]
    )
    posts = [
        outbox.Post(
            to=one.email,
            to_name=one.name,
            context=values(row, one)
            | head
            | {"unsubscribe": "register:opt_out", "one_click": True},
            link=link,
            about=("contact", one.contact),
        )
        for one, link in zip(recipients, own, strict=True)
    ]
    outbox.post_many(LETTER, posts, workspace=row.workspace_id, batch=row.pk)


def draft_name(mailing: Mailing) -> str:
    """Under which name the page keeps what is being typed."""
    return f"register.mailing.{mailing.pk}"


def starting_texts(kind: str) -> tuple[str, str]:
    """Subject and text to begin with."""
    if kind == Mailing.Kind.KLOPT:
        return checks.subject(), checks.text()
    return "", _("Beste {naam},") + "\n\n"


def _parts(recipients: Sequence[Recipient]) -> Iterator[tuple[int, Sequence[Recipient]]]:
    for start in range(0, len(recipients), _AT_ONCE):
        yield start, recipients[start : start + _AT_ONCE]


def _change(mailing: Mailing, version: int, wanted: dict[str, object]) -> Mailing:
    row = _locked(mailing, version)
    changes = differences(row, wanted)
    if changes:
        for name, (_old, new) in changes.items():
            setattr(row, name, new)
        _save(row)
        audit.record("mailing.changed", row)
    return row


def _locked(mailing: Mailing, version: int | None = None) -> Mailing:
    row = Mailing.objects.select_for_update(of=("self",)).get(pk=mailing.pk)
    if row.state != MailingState.DRAFT:
        raise AlreadySent
    if version is not None and row.version != version:
        raise ChangedMeanwhile(row)
    return row


def _save(row: Mailing) -> None:
    row.version += 1
    row.save()
