"""Mail to organisations: a letter that left last month, with what came back, and a draft."""

from datetime import datetime, timedelta

from krachtlokaal.accounts.access import Access
from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.world import World
from krachtlokaal.office import delivery
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.enums import MailingState
from krachtlokaal.register.models import Mailing
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.services import mailings, optouts

SENDERS = (
    ("consulent@partoer.example", "soort=neighbourhood"),
    ("consulent@spectrum.example", "soort=culture"),
    ("consulent@vosvi.example", "soort=sport"),
)
SUBJECT = "Kom op 12 december naar de netwerkavond"
TEXT = """Beste {naam},

Op zaterdag 12 december ontmoeten besturen uit de hele regio elkaar. U hoort hoe anderen nieuwe \
vrijwilligers vonden, en u eet samen soep.

Komt u ook, namens {organisatie}? Laat het ons weten met een antwoord op deze mail. Meedoen kost \
niets.

Tot dan!"""
DRAFT_SUBJECT = "Hulp bij uw jaarplan"
DRAFT_TEXT = """Beste {naam},

In januari helpen wij besturen met een plan voor het nieuwe jaar. In één avond staat het op papier.
"""
# What became of the first mails of a letter; all others arrived.
BOUNCES = (
    "Het adres bestaat niet (meer): 550 5.1.1 User unknown.",
    "Het postvak is vol: 452 4.2.2 Mailbox full.",
    "De ontvanger weigert mail van buiten: 550 5.7.1.",
)


def build(world: World) -> None:
    for email, query in SENDERS:
        with acting_as(world, email) as access:
            _letter(access, query, world.ago(days=20))
            _draft(access, query)
            optouts.opt_out(
                workspace=access.workspace.pk, email=f"geen-mail@{access.workspace.slug}.example"
            )


def written(access: Access, kind: str, query: str, subject: str, text: str) -> Mailing:
    """A draft by the product's own way."""
    mailing = mailings.create(access=access, kind=kind, filters=Filters.from_query(query))
    return mailings.write(mailing=mailing, version=mailing.version, subject=subject, text=text)


def post(access: Access, mailing: Mailing, at: datetime) -> list[OutboxMail]:
    """Write its mails as the sending job does, on a day in the past."""
    Mailing.objects.filter(pk=mailing.pk).update(state=MailingState.SENDING)
    mailings.deliver(access=access, mailing=mailing.pk, tell=lambda _text, _done, _total: None)
    Mailing.objects.filter(pk=mailing.pk).update(created_at=at - timedelta(hours=1), sent_at=at)
    mails = OutboxMail.objects.filter(batch_id=mailing.pk)
    mails.update(created_at=at)
    return list(mails.order_by("id"))


def arrived(mails: list[OutboxMail], at: datetime) -> None:
    """These left and arrived; the queue finds nothing to do for them any more."""
    OutboxMail.objects.filter(pk__in=[mail.pk for mail in mails]).update(
        state=MailState.SENT, sending_at=at, sent_at=at, attempts=1
    )


def _letter(access: Access, query: str, at: datetime) -> None:
    mailing = written(access, Mailing.Kind.BRIEF, query, SUBJECT, TEXT)
    mails = post(access, mailing, at)
    arrived(mails, at)
    for mail, words in zip(mails, BOUNCES, strict=False):
        mail.refresh_from_db()
        delivery.bounce(mail, words)
    for mail in mails[len(BOUNCES) : len(BOUNCES) + 1]:
        OutboxMail.objects.filter(pk=mail.pk).update(
            state=MailState.UNSURE, sent_at=None, error=delivery.unsure()
        )


def _draft(access: Access, query: str) -> None:
    written(access, Mailing.Kind.BRIEF, query, DRAFT_SUBJECT, DRAFT_TEXT)
