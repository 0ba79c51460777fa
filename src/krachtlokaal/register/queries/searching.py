"""Which organisations a search text finds, by their own facts."""

from collections.abc import Collection
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from krachtlokaal.office import search
from krachtlokaal.office.models import PublicSearchRow

KIND = "organisation"
MOST_WORDS = search.MOST_WORDS
MOST_MUNICIPALITIES = 70


def ids_for(text: str, municipalities: Collection[str] = ()) -> QuerySet[PublicSearchRow, Any]:
    """The keys of organisations that hold every word, or begin of a word, of the text.

    `municipalities` is a hint: rows hold the code of theirs, so that the index alone leaves out
    what lies elsewhere. Whoever asks filters by it as well.
    """
    rows = PublicSearchRow.objects.filter(kind=KIND).values("object_id")
    asked = search.query(text)
    if asked is None:
        return rows.none()
    if 0 < len(municipalities) <= MOST_MUNICIPALITIES:
        codes = " | ".join(sorted(code.lower() for code in municipalities))
        return rows.filter(vector=asked & SearchQuery(codes, config="simple", search_type="raw"))
    return rows.filter(vector=asked)


def says_something(text: str) -> bool:
    """Whether a search text narrows the list: one letter would find half of everything."""
    return len(text.strip()) > 1 and search.query(text) is not None
