"""The totals of a wave as tables: with words, in the order of the questionnaire."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from krachtlokaal.analysis import scoring
from krachtlokaal.publishing.tables import Cell, Column
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import towns
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.figures.asked import rules_of
from krachtlokaal.topics.enums import HelpForm

Cells = Mapping[str, Any]


@dataclass(frozen=True)
class ThemeRow:
    """One theme over all organisations; None is hidden."""

    group: str
    name: str
    n: int | None
    score: float | None
    level: int
    level_name: str
    importance: float | None
    help_share: int | None
    levels: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class Split:
    """Scores of all themes by sector, size or municipality."""

    names: tuple[str, ...]
    # Per theme its name and per group the score, None where it is hidden.
    rows: tuple[tuple[str, tuple[float | None, ...]], ...]
    # Groups that are too small in every theme, or would give such a one away.
    hidden: tuple[str, ...]


def theme_rows(definition: Definition, cells: Cells, language: str) -> list[ThemeRow]:
    groups = {group.key: group.name.into(language) for group in definition.groups}
    return [
        _theme_row(
            definition, groups.get(theme.group, ""), theme.name.into(language), found, language
        )
        for theme in definition.themes
        for found in [cells.get("themes", {}).get(theme.key) or {}]
    ]


def _theme_row(
    definition: Definition, group: str, name: str, found: Cells, language: str
) -> ThemeRow:
    rules = rules_of(definition)
    keys = [level.key for level in rules.levels]
    names = {key: definition.level_names[key].into(language) for key in keys}
    reached = scoring.level(found.get("score"), rules)
    return ThemeRow(
        group=group,
        name=name,
        n=found.get("n"),
        score=found.get("score"),
        level=keys.index(reached.key) + 1 if reached else 0,
        level_name=names[reached.key] if reached else "",
        importance=found.get("importance"),
        help_share=_percent(found.get("help")),
        levels=tuple((names[key], (found.get("levels") or {}).get(key)) for key in keys),
    )


def split(definition: Definition, cells: Cells, dimension: str, language: str) -> Split:
    """The groups of which a score is shown, in their usual order; the others by name alone."""
    tables: dict[str, dict[str, Any]] = cells.get(dimension) or {}
    words = _words(dimension)
    keys = _in_order({key for table in tables.values() for key in table}, words)
    shown = [key for key in keys if any(table.get(key) for table in tables.values())]
    return Split(
        names=tuple(str(words.get(key, key)) for key in shown),
        rows=tuple(
            (
                theme.name.into(language),
                tuple(_score(tables.get(theme.key, {}).get(key)) for key in shown),
            )
            for theme in definition.themes
        ),
        hidden=tuple(str(words.get(key, key)) for key in keys if key not in shown),
    )


def help_forms(cells: Cells) -> list[tuple[str, int | None]]:
    """Each form of help with the share that asked for it, the largest first, hidden ones last."""
    found = cells.get("help_forms") or {}
    rows = [
        (
            str(form.label),
            round(100 * cell["yes"] / cell["n"]) if (cell := found.get(form)) else None,
        )
        for form in HelpForm
    ]
    return sorted(rows, key=lambda row: -1 if row[1] is None else row[1], reverse=True)


def _in_order(found: Collection[str], words: Mapping[str, object]) -> list[str]:
    return [key for key in words if key in found] + sorted(set(found) - set(words))


def _percent(share: Cells | None) -> int | None:
    return round(100 * share["yes"] / share["n"]) if share else None


def _score(cell: Cells | None) -> float | None:
    return cell["score"] if cell else None


def _words(dimension: str) -> Mapping[str, object]:
    if dimension == "sector":
        return {sector.value: sector.label for sector in Sector}
    if dimension == "size":
        return {size.value: size.label for size in Size}
    return {code: town.name for code, town in towns().items()}


def sheet_columns() -> list[Column]:
    return [
        Column(_("Onderwerp"), 36),
        Column(_("Verdeeld naar"), 16),
        Column(_("Groep"), 28),
        Column(_("Aantal organisaties"), 12),
        Column(_("Score (0-100)"), 12),
        Column(_("Verborgen"), 10),
    ]


def sheet_rows(definition: Definition, cells: Cells, language: str) -> Sequence[Sequence[Cell]]:
    """All scores as open data: one row per theme and group; a hidden one says so."""
    rows: list[list[Cell]] = []
    for theme in definition.themes:
        name = theme.name.into(language)
        whole = (cells.get("themes") or {}).get(theme.key)
        rows.append([name, _("alles"), _("alle organisaties"), *_numbers(whole)])
        for dimension, title in dimension_names().items():
            words = _words(dimension)
            table = (cells.get(dimension) or {}).get(theme.key, {})
            rows += [
                [name, title, str(words.get(key, key)), *_numbers(table[key])]
                for key in _in_order(table, words)
            ]
    return rows


def _numbers(cell: Cells | None) -> list[Cell]:
    return [cell["n"], cell["score"], _("nee")] if cell else [None, None, _("ja")]


def dimension_names() -> dict[str, str]:
    """By what the scores are split, in the words of the address too."""
    return {"sector": _("soort"), "size": _("grootte"), "municipality": _("gemeente")}
