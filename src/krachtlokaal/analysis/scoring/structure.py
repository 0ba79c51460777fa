"""What a questionnaire of statements is, as far as its scores need it."""

from collections.abc import Mapping
from dataclasses import dataclass

Answer = int | str | None  # a point of the scale, a code such as "dont_know", or nothing
Answers = Mapping[str, Answer]  # by item key
DONT_KNOW = "dont_know"


@dataclass(frozen=True)
class Scale:
    """The points that an answer can have, whole numbers from minimum to maximum."""

    minimum: int = 1
    maximum: int = 5


@dataclass(frozen=True)
class Item:
    """A statement. With `reverse`, agreeing means weaker; `core` items stand in the short form."""

    key: str
    reverse: bool = False
    core: bool = False


@dataclass(frozen=True)
class Theme:
    """Statements that are scored together, and the group that the theme belongs to."""

    key: str
    group: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Level:
    """A part of the scores 0–100: `start` belongs to it, `below` does not."""

    key: str
    start: float
    below: float


LEVELS = (
    Level("attention", 0, 40),
    Level("growing", 40, 60),
    Level("in_order", 60, 80),
    Level("strong", 80, 101),
)


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The cut-offs; without arguments those of the KrachtMeting 1.0, which are provisional.

    >>> Rules().levels[-1].key
    'strong'
    """

    scale: Scale = Scale()
    min_valid_share: float = 0.5  # of the presented items of a theme
    min_valid_themes: int = 1  # of a group
    min_valid_groups: int = 4  # of the total
    levels: tuple[Level, ...] = LEVELS  # together they cover 0 to 100
    importance_split: float = 4  # from here a theme is important
    score_split: float = 60  # from here a theme is strong enough
    spread_from: int = 4  # respondents, before anything is combined
    talk_about_difference: float = 1.5  # between the means of two respondents, in scale points
    talk_about_share_unknown: float = 0.30  # of all answers to a theme


KRACHTMETING = Rules()
