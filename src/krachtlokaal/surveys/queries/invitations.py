"""Invitations: who has sent something, who is to be reminded, whose mail did not arrive."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from krachtlokaal.register.models import OptOut
from krachtlokaal.surveys.enums import Channel, Progress
from krachtlokaal.surveys.models import Invitation, Wave

# Sending wipes the nonce of the link at once; the progress follows in a batch. At its term a link
# loses its nonce too, and is revoked: that says nothing about sending.
HAS_SENT = Q(progress=Progress.SENT) | Q(link__nonce=None, link__revoked_at=None)


def to_remind(wave: Wave) -> QuerySet[Invitation]:
    """Who has an address, did not send, did not opt out, and whose mail does not come back."""
    out = OptOut.objects.annotate(small=Lower("email")).filter(small=OuterRef("small"))
    rows = Invitation.objects.filter(wave=wave, problem="", link__revoked_at=None)
    on_paper = [Channel.PAPER, Channel.LETTER]
    rows = rows.exclude(HAS_SENT).exclude(email="").exclude(channel__in=on_paper)
    return rows.annotate(small=Lower("email")).filter(~Exists(out)).order_by("pk")


def with_problem(wave: Wave) -> QuerySet[Invitation]:
    """Whose mail did not arrive, of those that did not send all the same."""
    rows = Invitation.objects.filter(wave=wave).exclude(problem="").exclude(HAS_SENT)
    return rows.select_related("organisation", "contact").order_by("pk")
