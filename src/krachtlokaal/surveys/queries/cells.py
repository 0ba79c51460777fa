"""Whose answers each published figure of an organisation is made of, as marks that name nobody."""

from collections.abc import Sequence

from krachtlokaal.analysis import scoring
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.figures import asked
from krachtlokaal.surveys.figures.asked import ROLE
from krachtlokaal.surveys.figures.holding import BY_ROLE, Cells
from krachtlokaal.surveys.queries.answers import Sent


def cells_of(definition: Definition, sent: Sequence[Sent], variant: str) -> Cells:
    """Per theme, per kind of figure: a mark of each answer that it is made of. A mark changes when
    what was answered about this theme changes, and says nothing of other themes."""
    return {
        theme.key: _cells(definition, theme, sent, variant)
        for theme in asked.scored_themes(definition)
    }


def _cells(
    definition: Definition, theme: scoring.Theme, sent: Sequence[Sent], variant: str
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in sent:
        for cell, keys in _made_of(definition, theme, one, variant).items():
            own = {key: one.content[key] for key in keys}
            found.setdefault(cell, []).append(sealing.mark(own, one.owner))
    return {cell: sorted(marks) for cell, marks in found.items()}


def _made_of(
    definition: Definition, theme: scoring.Theme, one: Sent, variant: str
) -> dict[str, list[str]]:
    """The figures of this theme in which this answer counts, and which of its parts."""
    rules, given = asked.rules_of(definition), asked.points_given(one.content)
    found: dict[str, list[str]] = {}
    for cell, is_core in (("score", False), ("core", True)):
        shown = asked.statements(definition, variant, core=is_core)
        keys = [item.key for item in theme.items if item.key in shown and item.key in given]
        if keys:
            found[f"{cell} asked"] = keys
        if scoring.theme_score(theme, given, shown, rules).score is not None:
            found[cell] = keys
    if "score" in found:
        found[BY_ROLE + str(one.content.get(ROLE, ""))] = found["score"]
    importance = f"{theme.key}.importance"
    return found | ({"importance": [importance]} if importance in given else {})
