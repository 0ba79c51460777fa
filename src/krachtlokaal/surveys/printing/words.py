"""Sentences of a report where no template says them: the same as on its pages."""

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.core.templatetags.kl import number, percent
from krachtlokaal.surveys.figures import Good, Report, Shift, ThemeFigure
from krachtlokaal.surveys.figures.together import Difference
from krachtlokaal.surveys.queries.matching import Match
from krachtlokaal.surveys.queries.reports import Outcome

OFTEN_UNKNOWN = 0.1


def eyebrow(outcome: Outcome) -> str:
    """KrachtMeting, november 2026"""
    if outcome.asked_on is None:
        return outcome.title
    return f"{outcome.title}, {formats.date_format(outcome.asked_on, 'F Y')}"


def lead(outcome: Outcome) -> str:
    if outcome.together is not None:
        return _("Van %(number)s deelnemers samen, zoals het was op %(day)s.") % {
            "number": outcome.together.raters,
            "day": formats.date_format(outcome.together.made_on, "j F Y"),
        }
    if outcome.is_each:
        return _("Dit is wat u zelf invulde. Alleen u ziet dit.")
    return _("Ingevuld namens de organisatie.")


def statement(good: Good) -> str:
    words = _("Niet zo: „%(statement)s”") if good.is_denied else "„%(statement)s”"
    return words % {"statement": good.statement}


def level(theme: ThemeFigure) -> str:
    return theme.level.word.lower() if theme.level else ""


def whom_to_call(outcome: Outcome) -> str:
    workspace = outcome.wave.workspace
    phone = outcome.wave.sender_phone or workspace.phone
    if not phone:
        return _("Vragen over deze uitkomst? Vraag het %(workspace)s.") % {
            "workspace": workspace.name
        }
    return _("Vragen over deze uitkomst? Bel %(workspace)s: %(phone)s.") % {
        "workspace": workspace.name,
        "phone": phone,
    }


def notes(report: Report) -> list[str]:
    """What must be said under the table of themes."""
    found = []
    if report.unscored:
        names = ", ".join(theme.name for theme in report.unscored)
        found.append(
            _("Bij deze onderwerpen is minder dan de helft van de zinnen beantwoord:")
            + f" {names}."
        )
    if (report.unknown_share or 0) >= OFTEN_UNKNOWN:
        share = percent(report.unknown_share)
        found.append(_("Bij %(share)s van de zinnen staat „Weet ik niet”.") % {"share": share})
    found.append(
        _(
            "De grenzen tussen de niveaus zijn voorlopig. Zij zijn nog niet getoetst bij veel"
            " organisaties."
        )
    )
    return found


def compared_with(report: Report) -> str:
    return _(
        "Vergeleken met %(name)s, alleen op zinnen die beide keren zijn gevraagd. Een verschil van"
        " minder dan 10 punten zegt weinig."
    ) % {"name": report.earlier_name}


def shift(found: Shift) -> str:
    if found.direction == "equal":
        return _("ongeveer gelijk")
    words = (
        _("%(points)s punten hoger") if found.direction == "up" else _("%(points)s punten lager")
    )
    return words % {"points": abs(found.difference)}


def difference(found: Difference) -> str:
    unknown = " " + _("Vaak staat er „Weet ik niet”.") if found.often_unknown else ""
    return f"{found.word}.{unknown}"


def order_of_priorities(report: Report) -> str:
    if report.has_importance:
        return _("Wij zetten bovenaan wat voor u belangrijk is en nu nog moeite kost.")
    return _("Wij zetten bovenaan waar u hulp bij wilt, en daarna wat nu de meeste moeite kost.")


def about_priority(theme: ThemeFigure) -> str:
    """Its level, its place among important and weak, and what was said about it."""
    parts = [
        f"{theme.level.word}." if theme.level else "",
        f"{theme.quadrant}." if theme.quadrant else "",
        _("U vindt dit: %(word)s.") % {"word": theme.importance_word.lower()}
        if theme.importance_word
        else "",
        _("Hulp gewenst: %(word)s.") % {"word": theme.help_word.lower()} if theme.help_word else "",
    ]
    return " ".join(part for part in parts if part)


def unmet(match: Match, outcome: Outcome) -> str:
    """Whom to call for what nobody offers here; empty where everything is met."""
    if not match.unmet and match.fits:
        return ""
    asked = _("U koos: %(form)s. Dat staat nu niet in de lijst voor uw gemeente.")
    told = f"{asked % {'form': match.unmet_words}} " if match.unmet else ""
    return told + whom_to_call(outcome)


def computed(outcome: Outcome) -> list[str]:
    """How the figures came about, in short."""
    lines = [
        _(
            "Elke zin telt van 1 (helemaal niet mee eens) tot 5 (helemaal mee eens). Per onderwerp"
            " nemen wij het gemiddelde, als ten minste de helft van de zinnen een antwoord heeft,"
            " en maken daar punten van 0 tot 100 van."
        ),
        _bounds(outcome.report),
    ]
    if outcome.together is not None:
        lines.append(
            ngettext(
                "Samen is het gemiddelde van %(number)s deelnemer; ieder telt even zwaar.",
                "Samen is het gemiddelde van %(number)s deelnemers; ieder telt even zwaar.",
                outcome.together.raters,
            )
            % {"number": outcome.together.raters}
        )
        if outcome.together.icc1 is not None:
            lines.append(
                _(
                    "Eensgezindheid (ICC1): %(icc1)s. Stevigheid van het gemiddelde (ICC2):"
                    " %(icc2)s."
                )
                % {
                    "icc1": number(outcome.together.icc1, 2),
                    "icc2": number(outcome.together.icc2, 2),
                }
            )
    return lines


def _bounds(report: Report) -> str:
    named = ", ".join(f"{one.word.lower()} {one.start:g}" for one in report.levels)
    return _("De niveaus beginnen bij: %(levels)s. Deze grenzen zijn voorlopig.") % {
        "levels": named
    }
