"""The words of a wave's mails: what the coordinator wrote, or what we propose, and what each
recipient then reads."""

from dataclasses import dataclass
from datetime import date

from django.utils import formats, translation
from django.utils.translation import gettext as _

from krachtlokaal.office import letters
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.placeholders import fill
from krachtlokaal.surveys.enums import Answering
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.definitions import of_version

INVITATION, REMINDER = "invitation", "reminder"
KINDS = (INVITATION, REMINDER)
# The names of the templates of mails, by kind.
TEMPLATES = {INVITATION: "survey_invitation", REMINDER: "survey_reminder"}
LINK_TO, OPT_OUT = "surveys:answer_start", "surveys:opt_out"
Words = dict[str, str]


@dataclass(frozen=True)
class Reader:
    """Who gets a mail or letter of a wave."""

    name: str
    organisation: str
    language: str = "nl"
    email: str = ""


def title_of(wave: Wave, language: str) -> str:
    """What is asked, by the name that the questionnaire gives itself."""
    return of_version(wave.questionnaire_version).title.into(language)


def minutes_of(wave: Wave) -> int | None:
    return of_version(wave.questionnaire_version).minutes.get(wave.variant)


def words_of(wave: Wave, kind: str, language: str) -> Words:
    """Subject and text: as written, else as proposed."""
    written: Words | None = wave.texts.get(kind, {}).get(language)
    return written or proposed(wave, kind, language)


def proposed(wave: Wave, kind: str, language: str) -> Words:
    """What we would write, in this language."""
    title = title_of(wave, language)
    with translation.override(language):
        if kind == INVITATION:
            return {"subject": _subject() % {"title": title}, "text": _text() % {"title": title}}
        return {
            "subject": _("Herinnering: vul de %(title)s in voor {organisatie}") % {"title": title},
            "text": _reminding() % {"title": title},
        }


def _subject() -> str:
    return _("Vul de %(title)s in voor {organisatie}")


def _text() -> str:
    return _(
        "Beste {naam},\n\n"
        "Hoe staat {organisatie} ervoor? Met de %(title)s ziet u wat goed gaat en wat beter kan."
        " U krijgt meteen een uitkomst, waar u in uw bestuur over kunt praten."
    )


def _reminding() -> str:
    return _(
        "Beste {naam},\n\n"
        "Eerder vroegen wij u de %(title)s in te vullen voor {organisatie}. Wij kregen nog geen"
        " antwoord. Bent u al begonnen? Dan gaat u verder waar u was."
    )


def values(wave: Wave, kind: str, reader: Reader) -> dict[str, object]:
    """All that the template of a mail fills in. The wave comes with its workspace and version."""
    written = words_of(wave, kind, reader.language)
    place = wave.workspace
    filled = {
        name: fill(text, name=reader.name, organisation=reader.organisation)
        for name, text in written.items()
    }
    return {
        **filled,
        "organisation": reader.organisation,
        "minutes": minutes_of(wave),
        "until": told(wave.closes_on, reader.language),
        "is_each": wave.answering == Answering.EACH,
        "controller": wave.controller or place.name,
        "workspace": place.name,
        "sender": wave.sender_name,
        "phone": wave.sender_phone or place.phone,
        "from_name": place.name,
        "reply_to": wave.sender_email or place.email,
    }


def told(when: date | None, language: str) -> str:
    """A day in words, in the language of who reads it."""
    with translation.override(language):
        return formats.date_format(when, "j F Y") if when else ""


def preview_of(wave: Wave, kind: str, reader: Reader) -> letters.Letter:
    """Made as at delivery; where an address of her own would stand there are words."""
    with translation.override(reader.language):
        own = _("(hier staat een eigen link)")
    return letters.write(
        OutboxMail(
            template=TEMPLATES[kind],
            to=reader.email,
            to_name=reader.name,
            language=reader.language,
            context=values(wave, kind, reader) | {"link_url": own, "unsubscribe_url": own},
        )
    )
