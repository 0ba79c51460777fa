"""Over how many organisations two versions of an outcome differ, figure by figure.

A whole that is new beside parts that are new tells of the parts that stayed, by subtraction. So a
whole differs over no more than its parts that stay do together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from krachtlokaal.needs.outcome.model import DIMENSIONS

MANY = 10**9  # for what tells nothing of anybody
FEWEST = 5  # as `office.releases` has it
Place = tuple[str, ...]  # ("all",), ("sector", "sport"), ("crossed", "GM0080", "sport")
ALL: Place = ("all",)


@dataclass(frozen=True)
class Mark:
    """One organisation: its groups by dimension, and per answer (`bestuur/score`,
    `bestuur/form.info`, `form/info`) a mark that changes with it; nothing for what was not said."""

    groups: tuple[str, ...]
    answers: Mapping[str, str]


Marks = Mapping[str, Mark]
Pairs = list[tuple[Mark | None, Mark | None]]


def differing(before: Marks, after: Marks, keys: Iterable[str]) -> dict[str, int]:
    """Per cell of the ledger the organisations that were added, taken out, or say something else
    in it. Weights and method follow from who answered; ranks from all scores and importances."""
    pairs = [(before.get(key), after.get(key)) for key in {*before, *after}]
    told = list(keys)
    counts = _counts(pairs)
    answers = cache(lambda answer: _with_area(_changed(pairs, answer)))
    changed = [
        number for key in told if key.startswith("count/") if (number := counts[_place(key)])
    ]
    scored = [
        answers(f"{key.split('/')[1]}/{what}")[ALL]
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
        else counts[_place(key)]
        if key.startswith("count/")
        else min(scored, default=0)
        if key.endswith("/rank")
        else min(answers(answer)[place] for answer, place in _figure(key))
        for key in told
    }


def _place(key: str) -> Place:
    return tuple(key.split("/")[1:])


def _figure(key: str) -> list[tuple[str, Place]]:
    """Of which answers a figure is made, and over whom."""
    first, *rest = key.split("/")
    if first == "form":
        return [(key, ALL)]
    if first == "area":
        theme, what = rest
        what = {"change": "score"}.get(what, what.removeprefix("plain."))
        parts = ("score", "importance") if what == "priority" else (what,)
        return [(f"{theme}/{part}", ALL) for part in parts]
    group, theme, what = rest
    return [(f"{theme}/{what}", (first, group))]


def _changed(pairs: Pairs, answer: str) -> Counter[Place]:
    """Per group how many say something else, or came or went with what they said."""
    found: Counter[Place] = Counter()
    for one, two in pairs:
        said = _said(one, answer), _said(two, answer)
        found[ALL] += said[0] != said[1]
        for at, name in enumerate(DIMENSIONS):
            groups = one.groups[at] if one else None, two.groups[at] if two else None
            for group in {*groups} - {None}:
                there = [what for what, own in zip(said, groups, strict=True) if own == group]
                found[name, str(group)] += (
                    there[0] is not None if len(there) == 1 else (there[0] != there[1])
                )
    return found


def _said(mark: Mark | None, answer: str) -> str | None:
    return mark.answers.get(answer) if mark else None


def _counts(pairs: Pairs) -> Counter[Place]:
    """Who came and went: cells of municipality by sector, their margins, sizes, and all."""
    found: Counter[Place] = Counter()
    for one, two in pairs:
        found.update(_places(one) ^ _places(two))
    margins = Counter(found)
    for at, name in enumerate(DIMENSIONS[:2], start=1):
        for group, rest in _rests(found, at).items():
            margins[name, group] = min(found[name, group], rest)
    return _with_area(margins)


def _places(mark: Mark | None) -> set[Place]:
    """Where an organisation is counted."""
    if mark is None:
        return set()
    town, sector, _size = mark.groups
    return {ALL, ("crossed", town, sector), *zip(DIMENSIONS, mark.groups, strict=True)}


def _rests(found: Counter[Place], at: int) -> Counter[str]:
    """Per group of a margin what differs in those of its cells that stay."""
    rests: Counter[str] = Counter()
    for place, number in found.items():
        if place[0] == "crossed" and 0 < number < FEWEST:
            rests[place[at]] += number
    return rests


def _with_area(found: Counter[Place]) -> Counter[Place]:
    """The area differs over no more than the groups of one dimension that stay do together."""
    number = found[ALL]
    for name in DIMENSIONS:
        few = [n for place, n in found.items() if place[0] == name and 0 < n < FEWEST]
        number = min(number, sum(few)) if few else number
    return Counter(dict(found) | {ALL: number})
