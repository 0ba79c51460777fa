"""The texts of a questionnaire one by one: where each stands, and the same file with other words.

An address is the way to a text without its language: "themes/0/items/1/nl" in the file stands
under "themes/0/items/1|" and "themes/0/name_nl" under "themes/0|name".
"""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from krachtlokaal.surveys.definition.faults import Path
from krachtlokaal.surveys.definition.shapes import LANGUAGES, Part, Rows, Texts
from krachtlokaal.surveys.definition.structure import OPTION, QUESTIONNAIRE, code_or_option


@dataclass(frozen=True)
class Wording:
    """One text: where it stands, what it is called there, and its words by language."""

    at: Path
    stem: str
    by_language: Mapping[str, str]

    @property
    def address(self) -> str:
        return "/".join(str(part) for part in self.at) + f"|{self.stem}"

    def name(self, language: str) -> str:
        """The name of its field on a page."""
        return f"{self.address}|{language}"


def wordings(data: Mapping[str, Any]) -> list[Wording]:
    """Every text that the file has, in the order in which it is written."""
    return list(_walk(data, QUESTIONNAIRE, ()))


def with_texts(
    data: Mapping[str, Any], texts: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The file with other words, by the name of each field; and what changed, old and new.

    An empty text is left out, so that a reader gets the Dutch one. Unknown names change nothing.
    """
    result: dict[str, Any] = copy.deepcopy(dict(data))
    changed: dict[str, list[str]] = {}
    for wording in wordings(data):
        for language in LANGUAGES:
            name = wording.name(language)
            before = wording.by_language.get(language, "")
            after = texts.get(name, before).strip()
            if after != before:
                changed[name] = [before, after]
                _put(result, wording, language, after)
    return result, changed


def _put(data: dict[str, Any], wording: Wording, language: str, words: str) -> None:
    place: Any = data
    for part in wording.at:
        place = place[part]
    key = f"{wording.stem}_{language}" if wording.stem else language
    if words or language == LANGUAGES[0]:
        place[key] = words
    else:
        place.pop(key, None)


def _walk(value: Any, shape: Any, at: Path) -> Iterator[Wording]:  # noqa: ANN401 whatever a questionnaire holds
    if isinstance(value, list) and isinstance(shape, Rows):
        part = OPTION if shape.part is code_or_option else shape.part
        for number, row in enumerate(value):
            yield from _walk(row, part, (*at, number))
    elif isinstance(value, dict) and isinstance(shape, Part):
        for text in shape.texts:
            if words := _words(value, text):
                yield Wording(at, text.stem, words)
        for key, inner in shape.known().items():
            if key in value:
                yield from _walk(value[key], inner, (*at, key))


def _words(row: Mapping[str, Any], text: Texts) -> dict[str, str]:
    pairs = zip(LANGUAGES, text.keys(), strict=True)
    return {language: row[key] for language, key in pairs if row.get(key)}
