"""Over how many organisations two versions of an outcome differ, figure by figure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from krachtlokaal.needs.outcome.model import DIMENSIONS

MANY = 10**9  # for what tells nothing of anybody


@dataclass(frozen=True)
class Mark:
    """One organisation: its groups by dimension, and per answer (`bestuur/score`,
    `bestuur/form.info`, `form/info`) a mark that changes with it; nothing for what was not said."""

    groups: tuple[str, ...]
    answers: Mapping[str, str]


Marks = Mapping[str, Mark]


def differing(before: Marks, after: Marks, keys: Iterable[str]) -> dict[str, int]:
    """Per cell of the ledger the organisations that were added, taken out, or say something else
    in it. Weights and method follow from who answered; ranks from all scores and importances."""
    pairs = [(before.get(key), after.get(key)) for key in {*before, *after}]
    told = list(keys)
    counts = {key: _count(pairs, key) for key in told if key.startswith("count/")}
    changed = [number for number in counts.values() if number]
    scored = [
        _answers(pairs, f"{key.split('/')[1]}/{what}")
        for key in told
        if key.endswith("/rank")
        for what in ("score", "importance")
    ]
    whole = {
        "shape": MANY,
        "weights": min(changed, default=0),
        "method": min(changed, default=0),
    }
    return {
        key: whole[key]
        if key in whole
        else counts[key]
        if key in counts
        else min(scored, default=0)
        if key.endswith("/rank")
        else _figure(pairs, key)
        for key in told
    }


Pairs = list[tuple[Mark | None, Mark | None]]


def _count(pairs: Pairs, key: str) -> int:
    _, kind, *groups = key.split("/")
    return sum(_is_in(one, kind, groups) != _is_in(two, kind, groups) for one, two in pairs)


def _is_in(mark: Mark | None, kind: str, groups: list[str]) -> bool:
    if mark is None:
        return False
    if kind == "all":
        return True
    if kind == "crossed":
        return list(mark.groups[:2]) == groups
    return mark.groups[DIMENSIONS.index(kind)] == groups[0]


def _figure(pairs: Pairs, key: str) -> int:
    first, *rest = key.split("/")
    if first == "form":
        return _answers(pairs, key)
    if first == "area":
        theme, what = rest
        what = {"change": "score"}.get(what, what.removeprefix("plain."))
        if what == "priority":
            return min(_answers(pairs, f"{theme}/{one}") for one in ("score", "importance"))
        return _answers(pairs, f"{theme}/{what}")
    group, theme, what = rest
    return _answers(pairs, f"{theme}/{what}", (DIMENSIONS.index(first), group))


def _answers(pairs: Pairs, answer: str, group: tuple[int, str] | None = None) -> int:
    return sum(_said(one, answer, group) != _said(two, answer, group) for one, two in pairs)


def _said(mark: Mark | None, answer: str, group: tuple[int, str] | None) -> str | None:
    """The mark of an answer, as far as it counts in the group."""
    if mark is None or (group and mark.groups[group[0]] != group[1]):
        return None
    return mark.answers.get(answer)
