"""Change over the years: like with like, and nothing where versions can't be compared."""

from copy import deepcopy
from typing import Any

import yaml

from krachtlokaal.analysis.scoring import Change
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.definition.reading import from_data
from krachtlokaal.surveys.figures.combining import combine
from krachtlokaal.surveys.figures.earlier import Moment, changes_of_one, changes_of_several
from tests.surveys.factories import yaml_of
from tests.surveys.report.answers import answered, krachtmeting

FULL, SHORT = Moment(krachtmeting(), "full"), Moment(krachtmeting(), "short")


def version_with(change: Any) -> Definition:
    data = deepcopy(yaml.safe_load(yaml_of()))
    change(data["themes"])
    return from_data(data)


def test_two_full_forms_are_compared_on_all_statements() -> None:
    found = changes_of_one(FULL, FULL, old=answered(2), new=answered(3, bestuur=5))
    assert found["bestuur"] == Change(25.0, 100.0, 75.0)
    assert len(found) == 10


def test_a_short_form_is_compared_on_the_core_alone() -> None:
    old = answered(2) | {"bestuur_1": 4, "bestuur_2": 4}
    found = changes_of_one(FULL, SHORT, old=old, new=answered(5, "short"))
    assert found["bestuur"] == Change(75.0, 100.0, 25.0)


def test_a_theme_that_was_left_open_once_is_not_compared() -> None:
    old = {key: value for key, value in answered().items() if not key.startswith("regels")}
    assert "regels" not in changes_of_one(FULL, FULL, old=old, new=answered())


def test_where_a_statement_turned_round_only_the_others_count() -> None:
    def turn(themes: list[dict[str, Any]]) -> None:
        themes[0]["items"][2]["reverse"] = True

    other = Moment(version_with(turn), "full")
    old = answered(2) | {"bestuur_3": 1}
    found = changes_of_one(FULL, other, old=old, new=answered(3) | {"bestuur_3": 1})
    assert found["bestuur"] == Change(25.0, 50.0, 25.0)


def test_without_a_common_core_there_is_no_trend() -> None:
    def rename(themes: list[dict[str, Any]]) -> None:
        for item in themes[0]["items"]:
            item["key"] += "_nieuw"

    other = Moment(version_with(rename), "full")
    found = changes_of_one(FULL, other, old=answered(2), new=answered(3))
    assert "bestuur" not in found
    assert len(found) == 9


def several(point: int, variant: str) -> dict[str, Any]:
    people = [answered(point, variant)] * 4
    return combine(krachtmeting(), people, variant=variant)


def test_snapshots_are_compared_on_the_same_statements() -> None:
    both = changes_of_several(FULL, FULL, old=several(2, "full"), new=several(3, "full"))
    assert both["koers"] == Change(25.0, 50.0, 25.0)
    core = changes_of_several(SHORT, FULL, old=several(2, "short"), new=several(4, "full"))
    assert core["koers"] == Change(25.0, 75.0, 50.0)


def test_snapshots_over_other_statements_are_compared_on_the_core_if_that_stayed() -> None:
    def drop(themes: list[dict[str, Any]]) -> None:
        themes[0]["items"].pop()
        themes[1]["items"][0]["key"] = "koers_nieuw"

    other = Moment(version_with(drop), "full")
    found = changes_of_several(FULL, other, old=several(2, "full"), new=several(3, "full"))
    assert found["bestuur"] == Change(25.0, 50.0, 25.0)
    assert "koers" not in found
