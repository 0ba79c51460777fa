"""All sweeps share one running product and its sessions: they look, and change nothing."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from playwright.sync_api import StorageState

from tests.browser import product as installation
from tests.browser.product import Product


@pytest.fixture(scope="session")
def product(postgres: psycopg.Connection, world: str) -> Iterator[Product]:
    with installation.running(postgres, world, f"kl_sweeps_{os.getpid()}") as product:
        yield product


@pytest.fixture(scope="session")
def sessions() -> dict[str, StorageState]:
    """The cookies of each role that has signed in, in any sweep."""
    return {}
