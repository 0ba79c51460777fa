"""The outcome as a table for other programs: one row for each figure, hidden ones with why."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from krachtlokaal.needs.figures import words
from krachtlokaal.needs.figures.grouped import ordered
from krachtlokaal.needs.figures.words import Measure, Names
from krachtlokaal.needs.outcome.model import DIMENSIONS, Count, Figure, Outcome, Theme, Triple
from krachtlokaal.needs.queries.outcome import REASONS
from krachtlokaal.publishing.tables import Cell, Column

Row = Sequence[Cell]


def columns() -> list[Column]:
    return [
        Column(_("Wat"), 30),
        Column(_("Onderwerp"), 36),
        Column(_("Verdeeld naar"), 16),
        Column(_("Groep"), 30),
        Column(_("Gewogen"), 10),
        Column(_("Waarde"), 10),
        Column(_("Ondergrens 95%"), 10),
        Column(_("Bovengrens 95%"), 10),
        Column(_("Bijzonder"), 20),
        Column(_("Niet getoond, want"), 40),
    ]


def rows(outcome: Outcome, names: Names) -> Iterator[Row]:
    """Who answered, then all figures of the area, then those of the groups."""
    yield from _answered(outcome, names)
    yield from _forms(outcome.forms, "", names)
    for theme in outcome.ranking:
        yield from _theme(theme, names)
    for theme in outcome.ranking:
        for dimension in DIMENSIONS:
            for group in ordered(outcome, names, dimension):
                at = (str(words.DIMENSIONS[dimension]), names.group(dimension, group.key))
                found = group.themes[theme.key]
                yield from _triple(names.theme(theme.key), at, found, weighted=True)


def _answered(outcome: Outcome, names: Names) -> Iterator[Row]:
    yield from _count(outcome.count, ("", _everything()))
    for dimension in DIMENSIONS:
        for group in ordered(outcome, names, dimension):
            at = (str(words.DIMENSIONS[dimension]), names.group(dimension, group.key))
            yield from _count(group.count, at)
    for (town, sector), count in outcome.crossed.items():
        at = (_("gemeente en soort"), names.stratum(f"{town}/{sector}"))
        yield from _count(count, at)


def _count(count: Count, at: tuple[str, str]) -> Iterator[Row]:
    why = str(REASONS[count.hidden]) if count.hidden else None
    rest: Row = (None, None, None)
    population = count.population
    unknown = why if population is None else None
    yield (_("organisaties in het gebied"), None, *at, None, population, *rest, unknown)
    yield (_("organisaties die antwoordden"), None, *at, None, count.answered, *rest, why)


def _theme(theme: Theme, names: Names) -> Iterator[Row]:
    name, at = names.theme(theme.key), ("", _everything())
    yield _row(_("Behoefte (0 tot 100)"), name, at, theme.priority)
    rank = theme.rank
    if rank:
        yield (_("Plaats"), name, *at, _("ja"), rank.rank, rank.best, rank.worst, None, None)
    yield from _triple(name, at, theme.weighted, weighted=True)
    yield from _triple(name, at, theme.unweighted, weighted=False)
    yield from _forms(theme.forms, name, names)
    change = theme.change
    if change:
        sure = _("meer dan toeval") if change.is_sure else _("kan toeval zijn")
        what = _("Verandering in punten")
        yield (what, name, *at, _("ja"), change.value, change.low, change.high, sure, None)


def _triple(name: str, at: tuple[str, str], found: Triple, *, weighted: bool) -> Iterator[Row]:
    for measure in Measure:
        unit = _(" (procent)") if measure is Measure.HELP else ""
        yield _row(f"{measure.label}{unit}", name, at, measure.of(found), weighted=weighted)


def _forms(forms: Mapping[str, Figure], name: str, names: Names) -> Iterator[Row]:
    for key, figure in forms.items():
        what = _("Wil hulp: %(form)s (procent)") % {"form": words.within(names.form(key))}
        yield _row(what, name, ("", _everything()), figure)


def _row(
    what: str, name: str, at: tuple[str, str], figure: Figure, *, weighted: bool = True
) -> Row:
    differs = str(words.DIFFERENCES[figure.differs]) if figure.differs else None
    why = str(REASONS[figure.hidden]) if figure.hidden else None
    is_weighted = _("ja") if weighted else _("nee")
    return (what, name, *at, is_weighted, figure.value, figure.low, figure.high, differs, why)


def _everything() -> str:
    return _("hele gebied")
