"""What is typed on a card: by a form, or sent as JSON by a device that kept it."""

import json
import unicodedata
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.needs.enums import CardKind
from krachtlokaal.needs.models import Card, RoundTable
from krachtlokaal.needs.queries.cards import LONGEST, numbered
from krachtlokaal.needs.services.cards import Typed, not_here

BATCH = 50  # cards of one message
_LARGEST = 512 * 1024  # bytes of one message
_MOST_VERSIONS = 2**31 - 1


class Unread(Exception):  # noqa: N818 it is an answer, not a fault
    """This card can't be taken; the text says why."""


def clean_text(typed: str) -> str:
    """Lines without signs that can't be seen or kept; no markup is read, now or later."""
    text = unicodedata.normalize("NFC", typed.replace("\r\n", "\n").replace("\r", "\n"))
    kept = (sign for sign in text if sign == "\n" or unicodedata.category(sign) not in _NOWHERE)
    lines = (" ".join(line.split()) for line in "".join(kept).split("\n"))
    return "\n".join(line for line in lines if line)


# Control signs, halves of signs, places that stand for nothing.
_NOWHERE = {"Cc", "Cs", "Cn", "Co"}


def too_long(text: str) -> str:
    """The sentence for a text that does not fit; empty when it does."""
    if len(text) <= LONGEST:
        return ""
    told = _(
        "Dit kaartje is te lang: %(count)s tekens. Er passen er %(most)s op. Maak er twee van."
    )
    return told % {"count": len(text), "most": LONGEST}


class CardForm(forms.Form):
    """One statement. Carries the key that was made for it, so that sending twice makes one card."""

    quiet = True  # most of it may stay empty; saying so each time is noise to who types fast

    id = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=_MOST_VERSIONS, initial=0
    )
    question = forms.TypedChoiceField(
        label=gettext_lazy("Bij welke vraag hoort het?"), coerce=int, required=False
    )
    text = forms.CharField(
        label=gettext_lazy("Wat werd er gezegd? Eén uitspraak per kaartje"),
        widget=forms.Textarea(attrs={"rows": 4, "class": "kl-note__text"}),
        strip=False,
        error_messages={"required": gettext_lazy("Typ eerst een uitspraak.")},
    )
    may_quote = forms.BooleanField(
        label=gettext_lazy("Mag als citaat: ik heb het aan tafel gevraagd"), required=False
    )
    heard_as = forms.ChoiceField(
        label=gettext_lazy("Wat voor uitspraak is het?"), choices=(), required=False
    )

    def __init__(self, table: RoundTable, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **kwargs)
        questions = [(n, f"{n}. {words}") for n, words in numbered(table.guide)]
        self.fields["question"].choices = [(0, _("Geen vraag")), *questions]  # type: ignore[attr-defined]  # a field of choices
        self.fields["heard_as"].choices = [("", _("Weet ik niet")), *CardKind.choices]  # type: ignore[attr-defined]  # a field of choices

    def clean_text(self) -> str:
        text = clean_text(self.cleaned_data["text"])
        if not text:
            raise forms.ValidationError(self.fields["text"].error_messages["required"])
        if wrong := too_long(text):
            raise forms.ValidationError(wrong)
        return text

    def typed(self) -> Typed:
        """After `is_valid`."""
        told = self.cleaned_data
        return Typed(
            id=told["id"],
            text=told["text"],
            question=told["question"] or 0,
            heard_as=told["heard_as"],
            may_quote=told["may_quote"],
            version=told["version"],
        )


def starting(card: Card) -> dict[str, Any]:
    """How the form of a card begins."""
    names = ("version", "question", "text", "may_quote", "heard_as")
    return {"id": card.pk, **{name: getattr(card, name) for name in names}}


def from_device(body: bytes, table: RoundTable) -> list[Typed | str] | None:
    """What a device sent: each card, or the sentence that refuses it. None: it can't be read."""
    if len(body) > _LARGEST:
        return None
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return None
    cards = sent.get("cards") if isinstance(sent, dict) else None
    if not isinstance(cards, list) or len(cards) > BATCH:
        return None
    return [_read(one, table) for one in cards]


def _read(sent: object, table: RoundTable) -> Typed | str:
    try:
        return _typed(sent, table)
    except Unread as why:
        return str(why)


def _typed(sent: object, table: RoundTable) -> Typed:
    if not isinstance(sent, Mapping):
        raise Unread(not_here())
    key, text = _key(sent.get("id")), sent.get("text", "")
    version, question = sent.get("version", 0), sent.get("question", 0)
    if key is None or not isinstance(text, str) or not _is_count(version):
        raise Unread(not_here())
    text = clean_text(text)
    if wrong := too_long(text):
        raise Unread(wrong)
    kind = sent.get("heard_as")
    return Typed(
        id=key,
        text=text,
        question=question if _is_count(question) and question <= len(table.guide) else 0,
        heard_as=kind if isinstance(kind, str) and kind in CardKind.values else "",
        may_quote=sent.get("may_quote") is True,
        version=version,
        is_dropped=sent.get("dropped") is True,
        again=sent.get("again") is True,
    )


def _key(sent: object) -> UUID | None:
    try:
        return UUID(sent) if isinstance(sent, str) else None
    except ValueError:
        return None


def _is_count(sent: object) -> bool:
    return isinstance(sent, int) and not isinstance(sent, bool) and 0 <= sent <= _MOST_VERSIONS
