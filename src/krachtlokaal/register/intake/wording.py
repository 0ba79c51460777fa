"""Sentences for people, translated when they are shown and not before."""

from typing import TYPE_CHECKING, TypeAlias

from django.utils.text import format_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Sentence: TypeAlias = str | _StrPromise
else:
    Sentence = str


def say(sentence: Sentence, **values: object) -> Sentence:
    """Fill in a sentence without translating it yet."""
    filled: Sentence = format_lazy(sentence, **values)
    return filled
