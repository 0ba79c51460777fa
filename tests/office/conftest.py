"""The office's tests bring their own kinds of jobs, and a database whose commits are real."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

import tests.office.jobs_for_tests  # noqa: F401  # registers the kinds
from tests.conftest import copy_database


@pytest.fixture
def own_database(
    postgres: psycopg.Connection,
    template_database: str,
    django_db_setup: None,
    django_db_blocker: pytest.FixtureRequest,
) -> Iterator[str]:
    """A database for one test, whose transactions really end: for second connections, workers."""
    before, name = connection.settings_dict["NAME"], f"kl_office_{os.getpid()}"
    copy_database(postgres, template_database, name)
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django does not type its blocker
        yield name
        connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = before
    postgres.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
