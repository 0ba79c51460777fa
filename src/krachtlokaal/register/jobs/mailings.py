"""Send a mailing, remind by the clock, and hear of mail that did not arrive."""

from django.utils.translation import gettext as _

from krachtlokaal.accounts import access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.models import User
from krachtlokaal.office import jobs, queue
from krachtlokaal.register import mail_problems
from krachtlokaal.register.models import Mailing
from krachtlokaal.register.services import checks, mailings

__all__ = ["mail_problems", "remind", "send"]


@jobs.handles(mailings.SEND)
def send(progress: jobs.Progress) -> jobs.Result:
    """Write the mails of a mailing to the outbox, all or none."""
    asked = _access(progress)
    number = progress.arguments["mailing"]
    if not Mailing.objects.filter(pk=number).exists():
        raise jobs.Refused(_("Dit bericht is intussen weggegooid."))

    def tell(text: str, done: int, total: int) -> None:
        progress.step(text, done=done, total=total)

    return dict(mailings.deliver(access=asked, mailing=number, tell=tell))


def _access(progress: jobs.Progress) -> access.Access:
    """Who asked may have lost the right since."""
    workspace = progress.job.workspace_id
    user = User.objects.filter(pk=progress.job.user_id or 0).first()
    asked = access.load(user, workspace) if user else None
    here = asked is not None and asked.seat is not None and asked.seat.workspace.pk == workspace
    if asked is None or not here or not asked.may(Capability.SEND_MAIL):
        raise jobs.Refused(
            _("Wie dit bericht verstuurde, mag dat niet meer. Laat een collega het doen.")
        )
    return asked


@queue.by_the_clock("23 8-16 * * 1-5")
def remind() -> int:
    """On working days, when people read their mail."""
    return checks.remind()
