"""Which combined figures may be renewed, so that no two that were ever shown differ by a few.

Enough new answers together are not enough for each theme: where only one of four new ones said
something about a theme, its figures before and after would tell what. So each theme is renewed by
itself, when all of its figures are made of the same answers as before, or of at least four others,
compared with every figure about it that was shown until now. A role is a figure among these.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Figures = dict[str, Any]
# Theme → kind of figure → marks of the answers that it is made of.
Cells = dict[str, dict[str, list[str]]]
Shown = tuple[Mapping[str, Any], Cells]

ENOUGH = 4
BY_ROLE = "role "
# Figures over all answers; those of a role are compared with the score of all.
_OVER_ALL = ("score", "core", "score asked", "core asked", "importance")


def changed(before: Iterable[str], now: Iterable[str]) -> int:
    """How many answers are new, changed or withdrawn. A changed one is an old mark that is gone and
    a new one that came."""
    old, new = Counter(before), Counter(now)
    return max((old - new).total(), (new - old).total())


def held(new: Figures, cells: Cells, earlier: Sequence[Shown]) -> tuple[Figures, Cells] | None:
    """The new figures with those that must stay as they were shown last, and what they are made of.
    `earlier`: all that was shown, the last first. None when everything stays."""
    if not earlier:
        return new, _published(new, cells, cells, ())
    last, last_cells = earlier[0]
    history = [one for _figures, one in earlier]
    stay = {key for key in new["themes"] if not _may_change(key, cells, history)}
    if stay >= new["themes"].keys():
        return None
    figures = new | {
        "themes": {key: (last if key in stay else new)["themes"][key] for key in new["themes"]},
        "roles": _roles(new, last, cells, history, stay),
    }
    if stay:
        figures |= {"icc1": last["icc1"], "icc2": last["icc2"]}
    figures["order"] = _order(figures, [*new["order"], *last["order"]])
    return figures, _published(figures, cells, last_cells, stay)


def _may_change(theme: str, cells: Cells, history: Sequence[Cells]) -> bool:
    own = cells.get(theme, {})
    for before in (one.get(theme, {}) for one in history):
        if not all(_apart(own.get(name, []), before.get(name, [])) for name in _OVER_ALL):
            return False
        if not all(_apart(own.get("score", []), marks) for marks in _of_roles(before)):
            return False
    return True


def _apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """The same answers, or enough others. What is shown of fewer than four is nothing."""
    number = changed(one, other)
    return number == 0 or number >= ENOUGH or min(len(one), len(other)) < ENOUGH


def _of_roles(cells: Mapping[str, list[str]]) -> list[list[str]]:
    return [marks for name, marks in cells.items() if name.startswith(BY_ROLE)]


def _roles(
    new: Figures,
    last: Mapping[str, Any],
    cells: Cells,
    history: Sequence[Cells],
    stay: set[str],
) -> list[Figures]:
    before = {row["role"]: row["themes"] for row in last["roles"]}
    rows = []
    for row in new["roles"]:
        old = before.get(row["role"], {})
        shown = {key: old[key] for key in stay if key in old} | {
            key: score
            for key, score in row["themes"].items()
            if key not in stay and _role_may_change(row["role"], key, cells, history)
        }
        if shown:
            rows.append(row | {"themes": shown})
    return rows


def _role_may_change(role: str, theme: str, cells: Cells, history: Sequence[Cells]) -> bool:
    own = cells[theme].get(BY_ROLE + role, [])
    return all(
        _apart(own, marks)
        for before in (one.get(theme, {}) for one in history)
        for marks in [before.get("score", []), *_of_roles(before)]
    )


def _order(figures: Figures, keys: Iterable[str]) -> list[str]:
    """Themes whose spread is shown, each once."""
    return [key for key in dict.fromkeys(keys) if figures["themes"][key]["spread"] is not None]


def _published(figures: Figures, cells: Cells, last: Cells, stay: Iterable[str]) -> Cells:
    """What the figures that are shown are made of; a role that is not shown is none of them."""
    kept = set(stay)
    roles = {(BY_ROLE + row["role"], theme) for row in figures["roles"] for theme in row["themes"]}
    return {
        theme: {
            name: marks
            for name, marks in (last if theme in kept else cells).get(theme, {}).items()
            if name in _OVER_ALL or (name, theme) in roles
        }
        for theme in cells
    }
