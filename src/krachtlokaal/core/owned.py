"""Managers for rows that belong to a workspace: no scope, no rows."""

from typing import TypeVar

from django.db import models
from django_scopes import get_scope
from django_scopes.exceptions import ScopeError

M_co = TypeVar("M_co", bound=models.Model, covariant=True)


class OwnedManager(models.Manager[M_co]):
    """The manager of every model with a workspace key; fails closed without a scope."""

    def get_queryset(self) -> models.QuerySet[M_co]:
        scope = get_scope()  # type: ignore[no-untyped-call]  # django-scopes has no types
        rows = super().get_queryset()
        if not scope.get("_enabled", True):
            return rows
        if "workspace" not in scope:
            raise ScopeError(
                f"A query on {self.model.__name__} needs a scope: use krachtlokaal.core.guard."
            )
        return rows.filter(workspace_id__in=scope["workspace"])
