"""Small parts that say which shape a piece of a questionnaire has, and what is wrong if not."""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from krachtlokaal.surveys.definition.faults import Findings, Path

Check = Callable[[Any, Path, Findings], None]
LANGUAGES = ("nl", "en", "fy")
FIRST = LANGUAGES[0]
LONGEST = 2000


@dataclass(frozen=True)
class Texts:
    """A text in several languages: `nl`, `en`, `fy`, or `title_nl`, … with a stem."""

    stem: str = ""
    is_required: bool = False

    def keys(self) -> tuple[str, ...]:
        return tuple(f"{self.stem}_{one}" if self.stem else one for one in LANGUAGES)


@dataclass(frozen=True)
class Part:
    """A mapping: which keys it must and may have, in the order in which they are written."""

    required: Mapping[str, Check] = field(default_factory=dict)
    optional: Mapping[str, Check] = field(default_factory=dict)
    texts: tuple[Texts, ...] = ()

    def known(self) -> dict[str, Check]:
        texts = {key: words for text in self.texts for key in text.keys()}  # noqa: SIM118 not a mapping
        return {**self.required, **texts, **self.optional}

    def needed(self) -> list[str]:
        return [*self.required, *(text.keys()[0] for text in self.texts if text.is_required)]

    def __call__(self, value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
        if not isinstance(value, dict):
            found.add(at, _("Hier horen regels met 'naam: waarde'."), _("Vul die in."))
            return
        known = self.known()
        for key in self.needed():
            if key not in value:
                what = _("'{key}' ontbreekt.").format(key=key)
                found.add(at, what, _("Voeg '{key}:' toe.").format(key=key))
        for key, part in value.items():
            if key in known:
                known[key](part, (*at, key), found)
            else:
                found.add(
                    (*at, key),
                    _("'{key}' kennen wij hier niet.").format(key=key),
                    _hint(key, known),
                )


@dataclass(frozen=True)
class Rows:
    """A list of parts of one shape."""

    part: Check
    at_least: int = 0
    at_most: int = 200

    def __call__(self, value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
        if not isinstance(value, list):
            found.add(at, _("Hier hoort een lijst."), _("Begin elke regel met een streepje."))
            return
        if not self.at_least <= len(value) <= self.at_most:
            what = _("Deze lijst heeft {n} regels.").format(n=len(value))
            bounds = {"low": self.at_least, "high": self.at_most}
            found.add(at, what, _("Er horen er {low} tot {high} te staan.").format(**bounds))
        for number, row in enumerate(value):
            self.part(row, (*at, number), found)


@dataclass(frozen=True)
class Match:
    """A text of one form, such as a key."""

    pattern: str
    mend: Callable[[], str]

    def __call__(self, value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
        if not isinstance(value, str) or not re.fullmatch(self.pattern, value):
            found.add(at, _("'{value}' kan hier niet.").format(value=_brief(value)), self.mend())


@dataclass(frozen=True)
class OneOf:
    values: tuple[str, ...]

    def __call__(self, value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
        if value not in self.values:
            mend = _("Kies uit: {values}.").format(values=", ".join(self.values))
            found.add(at, _("'{value}' kan hier niet.").format(value=_brief(value)), mend)


@dataclass(frozen=True)
class Number:
    """A number within bounds; whole unless `broken`."""

    low: float
    high: float
    broken: bool = False

    def __call__(self, value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
        kinds = (int, float) if self.broken else (int,)
        is_number = isinstance(value, kinds) and not isinstance(value, bool)
        if not is_number or not self.low <= value <= self.high:
            what = _("'{value}' kan hier niet.").format(value=_brief(value))
            bounds = {"low": f"{self.low:g}", "high": f"{self.high:g}"}
            found.add(at, what, _("Vul een getal in van {low} tot en met {high}.").format(**bounds))


def words(value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
    """A sentence for people."""
    if not isinstance(value, str):
        found.add(at, _("Dit is geen tekst."), _("Zet de tekst tussen aanhalingstekens."))
    elif not value.strip():
        found.add(at, _("Deze tekst is leeg."), _("Vul de tekst in of haal de regel weg."))
    elif len(value) > LONGEST:
        what = _("Deze tekst is te lang.")
        found.add(at, what, _("Houd hem onder {n} tekens.").format(n=LONGEST))


def flag(value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
    if not isinstance(value, bool):
        what = _("'{value}' kan hier niet.").format(value=_brief(value))
        found.add(at, what, _("Kies uit: true, false."))


def off(value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
    """A box that is never ticked beforehand."""
    if value is not False:
        what = _("'{value}' kan hier niet.").format(value=_brief(value))
        found.add(at, what, _("Schrijf false: een vinkje zet iemand altijd zelf."))


def anything(_value: Any, _at: Path, _found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
    """Notes of the makers: kept, not used."""


def _hint(key: str, known: Mapping[str, Any]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return _("Bedoelt u '{near}'?").format(near=near[0])
    return _("Haal de regel weg. Wel kan: {keys}.").format(keys=", ".join(known))


def _brief(value: Any) -> str:  # noqa: ANN401 whatever YAML holds
    told = {True: "true", False: "false", None: "null"}.get(value) if _is_plain(value) else None
    text = told if told is not None else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _is_plain(value: Any) -> bool:  # noqa: ANN401 whatever YAML holds
    return value is None or isinstance(value, bool)
