"""Invitations: a colleague joins by the personal link in a mail."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Invitation, Membership, User, Workspace
from krachtlokaal.accounts.services.members import Refused, add_member
from krachtlokaal.accounts.services.people import create_user
from krachtlokaal.core import guard
from krachtlokaal.office import audit, links, outbox
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.office.models import PersonalLink

PURPOSE = "invitation"
HOLDS = timedelta(days=14)


@transaction.atomic
def invite(
    *, workspace: Workspace, email: str, name: str, role: Role, invited_by: User
) -> Invitation:
    """Ask a colleague to join; she gets a mail with a link that holds for two weeks."""
    email = email.strip().lower()
    if Membership.objects.filter(
        workspace=workspace, user__email__iexact=email, ended_at=None
    ).exists():
        raise Refused(_("Iemand met dit e-mailadres werkt al in deze werkruimte."))
    invitation = _written(workspace, email, name, role, invited_by)
    audit.record("invitation.sent", invitation, label=invitation.name, workspace=workspace.pk)
    _post(invitation)
    return invitation


@transaction.atomic
def send_again(*, invitation: Invitation) -> Invitation:
    """A new link and a new mail; the link that was sent before no longer works."""
    row = _locked(invitation)
    before, row.link = row.link, _link(row.workspace_id, row.pk)
    row.save(update_fields=["link"])
    links.revoke(before)
    audit.record("invitation.sent_again", row, label=row.name, workspace=row.workspace_id)
    _post(row)
    return row


@transaction.atomic
def withdraw(*, invitation: Invitation) -> None:
    """The link in the mail no longer works."""
    row = _locked(invitation)
    row.withdrawn_at = timezone.now()
    row.save(update_fields=["withdrawn_at"])
    links.revoke(row.link)
    audit.record("invitation.withdrawn", row, label=row.name, workspace=row.workspace_id)


def behind(link: PersonalLink) -> Invitation | None:
    """The invitation that a link was made for, with its workspace."""
    with guard.workspaces(link.workspace_id):
        return (
            Invitation.objects.filter(link=link, withdrawn_at=None)
            .select_related("workspace", "invited_by")
            .first()
        )


@transaction.atomic
def accept(*, invitation: Invitation) -> User:
    """The colleague says yes: she gets an account if she has none, and her membership."""
    holder = audit.Actor(ActorKind.LINK, invitation.name, workspace=invitation.workspace_id)
    with guard.workspaces(invitation.workspace_id), audit.acting(holder):
        row = _locked(invitation)
        user = _user(row)
        if not user.is_active:
            raise Refused(_("Uw account is gesloten. Vraag de coördinator om hulp."))
        if not Membership.objects.filter(user=user, ended_at=None).exists():
            add_member(workspace=row.workspace, user=user, role=Role(row.role))
        row.accepted_at = timezone.now()
        row.save(update_fields=["accepted_at"])
        audit.record("invitation.accepted", row, label=row.name, workspace=row.workspace_id)
    return user


def _user(invitation: Invitation) -> User:
    known = User.objects.filter(email__iexact=invitation.email).first()
    if known:
        return known
    try:
        with transaction.atomic():
            return create_user(email=invitation.email, name=invitation.name)
    except IntegrityError:  # she accepted an invitation of another workspace at the same moment
        return User.objects.get(email__iexact=invitation.email)


def _written(
    workspace: Workspace, email: str, name: str, role: Role, invited_by: User
) -> Invitation:
    invitation = Invitation(
        workspace=workspace, email=email, name=name.strip(), role=role, invited_by=invited_by
    )
    invitation.link = _link(workspace.pk, None)
    try:
        with transaction.atomic():
            invitation.save()
    except IntegrityError:
        raise Refused(
            _("Voor dit e-mailadres staat al een uitnodiging open. Stuur die opnieuw.")
        ) from None
    PersonalLink.objects.filter(pk=invitation.link.pk).update(object_id=invitation.pk)
    return invitation


def _link(workspace: int, invitation: int | None) -> PersonalLink:
    return links.create(
        PURPOSE, workspace=workspace, object_id=invitation, expires_at=timezone.now() + HOLDS
    )


def _locked(invitation: Invitation) -> Invitation:
    row = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("workspace", "link")
        .filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
        .first()
    )
    if row is None:
        raise Refused(_("Deze uitnodiging is intussen aangenomen of ingetrokken."))
    return row


def _post(invitation: Invitation) -> None:
    inviter = invitation.invited_by
    outbox.post(
        "uitnodiging",
        to=invitation.email,
        to_name=invitation.name,
        context={
            "workspace": invitation.workspace.name,
            "role": invitation.role,
            "inviter": str(inviter) if inviter else "",
            "days": HOLDS.days,
            "link_to": "accounts:invitation",
            "reply_to": inviter.email if inviter else "",
        },
        workspace=invitation.workspace_id,
        link=invitation.link,
        about=("accounts.invitation", invitation.pk),
    )
