"""An adviser of Tiel and Buren, in the scope of her workspace."""

from collections.abc import Iterator

import pytest

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from tests.accounts.factories import access_of, workspace
from tests.register.factories import BUREN, TIEL


@pytest.fixture
def adviser(db: None) -> Iterator[Access]:
    room = workspace("betuwe", municipalities=[TIEL, BUREN])
    with guard.workspaces(room.pk):
        yield access_of(room, Role.CONSULENT)


@pytest.fixture
def elsewhere(db: None) -> Workspace:
    """Another workspace with the same working area."""
    return workspace("elders", municipalities=[TIEL, BUREN])
