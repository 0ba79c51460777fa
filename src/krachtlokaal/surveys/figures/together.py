"""The report of several respondents together: a snapshot in words, where they differ first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.figures import asked
from krachtlokaal.surveys.figures.choosing import best, choose
from krachtlokaal.surveys.figures.report import Earlier, Report, ThemeFigure, Words, whole
from krachtlokaal.surveys.figures.single import shift_of, strengths
from krachtlokaal.surveys.figures.words import words_of

# What an intraclass correlation is called; our own bounds, provisional.
_ALIKE, _PARTLY = 0.25, 0.10
_FIRM, _FAIR = 0.70, 0.50


@dataclass(frozen=True)
class Difference:
    """One theme, and how far the respondents are apart, in words."""

    theme: ThemeFigure
    word: str
    talk_about: bool
    often_unknown: bool


@dataclass(frozen=True)
class Roles:
    """How roles see the themes: the points of each theme in the order of the roles, None where too
    few of a role answered."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]

    @property
    def labelled(self) -> list[tuple[str, list[tuple[str, int | None]]]]:
        """Each number with the name of its role, for narrow screens."""
        return [(theme, list(zip(self.names, points, strict=True))) for theme, points in self.rows]


@dataclass(frozen=True)
class Together:
    """What is only known of several: who they are not, and where they differ."""

    report: Report
    raters: int
    made_on: date
    differences: tuple[Difference, ...]
    roles: Roles | None
    agreement: str
    reliability: str
    icc1: float | None
    icc2: float | None


def combined_report(
    definition: Definition,
    figures: Mapping[str, Any],
    *,
    variant: str,
    language: str,
    made_on: date,
    previous: Earlier | None = None,
) -> Together:
    """The snapshot as pages and documents show it."""
    words = words_of(definition, language)
    themes = {
        theme.key: _figure(
            theme.key,
            theme.name.into(language),
            figures["themes"].get(theme.key, {}),
            words,
            previous,
        )
        for theme in definition.themes
    }
    return Together(
        report=_report(definition, figures, variant, language, themes, words, previous),
        raters=figures["raters"],
        made_on=made_on,
        differences=_differences(figures, themes, words),
        roles=_roles(definition, figures, variant, language, themes, words),
        agreement=_agreement(figures["icc1"]),
        reliability=_reliability(figures["icc2"]),
        icc1=figures["icc1"],
        icc2=figures["icc2"],
    )


def _figure(
    key: str, name: str, found: Mapping[str, Any], words: Words, previous: Earlier | None
) -> ThemeFigure:
    score, importance = found.get("score"), found.get("importance")
    return ThemeFigure(
        key=key,
        name=name,
        score=score,
        level=words.level(score),
        unknown_share=found.get("unknown"),
        importance=importance,
        quadrant=words.quadrant(importance, score),
        shift=shift_of(previous.changes.get(key), words) if previous else None,
    )


def _report(
    definition: Definition,
    figures: Mapping[str, Any],
    variant: str,
    language: str,
    themes: Mapping[str, ThemeFigure],
    words: Words,
    previous: Earlier | None,
) -> Report:
    top = {found["best"]: 5.0 for found in figures["themes"].values() if found["best"]}
    shares = [one.unknown_share for one in themes.values() if one.unknown_share is not None]
    return Report(
        strengths=strengths(definition, themes, language),
        goods=best(definition, variant, language, figures=themes, means=top),
        priorities=choose(list(themes.values()), words.rules),
        levels=words.levels,
        unknown_share=sum(shares) / len(shares) if shares else None,
        has_importance=any(one.importance is not None for one in themes.values()),
        earlier_name=previous.name if previous else "",
    )


def _differences(
    figures: Mapping[str, Any], themes: Mapping[str, ThemeFigure], words: Words
) -> tuple[Difference, ...]:
    spoken = {
        "differ": _("U kijkt hier heel verschillend naar"),
        "some": _("U kijkt hier een beetje verschillend naar"),
        "agree": _("U bent het hier met elkaar eens"),
    }
    return tuple(
        Difference(
            theme=themes[key],
            word=spoken[figures["themes"][key]["spread"]],
            talk_about=figures["themes"][key]["talk"],
            often_unknown=(themes[key].unknown_share or 0) >= words.rules.talk_about_share_unknown,
        )
        for key in figures["order"]
    )


def _roles(
    definition: Definition,
    figures: Mapping[str, Any],
    variant: str,
    language: str,
    themes: Mapping[str, ThemeFigure],
    words: Words,
) -> Roles | None:
    question = asked.by_key(definition, variant).get(asked.ROLE)
    if not figures["roles"]:
        return None
    names = tuple(
        "{} ({})".format(asked.word(question, row["role"], language) or row["role"], row["raters"])
        for row in figures["roles"]
    )
    rows = tuple(
        (
            theme.name,
            tuple(_points(row["themes"].get(theme.key), words) for row in figures["roles"]),
        )
        for theme in themes.values()
    )
    return Roles(names, rows)


def _points(score: float | None, words: Words) -> int | None:
    return None if score is None else whole(score, words.level(score))


def _agreement(icc1: float | None) -> str:
    if icc1 is None:
        return _("Of u het met elkaar eens bent, is met deze antwoorden niet te zeggen.")
    if icc1 >= _ALIKE:
        return _("U ziet grotendeels dezelfde sterke en zwakke kanten.")
    if icc1 >= _PARTLY:
        return _("U ziet voor een deel dezelfde sterke en zwakke kanten.")
    return _("U ziet heel verschillende sterke en zwakke kanten.")


def _reliability(icc2: float | None) -> str:
    if icc2 is None:
        return _("Hoe stevig de gezamenlijke cijfers zijn, is niet te zeggen.")
    if icc2 >= _FIRM:
        return _(
            "De gezamenlijke cijfers zijn stevig: met één ander antwoord veranderen ze weinig."
        )
    if icc2 >= _FAIR:
        return _("De gezamenlijke cijfers zijn redelijk stevig.")
    return _(
        "De gezamenlijke cijfers zijn nog niet stevig: met één ander antwoord kunnen ze veranderen."
    )
