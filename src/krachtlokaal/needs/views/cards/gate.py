"""The gate of who comes to a table by a link without a name: note-takers, and guests with dots."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from krachtlokaal.accounts.gate import by_link
from krachtlokaal.core import guard
from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.queries import cards as queries
from krachtlokaal.office.models import PersonalLink

TableView = Callable[[HttpRequest, RoundTable], HttpResponse]
# Which field of a table holds the link of this purpose.
_FIELDS = {"needs_notes": "notes_link_id", "needs_dots": "dots_link_id"}


def at_table(purpose: str) -> Callable[[TableView], Callable[..., HttpResponseBase]]:
    """The view gets the one table of the link, in the scope of its workspace; whatever it asks is
    asked of that table."""

    def decorate(view: TableView) -> Callable[..., HttpResponseBase]:
        def page(request: HttpRequest, link: PersonalLink) -> HttpResponse:
            with guard.workspaces(link.workspace_id):
                table = queries.table_of(link, _FIELDS[purpose])
                if table is None:
                    raise Http404
                return view(request, table)

        gate = by_link(purpose)(wraps(view)(page))
        return cast("Callable[..., HttpResponseBase]", gate)

    return decorate
