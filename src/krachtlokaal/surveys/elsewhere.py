"""Waves whose figures leave together with others, from a room above: then they leave there alone.

Two tables of the same answers, each safe by itself, could give away together what either hides.
"""

from collections.abc import Callable

from krachtlokaal.surveys.models import Wave

Rule = Callable[[Wave], bool]
_rules: list[Rule] = []


def register(rule: Rule) -> None:
    """Called once when a room is ready."""
    if rule not in _rules:
        _rules.append(rule)


def is_shown_elsewhere(wave: Wave) -> bool:
    return any(rule(wave) for rule in _rules)
