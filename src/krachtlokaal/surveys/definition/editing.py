"""The texts of a draft in parts that fit on one page: a theme, a page, the closing questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.surveys.definition.shapes import FIRST, LANGUAGES
from krachtlokaal.surveys.definition.texts import Wording, wordings

Words = str | Promise
_NAMES: dict[str, Words] = {
    "instrument": _("Begin en eind"),
    "variants": _("Volledige en korte vorm"),
    "scale": _("De schaal"),
    "scales": _("De schalen"),
    "groups": _("Krachten"),
    "theme_followup": _("Vragen bij elk onderwerp"),
    "closing_questions": _("Tot slot"),
    "profile.organisation": _("Over de organisatie"),
    "profile.respondent": _("Over wie invult"),
    "consent": _("Toestemming"),
    "help_without_sharing": _("Hulp zonder delen"),
    "scoring": _("Niveaus en vlakken"),
}
_DIVIDED = ("themes", "pages", "profile")
_NOUNS: dict[str, Words] = {
    "items": _("Zin"),
    "options": _("Antwoord"),
    "extra_options": _("Antwoord"),
    "anchors": _("Antwoord"),
    "questions": _("Vraag"),
    "theme_followup": _("Vraag"),
    "closing_questions": _("Vraag"),
    "organisation": _("Vraag"),
    "respondent": _("Vraag"),
    "consent": _("Vinkje"),
    "levels": _("Niveau"),
    "quadrants": _("Vlak"),
    "groups": _("Kracht"),
}
_STEMS: dict[str, Words] = {
    "title": _("Titel"),
    "intro": _("Inleiding"),
    "outro": _("Dank aan het eind"),
    "closing_title": _("Titel van de laatste pagina"),
    "name": _("Naam"),
    "description": _("Onder de titel"),
    "lead": _("Onder de titel"),
    "eyebrow": _("Boven de titel"),
    "help": _("Uitleg"),
    "question": _("Regel boven de zinnen"),
    "help_title": _("Titel van de pagina over hulp"),
    "help_question": _("Vraag over hulp"),
}


@dataclass(frozen=True)
class EditPart:
    """Texts that are edited together; `missing` counts per language what is not translated."""

    key: str
    name: str
    wordings: tuple[Wording, ...]

    def missing(self, language: str) -> int:
        return sum(1 for wording in self.wordings if language not in wording.by_language)


def edit_parts(data: Mapping[str, Any]) -> list[EditPart]:
    """All texts of a draft in parts, in the order of the file."""
    found: dict[str, list[Wording]] = {}
    for wording in wordings(data):
        found.setdefault(_part_of(wording), []).append(wording)
    return [EditPart(key, _name(key, data), tuple(rows)) for key, rows in found.items()]


def label(wording: Wording) -> str:
    """What a text is, for who edits it: "Zin bestuur_1", "Uitleg: Vraag municipality"."""
    lists = [str(part) for part in reversed(wording.at)]
    noun = next((_NOUNS[part] for part in lists if part in _NOUNS), "")
    thing = f"{noun} {wording.of}".strip() if noun else ""
    stem = str(_STEMS.get(wording.stem, ""))
    return ": ".join(word for word in (stem, thing) if word) or str(_("Tekst"))


def missing_by_language(data: Mapping[str, Any]) -> dict[str, int]:
    """How many texts are not translated yet, for the languages that the questionnaire offers."""
    offered = data["instrument"].get("languages", [FIRST])
    parts = edit_parts(data)
    return {
        language: sum(part.missing(language) for part in parts)
        for language in LANGUAGES
        if language in offered
    }


def _part_of(wording: Wording) -> str:
    first = str(wording.at[0])
    return f"{first}.{wording.at[1]}" if first in _DIVIDED else first


def _name(key: str, data: Mapping[str, Any]) -> str:
    first, _dot, number = key.partition(".")
    if first == "themes":
        return str(data["themes"][int(number)]["name_nl"])
    if first == "pages":
        return str(data["pages"][int(number)]["title_nl"])
    return str(_NAMES[key])
