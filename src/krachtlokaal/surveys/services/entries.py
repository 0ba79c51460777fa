"""Who came by the open link counts once the known contact of the organisation says it is right."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office import audit, links, outbox
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.optouts import opted_out_among
from krachtlokaal.register.queries.recipients import (
    Recipient,
    contacts_of,
    first_in_line,
    hindrance,
)
from krachtlokaal.surveys.links import CONFIRM
from krachtlokaal.surveys.models import Invitation
from krachtlokaal.surveys.queries import words

HOLDS = timedelta(days=60)


@transaction.atomic
def ask(*, invitation: Invitation) -> bool:
    """Mail the known contact. False where nobody is known who can be mailed: then the steunpunt
    asks by telephone. May be called from the page of who came in."""
    one = _with_all(invitation)
    with guard.workspaces(one.workspace_id):
        contact = _contact(one.organisation_id)
    if contact is None:
        return False
    own = links.create(
        CONFIRM,
        workspace=one.workspace_id,
        object_id=one.pk,
        expires_at=timezone.now() + HOLDS,
    )
    reader = words.Reader(contact.name, one.organisation.name, "nl", contact.email)
    who = ", ".join(filter(None, [one.name, one.email]))
    outbox.post(
        "survey_confirm",
        to=contact.email,
        to_name=contact.name,
        context=words.values(one.wave, words.INVITATION, reader)
        | {"link_to": "surveys:entry", "who": who},
        workspace=one.workspace_id,
        link=own,
        about=("contact", contact.contact),
    )
    audit.record("entry.asked", one, label=one.organisation.name, workspace=one.workspace_id)
    return True


def _contact(organisation: int) -> Recipient | None:
    known = contacts_of(Organisation.objects.filter(pk=organisation)).get(organisation, [])
    able = [row for row in known if hindrance(row) is None]
    out = opted_out_among([row.email for row in able])
    able = [row for row in able if row.email.lower() not in out]
    return first_in_line(able) if able else None


@transaction.atomic
def confirm(*, invitation: Invitation) -> None:
    """She belongs to the organisation: from now on she counts."""
    with guard.system("the known contact decides about somebody else's way in"):
        row = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
        if row.is_verified:
            return
        row.is_verified = True
        row.save(update_fields=["is_verified"])
    audit.record("entry.confirmed", row, label=_label(invitation), workspace=row.workspace_id)


@transaction.atomic
def refuse(*, invitation: Invitation) -> None:
    """She does not: her link ends, and what she sent never counts."""
    with guard.system("the known contact decides about somebody else's way in"):
        row = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
        if row.is_verified:
            return
        PersonalLink.objects.filter(pk=row.link_id).update(revoked_at=timezone.now())
    audit.record("entry.refused", row, label=_label(invitation), workspace=row.workspace_id)


def _label(invitation: Invitation) -> str:
    return str(invitation.organisation.name)


def _with_all(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_related(
        "organisation", "wave__workspace", "wave__questionnaire_version"
    )
    with guard.system("who comes by the open link has no scope of her own yet"):
        return rows.get(pk=invitation.pk)
