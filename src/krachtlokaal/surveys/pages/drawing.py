"""Draws the questions of a page: one block each, never a matrix."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from krachtlokaal.surveys.definition import Option, Question, QuestionKind
from krachtlokaal.surveys.pages.pieces import Piece, Slot, control_id, said, tag


def draw(questions: Sequence[Question], language: str, level: int = 2) -> Iterator[Piece]:
    """All questions in their order; statements are counted, what follows them has a heading of
    this level."""
    statements = [question for question in questions if question.is_scored]
    has_heading = False
    for question in questions:
        if statements and not question.is_scored and not has_heading:
            has_heading = True
            yield tag("<h{}>{}</h{}>", level, _("Belang en hulp"), level)
        place = statements.index(question) + 1 if question.is_scored else 0
        yield from _block(question, language, _counted(place, len(statements)), questions)


def _counted(place: int, of: int) -> str:
    return _("Zin {n} van {of}.").format(n=place, of=of) if place else ""


def _block(
    question: Question, language: str, counted: str, others: Sequence[Question]
) -> Iterator[Piece]:
    if question.kind == QuestionKind.TEXT:
        yield from _words(question, language, others)
        return
    yield f'<fieldset class="kl-question"{_attributes(question)}'
    yield Slot("described", question.key)
    yield "><legend>"
    yield from _small(question, language, counted)
    yield from said(question.text, language)
    yield "</legend>"
    yield from _help(question, language)
    yield from _hint(question, language, others)
    yield from _choices(question, language)
    yield Slot("error", question.key)
    yield "</fieldset>"


def _small(question: Question, language: str, counted: str) -> Iterator[Piece]:
    """The line above the question: which one it is, and how to answer."""
    if not counted and not question.prompt:
        return
    yield tag("<small>{}", f"{counted} " if counted else "")
    yield from said(question.prompt, language)
    yield "</small>"


def _choices(question: Question, language: str) -> Iterator[Piece]:
    """The answers; those that stand beside a scale come apart, below it."""
    numbered = list(enumerate(question.options))
    usual = [pair for pair in numbered if not pair[1].is_other]
    other = [pair for pair in numbered if pair[1].is_other]
    for pairs, classes in ((usual, "kl-options"), (other, "kl-options kl-options--other")):
        if pairs:
            yield f'<div class="{classes}">'
            for number, option in pairs:
                yield from _choice(question, option, number, language)
            yield "</div>"


def _choice(question: Question, option: Option, number: int, language: str) -> Iterator[Piece]:
    kind = "checkbox" if question.kind == QuestionKind.MULTI else "radio"
    yield tag(
        '<label class="kl-option"><input class="ds-input" type="{}" id="{}" name="{}" value="{}"',
        kind,
        control_id(question.key, number),
        question.key,
        option.code,
    )
    yield Slot("choice", question.key, option.code)
    yield "><span>"
    yield from said(option.text, language)
    yield "</span></label>"


def _words(question: Question, language: str, others: Sequence[Question]) -> Iterator[Piece]:
    name = control_id(question.key)
    yield f'<div class="ds-field"{_attributes(question)}>'
    yield tag('<label class="ds-label" for="{}">', name)
    yield from said(question.text, language)
    yield "</label>"
    yield from _help(question, language)
    yield from _hint(question, language, others)
    most = _("Hoogstens {n} tekens.").format(n=question.max_length)
    yield tag('<p data-field="description" id="{}_helptext">{}</p>', name, most)
    yield tag(
        '<textarea class="ds-input" id="{}" name="{}" rows="4" maxlength="{}"',
        name,
        question.key,
        question.max_length,
    )
    yield Slot("described", question.key, f"{name}_helptext")
    yield ">\n"
    yield Slot("text", question.key)
    yield "</textarea>"
    left = _("Nog %s tekens.")
    yield tag('<p class="kl-small" data-counts="{}" data-words="{}" hidden></p>', name, left)
    yield Slot("error", question.key)
    yield "</div>"


def _help(question: Question, language: str) -> Iterator[Piece]:
    if question.help:
        yield '<p data-field="description">'
        yield from said(question.help, language)
        yield "</p>"


def _hint(question: Question, language: str, others: Sequence[Question]) -> Iterator[Piece]:
    """When this question is asked, in words: without script it stands there for everybody."""
    shown_if = question.shown_if
    if shown_if is None:
        return
    yield '<p data-field="description" data-shown-hint>'
    if question.role == "help_form":
        yield str(_("Alleen als u hulp wilt."))
    else:
        yield str(_("Alleen als u hierboven koos:")) + " "
        yield from _named(shown_if.codes, shown_if.question, others, language)
    yield "</p>"


def _named(
    codes: frozenset[str], key: str, others: Sequence[Question], language: str
) -> Iterator[Piece]:
    asked = [one for one in others if one.key == key]
    options = [option for one in asked for option in one.options if option.code in codes]
    for number, option in enumerate(options):
        if number:
            yield " / "
        yield from said(option.text, language)


def _attributes(question: Question) -> str:
    """What the script needs to know of a block."""
    told = ""
    if question.shown_if:
        codes = " ".join(sorted(question.shown_if.codes))
        told += tag(' data-shown-if="{}" data-shown-codes="{}"', question.shown_if.question, codes)
    if question.max_choices:
        told += tag(' data-most="{}"', question.max_choices)
    return told
