"""A table that talks, with an address for its note-takers."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.models import RoundTable
from tests.needs import factories
from tests.needs.notes import addresses

Send = Callable[..., Any]


@pytest.fixture
def scope(room: Workspace) -> Iterator[None]:
    cache.clear()  # what was counted against the limits
    with guard.workspaces(room.pk):
        yield


@pytest.fixture
def table(room: Workspace, scope: None) -> RoundTable:
    return factories.table(factories.survey(room), state=TableState.TALKING)


@pytest.fixture
def secret(table: RoundTable) -> str:
    return addresses.notes_secret(table)


@pytest.fixture
def send(secret: str) -> Send:
    """What a device sends: cards in the order of typing."""

    def post(*cards: dict[str, Any]) -> Any:
        body = {"cards": list(cards)}
        return Client().post(f"/notulen/{secret}/kaartjes/", body, content_type="application/json")

    return post


def typed(text: str = "Wij vinden geen penningmeester.", **values: Any) -> dict[str, Any]:
    """A card as a device makes it, with a key of its own."""
    return {"id": str(uuid4()), "text": text} | values
