"""What the steps of a wave show: question lists, what is usual, what is missing, all in short."""

from collections import Counter
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.core.templatetags.kl import day
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.surveys.enums import Audience, Variant, VersionState
from krachtlokaal.surveys.models import QuestionnaireVersion, Wave
from krachtlokaal.surveys.queries.audience import Population
from krachtlokaal.surveys.queries.definitions import of_version
from krachtlokaal.surveys.queries.versions import number_in_order

SMALL = (Size.TO_9.value, Size.TO_24.value)


def versions() -> list[QuestionnaireVersion]:
    """The newest published version of each questionnaire."""
    rows = QuestionnaireVersion.objects.filter(state=VersionState.PUBLISHED)
    newest: dict[int, QuestionnaireVersion] = {}
    for row in rows.select_related("questionnaire").defer("definition"):
        known = newest.get(row.questionnaire_id)
        if known is None or number_in_order(known.number) < number_in_order(row.number):
            newest[row.questionnaire_id] = row
    return sorted(
        newest.values(), key=lambda row: (row.questionnaire.key != "krachtmeting", row.pk)
    )


def usual_title(found: list[QuestionnaireVersion]) -> str:
    """'KrachtMeting 2026'"""
    name = found[0].questionnaire.title if found else ""
    return f"{name} {timezone.localdate().year}".strip()


def how_it_is(wave: Wave) -> dict[str, Any]:
    """What the form about how people answer starts with."""
    names = ("answering", "variant", "languages", "opens_on", "closes_on", "version")
    first, second, *_rest = [*wave.remind_on, None, None]
    return {name: getattr(wave, name) for name in names} | {
        "opens_on": max(wave.opens_on or timezone.localdate(), timezone.localdate()),
        "main_language": wave.languages[0] if wave.languages else "nl",
        "first_reminder": first,
        "second_reminder": second,
    }


def minutes(wave: Wave) -> dict[str, int]:
    """How long each form takes, as the questionnaire says."""
    return dict(of_version(wave.questionnaire_version).minutes)


def forms_and_languages(wave: Wave) -> dict[str, Any]:
    """In which forms and languages the questionnaire can be asked."""
    definition = of_version(wave.questionnaire_version)
    return {
        "languages": definition.languages,
        "has_short_form": bool(definition.short_pages),
    }


def advice(people: Population) -> str:
    """Which form suits these organisations, and why."""
    sizes = Counter(one.stratum["size"] for one in people.members)
    known = sizes.total() - sizes[Size.UNKNOWN.value]
    small = sum(sizes[size] for size in SMALL)
    if not known:
        return ""
    told = ngettext(
        "Van %(known)s organisatie weten wij hoe groot die is.",
        "Van %(known)s organisaties weten wij hoe groot ze zijn.",
        known,
    ) % {"known": known}
    few = _("Minder dan 25 vrijwilligers: %(small)s.") % {"small": small}
    best = Variant.SHORT if small * 2 > known else Variant.FULL
    return " ".join([told, few, _("Wij raden aan: %(form)s.") % {"form": best.label.lower()}])


def missing(wave: Wave, people: Population) -> list[tuple[str, str]]:
    """What must be mended before it can open: a sentence, and the step where that is done."""
    found = []
    if people.is_too_big:
        found.append((_("De keuze is te groot. Kies minder organisaties."), "surveys:wave_who"))
    elif wave.audience != Audience.OPEN and not people.members:
        found.append((_("Er is geen enkele organisatie gekozen."), "surveys:wave_who"))
    if not wave.opens_on or wave.opens_on < timezone.localdate():
        found.append((_("De eerste dag is voorbij. Kies nieuwe dagen."), "surveys:wave_how"))
    if not wave.languages:
        found.append((_("Er is geen taal gekozen."), "surveys:wave_how"))
    if not (wave.sender_phone and wave.sender_email and wave.controller):
        told = _("Telefoonnummer, e-mailadres of verantwoordelijke ontbreekt.")
        found.append((told, "surveys:wave_sender"))
    return found


def opens_today(wave: Wave) -> bool:
    return wave.opens_on is None or wave.opens_on <= timezone.localdate()


def in_short(wave: Wave) -> list[tuple[str, str]]:
    """A wave as facts: names with values."""
    names = dict(settings.LANGUAGES)
    return [
        (_("Vragenlijst"), str(wave.questionnaire_version.questionnaire)),
        (_("Voor wie"), wave.get_audience_display()),
        (_("Antwoorden"), wave.get_answering_display()),
        (_("Vorm"), wave.get_variant_display()),
        (_("Talen"), ", ".join(str(names[code]) for code in wave.languages if code in names)),
        (_("Open vanaf"), day(wave.opens_on)),
        (_("Open tot en met"), day(wave.closes_on)),
        (_("Herinneringen"), ", ".join(map(day, wave.remind_on)) or _("geen")),
        (_("Afzender"), ", ".join(filter(None, [wave.sender_name, wave.sender_phone]))),
        (_("Antwoorden per mail naar"), wave.sender_email),
        (_("Verantwoordelijk voor de gegevens"), wave.controller),
    ]


def language_names() -> dict[str, str]:
    """The languages of the product by code, in words."""
    return {code: str(name) for code, name in settings.LANGUAGES}
