"""Who came by a link reads her report in the language of her choice."""

import pytest
from django.test import Client

from tests.surveys.report.test_page import as_organisation, page, sent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Your next step"), ("fy", "Jo folgjende stap")]
)
def test_it_speaks_the_language_of_who_came(client: Client, language: str, words: str) -> None:
    assert words in page(client, sent(as_organisation(), language=language))
