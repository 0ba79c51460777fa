"""All questions of a version on one page, for who reads or checks it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from krachtlokaal.surveys.definition import Definition, Question, QuestionKind, Text
from krachtlokaal.surveys.pages.pieces import Slot, said


@dataclass(frozen=True)
class Line:
    """One question: its words, its answers, and what a reader should know of it."""

    key: str
    words: SafeString
    answers: SafeString
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    title: SafeString
    lines: tuple[Line, ...]


def outline(definition: Definition, language: str) -> list[Section]:
    """The pages in their order. What comes back in every theme is told once."""
    followup = _followup(definition)
    sections = [
        _section(page.title, [one for one in page.questions if not one.role], language)
        for page in definition.pages
    ]
    more = [
        (_("Bij elk onderwerp"), followup),
        (_("Over de organisatie"), definition.organisation_questions),
        (_("Over wie invult"), definition.respondent_questions),
    ]
    sections += [
        Section(SafeString(name), _lines(asked, language)) for name, asked in more if asked
    ]
    return sections


def _followup(definition: Definition) -> list[Question]:
    first = next((page for page in definition.pages if page.theme), None)
    return [one for one in first.questions if one.role] if first else []


def _section(title: Text, questions: Iterable[Question], language: str) -> Section:
    return Section(_shown(title, language), _lines(questions, language))


def _lines(questions: Iterable[Question], language: str) -> tuple[Line, ...]:
    return tuple(
        Line(
            key=question.key.rpartition(".")[2] if question.role else question.key,
            words=_shown(question.text, language),
            answers=_answers(question, language),
            marks=tuple(_marks(question)),
        )
        for question in questions
    )


def _answers(question: Question, language: str) -> SafeString:
    """Statements share their scale, so that is not told forty times."""
    if question.is_scored:
        return SafeString("")
    return SafeString(" · ".join(_shown(option.text, language) for option in question.options))


def _marks(question: Question) -> Iterable[str]:
    if question.is_core:
        yield _("kern")
    if question.is_reversed:
        yield _("omgekeerd")
    if question.kind == QuestionKind.TEXT:
        yield _("eigen woorden")
    if question.kind == QuestionKind.MULTI:
        yield _("meer antwoorden mogelijk")
    if question.shown_if:
        yield _("alleen na een ander antwoord")
    if question.is_required:
        yield _("moet ingevuld")


def _shown(text: Text, language: str) -> SafeString:
    """Words as they stand in the file, names between braces included."""
    pieces = (
        f"{{{piece.key}}}" if isinstance(piece, Slot) else piece for piece in said(text, language)
    )
    return SafeString("".join(pieces))
