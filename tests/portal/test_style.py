"""The style page: every part of the pages, once, for everybody who builds or tests."""

import re
from pathlib import Path

import pytest
from django.test import Client

from krachtlokaal.portal.style import SECTIONS

LAYOUTS = Path(__file__).resolve().parents[2] / "src/krachtlokaal/templates/layouts"


@pytest.fixture
def text(db: None, client: Client) -> str:
    answer = client.get("/stijl/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_line_of_its_contents_leads_to_a_section(text: str) -> None:
    ids = set(re.findall(r'\bid="([^"]+)"', text))
    assert {name for name, _title in SECTIONS} <= ids


def test_an_id_stands_once(text: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert sorted(ids) == sorted(set(ids))


def test_every_layout_is_named(text: str) -> None:
    named = set(re.findall(r"layouts/(\w+)\.html", text))
    assert named == {path.stem for path in LAYOUTS.glob("*.html")}
