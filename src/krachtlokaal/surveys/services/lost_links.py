"""A lost link is mailed again to the address that it went to before, and to no other."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office import audit, outbox
from krachtlokaal.surveys.enums import Channel
from krachtlokaal.surveys.models import Invitation
from krachtlokaal.surveys.queries import words
from krachtlokaal.surveys.queries.waves import is_open
from krachtlokaal.surveys.services.opening import ABOUT

MOST = 10  # organisations that one address is asked for


@transaction.atomic
def send_again(*, email: str) -> int:
    """Mail each running invitation of this address again; who sent already hears that. The visitor
    is told nothing of all this. Tells how many mails."""
    with guard.system("whose address this is shows only in the mailbox of that address"):
        found = _running(email)
        for one in found:
            _mail(one)
            audit.record(
                "survey_link.sent_again",
                label=one.organisation.name,
                workspace=one.workspace_id,
            )
    return len(found)


def _running(email: str) -> Sequence[Invitation]:
    rows = Invitation.objects.filter(email__iexact=email, link__revoked_at=None)
    rows = rows.exclude(channel=Channel.PAPER).select_related(
        "organisation", "link", "wave__workspace", "wave__questionnaire_version"
    )
    today = timezone.localdate()
    return [one for one in rows.order_by("-pk")[:100] if is_open(one.wave, today)][:MOST]


def _mail(one: Invitation) -> None:
    has_sent = one.link.nonce is None
    reader = words.Reader(one.name, one.organisation.name, one.language, one.email)
    outbox.post(
        "survey_sent_already" if has_sent else "survey_link_again",
        to=one.email,
        to_name=one.name,
        context=words.values(one.wave, words.INVITATION, reader) | {"link_to": words.LINK_TO},
        workspace=one.workspace_id,
        link=None if has_sent else one.link,
        language=one.language,
        about=(ABOUT, one.pk),
    )
