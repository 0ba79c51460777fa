"""Rows for full-text search: public ones without a policy, scoped ones behind it.

Full-text operators are not leakproof: under row-level security PostgreSQL can't use their index.
So what everybody may find stands in a table without a policy.
"""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from krachtlokaal.core.owned import OwnedManager


class SearchRow(models.Model):
    """A findable thing; `tokens` are made in Python (folding, stems, parts of compounds)."""

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=240)
    detail = models.CharField(max_length=240, blank=True)
    tokens = models.TextField()
    vector = models.GeneratedField(
        expression=SearchVector("tokens", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class PublicSearchRow(SearchRow):
    """What every adviser may find: the shared facts of organisations, later practices."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="public_search_row_once")
        ]
        indexes = [GinIndex(fields=["vector"], name="public_search_vector", fastupdate=False)]


class ScopedSearchRow(SearchRow):
    """What one workspace may find: its contacts, notes, selections."""

    workspace_id = models.BigIntegerField()

    objects: ClassVar[OwnedManager["ScopedSearchRow"]] = OwnedManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="scoped_search_row_once")
        ]
        indexes = [
            GinIndex(fields=["vector"], name="scoped_search_vector"),
            models.Index(fields=["workspace_id", "kind"]),
        ]


class SearchWord(models.Model):
    """A word that stands in public search rows: typing errors are held against these."""

    word = models.CharField(max_length=40, primary_key=True, db_collation="C")
    uses = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.word
