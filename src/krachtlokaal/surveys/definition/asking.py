"""Questions of a definition, from checked data."""

from collections.abc import Mapping
from typing import Any

from krachtlokaal.surveys.definition.conditions import condition
from krachtlokaal.surveys.definition.model import Option, Question, QuestionKind, Text
from krachtlokaal.surveys.definition.shapes import LANGUAGES

Row = Mapping[str, Any]
PICK_AT_MOST = 3
_OTHER = frozenset({"dont_know", "not_applicable"})


def text(row: Row, stem: str = "") -> Text:
    """The texts of a row in all languages: `nl`, or `title_nl` with the stem "title"."""
    keys = {language: f"{stem}_{language}" if stem else language for language in LANGUAGES}
    return Text({language: row[key] for language, key in keys.items() if key in row})


def themes_in_order(data: Row) -> list[Row]:
    return sorted(data.get("themes", []), key=lambda theme: theme.get("order", 0))


def question(row: Row, data: Row, *, theme: str = "") -> Question:
    """A question; in a theme it comes back under a key of the theme's own."""
    prefix = f"{theme}." if theme else ""
    scale = _scale_of(row, data)
    return Question(
        key=prefix + row["key"],
        kind=QuestionKind(row["type"]),
        text=text(row) or text(row, "text"),
        options=_options(row, scale, data),
        help=text(row, "help"),
        prompt=text(scale, "question"),
        is_required=row.get("required", False),
        max_length=row.get("max_length", 500),
        max_choices=row.get("max_choices", 0),
        shown_if=condition(row["show_if"], prefix) if "show_if" in row else None,
        theme=theme,
        role=row["key"] if theme else "",
    )


def statement(row: Row, data: Row, theme: str) -> Question:
    """A sentence that counts in the score of its theme."""
    scale = data["scale"]
    return Question(
        key=row["key"],
        kind=QuestionKind.LIKERT,
        text=text(row),
        options=_anchors(scale["anchors"]) + _extras(scale.get("extra_options", []), data),
        help=text(row, "help"),
        prompt=text(scale, "question"),
        theme=theme,
        is_scored=True,
        is_core=row.get("core", False),
        is_reversed=row.get("reverse", False),
    )


def themes_as_options(data: Row) -> tuple[Option, ...]:
    return tuple(Option(theme["key"], text(theme, "name")) for theme in themes_in_order(data))


def _scale_of(row: Row, data: Row) -> Row:
    """The scale that a question of kind likert uses, if it has no answers of its own."""
    if row["type"] != "likert" or "anchors" in row:
        return {}
    scales: list[Row] = [data.get("scale", {}), *data.get("scales", [])]
    named = {scale.get("key", ""): scale for scale in scales}
    return named.get(row.get("scale", "")) or data.get("scale") or {}


def _options(row: Row, scale: Row, data: Row) -> tuple[Option, ...]:
    if row.get("options_from") == "themes":
        return themes_as_options(data)
    points = _anchors(row.get("anchors", scale.get("anchors", [])))
    named = tuple(
        Option(one["code"], text(one), one.get("value"), one["code"] in _OTHER)
        for one in row.get("options", [])
    )
    extras = row.get("extra_options", scale.get("extra_options", []))
    return points + named + _extras(extras, data)


def _anchors(anchors: list[Row]) -> tuple[Option, ...]:
    return tuple(Option(str(one["value"]), text(one), one["value"]) for one in anchors)


def _extras(extras: list[Any], data: Row) -> tuple[Option, ...]:
    """Answers beside the scale; a code alone stands for the one of the questionnaire's scale."""
    shared = {one["code"]: one for one in data.get("scale", {}).get("extra_options", [])}
    rows = [shared[one] if isinstance(one, str) else one for one in extras]
    return tuple(Option(one["code"], text(one), is_other=True) for one in rows)
