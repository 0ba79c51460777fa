"""Mailings as pages show them: the list, the choice in words, and what came of each mail."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.enums import LegalForm, Sector
from krachtlokaal.register.models import Contact, Mailing, Tag
from krachtlokaal.register.placeholders import fill
from krachtlokaal.register.queries.filters import Filters, Size, State
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.register.queries.recipients import Recipient

LETTER = "mailing"
CHECK = "fact_check"
TEMPLATES = (LETTER, CHECK)  # other rooms number batches of their own
PROBLEMS = (MailState.REFUSED, MailState.BOUNCED, MailState.UNSURE, MailState.CANCELLED)
MOST_NAMES = 3


@dataclass(frozen=True)
class Delivery:
    """How the mails of one mailing fare."""

    total: int = 0
    waiting: int = 0
    sent: int = 0
    refused: int = 0
    bounced: int = 0
    unsure: int = 0
    cancelled: int = 0

    @property
    def problems(self) -> int:
        return self.refused + self.bounced + self.unsure + self.cancelled


@dataclass(frozen=True)
class Line:
    """One mailing in the list."""

    mailing: Mailing
    delivery: Delivery


@dataclass(frozen=True)
class Mailed:
    """One mail of a mailing, with the organisation of its contact where that still exists."""

    mail: OutboxMail
    organisation: int | None
    organisation_name: str


def all_mailings() -> QuerySet[Mailing]:
    return Mailing.objects.select_related("made_by").order_by("-id")


def lines(mailings: Iterable[Mailing]) -> list[Line]:
    """The rows of one page with their counts. One query."""
    rows = list(mailings)
    found = deliveries([row.pk for row in rows])
    return [Line(row, found.get(row.pk, Delivery())) for row in rows]


def deliveries(batches: Iterable[int]) -> dict[int, Delivery]:
    """Straight from the outbox, so that the figures are never older than the page."""
    rows = (
        OutboxMail.objects.filter(batch_id__in=list(batches), template__in=TEMPLATES)
        .order_by()
        .values_list("batch_id", "state")
        .annotate(count=Count("id"))
    )
    counts: dict[int, Counter[str]] = {}
    for batch, state, count in rows:
        counts.setdefault(batch or 0, Counter())[state] += count
    return {batch: _delivery(count) for batch, count in counts.items()}


def delivery(mailing: Mailing) -> Delivery:
    return deliveries([mailing.pk]).get(mailing.pk, Delivery())


def _delivery(counts: Counter[str]) -> Delivery:
    return Delivery(
        total=counts.total(),
        waiting=counts[MailState.QUEUED] + counts[MailState.SENDING],
        sent=counts[MailState.SENT],
        refused=counts[MailState.REFUSED],
        bounced=counts[MailState.BOUNCED],
        unsure=counts[MailState.UNSURE],
        cancelled=counts[MailState.CANCELLED],
    )


def mails(mailing: Mailing, *, only_problems: bool) -> QuerySet[OutboxMail]:
    rows = OutboxMail.objects.filter(batch_id=mailing.pk, template__in=TEMPLATES).order_by("id")
    return rows.filter(state__in=PROBLEMS) if only_problems else rows


def with_organisations(rows: Iterable[OutboxMail]) -> list[Mailed]:
    """One query for the contacts of these mails."""
    found = list(rows)
    contacts = Contact.objects.filter(pk__in=[row.about_id for row in found if row.about_id])
    names = {
        pk: (number, name)
        for pk, number, name in contacts.values_list("pk", "organisation_id", "organisation__name")
    }
    return [Mailed(row, *names.get(row.about_id or 0, (None, ""))) for row in found]


def in_words(filters: Filters) -> str:
    """What a choice means: 'In uw werkgebied. Gemeente: Tiel. Soort: Sport.'"""
    if filters.ids:
        count = len(filters.ids)
        chosen = ngettext("%(count)s gekozen organisatie", "%(count)s gekozen organisaties", count)
        return chosen % {"count": count}
    where = _("Heel Nederland") if filters.everywhere else _("Uw werkgebied")
    return ". ".join([where, *(f"{name}: {value}" for name, value in _parts(filters) if value)])


def _parts(filters: Filters) -> list[tuple[str, str]]:
    return [
        (_("Gezocht op"), filters.q),
        (_("Gemeente"), _towns(filters.municipalities)),
        (_("Provincie"), filters.province),
        (_("Soort"), str(Sector(filters.sector).label) if filters.sector else ""),
        (_("Rechtsvorm"), str(LegalForm(filters.legal_form).label) if filters.legal_form else ""),
        (_("Vrijwilligers"), str(Size(filters.size).label) if filters.size else ""),
        (_("Label"), _tag(filters.tag)),
        (_("Toestand"), str(State(filters.state).label) if filters.state else ""),
    ]


def _towns(codes: tuple[str, ...]) -> str:
    names = ", ".join(town_name(code) for code in codes[:MOST_NAMES])
    rest = len(codes) - MOST_NAMES
    return names if rest <= 0 else _("%(names)s en nog %(rest)s") % {"names": names, "rest": rest}


def _tag(pk: int | None) -> str:
    if pk is None:
        return ""
    return Tag.objects.filter(pk=pk).values_list("name", flat=True).first() or _(
        "bestaat niet meer"
    )


def values(mailing: Mailing, recipient: Recipient | None) -> dict[str, str]:
    """Subject and text for one recipient; without one the words in brackets stay."""
    if recipient is None:
        return {"subject": mailing.subject, "text": mailing.text, "organisation": ""}
    names = {"name": recipient.name, "organisation": recipient.organisation_name}
    return {
        "subject": fill(mailing.subject, **names),
        "text": fill(mailing.text, **names),
        "organisation": recipient.organisation_name,
    }


def template_of(mailing: Mailing) -> str:
    return CHECK if mailing.kind == Mailing.Kind.KLOPT else LETTER
