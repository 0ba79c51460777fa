"""The rows behind a link to answer, read with one plain statement.

Every page of answering asks for them, and asking seven tables together costs Django more than all
the rest of such a page: so the statement is written once a process, and the rows made from it. The
function that it calls finds the link and enters the scope of its organisation (migration 0006).
"""

from functools import lru_cache
from typing import Any

from django.db import connection, models
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.links import ANSWER
from krachtlokaal.surveys.models import AnswerDraft, Invitation, Measurement, Wave

Parts = tuple[tuple[type[models.Model], str], ...]
_PARTS: Parts = (
    (Invitation, "i"),
    (PersonalLink, "l"),
    (Wave, "w"),
    (Measurement, "m"),
    (Organisation, "o"),
    (Workspace, "p"),
    (AnswerDraft, "d"),
)


def invitation_at(token_hash: bytes) -> tuple[Invitation, AnswerDraft | None] | None:
    """The invitation with link, wave, measurement, organisation and workspace, and the draft that
    hangs on it, if the link holds. PostgreSQL is in the scope of that organisation from here on:
    tell Python with `guard.entered`."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(), [token_hash, ANSWER, timezone.now()])
        row = cursor.fetchone()
    if row is None:
        return None
    made = _made(row)
    invitation: Invitation = made[Invitation]
    invitation.link = made[PersonalLink]
    invitation.wave = made[Wave]
    invitation.measurement = made[Measurement]
    invitation.organisation = made[Organisation]
    invitation.workspace = invitation.wave.workspace = made[Workspace]
    invitation.measurement.organisation = invitation.organisation
    draft: AnswerDraft = made[AnswerDraft]
    return invitation, draft if draft.pk is not None else None


@lru_cache(maxsize=1)
def _statement() -> str:
    columns = ", ".join(
        f'({short})."{field.column}"'
        for model, short in _PARTS
        for field in model._meta.concrete_fields
    )
    return f"SELECT {columns} FROM kl_desk(%s, %s, %s)"  # noqa: S608 columns of our own models


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[type[models.Model], list[str], list[tuple[int, Any]]], ...]:
    """Of each part its names, and which of its values Django turns into another form."""
    return tuple(
        (
            model,
            [field.attname for field in model._meta.concrete_fields],
            [
                (place, converter)
                for place, field in enumerate(model._meta.concrete_fields)
                for converter in field.get_db_converters(connection)  # type: ignore[attr-defined]  # Django has it
            ],
        )
        for model, _short in _PARTS
    )


def _made(row: tuple[Any, ...]) -> dict[type[models.Model], Any]:
    found: dict[type[models.Model], Any] = {}
    start = 0
    for model, names, converters in _shapes():
        values = list(row[start : start + len(names)])
        start += len(names)
        for place, convert in converters:
            values[place] = convert(values[place], None, connection)
        found[model] = model.from_db(connection.alias, names, values)
    return found
