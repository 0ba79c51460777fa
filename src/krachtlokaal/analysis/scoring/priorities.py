"""What to do first: how much a theme matters against how strong it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from krachtlokaal.analysis.scoring.scores import DECIMALS
from krachtlokaal.analysis.scoring.structure import KRACHTMETING, Rules, Scale

# How soon help is wanted; every other answer, and none, counts as no help.
URGENCY = {"maybe": 1, "this_year": 2, "soon": 3}
PRESSING = 2


class Quadrant(StrEnum):
    """Importance against score."""

    TACKLE = "tackle"  # important and weak
    KEEP = "keep"  # important and strong
    WATCH = "watch"  # less important and weak
    RELAX = "relax"  # less important and strong


@dataclass(frozen=True)
class Finding:
    """What is known of a theme: its score 0–100, its importance on the scale, the help wanted."""

    theme: str
    score: float | None = None
    importance: float | None = None
    help_wanted: str | None = None


@dataclass(frozen=True)
class Priority:
    """A theme to begin with; without an index it stands here because help is wanted soon."""

    theme: str
    index: float | None


def priority_index(
    importance: float | None, score: float | None, scale: Scale = KRACHTMETING.scale
) -> float | None:
    """(importance − minimum) / (maximum − minimum) · (100 − score), from 0 to 100.

    None where importance or score is missing. Our own rule, provisional.

    >>> priority_index(5, 40.0), priority_index(3, 40.0), priority_index(None, 40.0)
    (60.0, 30.0, None)
    """
    if importance is None or score is None:
        return None
    return (importance - scale.minimum) / (scale.maximum - scale.minimum) * (100 - score)


def quadrant(
    importance: float | None, score: float | None, rules: Rules = KRACHTMETING
) -> Quadrant | None:
    """Important from 4, strong enough from 60; None where one of both is missing.

    >>> quadrant(4, 59.9).value, quadrant(4, 60.0).value, quadrant(3, 0.0).value
    ('tackle', 'keep', 'watch')
    """
    if importance is None or score is None:
        return None
    strong = round(score, DECIMALS) >= rules.score_split
    if round(importance, DECIMALS) >= rules.importance_split:
        return Quadrant.KEEP if strong else Quadrant.TACKLE
    return Quadrant.RELAX if strong else Quadrant.WATCH


def priorities(
    findings: Sequence[Finding], most: int = 3, scale: Scale = KRACHTMETING.scale
) -> tuple[Priority, ...]:
    """The themes to begin with, at most three.

    First those with a priority index above 0, highest first; equal ones by how soon help is wanted,
    then the weaker first, then in the order of the questionnaire. A theme without an index, or with
    index 0, comes after these if help is wanted "soon" or "this_year", by the same three steps (a
    missing score last); otherwise it is left out. So there may be fewer than three.

    >>> found = [
    ...     Finding("bestuur", 40.0, 5, "no_help"),
    ...     Finding("koers", 40.0, 5, "soon"),
    ...     Finding("geld_plek", 55.0, None, "this_year"),
    ...     Finding("leren", 100.0, 5, "maybe"),
    ... ]
    >>> [(priority.theme, priority.index) for priority in priorities(found)]
    [('koers', 60.0), ('bestuur', 60.0), ('geld_plek', None)]
    """
    ranked: list[tuple[tuple[float, ...], Priority]] = []
    for place, finding in enumerate(findings):
        index = priority_index(finding.importance, finding.score, scale)
        weight = round(index, DECIMALS) if index is not None else 0.0
        urgency = URGENCY.get(finding.help_wanted or "", 0)
        if weight > 0 or urgency >= PRESSING:
            score = round(finding.score, DECIMALS) if finding.score is not None else 101.0
            order = (-weight, -urgency, score, place)
            ranked.append((order, Priority(finding.theme, index)))
    return tuple(priority for _, priority in sorted(ranked, key=lambda pair: pair[0])[:most])
