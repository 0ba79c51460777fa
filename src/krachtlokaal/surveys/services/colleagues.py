"""Who answered for herself asks fellow board members to do so too."""

from collections.abc import Sequence

from django.db import transaction

from krachtlokaal.core import guard
from krachtlokaal.office import outbox
from krachtlokaal.register.queries.optouts import opted_out_among
from krachtlokaal.surveys.enums import Channel
from krachtlokaal.surveys.models import Invitation
from krachtlokaal.surveys.queries import words
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.services.invitations import invite
from krachtlokaal.surveys.services.opening import ABOUT

MOST = 12
TEMPLATE = "survey_colleague"


def room_left(desk: Desk) -> int:
    """How many colleagues may still be asked about this organisation."""
    asked = Invitation.objects.filter(measurement=desk.measurement.pk, channel=Channel.COLLEAGUE)
    return max(MOST - asked.count(), 0)


@transaction.atomic
def ask_colleagues(*, desk: Desk, addresses: Sequence[str], language: str) -> int:
    """Mail each of them a link of her own. Who was asked before, or wants no mail, is left out;
    tells how many were asked."""
    known = set(
        Invitation.objects.filter(measurement=desk.measurement.pk).values_list("email", flat=True)
    )
    with guard.workspaces(desk.wave.workspace_id):
        out = opted_out_among(addresses)
    left_out = {address.lower() for address in known} | out
    new = [address for address in addresses if address.lower() not in left_out]
    for address in new[: room_left(desk)]:
        _ask(desk, address, language)
    return len(new)


def _ask(desk: Desk, address: str, language: str) -> None:
    made = invite(
        wave=desk.wave,
        measurement=desk.measurement,
        channel=Channel.COLLEAGUE,
        email=address,
        language=language,
        is_verified=desk.invitation.is_verified,
    )
    reader = words.Reader("", desk.invitation.organisation.name, language, address)
    own = {"link_to": words.LINK_TO, "unsubscribe": words.OPT_OUT, "one_click": True}
    outbox.post(
        TEMPLATE,
        to=address,
        context=words.values(desk.wave, words.INVITATION, reader) | own,
        workspace=desk.wave.workspace_id,
        link=made.link,
        language=language,
        about=(ABOUT, made.pk),
    )
