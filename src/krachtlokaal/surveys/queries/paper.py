"""What is printed: letters with a way in, and a questionnaire to fill in with a pen.

A letter holds a secret, so it is made when somebody fetches it and kept nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from krachtlokaal.office import links
from krachtlokaal.publishing import pdf, qr
from krachtlokaal.surveys.definition import Definition, Page, Question, Text
from krachtlokaal.surveys.enums import Answering, Channel, Progress
from krachtlokaal.surveys.models import Invitation, Wave
from krachtlokaal.surveys.queries import words
from krachtlokaal.surveys.queries.definitions import of_published, of_version
from krachtlokaal.surveys.queries.invitations import HAS_SENT

PER_FILE = 200
_TYPST = Path(__file__).resolve().parents[1] / "typst"


@dataclass(frozen=True)
class Batch:
    """A file of letters: which ones, and how many of them are still to be posted."""

    number: int
    first: int
    last: int
    to_post: int


def letters_of(wave: Wave) -> QuerySet[Invitation]:
    """All letters of a wave, in the order in which they were made."""
    return Invitation.objects.filter(wave=wave, channel=Channel.LETTER).order_by("pk")


def batches(wave: Wave) -> list[Batch]:
    """The files that letters are printed from: fixed, so that none is printed twice. One query."""
    waiting = [
        progress == Progress.INVITED
        for progress in letters_of(wave).values_list("progress", flat=True)
    ]
    starts = range(0, len(waiting), PER_FILE)
    parts = [(start, waiting[start : start + PER_FILE]) for start in starts]
    return [
        Batch(number, start + 1, start + len(part), sum(part))
        for number, (start, part) in enumerate(parts, start=1)
    ]


def letters_to_post(wave: Wave) -> int:
    return letters_of(wave).filter(progress=Progress.INVITED).exclude(HAS_SENT).count()


def batch(wave: Wave, number: int) -> list[Invitation]:
    """The letters of one file; who sent an answer since needs none."""
    if number < 1:
        return []
    start = (number - 1) * PER_FILE
    keys = list(letters_of(wave).values_list("pk", flat=True)[start : start + PER_FILE])
    rows = Invitation.objects.filter(pk__in=keys).exclude(HAS_SENT).order_by("pk")
    return list(rows.select_related("organisation", "link"))


def print_letters(wave: Wave, rows: Sequence[Invitation]) -> bytes:
    """The PDF: one page each. The wave comes with its workspace and version."""
    place = wave.workspace
    language = wave.languages[0] if wave.languages else "nl"
    with translation.override(language):
        data = {
            "sender": {
                "name": place.name,
                "lines": [
                    line for line in (wave.sender_phone, wave.sender_email, place.website) if line
                ],
                "back": "",
            },
            "letters": [_letter(wave, one, language) for one in rows],
        }
    return pdf.render(_TYPST / "letters.typ", data, language=language, title=wave.title)


def _letter(wave: Wave, one: Invitation, language: str) -> dict[str, Any]:
    reader = words.Reader(one.name, one.organisation.name, language)
    told = words.values(wave, words.INVITATION, reader)
    secret = links.token(one.link)
    about = one.organisation
    signed = (_("Met vriendelijke groet,"), wave.sender_name, wave.workspace.name)
    return {
        "address": [
            line
            for line in (
                about.name,
                _("T.a.v. %(name)s") % {"name": one.name or _("het bestuur")},
                about.address,
                f"{about.postcode}  {about.place}".upper().strip(),
            )
            if line
        ],
        "date": words.told(timezone.localdate(), language),
        "subject": told["subject"],
        "text": f"{told['text']}\n\n{_terms(told)}",
        "closing": [line for line in signed if line],
        "way": {
            "matrix": qr.matrix(settings.BASE_URL + reverse(words.LINK_TO, args=[secret])),
            "alt": _("QR-code naar uw eigen vragenlijst"),
            "title": _("Uw eigen vragenlijst"),
            "text": _("Scan de code met uw telefoon. Of typ dit adres en daarna uw code:"),
            "address": _bare(settings.BASE_URL + reverse("surveys:code")),
            "code": links.in_groups(secret),
        },
    }


def _bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _terms(told: dict[str, object]) -> str:
    """How long, until when, who sees what, and whom to call: what a mail says too."""
    parts = []
    if told["minutes"]:
        parts.append(_("Het invullen duurt ongeveer %(minutes)s minuten.") % told)
    if told["until"]:
        parts.append(_("Het kan tot en met %(until)s.") % told)
    if told["is_each"]:
        parts.append(_("Wat u antwoordt, ziet alleen u."))
    else:
        parts.append(_("De uitkomst is voor uw bestuur."))
    parts.append(_("Verantwoordelijk voor de gegevens: %(controller)s.") % told)
    if told["phone"]:
        parts.append(_("Vragen, of liever op papier? Bel %(phone)s.") % told)
    return " ".join(parts)


def blank(wave: Wave, language: str) -> bytes:
    """The questionnaire of a wave on paper. The wave comes with its workspace."""
    wave_phone = wave.sender_phone or wave.workspace.phone
    return _blank(
        wave.questionnaire_version_id,
        wave.variant,
        language,
        wave.workspace.name,
        wave_phone,
        is_each=wave.answering == Answering.EACH,
    )


@lru_cache(maxsize=16)
def _blank(  # what differs between two prints
    version: int, variant: str, language: str, place: str, phone: str, *, is_each: bool
) -> bytes:
    definition = of_published(version)
    with translation.override(language):
        data = {
            "workspace": place,
            "intro": _intro(definition, variant, language),
            "how": _how(phone, is_each=is_each),
            "foot": f"{definition.title.into(language)} {definition.number}",
            "pages": list(_pages(definition, variant, language)),
        }
    title = definition.title.into(language)
    return pdf.render(_TYPST / "blank.typ", data, language=language, title=title)


def _intro(definition: Definition, variant: str, language: str) -> str:
    minutes = str(definition.minutes.get(variant, ""))
    return definition.intro.into(language).replace("{minutes}", minutes)


def _how(phone: str, *, is_each: bool) -> str:
    parts = [_("Kruis per vraag aan wat u vindt. Een vraag overslaan mag.")]
    if is_each:
        parts.append(_("Vul de lijst alleen in. Zet uw naam er niet op."))
    parts.append(_("Geef de lijst daarna aan wie hem u bracht."))
    if phone:
        parts.append(_("Vragen? Bel %(phone)s.") % {"phone": phone})
    return " ".join(parts)


def _pages(definition: Definition, variant: str, language: str) -> Iterable[dict[str, Any]]:
    number = 0
    asked_of_each = Page("", Text({"nl": "Over u", "en": "About you", "fy": "Oer jo"}), ())
    pages: list[tuple[Page, tuple[Question, ...]]] = []
    if definition.respondent_questions:
        pages.append((asked_of_each, definition.respondent_questions))
    pages += [(page, page.questions) for page in definition.pages_of(variant)]
    before: dict[str, tuple[int, Question]] = {}
    for page, questions in pages:
        shown = []
        for question in questions:
            number += 1
            when = _when(question, before, language)
            shown.append(_question(question, number, language, when))
            before[question.key] = number, question
        yield {
            "title": page.title.into(language),
            "lead": page.lead.into(language),
            "help": page.help.into(language),
            "questions": shown,
        }


def _when(question: Question, before: Mapping[str, tuple[int, Question]], language: str) -> str:
    """After which answers it is asked: on paper nothing hides it."""
    if question.shown_if is None or question.shown_if.question not in before:
        return ""
    number, other = before[question.shown_if.question]
    answers = ", ".join(
        f"„{option.text.into(language)}”"
        for option in other.options
        if option.code in question.shown_if.codes
    )
    words = _("Alleen als u bij vraag %(number)s koos: %(answers)s.")
    return words % {"number": number, "answers": answers}


def _question(question: Question, number: int, language: str, when: str) -> dict[str, Any]:
    scale = question.kind == "likert"
    return {
        "number": str(number),
        "kind": str(question.kind),
        "text": question.text.into(language),
        "help": " ".join(filter(None, (when, question.help.into(language)))),
        "options": [
            one.text.into(language)
            for one in question.options
            if not scale or one.value is not None
        ],
        "aside": [
            one.text.into(language) for one in question.options if scale and one.value is None
        ],
    }


def languages_of(wave: Wave) -> tuple[str, ...]:
    """In which languages it can be printed: those that it is written in."""
    known = of_version(wave.questionnaire_version).languages
    return tuple(code for code in wave.languages if code in known)
