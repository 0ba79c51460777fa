"""A page that was drawn for one visitor is filled for the next, and holds nothing of the first."""

import re

import pytest
from django.test import Client

from krachtlokaal.surveys.pages.moulds import Mould, place
from tests.surveys.answering import Scene, desk, keep, page, scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Scene:
    return scene(languages=["nl", "en"])


def theme(secret: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(page(secret, "onderwerp", "bestuur"))
    assert answer.status_code == 200
    return str(answer.content.decode())


def without_own(html: str, secret: str) -> str:
    token = r'(name="csrfmiddlewaretoken" value=")[^"]+'
    return re.sub(token, r"\1", html).replace(secret, "S").replace(desk(secret).box, "B")


def test_values_are_escaped_and_each_is_asked_for() -> None:
    mould = Mould.cast(f"<p>{place('word')}</p>{place('word')}")
    assert mould.fill(word="<b>&") == "<p>&lt;b&gt;&amp;</p>&lt;b&gt;&amp;"
    with pytest.raises(KeyError):
        mould.fill(other="x")


def test_two_visitors_get_the_same_page_but_for_what_is_their_own(asked: Scene) -> None:
    one, other = asked.invite(), asked.invite()
    keep(one, {"bestuur_1": 4, "bestuur.note": "Van de eerste."})
    first, second = theme(one), theme(other)
    assert (one in first, one in second, "Van de eerste." in second) == (True, False, False)
    keep(other, {"bestuur_1": 4, "bestuur.note": "Van de eerste."})
    assert without_own(theme(one), one) == without_own(theme(other), other)


def test_each_language_has_a_page_of_its_own(asked: Scene) -> None:
    dutch, english = asked.invite(), asked.invite(language="en")
    for _again in range(2):
        assert 'lang="nl" data-color-scheme' in theme(dutch)
        assert 'lang="en" data-color-scheme' in theme(english)
        assert "Onderwerp 1 van" not in theme(english)


def test_the_sign_that_answers_are_kept_shows_once_there_are_some(asked: Scene) -> None:
    own = asked.invite()
    assert "data-saved hidden" in theme(own)
    keep(own, {"bestuur_1": 4})
    assert "data-saved hidden" not in theme(own)


def test_the_token_of_the_page_is_her_own(asked: Scene) -> None:
    own, client = asked.invite(), Client(enforce_csrf_checks=True)
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', theme(own, client))
    assert found is not None
    sent = {"way": "verder", "bestuur_1": "4", "csrfmiddlewaretoken": found[1]}
    assert client.post(page(own, "onderwerp", "bestuur"), sent).status_code == 302
    assert desk(own).content == {"bestuur_1": 4}
