"""A round table on paper: its guide, its attendance list, and letters to who has no mail."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from krachtlokaal.needs.enums import GuestState
from krachtlokaal.needs.models import Guest, RoundTable
from krachtlokaal.needs.queries import guest_words as words
from krachtlokaal.needs.queries.guests import Line
from krachtlokaal.needs.queries.tables import when
from krachtlokaal.office import links
from krachtlokaal.publishing import pdf, qr

_TYPST = Path(__file__).resolve().parents[1] / "typst"


def guide(table: RoundTable) -> bytes:
    """The questions with room to write. Names nobody of the guests."""
    minutes = _minutes_each(table)
    data = {
        "survey": table.survey.title,
        "facts": _facts(table),
        "opening_title": _("Aan het begin"),
        "opening": [
            _("Heet iedereen welkom. Zeg wie het gesprek leidt en wie opschrijft."),
            _("Op de kaartjes staat nooit een naam. Vraag wie iets niet als citaat wil."),
            _("Iedereen komt aan het woord. Laat mensen uitpraten."),
        ],
        "questions": list(table.guide),
        "questions_title": _("De vragen"),
        "each": _("Ongeveer %(minutes)s minuten per vraag.") % {"minutes": minutes}
        if minutes
        else "",
        "closing_title": _("Aan het eind"),
        "closing": [
            _("Lees de kaartjes voor. Mist er iets? Maak nog een kaartje."),
            _("Laat elke gast %(number)s stippen geven.") % {"number": table.dots_each},
            _("Zeg wanneer het rapport komt en dank iedereen."),
        ],
    }
    return pdf.render(_TYPST / "guide.typ", data, language=_language(), title=table.title)


def _minutes_each(table: RoundTable) -> int:
    """The time of the talk over its questions, a quarter of it kept for the begin and the dots."""
    starts, ends = words.begins_at(table), words.ends_at(table)
    if starts is None or ends is None or not table.guide:
        return 0
    return int((ends - starts).total_seconds() / 60 * 0.75 / len(table.guide))


def _facts(table: RoundTable) -> list[dict[str, str]]:
    told = [
        (_("Wanneer"), when(table)),
        (_("Waar"), ", ".join(filter(None, (table.place, table.address)))),
        (_("Gastheer of gastvrouw"), table.host),
        (_("Gespreksleider"), table.moderator),
        (_("Notulist"), table.note_taker),
    ]
    return [{"name": name, "value": value} for name, value in told if value]


def attendance(table: RoundTable, lines: Sequence[Line]) -> bytes:
    """Who is expected, each with a box to tick and what she needs."""
    data = {
        "survey": table.survey.title,
        "facts": _facts(table),
        "heads": [_("Er is"), _("Naam"), _("Organisatie"), _("Heeft nodig")],
        "rows": [_row(line) for line in lines],
        "none": _("Er zijn nog geen gasten uitgenodigd."),
        "note": _(
            "Gooi deze lijst na afloop weg. De namen staan tot het rapport klaar is alleen in"
            " Kracht Lokaal."
        ),
    }
    return pdf.render(_TYPST / "attendance.typ", data, language=_language(), title=table.title)


def _row(line: Line) -> list[str]:
    unsure = "" if line.guest.state != GuestState.INVITED else f" ({_('nog niet bekend')})"
    here = _("ja") if line.guest.state == GuestState.CAME else ""
    name = (line.guest.name or _("nog geen naam")) + unsure
    return [here, name, line.organisation, line.guest.needs]


def letters(table: RoundTable, guests: Sequence[Guest]) -> bytes:
    """One page each in the language of its guest, with the way in. The table comes with its survey
    and workspace."""
    place = table.survey.workspace
    data = {
        "sender": {
            "name": place.name,
            "lines": [line for line in (place.phone, place.email, place.website) if line],
            "back": "",
        },
        "letters": [_letter(table, one) for one in guests],
    }
    # A reader's voice starts in one language; each letter says its own.
    return pdf.render(_TYPST / "letters.typ", data, language=_language(), title=table.title)


def _letter(table: RoundTable, one: Guest) -> dict[str, Any]:
    with translation.override(one.language):
        return _words(table, one, one.language)


def _words(table: RoundTable, one: Guest, language: str) -> dict[str, Any]:
    about = one.organisation
    assert about is not None, "a letter goes to the address of an organisation"  # noqa: S101
    secret = links.token(one.link) if one.link else ""
    whom = _("T.a.v. %(name)s") % {"name": one.name or _("het bestuur")}
    town = f"{about.postcode}  {about.place}".upper().strip()
    return {
        "language": language,
        "address": [line for line in (about.name, whom, about.address, town) if line],
        "date": date_format(timezone.localdate(), "j F Y"),
        "subject": _("Praat u mee aan de ronde tafel?"),
        "text": _text(table, one, language),
        "closing": [_("Met vriendelijke groet,"), table.survey.workspace.name],
        "way": {
            "matrix": qr.matrix(settings.BASE_URL + reverse(words.PAGE, args=[secret])),
            "alt": _("QR-code naar uw eigen bladzijde"),
            "title": _("Komt u?"),
            "text": _("Scan de code met uw telefoon. Of typ dit adres en daarna uw code:"),
            "address": _bare(settings.BASE_URL + reverse(words.CODE)),
            "code": links.in_groups(secret),
        },
    }


def _text(table: RoundTable, one: Guest, language: str) -> str:
    told = words.values(table, one) | {"day": words.day_of(table, language)}
    about = one.organisation.name if one.organisation else ""
    parts = [
        _("Beste %(name)s,") % {"name": one.name or _("bestuur")},
        _(
            "Wij willen weten wat vrijwilligersorganisaties nodig hebben. Daarom praten wij met"
            " ongeveer twaalf mensen aan één tafel. Wij horen graag ook hoe het bij %(name)s gaat."
        )
        % {"name": about},
        _("Het gesprek is op %(day)s, %(time)s uur, in %(place)s.") % told,
        " ".join(filter(None, (table.address, table.practical))),
        _("Zegt u ons of u komt? Bellen mag ook: %(phone)s.") % told if told["phone"] else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _language() -> str:
    return (translation.get_language() or settings.LANGUAGE_CODE)[:2]
