"""Asking to be called stands beside her name, so it must say nothing of what she answered."""

import re

import pytest
from django.test import Client

from tests.surveys.answering import scene
from tests.surveys.report.answers import answered, wanting
from tests.surveys.report.test_page import page, sent

pytestmark = pytest.mark.django_db


def choices(text: str) -> list[str]:
    found = re.search(r'<select name="about".*?</select>', text, re.DOTALL)
    assert found is not None
    return re.findall(r'<option value="([^"]*)"', found[0])


def test_where_each_answers_everybody_is_asked_alike_and_about_everything(client: Client) -> None:
    """One who is weak in two things and asks for help, and one for whom all is well."""
    place = scene()
    weak = answered(4, bestuur=1, koers=1) | wanting("bestuur", 5, "this_year", "adviser")
    one, other = (choices(page(client, sent(place, content))) for content in (weak, answered(5)))
    assert one == other
    assert len(one) == 1 + 10
