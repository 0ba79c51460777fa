"""From a YAML file to data that was checked, and from such data to a definition."""

from typing import Any

from krachtlokaal.surveys.definition.asking import Row, question, text, themes_in_order
from krachtlokaal.surveys.definition.checking import faults_of
from krachtlokaal.surveys.definition.cutoffs import rules
from krachtlokaal.surveys.definition.faults import Fault, Faults
from krachtlokaal.surveys.definition.model import Consent, Definition, Group, Question, Text, Theme
from krachtlokaal.surveys.definition.paging import full_pages, short_pages

__all__ = ["Fault", "Faults", "from_data", "from_yaml"]


def from_yaml(words: str) -> dict[str, Any]:
    """The data of a YAML file, checked. Raises `Faults` with everything that is wrong."""
    # The reader of YAML is for who brings a file; a published version is asked without it.
    from krachtlokaal.surveys.definition.loading import load

    data, lines = load(words)
    if faults := faults_of(data, lines):
        raise Faults(faults)
    return data


def from_data(data: dict[str, Any]) -> Definition:
    """A definition from checked data."""
    instrument = data["instrument"]
    profile = data.get("profile", {})
    marks = data.get("scoring", {})
    return Definition(
        key=instrument["key"],
        number=instrument["version"],
        title=text(instrument, "title"),
        languages=tuple(instrument.get("languages", ["nl"])),
        intro=text(instrument, "intro"),
        outro=text(instrument, "outro"),
        pages=full_pages(data),
        short_pages=short_pages(data),
        groups=tuple(_group(row) for row in data.get("groups", [])),
        themes=tuple(_theme(row) for row in themes_in_order(data)),
        organisation_questions=_asked(profile.get("organisation", []), data),
        respondent_questions=_asked(profile.get("respondent", []), data),
        consents=tuple(_consent(row) for row in data.get("consent", [])),
        minutes=_minutes(data.get("variants", {})),
        rules=rules(data),
        level_names=_names(marks.get("levels", [])),
        quadrant_names=_names(marks.get("quadrants", [])),
        help_without_sharing=text(data.get("help_without_sharing", {})),
    )


def _asked(rows: list[Any], data: Row) -> tuple[Question, ...]:
    return tuple(question(row, data) for row in rows)


def _group(row: Row) -> Group:
    return Group(row["key"], text(row, "name"), tuple(row["themes"]))


def _theme(row: Row) -> Theme:
    return Theme(row["key"], row["group"], text(row, "name"), text(row, "description"))


def _consent(row: Row) -> Consent:
    return Consent(
        key=row["key"],
        text=text(row),
        asked_of=row["asked_of"],
        stored_with=row.get("stored_with", "answers"),
        only_outside_needs_survey=row.get("ask_only_outside_needs_survey", False),
    )


def _minutes(variants: Row) -> dict[str, int]:
    return {key: row["est_minutes"] for key, row in variants.items() if "est_minutes" in row}


def _names(rows: list[Any]) -> dict[str, Text]:
    return {row["key"]: text(row) for row in rows}
