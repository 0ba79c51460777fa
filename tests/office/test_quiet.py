"""No log holds the secret of a link, whatever goes wrong on its page."""

import io
import logging
import logging.config
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from krachtlokaal.office import quiet

pytestmark = pytest.mark.django_db
SECRET = "kq4abcdefghij2yz"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the handlers of the settings write."""
    before = logging.root.handlers[:], logging.root.level
    logging.config.dictConfig(settings.LOGGING)
    written = io.StringIO()
    handlers = [h for h in logging.root.handlers if isinstance(h, logging.StreamHandler)]
    for handler in handlers:
        handler.setStream(written)
    yield written
    logging.root.handlers, logging.root.level = before


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (f"/meting/{SECRET}/", "/meting/…"),
        (f"/meting/{SECRET[:-4]}/onderwerp/bestaatniet/verder", "/meting/…"),
        (f"/meting/open/{SECRET}", "/meting/…"),
        (f"/klopt/{SECRET}/wijzigen/", "/klopt/…"),
        (f"/uitnodiging/{SECRET}/", "/uitnodiging/…"),
    ],
)
def test_a_page_that_is_not_there_is_logged_without_the_secret(
    client: Client, log: io.StringIO, address: str, kept: str
) -> None:
    client.get(address, follow=True)
    assert kept in log.getvalue()
    assert SECRET[:6] not in log.getvalue()


def test_a_refused_form_is_logged_without_the_secret(log: io.StringIO) -> None:
    Client(enforce_csrf_checks=True).post(f"/meting/{SECRET}/versturen/")
    assert "Forbidden" in log.getvalue()
    assert SECRET[:6] not in log.getvalue()


def test_a_fault_of_ours_is_logged_without_the_secret(log: io.StringIO) -> None:
    try:
        raise ValueError(f"no such thing: http://localhost/meting/{SECRET}/nakijken/")
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error: /meting/%s/", SECRET)
    assert "Internal Server Error: /meting/…" in log.getvalue()
    assert "ValueError" in log.getvalue()
    assert SECRET[:6] not in log.getvalue()


def test_other_addresses_stay_whole(client: Client, log: io.StringIO) -> None:
    client.get("/organisaties/dit-bestaat-niet/")
    assert "/organisaties/dit-bestaat-niet/" in log.getvalue()


def test_every_handler_of_the_log_is_quiet() -> None:
    told = settings.LOGGING
    kinds = told["filters"]
    assert kinds == {"quiet": {"()": f"{quiet.__name__}.{quiet.WithoutSecrets.__name__}"}}
    assert all(handler["filters"] == ["quiet"] for handler in told["handlers"].values())
