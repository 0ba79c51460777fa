"""What a questionnaire is made of, whatever its shape: pages with questions, and how they score."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from krachtlokaal.analysis import scoring

FALLBACK = "nl"


class QuestionKind(StrEnum):
    """`LIKERT` has numbers and codes as answers, `SINGLE` a code, `MULTI` codes, `TEXT` words.

    `REF` is a place of the register's list; it is asked of organisations alone and never answered
    on a page of its own, because the register knows it.
    """

    LIKERT = "likert"
    SINGLE = "single"
    MULTI = "multi"
    TEXT = "text"
    REF = "ref"


@dataclass(frozen=True)
class Text:
    """A text in several languages; a missing one is shown in Dutch, and `speaks` says so."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def into(self, language: str) -> str:
        return self.by_language.get(language) or self.by_language.get(FALLBACK, "")

    def speaks(self, language: str) -> bool:
        return bool(self.by_language.get(language)) or not self.by_language.get(FALLBACK)

    def __bool__(self) -> bool:
        return bool(self.by_language.get(FALLBACK))


@dataclass(frozen=True)
class Option:
    """One possible answer. `value` is its number on a scale; without one it is a code alone.
    `is_other` ones ("I don't know") stand apart and count as missing."""

    code: str
    text: Text
    value: int | None = None
    is_other: bool = False


@dataclass(frozen=True)
class Condition:
    """A question is shown when another one has one of these answers."""

    question: str
    codes: frozenset[str]

    def holds(self, answers: Mapping[str, Any]) -> bool:
        given = answers.get(self.question)
        return str(given) in self.codes if given is not None else False


@dataclass(frozen=True)
class Question:
    """One question. `key` is stable over versions; the answer stands under it in the content.

    Answers: LIKERT an int (a scale value) or a code of an option without value; SINGLE a code;
    MULTI a list of codes in the order of the options; TEXT a str. Not answered: not there.
    """

    key: str
    kind: QuestionKind
    text: Text
    options: tuple[Option, ...] = ()
    help: Text = field(default_factory=Text)
    # A short line that says how to answer: "Do you agree with this statement?"
    prompt: Text = field(default_factory=Text)
    is_required: bool = False
    max_length: int = 500
    max_choices: int = 0  # of MULTI; 0 is as many as there are
    shown_if: Condition | None = None
    theme: str = ""
    # A statement that counts in its theme's score; `is_core` ones stand in the short form too.
    is_scored: bool = False
    is_core: bool = False
    is_reversed: bool = False
    # importance, help_wanted, help_form or note of a theme; empty for others.
    role: str = ""

    @cached_property
    def codes(self) -> frozenset[str]:
        """Everything that may be sent for it, as text."""
        return frozenset(option.code for option in self.options)


@dataclass(frozen=True)
class Page:
    """One page: a theme, the closing questions, or questions on their own. `key` stands in its
    address."""

    key: str
    title: Text
    questions: tuple[Question, ...]
    eyebrow: Text = field(default_factory=Text)
    lead: Text = field(default_factory=Text)
    help: Text = field(default_factory=Text)
    theme: str = ""


@dataclass(frozen=True)
class Group:
    """One of the five strengths."""

    key: str
    name: Text
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Theme:
    key: str
    group: str
    name: Text
    description: Text


@dataclass(frozen=True)
class Consent:
    """A box, off by default. `asked_of` is "manager" or "each"; `stored_with` "answers" or
    "participation"."""

    key: str
    text: Text
    asked_of: str
    stored_with: str
    only_outside_needs_survey: bool = False


@dataclass(frozen=True)
class Definition:
    """A whole questionnaire."""

    key: str
    number: str
    title: Text
    languages: tuple[str, ...]
    intro: Text
    outro: Text
    # Pages of the full form; `pages_of` gives those of a form.
    pages: tuple[Page, ...]
    short_pages: tuple[Page, ...] = ()
    groups: tuple[Group, ...] = ()
    themes: tuple[Theme, ...] = ()
    # What is asked once per organisation, and what of each respondent.
    organisation_questions: tuple[Question, ...] = ()
    respondent_questions: tuple[Question, ...] = ()
    consents: tuple[Consent, ...] = ()
    minutes: Mapping[str, int] = field(default_factory=dict)
    rules: scoring.Rules | None = None
    level_names: Mapping[str, Text] = field(default_factory=dict)
    quadrant_names: Mapping[str, Text] = field(default_factory=dict)
    help_without_sharing: Text = field(default_factory=Text)

    def pages_of(self, variant: str) -> tuple[Page, ...]:
        return self.short_pages if variant == "short" and self.short_pages else self.pages

    @cached_property
    def is_scored(self) -> bool:
        """Whether answers lead to a report with themes and levels."""
        return bool(self.themes) and self.rules is not None
