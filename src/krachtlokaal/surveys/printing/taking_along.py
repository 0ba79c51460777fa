"""A result to take along: PDF to read, CSV for Excel and for programs, JSON with everything.

Where each answered for herself it holds the combined figures alone, never anybody's answers.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.publishing import csv_files, pdf
from krachtlokaal.publishing.csv_files import Flavour
from krachtlokaal.publishing.tables import Cell, Column
from krachtlokaal.surveys.figures import ThemeFigure
from krachtlokaal.surveys.printing.report import document
from krachtlokaal.surveys.queries.reports import Outcome

KINDS: dict[str, Promise] = {
    "pdf": gettext_lazy("Pdf, om te lezen en te printen"),
    "excel": gettext_lazy("Csv, voor Excel"),
    "csv": gettext_lazy("Csv, voor andere programma's"),
    "json": gettext_lazy("Json, met alles erin"),
}


@dataclass(frozen=True)
class File:
    data: bytes
    ending: str
    content_type: str


def make(kind: str, outcome: Outcome, language: str) -> File:
    """One of KINDS, in the language that is active."""
    if kind == "pdf":
        return File(document(outcome, language), "pdf", pdf.CONTENT_TYPE)
    if kind == "json":
        text = json.dumps(_everything(outcome), ensure_ascii=False, indent=2)
        return File(text.encode(), "json", "application/json")
    flavour = Flavour.DUTCH if kind == "excel" else Flavour.MACHINE
    table = csv_files.write(_columns(), [_row(one) for one in outcome.report.themes], flavour)
    return File(table, "csv", csv_files.CONTENT_TYPE)


def _columns() -> list[Column]:
    return [
        Column(_("Onderwerp")),
        Column(_("Score van 0 tot 100")),
        Column(_("Niveau")),
        Column(_("Aandeel „Weet ik niet”")),
        Column(_("Belang van 1 tot 5")),
        Column(_("Hulp gewenst")),
    ]


def _row(theme: ThemeFigure) -> list[Cell]:
    return [
        theme.name,
        _rounded(theme.score, 2),
        theme.level.word if theme.level else "",
        _rounded(theme.unknown_share, 3),
        _rounded(theme.importance, 2),
        theme.help_word,
    ]


def _rounded(value: float | None, places: int) -> float | None:
    return None if value is None else round(value, places)


def _everything(outcome: Outcome) -> dict[str, Any]:
    """Keys as in the questionnaire, so that another program can go on with them."""
    wave, together = outcome.wave, outcome.together
    told: dict[str, Any] = {
        "questionnaire": outcome.definition.key,
        "version": outcome.definition.number,
        "form": wave.variant,
        "measurement": wave.title,
        "opened_on": wave.opens_on.isoformat() if wave.opens_on else None,
        "closes_on": wave.closes_on.isoformat() if wave.closes_on else None,
        "organisation": outcome.organisation.name,
        "answered": wave.answering,
        "profile": outcome.measurement.profile,
        "themes": [
            {
                "key": theme.key,
                "name": theme.name,
                "score": theme.score,
                "level": theme.level.key if theme.level else None,
                "unknown_share": theme.unknown_share,
                "importance": theme.importance,
                "help_wanted": theme.help_wanted or None,
                "help_forms": list(theme.help_forms),
            }
            for theme in outcome.report.themes
        ],
        "priorities": [priority.theme.key for priority in outcome.report.priorities],
    }
    if together is not None:
        told["raters"] = together.raters
        told["made_on"] = together.made_on.isoformat()
        told["differences"] = [
            {"theme": one.theme.key, "words": one.word} for one in together.differences
        ]
    if outcome.content is not None:
        told["answers"] = {
            key: value for key, value in outcome.content.items() if not key.startswith("consent.")
        }
    return told
