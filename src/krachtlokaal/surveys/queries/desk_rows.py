"""The rows behind a link to answer, read with one plain statement.

Every page of answering asks for them, and asking seven tables together costs Django more than all
the rest of such a page: so the statement is written once a process, and the rows made from it.
"""

from functools import lru_cache
from typing import Any

from django.db import connection, models

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
_FROM = """
FROM office_personallink l
JOIN surveys_invitation i ON i.link_id = l.id
JOIN surveys_wave w ON w.id = i.wave_id
JOIN surveys_measurement m ON m.id = i.measurement_id
JOIN register_organisation o ON o.id = i.organisation_id
JOIN accounts_workspace p ON p.id = i.workspace_id
LEFT JOIN surveys_answerdraft d ON d.invitation_id = i.id
WHERE l.token_hash = %s AND l.purpose = %s AND l.revoked_at IS NULL
"""


def invitation_at(token_hash: bytes) -> tuple[Invitation, AnswerDraft | None] | None:
    """The invitation with link, wave, measurement, organisation and workspace, and the draft that
    hangs on it. Asks for the system scope."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(), [token_hash, ANSWER])
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
        f'{short}."{field.column}"'
        for model, short in _PARTS
        for field in model._meta.concrete_fields
    )
    return f"SELECT {columns} {_FROM}"


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
