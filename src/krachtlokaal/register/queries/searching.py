"""Which organisations a search text finds: by their own facts, and by the names of own contacts."""

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from krachtlokaal.core.text import words
from krachtlokaal.office.models import PublicSearchRow

KIND = "organisation"
MOST_WORDS = 8


def ids_for(text: str) -> QuerySet[PublicSearchRow]:
    """The keys of organisations that hold every word, or begin of a word, of the text."""
    rows = PublicSearchRow.objects.filter(kind=KIND).values("object_id")
    asked = prefix_query(text)
    return rows.filter(vector=asked) if asked else rows.none()


def prefix_query(text: str) -> SearchQuery | None:
    parts = words(text)[:MOST_WORDS]
    if not parts:
        return None
    return SearchQuery(
        " & ".join(f"{part}:*" for part in parts), config="simple", search_type="raw"
    )
