"""Find organisations, contacts of the own workspace and offers by the beginnings of words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from krachtlokaal.core.text import words
from krachtlokaal.office.models import PublicSearchRow
from krachtlokaal.register.models import Contact
from krachtlokaal.register.queries import searching
from krachtlokaal.topics.services import SEARCH_KIND as OFFER

SHOWN = 8
ENOUGH = 500
SHORTEST = 2  # letters: with one, half of the register is found


@dataclass(frozen=True)
class Hit:
    """One thing that was found."""

    title: str
    detail: str
    url: str


@dataclass(frozen=True)
class Group:
    """Things of one kind; `more_url` leads to all of them when there are more."""

    key: str
    heading: str
    hits: list[Hit]
    has_more: bool
    more_url: str


def find(text: str) -> list[Group]:
    """Groups that hold something; three queries. Contacts are those of the scope that holds."""
    if len("".join(words(text))) < SHORTEST:
        return []
    groups = (_organisations(text), _contacts(text), _offers(text))
    return [group for group in groups if group.hits]


def _organisations(text: str) -> Group:
    hits = [
        Hit(row.title, row.detail, _organisation_url(row.object_id))
        for row in _search_rows(searching.KIND, text)
    ]
    query = urlencode({"q": text, "gebied": "alles"})
    return _group("organisaties", _("Organisaties"), hits, f"{reverse('register:list')}?{query}")


def _contacts(text: str) -> Group:
    every_word = Q()
    for word in text.split()[: searching.MOST_WORDS]:
        every_word &= Q(name__icontains=word) | Q(email__icontains=word)
    rows = (
        Contact.objects.filter(every_word)
        .annotate(of=F("organisation__name"))
        .order_by("name", "pk")[: SHOWN + 1]
    )
    hits = [
        Hit(str(row), f"{row.get_role_display()}, {row.of}", _organisation_url(row.organisation_id))
        for row in rows
    ]
    return _group("contacten", _("Contacten van uw werkruimte"), hits)


def _offers(text: str) -> Group:
    url = reverse("topics:offers")
    hits = [Hit(row.title, row.detail, url) for row in _search_rows(OFFER, text)]
    return _group("hulp", _("Hulp en advies"), hits, url)


def _search_rows(kind: str, text: str) -> Iterable[PublicSearchRow]:
    """In the order of titles, among the first that the index gives: sorting all would be slow."""
    parts = words(text)[: searching.MOST_WORDS]
    asked = SearchQuery(
        " & ".join(f"{part}:*" if len(part) > 1 else part for part in parts),
        config="simple",
        search_type="raw",
    )
    some = PublicSearchRow.objects.filter(kind=kind, vector=asked).values("pk")[:ENOUGH]
    rows = PublicSearchRow.objects.filter(pk__in=some).order_by("title", "pk")
    return rows.only("title", "detail", "object_id")[: SHOWN + 1]


def _organisation_url(pk: int) -> str:
    return reverse("portal:organisation", args=[pk])


def _group(key: str, heading: str, hits: list[Hit], more_url: str = "") -> Group:
    return Group(key, heading, hits[:SHOWN], len(hits) > SHOWN, more_url)
