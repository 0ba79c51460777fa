"""Two versions of a questionnaire beside each other: what differs, and where a trend may be drawn.

A statement means the same in both when its key, its direction and the points of its scale are the
same. A trend of a theme is drawn over the statements that mean the same, and only if a core one is
among them, so that the short form can be compared too. Other words for the same statement are
shown, and the trend is drawn with reserve.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from krachtlokaal.surveys.definition.model import Definition, Question, Text


class Verdict(StrEnum):
    """Whether a change over time says something about the organisation."""

    YES = "yes"
    WITH_RESERVE = "with_reserve"
    NO = "no"


class Difference(StrEnum):
    """What differs in a question that both versions have."""

    WORDS = "words"
    ANSWERS = "answers"  # other words for its answers, or other answers
    SCALE = "scale"
    DIRECTION = "direction"
    THEME = "theme"
    CORE = "core"


@dataclass(frozen=True)
class Changed:
    """One question that both versions have and that is not the same."""

    before: Question
    after: Question
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Trend:
    """What may be compared of a theme of the newer version."""

    theme: str
    name: Text
    items: frozenset[str]
    verdict: Verdict


@dataclass(frozen=True)
class Comparison:
    added: tuple[Question, ...]
    removed: tuple[Question, ...]
    changed: tuple[Changed, ...]
    trends: tuple[Trend, ...]


def comparable_items(before: Definition, after: Definition) -> dict[str, frozenset[str]]:
    """Per theme of the newer version the statements over which a trend may be drawn; none where
    no core statement means the same in both. For a short form take those that it presents."""
    old = {question.key: question for question in _statements(before)}
    found: dict[str, frozenset[str]] = {}
    for theme in after.themes:
        same = [
            question
            for question in _statements(after)
            if question.theme == theme.key and _means_the_same(old.get(question.key), question)
        ]
        has_core = any(question.is_core and old[question.key].is_core for question in same)
        found[theme.key] = frozenset(one.key for one in same) if has_core else frozenset()
    return found


def compare(before: Definition, after: Definition) -> Comparison:
    """Everything that a reader of both versions wants to know."""
    old = {question.key: question for question in _questions(before)}
    new = {question.key: question for question in _questions(after)}
    pairs = [(old[key], question) for key, question in new.items() if key in old]
    changed = tuple(
        Changed(was, now, differences) for was, now in pairs if (differences := _differ(was, now))
    )
    return Comparison(
        added=tuple(question for key, question in new.items() if key not in old),
        removed=tuple(question for key, question in old.items() if key not in new),
        changed=changed,
        trends=tuple(_trends(before, after, changed)),
    )


def _trends(before: Definition, after: Definition, changed: tuple[Changed, ...]) -> Iterator[Trend]:
    other_words = {Difference.WORDS, Difference.ANSWERS}
    reworded = {one.after.key for one in changed if other_words & set(one.differences)}
    items = comparable_items(before, after)
    for theme in after.themes:
        same = items[theme.key]
        reserve = Verdict.WITH_RESERVE if same & reworded else Verdict.YES
        yield Trend(theme.key, theme.name, same, reserve if same else Verdict.NO)


def _means_the_same(before: Question | None, after: Question) -> bool:
    return (
        before is not None
        and before.theme == after.theme
        and before.is_reversed == after.is_reversed
        and _points(before) == _points(after)
    )


def _differ(before: Question, after: Question) -> tuple[Difference, ...]:
    found = {
        Difference.WORDS: _reworded(before.text, after.text),
        Difference.ANSWERS: _other_answers(before, after),
        Difference.SCALE: _points(before) != _points(after),
        Difference.DIRECTION: before.is_reversed != after.is_reversed,
        Difference.THEME: before.theme != after.theme,
        Difference.CORE: before.is_core != after.is_core,
    }
    return tuple(difference for difference, holds in found.items() if holds)


def _other_answers(before: Question, after: Question) -> bool:
    old = {option.code: option.text for option in before.options}
    new = {option.code: option.text for option in after.options}
    return old.keys() != new.keys() or any(_reworded(old[code], new[code]) for code in new)


def _reworded(before: Text, after: Text) -> bool:
    """Other words in a language that both speak; a translation that was added changes nothing."""
    both = before.by_language.keys() & after.by_language.keys()
    return any(before.by_language[one] != after.by_language[one] for one in both)


def _points(question: Question) -> tuple[int, ...]:
    return tuple(option.value for option in question.options if option.value is not None)


def _statements(definition: Definition) -> Iterator[Question]:
    return (question for question in _questions(definition) if question.is_scored)


def _questions(definition: Definition) -> Iterator[Question]:
    """Each question once; those that come back in every theme stand under each theme's key."""
    for page in definition.pages:
        yield from page.questions
    yield from definition.organisation_questions
    yield from definition.respondent_questions
