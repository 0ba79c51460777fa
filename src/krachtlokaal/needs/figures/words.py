"""Names of what an outcome is about, and its figures as text."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.needs.outcome.model import Differs, Figure, Reason, Triple
from krachtlokaal.needs.queries.outcome import REASONS
from krachtlokaal.publishing.charts import Scale

HIDDEN = "–"
Text = str | Promise

DIMENSIONS: dict[str, Text] = {
    "municipality": gettext_lazy("gemeente"),
    "sector": gettext_lazy("soort"),
    "size": gettext_lazy("grootte"),
}
HEADS: dict[str, Text] = {
    "municipality": gettext_lazy("Gemeente"),
    "sector": gettext_lazy("Soort"),
    "size": gettext_lazy("Vrijwilligers"),
}
DIFFERENCES: dict[Differs, Text] = {
    Differs.HIGHER: gettext_lazy("Hoger dan de rest"),
    Differs.LOWER: gettext_lazy("Lager dan de rest"),
}


class Measure(StrEnum):
    """What is told of a theme."""

    SCORE = "score"
    IMPORTANCE = "importance"
    HELP = "help_wanted"

    @property
    def label(self) -> str:
        return str(_LABELS[self])

    @property
    def scale(self) -> Scale:
        return _SCALES[self]

    def of(self, triple: Triple) -> Figure:
        found: Figure = getattr(triple, self.value)
        return found


_LABELS: dict[Measure, Text] = {
    Measure.SCORE: gettext_lazy("Score (0 tot 100)"),
    Measure.IMPORTANCE: gettext_lazy("Belang (1 tot 5)"),
    Measure.HELP: gettext_lazy("Wil dit jaar hulp"),
}
_SCALES = {
    Measure.SCORE: Scale(0, 100, 10),
    Measure.IMPORTANCE: Scale(1, 5, 0.5, places=1),
    Measure.HELP: Scale(0, 100, 20, unit="%"),
}
PRIORITY = Scale(0, 100, 20)
CHANGE = Scale(-100, 100, 10, signed=True)


@dataclass(frozen=True)
class Names:
    """Names by key: themes, forms of help, and the groups of each dimension, in their order."""

    themes: Mapping[str, str]
    forms: Mapping[str, str]
    groups: Mapping[str, Mapping[str, str]]

    def theme(self, key: str) -> str:
        return self.themes.get(key, key)

    def form(self, key: str) -> str:
        return self.forms.get(key, key)

    def group(self, dimension: str, key: str) -> str:
        return self.groups.get(dimension, {}).get(key, key)

    def stratum(self, key: str) -> str:
        """'Leeuwarden, sport' for `GM0080/sport`."""
        return ", ".join(self._part(part) for part in key.split("/"))

    def _part(self, key: str) -> str:
        return next((found[key] for found in self.groups.values() if key in found), key)


@dataclass(frozen=True)
class Shown:
    """A figure as it stands on a page: the value, its interval, what is marked, and why not."""

    text: str
    interval: str = ""
    differs: str = ""
    is_lower: bool = False
    why: str = ""
    value: float | None = None


def shown(figure: Figure, scale: Scale) -> Shown:
    if figure.value is None:
        return Shown(HIDDEN, why=str(REASONS[figure.hidden or Reason.GROUP]))
    return Shown(
        text=scale.text(figure.value),
        interval=between(figure, scale),
        differs=str(DIFFERENCES[figure.differs]) if figure.differs else "",
        is_lower=figure.differs is Differs.LOWER,
        value=figure.value,
    )


def between(figure: Figure, scale: Scale) -> str:
    """'50 tot 62'; nothing for a figure without interval."""
    if figure.low is None or figure.high is None:
        return ""
    return _("%(low)s tot %(high)s") % {
        "low": scale.text(figure.low),
        "high": scale.text(figure.high),
    }


def within(name: str) -> str:
    """A name in the middle of a sentence."""
    return name[:1].lower() + name[1:]


def listed(names: list[str]) -> str:
    """'a, b en c'"""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def shortly(names: list[str], most: int = 12) -> str:
    """'a, b en nog 30': a list that does not fill a page."""
    if len(names) <= most:
        return listed(names)
    return _("%(first)s en nog %(number)s") % {
        "first": ", ".join(names[: most - 1]),
        "number": number(len(names) - most + 1),
    }
