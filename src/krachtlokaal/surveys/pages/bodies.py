"""A page of questions, drawn once; `fill` puts in what differs between visitors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from krachtlokaal.surveys.definition import Page, Question, Text
from krachtlokaal.surveys.pages.drawing import draw
from krachtlokaal.surveys.pages.pieces import Piece, Slot, control_id, said, tag
from krachtlokaal.surveys.queries.definitions import of_published

_KEPT = 500
Answers = Mapping[str, Any]
Errors = Mapping[str, str]
Words = Mapping[str, str]


@dataclass(frozen=True)
class Body:
    """`head` is the title with what stands around it; `is_translated` says whether every text of
    the page is there in its language (if not, the head says so)."""

    head: SafeString
    pieces: tuple[Piece, ...]
    is_translated: bool

    def fill(
        self, answers: Answers, errors: Errors | None = None, words: Words | None = None
    ) -> SafeString:
        """The questions with these answers and errors by question key, and words by name."""
        told = errors or {}
        named = words or {}
        return SafeString(
            "".join(
                piece if isinstance(piece, str) else _put(piece, answers, told, named)
                for piece in self.pieces
            )
        )


@lru_cache(maxsize=_KEPT)
def theme_body(version_pk: int, variant: str, language: str, page_key: str) -> Body:
    """One page of a published version, kept per process. Raises `KeyError` for no such page."""
    pages = {page.key: page for page in of_published(version_pk).pages_of(variant)}
    return body_of_page(pages[page_key], language)


@lru_cache(maxsize=_KEPT)
def respondent_body(version_pk: int, language: str) -> Body:
    """What is asked of each respondent about herself."""
    return body_of_questions(of_published(version_pk).respondent_questions, language)


@lru_cache(maxsize=_KEPT)
def organisation_body(version_pk: int, language: str, keys: tuple[str, ...]) -> Body:
    """Those of the questions about the organisation that the register can't answer itself."""
    questions = of_published(version_pk).organisation_questions
    return body_of_questions([one for one in questions if one.key in keys], language)


def body_of_page(page: Page, language: str, *, level: int = 1) -> Body:
    """A page that is not kept, such as one of a draft. `level` is that of its heading."""
    texts = [page.title, page.eyebrow, page.lead, page.help, *_texts(page.questions)]
    is_translated = all(text.speaks(language) for text in texts)
    with override(language):
        head = "".join(_fixed(_head(page, language, level, is_translated=is_translated)))
        pieces = tuple(_joined(draw(page.questions, language, level + 1)))
    return Body(SafeString(head), pieces, is_translated)


def body_of_questions(questions: Sequence[Question], language: str) -> Body:
    """Questions without a page of their own around them."""
    with override(language):
        pieces = tuple(_joined(draw(questions, language)))
    return Body(SafeString(""), pieces, all(text.speaks(language) for text in _texts(questions)))


def _head(page: Page, language: str, level: int, *, is_translated: bool) -> Iterator[Piece]:
    if not is_translated:
        told = _("Deze pagina is nog niet helemaal vertaald. De rest staat er in het Nederlands.")
        yield tag('<p class="kl-small kl-soft">{}</p>', told)
    yield '<div class="kl-stack kl-stack--s">'
    if page.eyebrow:
        yield '<p class="kl-eyebrow">'
        yield from said(page.eyebrow, language)
        yield "</p>"
    yield f"<h{level}>"
    yield from said(page.title, language)
    yield f"</h{level}>"
    if page.lead:
        yield '<p class="kl-lead">'
        yield from said(page.lead, language)
        yield "</p>"
    yield "</div>"
    if page.help:
        yield tag('<details class="ds-details"><summary>{}</summary><div><p>', _("Uitleg"))
        yield from said(page.help, language)
        yield "</p></div></details>"


def _texts(questions: Iterable[Question]) -> Iterator[Text]:
    for question in questions:
        yield from (question.text, question.help, question.prompt)
        yield from (option.text for option in question.options)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Fixed parts that follow each other as one."""
    fixed: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            fixed.append(piece)
            continue
        yield "".join(fixed)
        fixed = []
        yield piece
    yield "".join(fixed)


def _fixed(pieces: Iterable[Piece]) -> Iterator[str]:
    """Titles have no open places: a word between braces is refused when the file is read."""
    return (piece for piece in pieces if isinstance(piece, str))


def _put(slot: Slot, answers: Answers, errors: Errors, words: Words) -> str:
    if slot.kind == "choice":
        return _choice(slot, answers.get(slot.key), slot.key in errors)
    if slot.kind == "text":
        return escape(answers.get(slot.key) or "")
    if slot.kind == "described":
        return _described(slot, errors)
    if slot.kind == "error":
        return _error(slot.key, errors)
    return escape(words.get(slot.key, ""))


def _choice(slot: Slot, given: object, is_wrong: bool) -> str:  # noqa: FBT001 read here alone
    chosen = slot.code in given if isinstance(given, list) else str(given) == slot.code
    return (" checked" if chosen else "") + (' aria-invalid="true"' if is_wrong else "")


def _described(slot: Slot, errors: Errors) -> str:
    """Ties explanation (its id stands in `code`) and error to their control."""
    ids = [slot.code] if slot.code else []
    if slot.key not in errors:
        return f' aria-describedby="{ids[0]}"' if ids else ""
    ids.append(f"{control_id(slot.key)}_error")
    wrong = ' aria-invalid="true"' if slot.code else ""
    return f' aria-describedby="{" ".join(ids)}"{wrong}'


def _error(key: str, errors: Errors) -> str:
    if key not in errors:
        return ""
    return tag(
        '<p class="ds-validation-message" id="{}_error">{}</p>', control_id(key), errors[key]
    )
