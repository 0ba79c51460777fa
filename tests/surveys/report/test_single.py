"""The report of one answer, in figures and words."""

from typing import Any

import pytest

from krachtlokaal.analysis.scoring import Change
from krachtlokaal.surveys.figures import Earlier, Reason, Report, next_step, organisation_report
from krachtlokaal.surveys.figures.report import Level, whole
from tests.surveys.report.answers import answered, krachtmeting, wanting

ORDER = [
    "bestuur",
    "koers",
    "mensen_vinden",
    "mensen_houden",
    "samen_intern",
    "samen_extern",
    "geld_plek",
    "regels",
    "bereik",
    "leren",
]


def report(
    content: dict[str, Any], variant: str = "full", language: str = "nl", **more: Any
) -> Report:
    return organisation_report(krachtmeting(), content, variant=variant, language=language, **more)


def test_ten_themes_stand_under_five_strengths_with_points_and_a_word() -> None:
    found = report(answered(3, bestuur=1, leren=5, koers=4))
    assert [theme.key for theme in found.themes] == ORDER
    assert [strength.name for strength in found.strengths] == [
        "Sturen",
        "Dragen",
        "Samenwerken",
        "Middelen",
        "Vernieuwen",
    ]
    told = {t.key: (t.points, t.level.word, t.level.number) for t in found.themes if t.level}
    assert told["bestuur"] == (0, "Aandacht nodig", 1)
    assert told["samen_intern"] == (50, "Kan sterker", 2)
    assert told["koers"] == (75, "Op orde", 3)
    assert told["leren"] == (100, "Sterk", 4)
    assert found.bounds == [40, 60, 80]


@pytest.mark.parametrize(("score", "shown"), [(59.6, 59), (60.0, 60), (62.5, 63), (56.25, 56)])
def test_points_never_round_into_the_next_level(score: float, shown: int) -> None:
    below = Level("growing", "", 2, 40, 60)
    above = Level("in_order", "", 3, 60, 80)
    assert whole(score, below if score < 60 else above) == shown


def test_a_theme_about_which_too_little_was_said_has_no_score_and_is_named() -> None:
    content = answered() | {
        "regels_1": "dont_know",
        "regels_2": "dont_know",
        "regels_3": "dont_know",
    }
    found = report(content)
    assert [(theme.key, theme.points, theme.level) for theme in found.unscored] == [
        ("regels", None, None)
    ]
    assert found.unscored[0].unknown_share == 0.75
    assert found.unknown_share == 3 / 40


def test_nothing_answered_is_a_report_without_scores() -> None:
    found = report({})
    assert (len(found.unscored), found.goods, found.priorities) == (10, (), ())
    assert found.unknown_share == 0
    assert next_step(found).theme == ""


def test_what_goes_well_are_the_three_highest_from_60_with_their_best_statement() -> None:
    content = answered(3, samen_intern=5, bereik=4, geld_plek=4, leren=4) | {"bereik_2": 5}
    goods = report(content).goods
    assert [good.theme.key for good in goods] == ["samen_intern", "bereik", "geld_plek"]
    assert [(good.statement, good.is_denied) for good in goods[:2]] == [
        ("Wij weten van elkaar wat wij doen.", False),
        ("Nieuwe mensen voelen zich bij ons snel thuis.", False),
    ]


def test_a_statement_that_was_rightly_denied_is_told_as_such() -> None:
    content = answered(3, samen_intern=4) | {"intern_4": 1}
    (good,) = report(content).goods
    assert (good.statement, good.is_denied) == (
        "Bij ons doen een paar mensen bijna al het werk.",
        True,
    )


def test_nothing_goes_well_below_60() -> None:
    assert report(answered(3)).goods == ()


def test_priorities_are_important_and_weak() -> None:
    content = answered(3, mensen_vinden=1, regels=2)
    content |= wanting("mensen_vinden", 4) | wanting("regels", 5, "soon", "workshop", "info")
    content |= wanting("bestuur", 3) | wanting("leren", 2)
    found = report(content)
    assert [(p.theme.key, p.reason, p.index) for p in found.priorities] == [
        ("regels", Reason.IMPORTANT, 75.0),
        ("mensen_vinden", Reason.IMPORTANT, 75.0),
        ("bestuur", Reason.IMPORTANT, 25.0),
    ]
    first = found.priorities[0].theme
    assert (first.importance_word, first.help_word) == ("Heel belangrijk", "Ja, zo snel mogelijk")
    assert (first.help_forms, first.quadrant) == (("workshop", "info"), "Nu aanpakken")
    assert (found.wants_help, found.has_importance) == (True, True)


def test_help_that_is_wanted_counts_where_importance_is_unknown() -> None:
    content = answered(3) | {"koers.help_wanted": "this_year"}
    assert [(p.theme.key, p.reason) for p in report(content).priorities] == [("koers", Reason.HELP)]


def test_help_for_later_is_no_request_for_help() -> None:
    assert not report(answered() | wanting("koers", 3, "maybe")).wants_help


def test_the_short_form_begins_with_the_chosen_themes_and_then_the_weakest() -> None:
    content = answered(4, "short", bestuur=2, regels=1, leren=3)
    content["help_themes"] = ["koers", "leren"]
    found = report(content, "short")
    assert [(p.theme.key, p.reason, p.index) for p in found.priorities] == [
        ("leren", Reason.HELP, None),
        ("koers", Reason.HELP, None),
        ("regels", Reason.LOW, None),
    ]
    assert (found.wants_help, found.has_importance) == (True, False)


def test_what_is_fine_as_it_is_is_a_priority_only_when_help_is_wanted() -> None:
    content = answered(4) | wanting("koers", 3) | wanting("leren", 3, "soon")
    assert [p.theme.key for p in report(content).priorities] == ["leren"]


def test_in_the_short_form_strong_themes_are_no_priority() -> None:
    assert report(answered(4, "short"), "short").priorities == ()


def test_the_short_form_counts_its_own_statements_alone() -> None:
    content = answered(5, "short") | {"bestuur_3": 1, "bestuur_4": 5}
    assert report(content, "short").themes[0].points == 100


def test_one_thing_to_do_comes_from_the_first_priority() -> None:
    found = report(answered(3, mensen_vinden=1) | wanting("mensen_vinden", 5))
    step = next_step(found)
    assert (step.theme, step.title) == ("mensen_vinden", "Zoek drie mensen voor kleine klussen")
    assert step.why == "Vrijwilligers vinden is voor u belangrijk en kan nog sterker."


def test_changes_are_shown_on_what_both_asked_and_small_ones_called_equal() -> None:
    earlier = Earlier(
        "KrachtMeting 2025",
        {"bestuur": Change(37.5, 62.5, 25.0), "koers": Change(50.0, 43.75, -6.25)},
    )
    found = report(answered(), previous=earlier)
    shifts = {
        t.key: (t.shift.before, t.shift.after, t.shift.direction) for t in found.themes if t.shift
    }
    assert shifts == {"bestuur": (38, 63, "up"), "koers": (50, 44, "equal")}
    assert (found.earlier_name, found.has_shifts) == ("KrachtMeting 2025", True)


@pytest.mark.parametrize(("language", "word"), [("en", "Strong"), ("nl", "Sterk")])
def test_words_are_those_of_the_reader(language: str, word: str) -> None:
    level = report(answered(5), language=language).themes[0].level
    assert level is not None
    assert level.word == word
