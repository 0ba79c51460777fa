"""Rows that can be found: tokens made in Python, looked up with PostgreSQL's full-text index.

A text becomes folded words, their stems and the parts of common compounds ("voetbalvereniging" is
found by "vereniging"). A question becomes a query in which each word must be there, the last one by
its beginning, so that searching works while somebody types.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection

from krachtlokaal.core.text import words
from krachtlokaal.office.models import PublicSearchRow, ScopedSearchRow

MOST_WORDS = 8
_BATCH = 2000
# How compounds in names of organisations end; what stands before it is a word as well.
_TAILS = """
vereniging stichting club bond bank huis centrum koor orkest fanfare harmonie kring groep team
school museum theater toneel belang raad fonds winkel kerk plein tuin park zorg hulp werk sport
dienst bureau punt dorp wijk buurt jeugd ouderen vrouwen
"""


@dataclass(frozen=True)
class Row:
    """One findable thing. `detail` is shown beside the title; `text` is only searched."""

    kind: str
    object_id: int
    title: str
    detail: str = ""
    text: str = ""


def tokens(text: str) -> str:
    """The words of a text as they stand in the index, each once."""
    return " ".join(dict.fromkeys(token for word in words(text) for token in _forms(word)))


def _forms(word: str) -> Iterator[str]:
    yield word
    yield _stem(word)
    for part in _parts(word):
        yield part
        yield _stem(part)


def _parts(word: str) -> list[str]:
    for tail in _tails():
        head = word.removesuffix(tail)
        if head != word and len(head) >= 4:
            linked = head.removesuffix("s") if len(head) > 4 else head
            return list(dict.fromkeys([head, linked, tail]))
    return []


@cache
def _tails() -> list[str]:
    return sorted(_TAILS.split(), key=len, reverse=True)


def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word)) if word.isalpha() else word


@cache
def _stemmer() -> Any:  # noqa: ANN401  # PyStemmer has no types
    import Stemmer

    return Stemmer.Stemmer("dutch_porter")


def query(text: str) -> SearchQuery | None:
    """The question as a query for `filter(vector=…)`; None when there is nothing to look for."""
    asked = words(text)[:MOST_WORDS]
    # One letter at the end finds half of everything: it waits for the next one.
    if len(asked) > 1 and len(asked[-1]) == 1 and not text[-1:].isspace():
        asked = asked[:-1]
    if not asked:
        return None
    *whole, last = [dict.fromkeys([word, _stem(word)]) for word in asked]
    # Only letters and digits are left of the words, so nothing of them can be syntax.
    parts = [f"({' | '.join(forms)})" for forms in whole]
    parts.append(f"({' | '.join([f'{next(iter(last))}:*', *list(last)[1:]])})")
    return SearchQuery(" & ".join(parts), search_type="raw", config="simple")


def put(row: Row, *, workspace: int | None = None) -> None:
    """Make one thing findable, or renew what is found of it."""
    put_many([row], workspace=workspace)


def put_many(rows: Iterable[Row], *, workspace: int | None = None) -> None:
    """Many at once: for everybody, or for one workspace."""
    made = [_made(row, workspace) for row in rows]
    model = PublicSearchRow if workspace is None else ScopedSearchRow
    model._default_manager.bulk_create(
        made,  # type: ignore[arg-type]  # all of them are of the model chosen above
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=["title", "detail", "tokens"],
    )


def _made(row: Row, workspace: int | None) -> PublicSearchRow | ScopedSearchRow:
    values: dict[str, Any] = {
        "kind": row.kind,
        "object_id": row.object_id,
        "title": row.title[:240],
        "detail": row.detail[:240],
        "tokens": tokens(f"{row.title} {row.detail} {row.text}"),
    }
    if workspace is None:
        return PublicSearchRow(**values)
    return ScopedSearchRow(**values, workspace_id=workspace)


def remove(kind: str, ids: Iterable[int], *, workspace: int | None = None) -> None:
    """These things are not found any more."""
    wanted = list(ids)
    if workspace is None:
        PublicSearchRow.objects.filter(kind=kind, object_id__in=wanted).delete()
    else:
        ScopedSearchRow.objects.filter(
            kind=kind, object_id__in=wanted, workspace_id=workspace
        ).delete()


def mend(text: str) -> str:
    """The question with typing errors mended: each unknown word becomes the nearest known one.

    Empty when nothing had to be mended or a word is like none. For when nothing was found.
    """
    asked = words(text)[:MOST_WORDS]
    mended = [word if _is_known(word) else _nearest(word) for word in asked]
    return " ".join(mended) if all(mended) and mended != asked else ""


def _is_known(word: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM office_searchword WHERE word >= %s AND word < %s)",
            [word, word + "\U0010ffff"],
        )
        row = cursor.fetchone()
    return bool(row and row[0])


def _nearest(word: str) -> str:
    """Among the words with the same first letter and about the same length."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM office_searchword WHERE word >= %s AND word < %s"
            " AND length(word) BETWEEN %s AND %s ORDER BY uses DESC LIMIT 20000",
            [word[0], word[0] + "\U0010ffff", len(word) - 2, len(word) + 2],
        )
        known = [row[0] for row in cursor.fetchall()]
    most = 1 if len(word) < 6 else 2
    found = process.extractOne(word, known, scorer=DamerauLevenshtein.distance, score_cutoff=most)
    return str(found[0]) if found else ""


def renew_words() -> None:
    """Take the words of all public rows over into the table that typing errors are held against."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM office_searchword")
        cursor.execute(
            "INSERT INTO office_searchword (word, uses) SELECT word, ndoc"
            " FROM ts_stat('SELECT vector FROM office_publicsearchrow')"
            " WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[0-9]'"
        )
