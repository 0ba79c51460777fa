"""Whether a connection that lay idle is still good, seen without sending a query."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from krachtlokaal.core.postgresql.base import DatabaseWrapper

pytestmark = pytest.mark.django_db


@pytest.fixture
def other() -> Iterator[DatabaseWrapper]:
    """A connection beside the one of the test."""
    made = connection.copy()
    assert isinstance(made, DatabaseWrapper)
    made.ensure_connection()
    yield made
    made.close()


def test_a_quiet_connection_is_good(other: DatabaseWrapper) -> None:
    with other.cursor() as cursor:
        cursor.execute("SELECT 1")
    assert other.is_usable()


def test_one_that_the_server_ended_is_not(
    other: DatabaseWrapper, postgres: psycopg.Connection
) -> None:
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone() or (0,)
    postgres.execute("SELECT pg_terminate_backend(%s, 5000)", [process])
    assert not other.is_usable()


def test_one_that_was_never_opened_is_not(other: DatabaseWrapper) -> None:
    other.close()
    assert not other.is_usable()
