"""A second connection, beside the transaction of a job: what it writes is seen at once.

Whoever already has a transaction open (a test, a command that runs jobs within its own) gets that
connection instead, because another one could not see the rows of the open transaction.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from krachtlokaal.core import guard


class Sideline:
    """Writes rows of the office by their key, whatever their workspace."""

    def __init__(self, second: BaseDatabaseWrapper | None) -> None:
        self._second = second

    def execute(self, query: str, values: Sequence[Any]) -> None:
        if self._second is not None:
            with self._second.cursor() as cursor:
                cursor.execute(query, values)
            return
        with guard.system("the office keeps its own books by key"), connection.cursor() as cursor:
            cursor.execute(query, values)

    def try_execute(self, query: str, values: Sequence[Any]) -> None:
        """For what is nice to know: a lock or a lost connection must not fail the work itself."""
        if self._second is None:
            self.execute(query, values)
            return
        try:
            self.execute(query, values)
        except DatabaseError:
            self._second.close()
            _prepare(self._second)


@contextmanager
def open_sideline() -> Iterator[Sideline]:
    """The second connection, closed at the end."""
    if connection.in_atomic_block:
        yield Sideline(None)
        return
    second = connection.copy()
    try:
        _prepare(second)
        yield Sideline(second)
    finally:
        second.close()


def _prepare(second: BaseDatabaseWrapper) -> None:
    # For the whole session: this connection is never used for anything but the office's books.
    with second.cursor() as cursor:
        cursor.execute("SELECT set_config('kl.scope', 'system', false)")
        cursor.execute("SELECT set_config('lock_timeout', '1s', false)")
