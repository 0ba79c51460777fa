"""Whether an invitation arrived: mail that the server took and nobody sent back, or a letter that
was printed. Clicks never count, for mail scanners click too."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from krachtlokaal.office import audit
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register import mail_problems
from krachtlokaal.surveys.enums import Progress
from krachtlokaal.surveys.models import Invitation
from krachtlokaal.surveys.services.opening import ABOUT


@transaction.atomic
def note_reached() -> int:
    """By the clock, in the system scope: who got her mail is reached. Tells how many are new."""
    taken = OutboxMail.objects.filter(
        about_kind=ABOUT, about_id=OuterRef("pk"), state=MailState.SENT
    )
    rows = Invitation.objects.filter(Exists(taken), progress=Progress.INVITED, problem="")
    return rows.update(progress=Progress.REACHED)


@transaction.atomic
def note_problem(*, mail: OutboxMail) -> None:
    """A mail was refused or came back: shown at the invitation and at the contact."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("organisation")
    invitation = rows.filter(pk=mail.about_id or 0, email__iexact=mail.to).first()
    if invitation is None:
        return
    invitation.problem = mail_problems.in_words(mail)
    if invitation.progress == Progress.REACHED:
        invitation.progress = Progress.INVITED
    invitation.save(update_fields=["problem", "progress"])
    if invitation.contact_id is not None:
        mail_problems.note_at(invitation.contact_id, mail)
    audit.record("invitation.mail_problem", invitation, label=invitation.organisation.name)
