"""Like with like: over which statements a change over the years may be drawn."""

import pytest

from krachtlokaal.surveys.definition.comparing import (
    Comparison,
    Difference,
    Verdict,
    comparable_items,
    compare,
)
from krachtlokaal.surveys.definition.model import Definition
from krachtlokaal.surveys.definition.reading import from_data, from_yaml
from tests.surveys.factories import yaml_of


def changed(*pairs: tuple[str, str]) -> Definition:
    text = yaml_of()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return from_data(from_yaml(text))


def against_first(*pairs: tuple[str, str]) -> Comparison:
    return compare(changed(), changed(*pairs))


def verdicts(found: Comparison) -> dict[str, Verdict]:
    return {one.theme: one.verdict for one in found.trends if one.verdict != Verdict.YES}


def test_the_same_version_compares_whole() -> None:
    found = against_first()
    assert (found.added, found.removed, found.changed, verdicts(found)) == ((), (), (), {})
    items = comparable_items(changed(), changed())
    assert items["bestuur"] == {"bestuur_1", "bestuur_2", "bestuur_3", "bestuur_4"}
    assert sum(map(len, items.values())) == 40


def test_a_statement_that_came_or_went_is_left_out() -> None:
    found = against_first(("key: bestuur_3", "key: bestuur_9"))
    assert [one.key for one in found.added] == ["bestuur_9"]
    assert [one.key for one in found.removed] == ["bestuur_3"]
    assert verdicts(found) == {}
    assert found.trends[0].items == {"bestuur_1", "bestuur_2", "bestuur_4"}


def test_other_words_are_shown_and_give_reserve() -> None:
    found = against_first(("alle plekken bezet", "alle stoelen bezet"))
    assert [(one.after.key, one.differences) for one in found.changed] == [
        ("bestuur_1", (Difference.WORDS,))
    ]
    assert found.changed[0].before.text.into("nl") == "In ons bestuur zijn alle plekken bezet."
    assert verdicts(found) == {"bestuur": Verdict.WITH_RESERVE}
    assert found.trends[0].items == {"bestuur_1", "bestuur_2", "bestuur_3", "bestuur_4"}


def test_a_translation_that_was_added_changes_nothing() -> None:
    before = changed((', fy: "Yn ús bestjoer binne alle plakken beset."', ""))
    assert compare(before, changed()).changed == ()


def test_the_other_direction_is_not_comparable() -> None:
    found = against_first(
        ("key: bestuur_1, core: true, reverse: false", "key: bestuur_1, core: true, reverse: true")
    )
    assert [one.differences for one in found.changed] == [(Difference.DIRECTION,)]
    assert found.trends[0].items == {"bestuur_2", "bestuur_3", "bestuur_4"}


def test_without_a_common_core_statement_there_is_no_trend() -> None:
    found = against_first(
        ("key: bestuur_1, core: true", "key: bestuur_1, core: false"),
        ("key: bestuur_2, core: true", "key: bestuur_8, core: true"),
    )
    assert verdicts(found) == {"bestuur": Verdict.NO}
    assert found.trends[0].items == frozenset()


def test_another_scale_compares_nothing() -> None:
    six = '    - {value: 6, nl: "Altijd"}\n  extra_options:'
    found = against_first(
        ("  max: 5\n", "  max: 6\n"),
        ("  extra_options:", six),
        ("value = 6 - value", "value = 7 - value"),
        ("(mean - 1) / 4", "(mean - 1) / 5"),
        ("(importance - 1) / 4", "(importance - 1) / 5"),
    )
    assert set(verdicts(found).values()) == {Verdict.NO}
    assert len(verdicts(found)) == 10
    assert {one.differences for one in found.changed} == {(Difference.ANSWERS, Difference.SCALE)}


def test_a_questionnaire_without_themes_has_differences_and_no_trends() -> None:
    text = yaml_of("evaluatie_doe_dag_v1")
    before = from_data(from_yaml(text))
    after = from_data(from_yaml(text.replace("code: too_long", "code: much_too_long")))
    found = compare(before, after)
    assert [(one.after.key, one.differences) for one in found.changed] == [
        ("lengte", (Difference.ANSWERS,))
    ]
    assert (found.trends, comparable_items(before, after)) == ((), {})


@pytest.mark.parametrize("turned", [False, True])
def test_comparing_is_the_same_from_both_sides(*, turned: bool) -> None:
    two = [changed(), changed(("key: bestuur_3", "key: bestuur_9"))]
    before, after = reversed(two) if turned else two
    assert comparable_items(before, after)["bestuur"] == {"bestuur_1", "bestuur_2", "bestuur_4"}
