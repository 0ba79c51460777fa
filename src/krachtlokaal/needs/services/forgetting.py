"""Names of guests are wiped: in their rows, their links, and all that the outbox holds of them.

Municipality, sector and why somebody was asked stay, so that the account of method can say who
talked along. The organisation goes too: it would lead to its contact.
"""

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.needs.models import Guest, NeedsSurvey
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.needs.services.guest_mails import ABOUT
from krachtlokaal.office import audit
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import MailboxMessage, OutboxMail, PersonalLink
from krachtlokaal.surveys.enums import WishKind
from krachtlokaal.surveys.models import ContactWish

GONE = {
    "name": "",
    "email": "",
    "reach": "",
    "needs": "",
    "problem": "",
    "contact": None,
    "organisation": None,
    "link": None,
}


@transaction.atomic
def wipe_survey(*, survey: NeedsSurvey) -> int:
    """All guests of a survey, and who had said that she wants to talk along. Tells how many."""
    with guard.system("a report is final: names of guests go, in the outbox and its mailbox too"):
        count = wipe(Guest.objects.filter(table__survey=survey))
        waves = list(waves_of(survey).values_list("pk", flat=True))
        wishes = ContactWish.objects.filter(measurement__wave__in=waves)
        wishes.filter(kind=WishKind.ROUND_TABLE).delete()
    if count:
        audit.record("guests.wiped", survey, workspace=survey.workspace_id)
    return count


def wipe(guests: QuerySet[Guest]) -> int:
    """In the system scope and in a transaction of the caller."""
    rows = list(guests.filter(wiped_on=None).values_list("pk", "link_id"))
    numbers = [pk for pk, _link in rows]
    mails_of(numbers)
    own = PersonalLink.objects.filter(pk__in=[link for _pk, link in rows if link])
    own.update(revoked_at=timezone.now(), nonce=None)
    today = timezone.localdate()
    return Guest.objects.filter(pk__in=numbers).update(**GONE, wiped_on=today)


def mails_of(guests: Collection[int]) -> None:
    """To whom mails about these guests went; what still waits is not sent."""
    with guard.system("the mailbox of the demo and of laptops belongs to no workspace"):
        mails = OutboxMail.objects.filter(about_kind=ABOUT, about_id__in=guests)
        for to, title in set(mails.values_list("to", "context__title")):
            MailboxMessage.objects.filter(to__iexact=to, text__contains=title or "").delete()
        mails.filter(state=MailState.QUEUED).update(state=MailState.CANCELLED)
        mails.update(to="", to_name="", context={}, error="", link=None)
