"""Searching while somebody types, in any spelling, and fast."""

import pytest
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.core import guard
from krachtlokaal.office import search
from krachtlokaal.office.models import PublicSearchRow, ScopedSearchRow

ROWS = [
    search.Row("org", 1, "Voetbalvereniging De Trekvogels", "Nijkerk"),
    search.Row("org", 2, "Stichting Dorpshuis 't Trefpunt", "Súdwest-Fryslân", "8700 AB"),
    search.Row("org", 3, "Muziekvereniging Excelsior", "Ede"),
]


def found(text: str) -> list[int]:
    query = search.query(text)
    assert query is not None
    rows = PublicSearchRow.objects.filter(vector=query).order_by("object_id")
    return list(rows.values_list("object_id", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tref", [2]),
        ("SUDWEST", [2]),
        ("vereniging", [1, 3]),
        ("verenigingen", [1, 3]),
        ("voetbal nij", [1]),
        ("dorpshuis 8700", [2]),
        ("huis", [2]),
        ("excelsior ede x", [3]),
        ("excelsior zwolle", []),
    ],
)
def test_what_is_found(text: str, expected: list[int]) -> None:
    search.put_many(ROWS)
    assert found(text) == expected


@pytest.mark.django_db
def test_a_row_is_renewed_and_removed() -> None:
    search.put_many(ROWS)
    search.put(search.Row("org", 1, "Toneelclub De Trekvogels"))
    assert (found("voetbal"), found("toneel")) == ([], [1])
    search.remove("org", [1])
    assert found("toneel") == []


@pytest.mark.django_db
def test_rows_of_a_workspace_are_found_there_alone() -> None:
    with guard.workspaces(7):
        search.put(search.Row("note", 1, "Gesprek over opvolging"), workspace=7)
        query = search.query("opvolg")
        assert ScopedSearchRow.objects.filter(vector=query).count() == 1
    with guard.workspaces(8):
        assert ScopedSearchRow.objects.filter(vector=query).count() == 0
    with guard.workspaces(7):
        search.remove("note", [1], workspace=7)
        assert ScopedSearchRow.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("dorpshius", "dorpshuis"),
        ("trekvogles nijkerk", "trekvogels nijkerk"),
        ("exelsior", "excelsior"),
        ("dorpshuis", ""),
        ("dorpsh", ""),
        ("qqqqqqqq", ""),
        ("", ""),
    ],
)
def test_typing_errors_are_mended(typed: str, mended: str) -> None:
    search.put_many(ROWS)
    search.renew_words()
    assert search.mend(typed) == mended


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "   ", "!!!", "&|", "()"])
def test_nothing_to_look_for(text: str) -> None:
    assert search.query(text) is None


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["a & b", "x:*", "'; DROP", "!jan", "a <-> b", "ﬁets", "1:A"])
def test_no_question_is_syntax(text: str) -> None:
    query = search.query(text)
    assert isinstance(query, SearchQuery)
    assert list(PublicSearchRow.objects.filter(vector=query)) == []


@given(st.text(max_size=60))
def test_every_question_has_an_answer(text: str) -> None:
    search.query(text)
    search.tokens(text)


@pytest.mark.django_db
def test_the_index_is_used() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO office_publicsearchrow (kind, object_id, title, detail, tokens)"
            " SELECT 'org', n, 'o', '', 'vereniging woord' || n FROM generate_series(1, 5000) n"
        )
        cursor.execute("ANALYZE office_publicsearchrow")
    rows = PublicSearchRow.objects.filter(vector=search.query("woord421"))
    assert "public_search_vector" in rows.explain()
