"""One appointment as an iCalendar file (RFC 5545), for the calendar of whoever gets it.

Times are written in UTC, so that no description of a time zone has to go along.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

CONTENT_TYPE = "text/calendar; charset=utf-8"
_LONGEST = 75  # bytes of a line, its end not counted
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True)
class Appointment:
    """`uid` names it for ever; a higher `sequence` replaces what a calendar has of it."""

    uid: str
    starts: datetime
    ends: datetime
    title: str
    place: str = ""
    text: str = ""
    url: str = ""
    sequence: int = 0
    is_off: bool = False


def write(appointment: Appointment, *, now: datetime) -> bytes:
    """The file; `now` is the moment at which it is made."""
    return "".join(
        f"{folded}\r\n" for line in _lines(appointment, now) for folded in _folded(line)
    ).encode()


def _lines(one: Appointment, now: datetime) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kracht Lokaal//Agenda//NL")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT")
    yield f"UID:{one.uid}"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"DTSTART:{_moment(one.starts)}"
    yield f"DTEND:{_moment(one.ends)}"
    yield f"SEQUENCE:{one.sequence}"
    yield f"STATUS:{'CANCELLED' if one.is_off else 'CONFIRMED'}"
    texts = {"SUMMARY": one.title, "LOCATION": one.place, "DESCRIPTION": one.text}
    yield from (f"{name}:{_text(text)}" for name, text in texts.items() if text)
    if one.url:
        yield f"URL:{one.url}"
    yield from ("END:VEVENT", "END:VCALENDAR")


def _moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    plain = "".join(sign for sign in value if sign >= " " or sign in "\n\r\t")
    return plain.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 bytes; a sign of several bytes is never cut in two."""
    part, size, limit = "", 0, _LONGEST
    for sign in line:
        width = len(sign.encode())
        if size + width > limit:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + width
    yield part
