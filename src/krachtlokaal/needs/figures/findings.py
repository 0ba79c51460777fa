"""What matters most, in three sentences."""

from django.utils.translation import gettext as _

from krachtlokaal.needs.figures import words
from krachtlokaal.needs.figures.drawn import places
from krachtlokaal.needs.figures.words import Measure, Names
from krachtlokaal.needs.outcome.model import Outcome, Theme

_FEW = 3


def findings(outcome: Outcome, names: Names) -> list[str]:
    """The most urgent need and how sure that is, what comes next, and the help that is wanted."""
    ranked = [theme for theme in outcome.ranking if theme.rank]
    if not ranked:
        return []
    told = [_first(ranked[0], names), _next(ranked[1:3], names), _help(ranked[0], names)]
    return [sentence for sentence in told if sentence]


def _first(theme: Theme, names: Names) -> str:
    name, rank = names.theme(theme.key), theme.rank
    if rank is None:
        return ""
    if rank.worst == 1:
        return _("%(theme)s is het meest nodig: dat staat zeker op de eerste plaats.") % {
            "theme": name
        }
    if rank.worst == 2:
        return _("%(theme)s is het meest nodig: dat staat zeker bij de eerste twee.") % {
            "theme": name
        }
    if rank.worst == _FEW:
        return _("%(theme)s is het meest nodig: dat staat zeker bij de eerste drie.") % {
            "theme": name
        }
    return _("%(theme)s lijkt het meest nodig, maar kan ook op plaats %(worst)s staan.") % {
        "theme": name,
        "worst": rank.worst,
    }


def _next(found: list[Theme], names: Names) -> str:
    if not found:
        return ""
    told = [f"{words.within(names.theme(one.key))} ({places(one.rank)})" for one in found]
    if len(told) == 1:
        return _("Daarna komt %(theme)s.") % {"theme": told[0]}
    return _("Daarna komen %(themes)s.") % {"themes": words.listed(told)}


def _help(theme: Theme, names: Names) -> str:
    """How many want help with the first, and in which form most."""
    found = words.shown(theme.weighted.help_wanted, Measure.HELP.scale)
    if found.value is None:
        return ""
    name = words.within(names.theme(theme.key))
    known = [(figure.value, form) for form, figure in theme.forms.items() if figure.value]
    if not known:
        return _("Van de organisaties wil %(share)s dit jaar hulp bij %(theme)s.") % {
            "share": found.text,
            "theme": name,
        }
    form = max(known, key=lambda one: one[0])[1]
    return _(
        "Van de organisaties wil %(share)s dit jaar hulp bij %(theme)s, het liefst %(form)s."
    ) % {"share": found.text, "theme": name, "form": words.within(names.form(form))}


def sure_of(theme: Theme, names: Names, all_of: int) -> str:
    """The place of a theme in the ranking, in a sentence of its own page."""
    rank, name = theme.rank, names.theme(theme.key)
    if rank is None:
        return _("De plaats van dit onderwerp tonen wij niet.")
    if rank.best == rank.worst:
        told = _("%(theme)s staat zeker op plaats %(place)s van de %(all)s onderwerpen.")
        return told % {"theme": name, "place": rank.rank, "all": all_of}
    return _(
        "%(theme)s staat op plaats %(place)s van de %(all)s onderwerpen. Met 95%% zekerheid is dat"
        " plaats %(best)s tot %(worst)s."
    ) % {
        "theme": name,
        "place": rank.rank,
        "all": all_of,
        "best": rank.best,
        "worst": rank.worst,
    }


def changed(theme: Theme) -> str:
    """What changed since the survey before; empty where there was none."""
    found = theme.change
    if found is None:
        return ""
    if not found.is_sure:
        told = _(
            "De score veranderde %(value)s punten. Dat kan toeval zijn: het echte verschil ligt"
            " tussen %(low)s en %(high)s."
        )
    elif found.value < 0:
        told = _(
            "De score daalde: %(value)s punten. Dat is meer dan toeval: het echte verschil ligt"
            " tussen %(low)s en %(high)s."
        )
    else:
        told = _(
            "De score steeg: %(value)s punten. Dat is meer dan toeval: het echte verschil ligt"
            " tussen %(low)s en %(high)s."
        )
    values = {"value": found.value, "low": found.low, "high": found.high}
    return told % {name: words.CHANGE.text(value) for name, value in values.items()}
