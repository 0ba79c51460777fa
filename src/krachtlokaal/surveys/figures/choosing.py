"""What goes well, and what to do first."""

from collections.abc import Collection, Mapping, Sequence

from krachtlokaal.analysis import scoring
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.figures import asked
from krachtlokaal.surveys.figures.report import Good, Priority, Reason, ThemeFigure

MOST = 3
GOOD_FROM = 60.0
PRESSING = ("this_year", "soon")


def best(
    definition: Definition,
    variant: str,
    language: str,
    *,
    figures: Mapping[str, ThemeFigure],
    means: Mapping[str, float | None],
) -> tuple[Good, ...]:
    """At most three themes of 60 and more, the highest first, with their best statement.

    `means` are the points of statements after reversal. Where two are equal, one that says what
    goes well comes before one that says what goes wrong.
    """
    order = {theme.key: place for place, theme in enumerate(definition.themes)}
    strong = [one for one in figures.values() if one.score is not None and one.score >= GOOD_FROM]
    strong.sort(key=lambda one: (-(one.score or 0), order[one.key]))
    goods: list[Good] = []
    for theme in strong[:MOST]:
        own = [
            one
            for one in asked.questions(definition, variant)
            if one.theme == theme.key and means.get(one.key) is not None
        ]
        if own:
            top = max(own, key=lambda one: (means[one.key] or 0, not one.is_reversed))
            goods.append(Good(theme, top.text.into(language), top.is_reversed))
    return tuple(goods)


def choose(
    themes: Sequence[ThemeFigure], rules: scoring.Rules, *, wished: Collection[str] = ()
) -> tuple[Priority, ...]:
    """The themes to begin with, at most three.

    Where importance was asked: by importance against score (`scoring.priorities`). In the short
    form first those that help is `wished` for, the weakest first; then the weakest that are left.
    What is strong enough and not important is none, unless help is wanted soon.
    """
    by_key = {one.key: one for one in themes}
    if any(one.importance is not None or one.help_wanted for one in themes):
        findings = [
            scoring.Finding(one.key, one.score, one.importance, one.help_wanted or None)
            for one in themes
            if not _is_fine(one, rules)
        ]
        return tuple(
            Priority(
                by_key[found.theme],
                Reason.HELP if found.index is None else Reason.IMPORTANT,
                found.index,
            )
            for found in scoring.priorities(findings, MOST, rules.scale)
        )
    weakest = sorted(themes, key=lambda one: 101.0 if one.score is None else one.score)
    asked_for = [Priority(one, Reason.HELP) for one in weakest if one.key in wished]
    low = [
        Priority(one, Reason.LOW)
        for one in weakest
        if one.key not in wished and one.score is not None and one.score < rules.score_split
    ]
    return tuple([*asked_for, *low][:MOST])


def _is_fine(theme: ThemeFigure, rules: scoring.Rules) -> bool:
    found = scoring.quadrant(theme.importance, theme.score, rules)
    return found is scoring.Quadrant.RELAX and theme.help_wanted not in PRESSING
