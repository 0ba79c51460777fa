"""Addresses in groups are the same addresses."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.urls.resolvers import RegexPattern, URLResolver

from krachtlokaal.core.addresses import by_first_word


def view(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


PATTERNS: list[URLPattern] = [
    path("a/nieuw/", view, name="new"),
    path("b/", view, name="other"),
    path("a/<str:key>/", view, name="one"),
    path("a/<str:key>/deel/<int:number>/", view, {"more": 1}, name="part"),
]


def tree(patterns: object) -> URLResolver:
    return URLResolver(RegexPattern(r"^/"), patterns)


@pytest.mark.parametrize("address", ["/a/nieuw/", "/b/", "/a/x/", "/a/x/deel/3/"])
def test_an_address_leads_where_it_led(address: str) -> None:
    plain, grouped = (tree(rows).resolve(address) for rows in (PATTERNS, by_first_word(PATTERNS)))
    told = [(m.url_name, m.kwargs, m.route, m.func) for m in (plain, grouped)]
    assert told[0] == told[1]


def test_a_name_leads_to_its_address() -> None:
    assert tree(by_first_word(PATTERNS)).reverse("part", key="x", number=3) == "a/x/deel/3/"


def test_an_open_place_can_not_come_first() -> None:
    with pytest.raises(ValueError, match="begin with a word"):
        by_first_word([path("<str:key>/", view)])
