"""The report as a PDF that screen readers can read. Its first page is for the board meeting."""

from pathlib import Path
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from krachtlokaal.publishing import pdf
from krachtlokaal.surveys.figures import ThemeFigure
from krachtlokaal.surveys.figures.together import Together
from krachtlokaal.surveys.printing import words
from krachtlokaal.surveys.queries.matching import Match
from krachtlokaal.surveys.queries.reports import Outcome

TEMPLATE = Path(__file__).parents[1] / "typst" / "report.typ"
Data = dict[str, Any]
SHOWN_DIFFERENCES = 3


def document(outcome: Outcome, language: str) -> bytes:
    """The PDF, in the language that is active."""
    name = outcome.organisation.name
    return pdf.render(TEMPLATE, data_of(outcome), language=language, title=name)


def data_of(outcome: Outcome) -> Data:
    """Everything that the template shows, in words."""
    together = outcome.together
    return {
        "brand": "Kracht Lokaal",
        "foot": f"{outcome.title}: {outcome.organisation.name}",
        "eyebrow": words.eyebrow(outcome),
        "lead": words.lead(outcome),
        "good": _good(outcome),
        "next": _next(outcome),
        "call": words.whom_to_call(outcome),
        "table": _table(outcome),
        "change": _change(outcome),
        "differences": _differences(together) if together else None,
        "roles": _roles(together) if together else None,
        "priorities": {
            "heading": _("Wat u belangrijk vindt, met hulp die past"),
            "lead": words.order_of_priorities(outcome.report),
            "items": [_priority(n, match, outcome) for n, match in enumerate(outcome.matches, 1)],
        },
        "talk": {
            "heading": _("Bespreek het in 20 minuten"),
            "steps": [
                {
                    "title": step.title,
                    "minutes": _("%(minutes)s minuten") % {"minutes": step.minutes},
                    "text": step.text,
                }
                for step in outcome.talk
            ],
        },
        "computed": {"heading": _("Zo is dit berekend"), "lines": words.computed(outcome)},
    }


def _good(outcome: Outcome) -> Data:
    return {
        "heading": _("Dit gaat goed"),
        "none": _(
            "Nog geen onderwerp staat op orde. Dat is geen fout: u weet nu waar u kunt beginnen."
        ),
        "items": [
            {
                "text": words.statement(good),
                "more": f"{good.theme.name}: {words.level(good.theme)}.",
            }
            for good in outcome.report.goods
        ],
    }


def _next(outcome: Outcome) -> Data:
    step = outcome.step
    first = next((fit for match in outcome.matches[:1] for fit in match.fits), None)
    helps = _("Dit helpt: %(offer)s.") % {"offer": first.offer.title} if first else ""
    return {
        "label": _("Uw volgende stap"),
        "heading": step.title,
        "text": f"{step.why} {step.how}",
        "help": helps,
    }


def _table(outcome: Outcome) -> Data:
    report = outcome.report
    return {
        "heading": _("Tien onderwerpen, vijf krachten"),
        "lead": _(
            "Hoe langer de balk, hoe sterker u bent. De schaal loopt van 0 tot 100. Het is geen"
            " rapportcijfer."
        ),
        "heads": [_("Onderwerp"), _("Punten"), _("Niveau")],
        "steps": report.bounds,
        "groups": [
            {"name": strength.name, "rows": [_row(theme) for theme in strength.themes]}
            for strength in report.strengths
        ],
        "notes": words.notes(report),
    }


def _row(theme: ThemeFigure) -> Data:
    return {
        "name": theme.name,
        "score": theme.score,
        "shown": "–" if theme.points is None else str(theme.points),
        "level": theme.level.number if theme.level else None,
        "word": theme.level.word if theme.level else _("Te weinig ingevuld"),
    }


def _change(outcome: Outcome) -> Data | None:
    report = outcome.report
    if not report.has_shifts:
        return None
    return {
        "heading": _("Wat is er veranderd?"),
        "lead": words.compared_with(report),
        "heads": [_("Onderwerp"), _("Toen"), _("Nu"), _("Verschil")],
        "rows": [
            [theme.name, str(theme.shift.before), str(theme.shift.after), words.shift(theme.shift)]
            for theme in report.themes
            if theme.shift
        ],
        "note": _("Onderwerpen die er niet bij staan, zijn niet te vergelijken."),
    }


def _differences(together: Together) -> Data:
    return {
        "heading": _("Hier kijkt u het meest verschillend naar"),
        "top": [
            {"name": one.theme.name, "word": f"{one.word}."}
            for one in together.differences[:SHOWN_DIFFERENCES]
        ],
        "all": _("Waar u verschillend naar kijkt"),
        "lead": _("Bovenaan staat waar u het meest verschilt. Er staat nooit wie wat invulde."),
        "heads": [_("Onderwerp"), _("Hoe kijkt u ernaar?"), _("Samen")],
        "rows": [
            [one.theme.name, words.difference(one), one.theme.level.word if one.theme.level else ""]
            for one in together.differences
        ],
        "agreement": f"{together.agreement} {together.reliability}",
    }


def _roles(together: Together) -> Data | None:
    if together.roles is None:
        return None
    return {
        "heading": _("Per rol"),
        "lead": _(
            "In punten. Alleen rollen met vier of meer deelnemers staan hier, met het aantal"
            " erachter."
        ),
        "heads": [_("Onderwerp"), *together.roles.names],
        "rows": [
            [theme, *("–" if one is None else str(one) for one in points)]
            for theme, points in together.roles.rows
        ],
    }


def _priority(number: int, match: Match, outcome: Outcome) -> Data:
    theme = match.priority.theme
    return {
        "heading": f"{number}. {theme.name}",
        "text": words.about_priority(theme),
        "offers": [
            {"title": fit.offer.title, "text": _offer(fit.offer.summary, fit.offer.valid_until)}
            for fit in match.fits
        ],
        "call": words.unmet(match, outcome),
    }


def _offer(summary: str, until: Any) -> str:  # noqa: ANN401 a date or none
    if until is None:
        return summary
    day = formats.date_format(until, "j F Y")
    return f"{summary} " + _("Tot en met %(day)s") % {"day": day} + "."
