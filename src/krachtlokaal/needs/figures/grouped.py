"""The rows of tables: themes over the whole area, one theme by group, and who answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.needs.figures import words
from krachtlokaal.needs.figures.words import Measure, Names, Shown
from krachtlokaal.needs.outcome.model import DIMENSIONS, Count, Figure, Group, Outcome, Triple
from krachtlokaal.needs.queries.outcome import REASONS

_CROSSED = ("municipality", "sector")


@dataclass(frozen=True)
class Line:
    """A theme or a group with its three figures."""

    key: str
    name: str
    score: Shown
    importance: Shown
    help_wanted: Shown

    @property
    def differs(self) -> list[tuple[str, str, bool]]:
        """What is more than chance away from the rest: of what, how, and whether it is lower."""
        told = zip(Measure, (self.score, self.importance, self.help_wanted), strict=True)
        return [(one.label, found.differs, found.is_lower) for one, found in told if found.differs]

    @property
    def why(self) -> str:
        """Why nothing of it is shown; empty when something is."""
        all_of = (self.score, self.importance, self.help_wanted)
        return self.score.why if all(one.why for one in all_of) else ""


@dataclass(frozen=True)
class Division:
    """One theme by municipality, sector or size."""

    key: str
    head: str
    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Answered:
    """A group: how many organisations it has, and how many answered."""

    name: str
    population: str
    answered: str
    why: str


@dataclass(frozen=True)
class Crossed:
    """Who answered by municipality and sector: the head of the rows, those of the columns, rows."""

    head: str
    heads: list[str]
    rows: list[tuple[str, list[Answered]]]


def line(key: str, name: str, triple: Triple) -> Line:
    return Line(key, name, *(words.shown(one.of(triple), one.scale) for one in Measure))


def themes(outcome: Outcome, names: Names, *, weighted: bool = True) -> list[Line]:
    """All themes over the whole area, in the order of need."""
    return [
        line(one.key, names.theme(one.key), one.weighted if weighted else one.unweighted)
        for one in outcome.ranking
    ]


def divisions(outcome: Outcome, names: Names, theme: str) -> list[Division]:
    return [
        Division(
            dimension,
            str(words.HEADS[dimension]),
            str(words.DIMENSIONS[dimension]),
            [
                line(group.key, names.group(dimension, group.key), group.themes[theme])
                for group in ordered(outcome, names, dimension)
            ],
        )
        for dimension in DIMENSIONS
        if outcome.groups[dimension]
    ]


def ordered(outcome: Outcome, names: Names, dimension: str) -> list[Group]:
    """Groups in their usual order: sizes from small to large, others by name."""
    places = {key: at for at, key in enumerate(names.groups.get(dimension, {}))}
    found = outcome.groups[dimension]
    if dimension == "size":
        return sorted(found, key=lambda group: places.get(group.key, len(places)))
    return sorted(found, key=lambda group: names.group(dimension, group.key))


@dataclass(frozen=True)
class Difference:
    """A figure of a group that is more than chance away from the rest."""

    key: str
    theme: str
    group: str
    measure: str
    shown: Shown


def differences(outcome: Outcome, names: Names) -> list[Difference]:
    """All of them, the theme with the most need first."""
    return [
        Difference(
            theme,
            names.theme(theme),
            names.group(dimension, group),
            measure.label,
            words.shown(figure, measure.scale),
        )
        for theme, dimension, group, measure, figure in _marked(outcome, names)
    ]


def _marked(outcome: Outcome, names: Names) -> Iterator[tuple[str, str, str, Measure, Figure]]:
    for theme, dimension in product(outcome.ranking, DIMENSIONS):
        for group, measure in product(ordered(outcome, names, dimension), Measure):
            figure = measure.of(group.themes[theme.key])
            if figure.differs:
                yield theme.key, dimension, group.key, measure, figure


def neighbours(outcome: Outcome, names: Names, theme: str) -> list[tuple[str, str]]:
    """The themes above and below this one in the ranking, to go on to."""
    keys = [one.key for one in outcome.ranking]
    at = keys.index(theme)
    return [(key, names.theme(key)) for key in keys[max(at - 1, 0) : at + 2] if key != theme]


def answered(outcome: Outcome, names: Names) -> list[tuple[str, str, list[Answered]]]:
    """Per dimension its name, the head of its first column, and its groups."""
    return [
        (
            str(words.DIMENSIONS[dimension]),
            str(words.HEADS[dimension]),
            [
                counted(names.group(dimension, group.key), group.count)
                for group in ordered(outcome, names, dimension)
            ],
        )
        for dimension in DIMENSIONS
        if outcome.groups[dimension]
    ]


def crossed(outcome: Outcome, names: Names) -> Crossed:
    """The longer of both stands in the rows."""
    keys = {name: [group.key for group in ordered(outcome, names, name)] for name in _CROSSED}
    across, down = sorted(_CROSSED, key=lambda name: len(keys[name]))
    rows = []
    for row in keys[down]:
        cells = []
        for column in keys[across]:
            at = {down: row, across: column}
            count = outcome.crossed.get((at["municipality"], at["sector"]), Count(0, 0))
            cells.append(counted(names.group(across, column), count))
        rows.append((names.group(down, row), cells))
    heads = [names.group(across, key) for key in keys[across]]
    return Crossed(str(words.HEADS[down]), heads, rows)


def counted(name: str, count: Count) -> Answered:
    """Where the number of answers stays in, the number of organisations may do so too."""
    population = words.HIDDEN if count.population is None else number(count.population)
    if count.answered is None:
        why = str(REASONS[count.hidden]) if count.hidden else ""
        return Answered(name, population, words.HIDDEN, why)
    return Answered(name, population, number(count.answered), "")
