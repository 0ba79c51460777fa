"""The outcome as flat cells of the ledger, and back. A cell keeps value and interval together, so
that a later version changes all of a figure or nothing of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from krachtlokaal.needs.outcome import model
from krachtlokaal.needs.outcome.model import DIMENSIONS, Count, Figure, Outcome, Triple

Pair = tuple[str, Any]
Cells = Mapping[str, Any]


def write(outcome: Outcome) -> Iterator[Pair]:
    """JSON keeps no order of keys, so the order of themes, forms and groups is a cell."""
    yield (
        "shape",
        {
            "themes": [theme.key for theme in outcome.themes],
            "forms": list(outcome.forms),
            **{name: [one.key for one in outcome.groups[name]] for name in DIMENSIONS},
            "crossed": [list(key) for key in outcome.crossed],
        },
    )
    yield "count/all", _count(outcome.count)
    for (municipality, sector), count in outcome.crossed.items():
        yield f"count/crossed/{municipality}/{sector}", _count(count)
    for form, figure in outcome.forms.items():
        yield f"form/{form}", _figure(figure)
    for theme in outcome.themes:
        yield from _theme(theme)
    for dimension in DIMENSIONS:
        for group in outcome.groups[dimension]:
            yield f"count/{dimension}/{group.key}", _count(group.count)
            for key, found in group.themes.items():
                yield from _triple(f"{dimension}/{group.key}/{key}", found)
    yield "weights", [[one.variable, list(one.categories), one.factor] for one in outcome.weights]
    yield "method", _method(outcome.method)


def read(cells: Cells, version: int) -> Outcome:
    """Raises KeyError for cells that `write` did not write."""
    shape = cells["shape"]
    return Outcome(
        count=_read_count(cells["count/all"]),
        groups={name: _read_groups(cells, shape, name) for name in DIMENSIONS},
        crossed={
            (town, sector): _read_count(cells[f"count/crossed/{town}/{sector}"])
            for town, sector in shape["crossed"]
        },
        themes=tuple(_read_theme(cells, key, shape["forms"]) for key in shape["themes"]),
        forms={form: _read_figure(cells[f"form/{form}"]) for form in shape["forms"]},
        weights=tuple(
            model.Weight(variable, tuple(categories), factor)
            for variable, categories, factor in cells["weights"]
        ),
        method=_read_method(cells["method"]),
        version=version,
    )


def _theme(theme: model.Theme) -> Iterator[Pair]:
    prefix = f"area/{theme.key}"
    yield from _triple(prefix, theme.weighted)
    for name, figure in model.triple("plain", theme.unweighted):
        yield f"{prefix}/{name.replace('/', '.')}", _figure(figure)
    for form, figure in theme.forms.items():
        yield f"{prefix}/form.{form}", _figure(figure)
    yield f"{prefix}/priority", _figure(theme.priority)
    rank, change = theme.rank, theme.change
    yield f"{prefix}/rank", None if rank is None else [rank.rank, rank.best, rank.worst]
    yield (
        f"{prefix}/change",
        None if change is None else [change.value, change.low, change.high, change.is_sure],
    )


def _read_theme(cells: Cells, key: str, forms: list[str]) -> model.Theme:
    prefix = f"area/{key}"
    rank, change = cells[f"{prefix}/rank"], cells[f"{prefix}/change"]
    return model.Theme(
        key=key,
        weighted=_read_triple(cells, f"{prefix}/"),
        unweighted=_read_triple(cells, f"{prefix}/plain."),
        priority=_read_figure(cells[f"{prefix}/priority"]),
        forms={form: _read_figure(cells[f"{prefix}/form.{form}"]) for form in forms},
        rank=None if rank is None else model.Rank(*rank),
        change=None if change is None else model.Change(*change),
    )


def _read_groups(cells: Cells, shape: Cells, dimension: str) -> tuple[model.Group, ...]:
    return tuple(
        model.Group(
            key,
            _read_count(cells[f"count/{dimension}/{key}"]),
            {
                theme: _read_triple(cells, f"{dimension}/{key}/{theme}/")
                for theme in shape["themes"]
            },
        )
        for key in shape[dimension]
    )


def _triple(prefix: str, found: Triple) -> Iterator[Pair]:
    for name, figure in model.triple(prefix, found):
        yield name, _figure(figure)


def _read_triple(cells: Cells, prefix: str) -> Triple:
    return Triple(
        *(_read_figure(cells[prefix + name]) for name in ("score", "importance", "help_wanted"))
    )


def _count(count: Count) -> dict[str, Any]:
    hidden = {"hidden": count.hidden.value} if count.hidden else {}
    return {"population": count.population, "answered": count.answered, **hidden}


def _read_count(cell: Cells) -> Count:
    return Count(cell["population"], cell["answered"], _reason(cell))


def _figure(figure: Figure) -> dict[str, Any]:
    if figure.hidden:
        return {"value": None, "hidden": figure.hidden.value}
    differs = {"differs": figure.differs.value} if figure.differs else {}
    return {"value": figure.value, "low": figure.low, "high": figure.high, **differs}


def _read_figure(cell: Cells) -> Figure:
    differs = model.Differs(cell["differs"]) if cell.get("differs") else None
    return Figure(cell["value"], cell.get("low"), cell.get("high"), differs, _reason(cell))


def _reason(cell: Cells) -> model.Reason | None:
    return model.Reason(cell["hidden"]) if cell.get("hidden") else None


def _method(method: model.Method | None) -> dict[str, Any] | None:
    if method is None:
        return None
    merged = [[list(one.strata), one.into] for one in method.merged]
    return {**vars(method), "merged": merged, "raked_on": list(method.raked_on)}


def _read_method(cell: Cells | None) -> model.Method | None:
    if cell is None:
        return None
    merged = tuple(model.Merged(tuple(strata), into) for strata, into in cell["merged"])
    return model.Method(**{**cell, "merged": merged, "raked_on": tuple(cell["raked_on"])})
