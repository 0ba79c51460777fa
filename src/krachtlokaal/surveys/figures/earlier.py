"""Change per theme since an earlier measurement: like with like, on statements that both asked.

Which statements mean the same in two versions is decided in `definition.comparing`; a short form
and a full one share the core statements alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from krachtlokaal.analysis import scoring
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.definition.comparing import comparable_items
from krachtlokaal.surveys.figures import asked

Changes = dict[str, scoring.Change]


@dataclass(frozen=True)
class Moment:
    """What was asked at one of the two moments."""

    definition: Definition
    variant: str

    def statements(self, *, core: bool = False) -> frozenset[str]:
        return asked.statements(self.definition, self.variant, core=core)


def common_statements(before: Moment, now: Moment) -> dict[str, frozenset[str]]:
    """Per theme the statements that both asked and that mean the same."""
    both = before.statements() & now.statements()
    items = comparable_items(before.definition, now.definition)
    return {theme: same & both for theme, same in items.items() if same & both}


def changes_of_one(
    before: Moment, now: Moment, *, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Changes:
    """One answer then and one now."""
    common, rules = common_statements(before, now), asked.rules_of(now.definition)
    first, second = asked.points_given(old), asked.points_given(new)
    found: Changes = {}
    for theme in asked.scored_themes(now.definition):
        if theme.key in common:
            change = scoring.change(theme, first, second, common[theme.key], rules)
            if change is not None:
                found[theme.key] = change
    return found


def changes_of_several(
    before: Moment, now: Moment, *, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Changes:
    """Two snapshots. They hold a score over all statements and one over the core alone, so a theme
    is comparable where one of the two is made of the same statements."""
    found: Changes = {}
    for theme, same in common_statements(before, now).items():
        kind = _comparable(theme, before, now, same)
        first = old["themes"].get(theme, {}).get(kind)
        second = new["themes"].get(theme, {}).get(kind)
        if first is not None and second is not None:
            found[theme] = scoring.Change(first, second, second - first)
    return found


def _comparable(theme: str, before: Moment, now: Moment, same: frozenset[str]) -> str:
    """Which of the two scores is made of the statements that mean the same; empty for none."""
    for kind, core in (("score", False), ("core", True)):
        sets = [_of_theme(moment, theme, core=core) for moment in (before, now)]
        if sets[0] and sets[0] == sets[1] and sets[0] <= same:
            return kind
    return ""


def _of_theme(moment: Moment, theme: str, *, core: bool) -> frozenset[str]:
    own = next((one for one in asked.scored_themes(moment.definition) if one.key == theme), None)
    keys = {item.key for item in own.items} if own else set()
    return moment.statements(core=core) & keys
