"""The demo world, loaded once for all tests of a file: it takes seconds. Tests only read it."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from krachtlokaal import demo_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]  # pytest-django does not type its blocker
        demo_world.load(seed=1)
        yield
        transaction.set_rollback(True)
