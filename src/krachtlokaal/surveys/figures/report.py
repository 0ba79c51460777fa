"""A report as pages and documents show it: everything in words of one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil, floor

from krachtlokaal.analysis import scoring

ABOUT_EQUAL = 10  # points; one step at one statement of four is six


@dataclass(frozen=True)
class Level:
    """A level in a word. `number`, 1 to 4, is its colour on pages."""

    key: str
    word: str
    number: int
    start: float
    below: float


@dataclass(frozen=True)
class Shift:
    """A theme in an earlier measurement and now, both on the statements that both asked."""

    before: int
    after: int

    @property
    def difference(self) -> int:
        return self.after - self.before

    @property
    def fall(self) -> int:
        """By how much it went down."""
        return -self.difference

    @property
    def direction(self) -> str:
        """up, down or equal: less than ABOUT_EQUAL says little."""
        if abs(self.difference) < ABOUT_EQUAL:
            return "equal"
        return "up" if self.difference > 0 else "down"


@dataclass(frozen=True)
class ThemeFigure:
    """One theme. Without a score too little was answered, and `unknown_share` may say why."""

    key: str
    name: str
    score: float | None = None
    level: Level | None = None
    unknown_share: float | None = None
    importance: float | None = None
    importance_word: str = ""
    help_wanted: str = ""
    help_word: str = ""
    help_forms: tuple[str, ...] = ()
    quadrant: str = ""
    shift: Shift | None = None

    @property
    def points(self) -> int | None:
        """The score as a whole number that lies in the same level as the score itself."""
        return None if self.score is None else whole(self.score, self.level)


@dataclass(frozen=True)
class Strength:
    """One of the five strengths with its themes."""

    name: str
    themes: tuple[ThemeFigure, ...]


@dataclass(frozen=True)
class Good:
    """What goes well: a theme, and the statement that was answered best.

    `is_denied`: the statement says that something is wrong, and was not agreed with.
    """

    theme: ThemeFigure
    statement: str
    is_denied: bool


class Reason(StrEnum):
    """Why a theme stands among the priorities."""

    IMPORTANT = "important"  # important against score
    HELP = "help"  # help is wanted
    LOW = "low"  # the weakest of those that are left


@dataclass(frozen=True)
class Priority:
    """A theme to begin with; `index` from 0 to 100 where importance was asked."""

    theme: ThemeFigure
    reason: Reason
    index: float | None = None


@dataclass(frozen=True)
class Earlier:
    """The measurement that this one is compared with: its name, and the themes at both moments."""

    name: str
    changes: Mapping[str, scoring.Change]


@dataclass(frozen=True)
class Report:
    """The whole report."""

    strengths: tuple[Strength, ...]
    goods: tuple[Good, ...]
    priorities: tuple[Priority, ...]
    levels: tuple[Level, ...]
    unknown_share: float | None = None
    wants_help: bool = False
    has_importance: bool = False
    proud: str = ""
    worry: str = ""
    earlier_name: str = ""

    @property
    def themes(self) -> list[ThemeFigure]:
        return [theme for strength in self.strengths for theme in strength.themes]

    @property
    def unscored(self) -> list[ThemeFigure]:
        """Themes about which too little was said."""
        return [theme for theme in self.themes if theme.score is None]

    @property
    def has_shifts(self) -> bool:
        return any(theme.shift for theme in self.themes)

    @property
    def bounds(self) -> list[float]:
        """Where one level ends and the next begins: the notches of a bar."""
        return [level.start for level in self.levels[1:]]

    @property
    def zones(self) -> str:
        """The same as the tag of a bar takes it."""
        return " ".join(f"{bound:g}" for bound in self.bounds)


@dataclass(frozen=True)
class Words:
    """Levels and quadrants as the questionnaire calls them in one language."""

    rules: scoring.Rules
    levels: tuple[Level, ...]
    quadrants: Mapping[str, str] = field(default_factory=dict)

    def level(self, score: float | None) -> Level | None:
        found = scoring.level(score, self.rules)
        return next((one for one in self.levels if found and one.key == found.key), None)

    def quadrant(self, importance: float | None, score: float | None) -> str:
        found = scoring.quadrant(importance, score, self.rules)
        return self.quadrants.get(found.value, "") if found else ""


def whole(score: float, level: Level | None) -> int:
    """Rounded, but never into another level: 59.6 is shown as 59 where 60 begins the next."""
    rounded = floor(score + 0.5)
    return min(rounded, ceil(level.below) - 1) if level else rounded
