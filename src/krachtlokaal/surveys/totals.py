"""Totals over the organisations of a wave: how strong, how important, which help; protected.

Pure: organisations in, figures out. Each table of counts goes through `analysis.disclosure`; a mean
is shown where its number of organisations is shown, because sums of scores hang together in the
same way as counts do. An organisation counts once, however many of its people answered.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from krachtlokaal.analysis import scoring

MINIMUM = 5
DIMENSIONS = ("sector", "size", "municipality")
TOTAL = ("*",)
TIME_LIMIT = 20.0  # seconds for one table; what is found by then is safe too
Cell = dict[str, Any]


@dataclass(frozen=True)
class OrganisationFigures:
    """What one organisation said, over all who answered for it."""

    stratum: Mapping[str, str]
    # theme → score 0 to 100, importance 1 to 5, whether help is wanted this year, forms of help.
    scores: Mapping[str, float]
    importance: Mapping[str, float] = field(default_factory=dict)
    wants_help: Mapping[str, bool] = field(default_factory=dict)
    help_forms: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Totals:
    """The figures that may leave, as they stand in the ledger, and how many cells are hidden."""

    cells: dict[str, Any]
    hidden: int


def totals(
    organisations: Sequence[OrganisationFigures],
    *,
    themes: Sequence[str],
    rules: scoring.Rules,
    help_forms: Sequence[str] = (),
    minimum: int = MINIMUM,
) -> Totals:
    """All tables of a wave. A hidden figure is None; it stands nowhere in the result."""
    count = len(organisations)
    if count < minimum:
        return Totals({"organisations": None, "minimum": minimum}, hidden=1)
    cells: dict[str, Any] = {
        "organisations": count,
        "minimum": minimum,
        "themes": {key: _theme(key, organisations, rules, minimum) for key in themes},
        "help_forms": _shares(
            help_forms, organisations, lambda one, form: form in one.help_forms, minimum
        ),
    }
    for name in DIMENSIONS:
        cells[name] = {key: _by(name, key, organisations, minimum) for key in themes}
    return Totals(cells, _hidden(cells))


def _theme(
    key: str, organisations: Sequence[OrganisationFigures], rules: scoring.Rules, minimum: int
) -> Cell | None:
    scored = [one.scores[key] for one in organisations if key in one.scores]
    if len(scored) < minimum:
        return None
    counts = Counter(found.key for score in scored if (found := scoring.level(score, rules)))
    shown = _published({(level.key,): counts[level.key] for level in rules.levels}, minimum)
    wanting = [one.wants_help[key] for one in organisations if key in one.wants_help]
    return {
        "n": len(scored),
        "score": _mean(scored),
        "levels": {level.key: shown.get((level.key,)) for level in rules.levels},
        "importance": _mean_of(
            [one.importance[key] for one in organisations if key in one.importance], minimum
        ),
        "help": _share(wanting, minimum),
    }


def _by(
    dimension: str, key: str, organisations: Sequence[OrganisationFigures], minimum: int
) -> dict[str, Cell | None]:
    groups: dict[str, list[float]] = {}
    for one in organisations:
        if key in one.scores and dimension in one.stratum:
            groups.setdefault(one.stratum[dimension], []).append(one.scores[key])
    shown = _published({(name,): len(scores) for name, scores in groups.items()}, minimum)
    return {
        name: {"n": len(scores), "score": _mean(scores)} if (name,) in shown else None
        for name, scores in sorted(groups.items())
    }


def _shares(
    names: Iterable[str],
    organisations: Sequence[OrganisationFigures],
    has: Callable[[OrganisationFigures, str], bool],
    minimum: int,
) -> dict[str, Cell | None]:
    return {name: _share([has(one, name) for one in organisations], minimum) for name in names}


def _share(answers: Sequence[bool], minimum: int) -> Cell | None:
    """How many said yes out of how many; hidden when few said yes, or few did not."""
    yes = sum(answers)
    shown = _published({("yes",): yes, ("no",): len(answers) - yes}, minimum)
    if len(answers) < minimum or ("yes",) not in shown:
        return None
    return {"n": len(answers), "yes": yes}


def _published(counts: Mapping[tuple[str, ...], int], minimum: int) -> dict[tuple[str, ...], int]:
    """The cells of a table of counts that may be shown.

    Their total is shown elsewhere, so a pattern that must hide it leaves nothing.
    """
    # The optimiser is heavy, and only the job that makes totals needs it.
    from krachtlokaal.analysis.disclosure import protect

    if not counts:
        return {}
    done = protect(counts, minimum=minimum, time_limit=TIME_LIMIT)
    shown = {cell.cell: cell.count for cell in done.cells if cell.count is not None}
    return {cell: shown[cell] for cell in counts if cell in shown} if TOTAL in shown else {}


def _mean_of(values: Sequence[float], minimum: int) -> float | None:
    return _mean(values) if len(values) >= minimum else None


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 1)


def _hidden(part: object) -> int:
    if part is None:
        return 1
    if isinstance(part, dict):
        return sum(_hidden(value) for value in part.values())
    return 0
