"""The texts of a questionnaire one by one: where each stands, and the same file with other words.

The name of a text is the way to it, what it is there, and its language: `nl` of the second item of
the first theme is "themes.0.items.1::nl", and `name_nl` of that theme "themes.0:name:nl".
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
    """One text: where it stands, what it is there, and its words by language.

    `of` is the key, code or number of the thing that it belongs to.
    """

    at: Path
    stem: str
    of: str
    by_language: Mapping[str, str]

    @property
    def address(self) -> str:
        return ".".join(str(part) for part in self.at) + f":{self.stem}"

    def name(self, language: str) -> str:
        return f"{self.address}:{language}"


def wordings(data: Mapping[str, Any]) -> list[Wording]:
    """Every text that the file has, in the order in which it is written."""
    return list(_walk(data, QUESTIONNAIRE, ()))


def words_by_name(data: Mapping[str, Any]) -> dict[str, str]:
    """Every text of the file by its name; a language that a text lacks is empty."""
    return {
        wording.name(language): wording.by_language.get(language, "")
        for wording in wordings(data)
        for language in LANGUAGES
    }


def with_texts(data: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """The file with other words by name. An empty text is left out, so that a reader gets the
    Dutch one. Names that the file does not know change nothing."""
    result: dict[str, Any] = copy.deepcopy(dict(data))
    for wording in wordings(data):
        for language in LANGUAGES:
            words = texts.get(wording.name(language))
            if words is not None:
                _put(result, wording, language, words.strip())
    return result


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
                yield Wording(at, text.stem, _of(value), words)
        for key, inner in shape.known().items():
            if key in value:
                yield from _walk(value[key], inner, (*at, key))


def _words(row: Mapping[str, Any], text: Texts) -> dict[str, str]:
    pairs = zip(LANGUAGES, text.keys(), strict=True)
    return {language: row[key] for language, key in pairs if row.get(key)}


def _of(row: Mapping[str, Any]) -> str:
    return str(row.get("key") or row.get("code") or row.get("value") or "")
