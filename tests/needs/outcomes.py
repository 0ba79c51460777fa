"""An outcome for tests of pages, charts and reports: three municipalities, plausible and in part
hidden. Nothing is computed; every figure follows from its place by a fixed rule."""

from itertools import product

from krachtlokaal.needs.outcome.model import (
    Change,
    Count,
    Differs,
    Figure,
    Group,
    Merged,
    Method,
    Outcome,
    Rank,
    Reason,
    Theme,
    Triple,
    Weight,
)

THEMES = (
    "bestuur",
    "koers",
    "mensen_vinden",
    "mensen_houden",
    "samen_intern",
    "samen_extern",
    "geld_plek",
    "regels",
    "bereik",
    "leren",
)
FORMS = ("info", "diy_tool", "workshop", "adviser", "peers", "hands")
# Answered by population; None stays in.
COUNTS: dict[str, dict[str, tuple[int, int | None]]] = {
    "municipality": {"GM0080": (52, 31), "GM1900": (50, 27), "GM1970": (34, 18)},
    "sector": {
        "sport": (31, 18),
        "neighbourhood": (24, 15),
        "culture": (21, 11),
        "care": (18, 9),
        "religion": (14, 7),
        "nature": (12, None),
        "youth": (10, None),
        "refugees": (6, 0),
    },
    "size": {
        "1-9": (31, 14),
        "10-24": (42, 23),
        "25-49": (34, 20),
        "50-99": (19, 12),
        "100": (10, 7),
    },
}
SCORES = (62, 55, 38, 58, 71, 49, 44, 52, 41, 47)
IMPORTANCE = (4.1, 3.6, 4.7, 4.4, 3.9, 3.4, 4.3, 3.7, 3.8, 3.2)
WANTED = (24, 18, 56, 31, 12, 22, 43, 37, 35, 16)
HIDDEN = Figure(None, hidden=Reason.GROUP)
NOBODY = Figure(None, hidden=Reason.NONE)


def example() -> Outcome:
    """136 organisations of which 76 answered; a second survey, with change since the first."""
    return Outcome(
        count=Count(136, 76),
        groups={
            name: tuple(_group(at, key, *count) for at, (key, count) in enumerate(groups.items()))
            for name, groups in COUNTS.items()
        },
        crossed={
            (town, sector): _crossed(town, sector)
            for town, sector in product(COUNTS["municipality"], COUNTS["sector"])
        },
        themes=tuple(_theme(at) for at in range(len(THEMES))),
        forms={form: _figure(44 - 6 * at, 9) for at, form in enumerate(FORMS)},
        weights=(
            Weight("municipality", ("GM0080",), 0.9),
            Weight("municipality", ("GM1900",), 1.0),
            Weight("municipality", ("GM1970",), 1.1),
            Weight("sector", ("sport",), 0.7),
            Weight("sector", ("nature", "youth", "refugees"), 1.4),
        ),
        method=Method(
            minimum=5,
            strata=14,
            merged=(Merged(("GM1970/nature", "GM1970/youth", "GM1970/refugees"), "GM1970"),),
            raked_on=("municipality", "sector", "size"),
            design_effect=1.2,
            effective_n=63,
            margin_of_error=8,
        ),
    )


def _theme(at: int) -> Theme:
    indices = [_index(place) for place in range(len(THEMES))]
    rank = 1 + sum(other > indices[at] for other in indices)
    change = (-6, 3, 0, 8, 1, -2, 4, -9, 2, 0)[at]
    return Theme(
        key=THEMES[at],
        weighted=_triple(at, 0, None),
        unweighted=_triple(at, 2, None),
        priority=_figure(indices[at], 5),
        forms={form: _figure(max(WANTED[at] - 4 * n, 6), 5) for n, form in enumerate(FORMS)}
        | ({"hands": HIDDEN} if at % 3 == 1 else {}),
        rank=Rank(rank, max(rank - 2, 1), min(rank + 2, len(THEMES))),
        change=Change(change, change - 5, change + 5, abs(change) > 5),
    )


def _index(at: int) -> int:
    return round((IMPORTANCE[at] - 1) / 4 * (100 - SCORES[at]))


def _group(at: int, key: str, population: int, answered: int | None) -> Group:
    if answered is None or answered == 0:
        figure = HIDDEN if answered is None else NOBODY
        triple = Triple(figure, figure, figure)
        count = Count(population, 0) if answered == 0 else Count(None, None, Reason.GROUP)
        return Group(key, count, dict.fromkeys(THEMES, triple))
    themes = {theme: _of_group(at, place) for place, theme in enumerate(THEMES)}
    return Group(key, Count(population, answered), themes)


def _of_group(at: int, place: int) -> Triple:
    away = (at * 7 + place * 5) % 13 - 6
    differs = Differs.HIGHER if away == 6 else Differs.LOWER if away == -6 else None
    return _triple(place, away, differs, few_wanted=WANTED[place] < 20)


def _triple(at: int, away: int, differs: Differs | None, *, few_wanted: bool = False) -> Triple:
    score = SCORES[at] + away
    importance = IMPORTANCE[at]
    return Triple(
        score=Figure(score, score - 6, score + 6, differs),
        importance=Figure(
            importance, round(importance - 0.3, 1), min(round(importance + 0.3, 1), 5)
        ),
        help_wanted=HIDDEN if few_wanted else _figure(WANTED[at] + away, 10),
    )


def _figure(value: float, half: float) -> Figure:
    return Figure(value, max(value - half, 0), min(value + half, 100))


def _crossed(town: str, sector: str) -> Count:
    population = COUNTS["sector"][sector][0] // 3
    if sector == "refugees":
        return Count(population, 0)
    if COUNTS["sector"][sector][1] is None or (town, sector) in {
        ("GM1970", "religion"),
        ("GM1900", "religion"),
        ("GM1970", "care"),
        ("GM1900", "care"),
    }:
        return Count(None, None, Reason.GROUP)
    return Count(population, 5)
