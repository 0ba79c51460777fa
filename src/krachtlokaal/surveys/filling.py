"""What somebody sent for questions, read and checked: one schema for pages, scripts and paper.

No database here. Values come out as they stand in the content of an answer; what can't be taken
comes out as a sentence per question, and does not stop the rest.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.surveys.definition import Page, Question, QuestionKind

Value = bool | int | str | list[str]
# What no text holds: signs that only control, and halves of letters that JSON lets through.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass
class Taken:
    """`values`: what can be kept; None takes an answer back. `faults`: a sentence per question."""

    values: dict[str, Value | None] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)


def mapping_of(text: str | bytes) -> dict[str, Any] | None:
    """What a script or a hidden field sent as JSON; None where it can't be read, however odd."""
    try:
        sent = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return sent if isinstance(sent, dict) else None


def from_form(questions: Iterable[Question], sent: Mapping[str, list[str]]) -> Taken:
    """From the fields of a page: a question without a field was left open or taken back."""
    taken = Taken()
    for question in questions:
        _take(taken, question, sent.get(question.key, []))
    return taken


def from_script(questions: Mapping[str, Question], sent: Mapping[str, Any]) -> Taken:
    """From the script of a page: only the questions that are sent. Unknown ones are faults."""
    taken = Taken()
    for key, value in sent.items():
        question = questions.get(key)
        if question is None:
            taken.faults[str(key)[:80]] = _("Deze vraag is er niet in deze vragenlijst.")
        elif (texts := _texts(value)) is None:
            taken.faults[key] = _("Dit antwoord is niet leesbaar. Kies het opnieuw.")
        else:
            _take(taken, question, texts)
    return taken


def _texts(value: Any) -> list[str] | None:  # noqa: ANN401 whatever JSON holds
    if value is None:
        return []
    values = value if isinstance(value, list) else [value]
    known = all(isinstance(one, str | int) and not isinstance(one, bool) for one in values)
    return [str(one) for one in values] if known else None


def _take(taken: Taken, question: Question, sent: list[str]) -> None:
    try:
        taken.values[question.key] = _read(question, sent)
    except ValueError as wrong:
        taken.faults[question.key] = str(wrong)


def _read(question: Question, sent: list[str]) -> Value | None:
    """Raises ValueError with the sentence."""
    if question.kind == QuestionKind.TEXT:
        return _read_text(question, sent[0] if sent else "")
    chosen = [one for one in sent if one]
    if unknown := [one for one in chosen if one not in question.codes]:
        raise ValueError(
            _("„%s” is geen antwoord op deze vraag. Kies een van de antwoorden.") % unknown[0][:40]
        )
    if question.kind == QuestionKind.MULTI:
        return _read_many(question, chosen)
    if len(set(chosen)) > 1:
        raise ValueError(_("Kies hier één antwoord."))
    return _stored(question, chosen[0]) if chosen else None


def _stored(question: Question, code: str) -> Value:
    if question.kind != QuestionKind.LIKERT:
        return code
    values = {option.code: option.value for option in question.options}
    value = values[code]
    return code if value is None else value


def _read_many(question: Question, chosen: list[str]) -> Value | None:
    ordered = [option.code for option in question.options if option.code in chosen]
    if question.max_choices and len(ordered) > question.max_choices:
        raise ValueError(
            ngettext(
                "Kies hier hoogstens %d antwoord.",
                "Kies hier hoogstens %d antwoorden.",
                question.max_choices,
            )
            % question.max_choices
        )
    return ordered or None


def _read_text(question: Question, sent: str) -> Value | None:
    if len(sent) > 2 * question.max_length:
        raise ValueError(_too_long(question, len(sent)))
    text = _INVISIBLE.sub("", sent.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(text) > question.max_length:
        raise ValueError(_too_long(question, len(text)))
    return text or None


def _too_long(question: Question, length: int) -> str:
    return _(
        "Deze tekst heeft %(length)d tekens. Hier passen er %(most)d. Maak de tekst korter."
    ) % {
        "length": length,
        "most": question.max_length,
    }


def without_hidden(pages: Iterable[Page], content: Mapping[str, Any]) -> dict[str, Any]:
    """The content without answers to questions that the other answers do not ask."""
    hidden = {
        question.key
        for page in pages
        for question in page.questions
        if question.shown_if is not None and not question.shown_if.holds(content)
    }
    return {key: value for key, value in content.items() if key not in hidden}
