"""The cards of a table as pages and devices ask for them, and until when new ones are taken."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.needs.enums import SurveyState, TableState
from krachtlokaal.needs.models import Card, RoundTable
from krachtlokaal.office.models import PersonalLink

LONGEST = 1000  # signs on a card
MOST = 500  # cards of a table
# A device that lost its network during the talk still brings what it kept.
LATE = timedelta(days=14)


def table_of(link: PersonalLink, field: str) -> RoundTable | None:
    """The table behind a link for notes or dots, as long as it is the table's own link."""
    rows = RoundTable.objects.select_related("survey", "workspace", "notes_link", "dots_link")
    return rows.filter(**{"pk": link.object_id, field: link.pk}).first()


def of_table(table: RoundTable) -> QuerySet[Card]:
    """What counts, in the order in which it was typed."""
    return Card.objects.filter(table=table, is_dropped=False).order_by("number", "pk")


def dropped(table: RoundTable) -> QuerySet[Card]:
    """What was taken out, the last first."""
    return Card.objects.filter(table=table, is_dropped=True).order_by("-number", "pk")


def until(table: RoundTable) -> date | None:
    """Until which day a closed table takes cards; None while it is not closed."""
    if table.state != TableState.DONE:
        return None
    closed = table.closed_at or table.created_at
    return timezone.localdate(closed + LATE)


def why_not(table: RoundTable, now: datetime | None = None) -> str:
    """Why this table takes no cards; empty when it does."""
    if table.state == TableState.CALLED_OFF:
        return _("Deze ronde tafel gaat niet door. Er komen geen kaartjes bij.")
    if is_fixed(table):
        return _("Het rapport is vastgesteld. Kaartjes en stippen veranderen niet meer.")
    last = until(table)
    if last is not None and timezone.localdate(now or timezone.now()) > last:
        return _("Deze ronde tafel is te lang geleden afgerond. Er komen geen kaartjes meer bij.")
    return ""


def is_fixed(table: RoundTable) -> bool:
    """The report was made of these cards and dots."""
    return table.survey.state == SurveyState.FINISHED


def numbered(guide: Iterable[str]) -> list[tuple[int, str]]:
    """The questions of the guide with their numbers, which a card carries."""
    return list(enumerate(guide, start=1))


def for_device(table: RoundTable) -> list[dict[str, Any]]:
    """The list that a note-taker's device shows; a closed table leaves nothing on a device."""
    if table.state in (TableState.DONE, TableState.CALLED_OFF):
        return []
    return [told(card) for card in of_table(table)]


def told(card: Card) -> dict[str, Any]:
    """One card in the words of the script (static/js/notes.js)."""
    return {
        "id": str(card.pk),
        "text": card.text,
        "question": card.question,
        "heard_as": card.heard_as,
        "may_quote": card.may_quote,
        "version": card.version,
        "number": card.number,
    }
