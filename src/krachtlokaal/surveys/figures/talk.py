"""A script for a talk of twenty minutes: what to do, how long, and what to ask."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from krachtlokaal.surveys.figures.report import Report
from krachtlokaal.surveys.figures.steps import NextStep
from krachtlokaal.surveys.figures.together import Together


@dataclass(frozen=True)
class TalkStep:
    minutes: int
    title: str
    text: str


def talk(report: Report, step: NextStep, together: Together | None = None) -> tuple[TalkStep, ...]:
    """Four steps, or five where several see it differently; twenty minutes in all."""
    differences = [one for one in together.differences if one.talk_about] if together else []
    steps = [
        TalkStep(3, _("Lees"), _("Iedereen leest de uitkomst. Praat nog niet.")),
        _good(report, 3 if differences else 5),
    ]
    if differences:
        steps.append(_apart(differences[0].theme.name))
    steps += [
        _priority(report, 5 if differences else 7),
        TalkStep(
            5,
            _("Kies één ding"),
            _("Bijvoorbeeld: %(step)s. Spreek af wie het doet, en wanneer u terugkijkt.")
            % {"step": step.title[:1].lower() + step.title[1:]},
        ),
    ]
    return tuple(steps)


def _good(report: Report, minutes: int) -> TalkStep:
    if report.goods:
        text = _("Ieder noemt één ding dat goed gaat, bijvoorbeeld bij: %(theme)s.") % {
            "theme": report.goods[0].theme.name
        }
    else:
        text = _("Ieder noemt één ding waar de organisatie trots op mag zijn.")
    return TalkStep(minutes, _("Wat gaat goed?"), text)


def _apart(theme: str) -> TalkStep:
    words = _("Neem: %(theme)s. Vraag: wat ziet u gebeuren? Vraag niet wie wat invulde.")
    return TalkStep(4, _("Waar kijken wij verschillend naar?"), words % {"theme": theme})


def _priority(report: Report, minutes: int) -> TalkStep:
    if report.priorities:
        text = _("Kijk naar: %(theme)s. Herkent u dit? Wat maakt het lastig?") % {
            "theme": report.priorities[0].theme.name
        }
    else:
        text = _("Niets springt eruit. Wat moet volgend jaar zeker nog zo zijn?")
    return TalkStep(minutes, _("Wat vraagt aandacht?"), text)
