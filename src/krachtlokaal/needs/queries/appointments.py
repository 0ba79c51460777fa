"""A round table as an appointment in a guest's own calendar."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.models import Guest
from krachtlokaal.needs.queries.guest_words import PAGE, begins_at, ends_at
from krachtlokaal.office import links
from krachtlokaal.publishing import calendars


def file_for(guest: Guest) -> bytes | None:
    """None for a table without a day and times. Holds no name: calendars are shared."""
    table = guest.table
    starts, ends = begins_at(table), ends_at(table)
    if starts is None or ends is None or guest.link is None:
        return None
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    told = _("Kunt u toch niet komen? Zeg het ons op uw eigen bladzijde.")
    appointment = calendars.Appointment(
        uid=f"ronde-tafel-{table.pk}@{host}",
        starts=starts,
        ends=ends,
        title=table.title,
        place=", ".join(filter(None, (table.place, table.address))),
        text="\n\n".join(filter(None, (table.practical, told))),
        url=settings.BASE_URL + reverse(PAGE, args=[links.token(guest.link)]),
        sequence=table.version,
        is_off=table.state == TableState.CALLED_OFF,
    )
    return calendars.write(appointment, now=timezone.now())
