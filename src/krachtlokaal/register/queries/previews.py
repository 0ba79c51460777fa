"""A mailing as one recipient gets it, for the page that shows it beforehand."""

from django.utils.translation import gettext as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.office import letters
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.models import Mailing
from krachtlokaal.register.queries import mailings
from krachtlokaal.register.queries.checks import HOLDS
from krachtlokaal.register.queries.letterhead import letterhead
from krachtlokaal.register.queries.recipients import Recipient


def preview_of(
    mailing: Mailing, recipient: Recipient | None, workspace: Workspace
) -> letters.Letter:
    """Made as at delivery; where an address of her own would stand there are words."""
    own = _("(hier staat een eigen link)")
    context = mailings.values(mailing, recipient) | letterhead(workspace)
    return letters.write(
        OutboxMail(
            template=mailings.template_of(mailing),
            to=recipient.email if recipient else "",
            to_name=recipient.name if recipient else "",
            context=context | {"link_url": own, "unsubscribe_url": own, "days": HOLDS.days},
        )
    )
