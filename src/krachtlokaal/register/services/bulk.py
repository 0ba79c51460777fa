"""Write thousands of rows with one statement and one parameter: a list in JSON.

Django's own bulk_create hands each column over as an array, which costs three times the processor
time for rows with JSON in them: measured at 20,000 rows of a list.
"""

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Field, JSONField, Model

Row = TypeVar("Row", bound=Model)


def insert(rows: Sequence[Row]) -> None:
    """Insert rows of one model, which get their keys. Signals and `save` are passed by."""
    if not rows:
        return
    model = type(rows[0])
    fields = [f for f in model._meta.concrete_fields if not f.primary_key and not f.generated]
    given = [[_value(field, row) for field in fields] for row in rows]
    names = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_cast(field, place) for place, field in enumerate(fields))
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{model._meta.db_table}" ({names}) SELECT {values}'  # noqa: S608 names of our own models
            " FROM jsonb_array_elements(%s::jsonb) WITH ORDINALITY AS r (v, n) ORDER BY n"
            " RETURNING id",
            [as_text(given)],
        )
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key
            row._state.adding = False  # noqa: SLF001 Django gives no other way to say so


def as_text(given: object) -> str:
    """JSON for PostgreSQL; moments and days as ISO writes them."""
    return json.dumps(given, ensure_ascii=False, default=str)


def _value(field: "Field[Any, Any]", row: Model) -> Any:  # noqa: ANN401 whatever a field holds
    return field.pre_save(row, add=True)


def _cast(field: "Field[Any, Any]", place: int) -> str:
    if isinstance(field, JSONField):
        return f"v->{place}"
    # Without its length: a text that is too long must fail, a cast would cut it off.
    kind = str(field.db_type(connection)).partition("(")[0]
    return f"(v->>{place})::{kind}"
