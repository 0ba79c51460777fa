"""What a guest reads in mails, in a letter and on her own page: when, where, and whom to call."""

from datetime import datetime

from django.utils import formats, timezone, translation

from krachtlokaal.needs.models import Guest, RoundTable

PAGE, CALENDAR, OPT_OUT, CODE = (
    "needs:rsvp",
    "needs:rsvp_calendar",
    "needs:guest_opt_out",
    "needs:guest_code",
)
LANGUAGES = ("nl", "en", "fy")
# The template of the mail that invites.
INVITATION = "needs_invitation"


def values(table: RoundTable, guest: Guest) -> dict[str, object]:
    """All that the templates of mails fill in, in her language. The table comes with its survey and
    workspace, the guest with her organisation."""
    place = table.survey.workspace
    return {
        "title": table.title,
        "organisation": guest.organisation.name if guest.organisation else "",
        "source": guest.source,
        "state": guest.state,
        "day": day_of(table, guest.language),
        "time": time_of(table, guest.language),
        "place": table.place,
        "address": table.address,
        "practical": table.practical,
        "moderator": table.moderator,
        "workspace": place.name,
        "phone": place.phone,
        "from_name": place.name,
        "reply_to": place.email,
    }


def day_of(table: RoundTable, language: str) -> str:
    """'donderdag 3 december 2026'"""
    if table.held_on is None:
        return ""
    with translation.override(language):
        return formats.date_format(table.held_on, "l j F Y")


def time_of(table: RoundTable, language: str) -> str:
    """'19.30 – 21.30': hours as the language writes them."""
    mark = ":" if language == "en" else "."
    moments = (table.starts_at, table.ends_at)
    return " – ".join(f"{one:%H}{mark}{one:%M}" for one in moments if one)


def begins_at(table: RoundTable) -> datetime | None:
    """The moment at which the conversation begins, in our time zone."""
    if table.held_on is None or table.starts_at is None:
        return None
    return timezone.make_aware(datetime.combine(table.held_on, table.starts_at))


def ends_at(table: RoundTable) -> datetime | None:
    if table.held_on is None or table.ends_at is None:
        return None
    return timezone.make_aware(datetime.combine(table.held_on, table.ends_at))
