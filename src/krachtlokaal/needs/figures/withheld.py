"""What is not shown, and why: each thing once, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.needs.figures import words
from krachtlokaal.needs.figures.words import Measure, Names
from krachtlokaal.needs.outcome.model import DIMENSIONS, Group, Outcome, Reason
from krachtlokaal.needs.queries.outcome import REASONS


@dataclass(frozen=True)
class Withheld:
    """One reason with all that it holds back."""

    why: str
    what: list[str]


def withheld(outcome: Outcome, names: Names) -> list[Withheld]:
    found: dict[Reason, list[str]] = {}
    for what, reason in [
        *_whole_groups(outcome, names),
        *_of_groups(outcome, names),
        *_of_area(outcome, names),
        *_crossed(outcome),
    ]:
        found.setdefault(reason, []).append(what)
    return [Withheld(str(REASONS[one]), found[one]) for one in Reason if one in found]


Told = Iterable[tuple[str, Reason]]


def _all_hidden(group: Group) -> Reason | None:
    """Why nothing of a group is shown; None where something is."""
    reasons = [one.of(triple).hidden for triple in group.themes.values() for one in Measure]
    return reasons[0] if reasons and all(reasons) else None


def _whole_groups(outcome: Outcome, names: Names) -> Told:
    for dimension in DIMENSIONS:
        found: dict[Reason, list[str]] = {}
        for group in outcome.groups[dimension]:
            reason = _all_hidden(group)
            if reason:
                found.setdefault(reason, []).append(names.group(dimension, group.key))
        for reason, groups in found.items():
            yield _("alle cijfers van %(groups)s") % {"groups": words.shortly(groups)}, reason


def _of_groups(outcome: Outcome, names: Names) -> Told:
    """What is missing of groups of which other figures are shown, themes taken together."""
    for dimension in DIMENSIONS:
        some = [group for group in outcome.groups[dimension] if not _all_hidden(group)]
        found: dict[tuple[Measure, Reason, tuple[str, ...]], list[str]] = {}
        for theme in outcome.themes:
            for measure in Measure:
                for reason in Reason:
                    where = tuple(
                        group.key
                        for group in some
                        if measure.of(group.themes[theme.key]).hidden is reason
                    )
                    if where:
                        found.setdefault((measure, reason, where), []).append(theme.key)
        for (measure, reason, where), keys in found.items():
            yield _partly(names, dimension, measure, where, keys, len(some)), reason


def _partly(
    names: Names,
    dimension: str,
    measure: Measure,
    where: tuple[str, ...],
    keys: list[str],
    all_of: int,
) -> str:
    about = {
        "measure": words.within(measure.label),
        "themes": words.shortly([words.within(names.theme(key)) for key in keys]),
        "dimension": str(words.DIMENSIONS[dimension]),
        "groups": words.shortly([names.group(dimension, key) for key in where]),
    }
    if len(where) == all_of:
        return _("%(measure)s per %(dimension)s bij %(themes)s") % about
    return _("%(measure)s van %(groups)s bij %(themes)s") % about


def _of_area(outcome: Outcome, names: Names) -> Told:
    yield from _of_forms(outcome, names)
    for measure in Measure:
        found: dict[Reason, list[str]] = {}
        for theme in outcome.themes:
            reason = measure.of(theme.weighted).hidden
            if reason:
                found.setdefault(reason, []).append(words.within(names.theme(theme.key)))
        for reason, themes in found.items():
            about = {"measure": words.within(measure.label), "themes": words.shortly(themes)}
            yield _("%(measure)s van het hele gebied bij %(themes)s") % about, reason


def _of_forms(outcome: Outcome, names: Names) -> Told:
    """Forms of help, themes with the same ones taken together."""
    for form, figure in outcome.forms.items():
        if figure.hidden:
            about = {"form": words.within(names.form(form))}
            yield _("wie hulp wil als %(form)s") % about, figure.hidden
    found: dict[tuple[Reason, tuple[str, ...]], list[str]] = {}
    for theme in outcome.themes:
        for reason in Reason:
            forms = tuple(form for form, one in theme.forms.items() if one.hidden is reason)
            if forms:
                name = words.within(names.theme(theme.key))
                found.setdefault((reason, forms), []).append(name)
    for (reason, forms), themes in found.items():
        about = {
            "forms": words.shortly([words.within(names.form(form)) for form in forms]),
            "themes": words.shortly(themes),
        }
        if len(forms) == len(outcome.forms):
            yield _("in welke vorm zij hulp willen bij %(themes)s") % about, reason
        else:
            yield _("wie hulp wil als %(forms)s bij %(themes)s") % about, reason


def _crossed(outcome: Outcome) -> Told:
    for reason in Reason:
        count = sum(one.hidden is reason for one in outcome.crossed.values())
        if count:
            told = ngettext(
                "hoeveel er antwoordden in %(number)s vakje van gemeente en soort",
                "hoeveel er antwoordden in %(number)s vakjes van gemeente en soort",
                count,
            )
            yield told % {"number": number(count)}, reason
    for dimension in DIMENSIONS:
        for reason in Reason:
            groups = sum(one.count.hidden is reason for one in outcome.groups[dimension])
            if groups:
                told = ngettext(
                    "hoeveel er antwoordden in %(number)s groep naar %(dimension)s",
                    "hoeveel er antwoordden in %(number)s groepen naar %(dimension)s",
                    groups,
                )
                about = {"number": number(groups), "dimension": words.DIMENSIONS[dimension]}
                yield told % about, reason
