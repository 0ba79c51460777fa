"""A fixed report for everybody who has its address."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from krachtlokaal.accounts.gate import by_link
from krachtlokaal.core import guard
from krachtlokaal.needs.links import REPORT
from krachtlokaal.needs.models import Edition
from krachtlokaal.needs.queries import editions as queries
from krachtlokaal.needs.views.editions import as_file, kinds_of
from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.publishing.documents import html
from krachtlokaal.register.views.gone import friendly


@friendly
@by_link(REPORT)
def report_public(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """The whole report on one page, with its contents and its files."""
    with _opened(link) as edition:
        document = queries.document_of(edition)
        context = {
            "edition": edition,
            "document": document,
            "html": html.render(document),
            "kinds": kinds_of(edition),
            "secret": links.token(link),
            "newer_url": _newer(edition),
            "place": edition.workspace.name,
        }
        return render(request, "needs/report/public.html", context)


@friendly
@by_link(REPORT)
def report_file(_request: HttpRequest, link: PersonalLink, kind: str) -> HttpResponse:
    """The same as a file."""
    with _opened(link) as edition:
        return as_file(edition, kind)


@contextmanager
def _opened(link: PersonalLink) -> Iterator[Edition]:
    """The one edition of this address, in the scope of its workspace."""
    with guard.workspaces(link.workspace_id or 0):
        rows = Edition.objects.select_related("survey", "workspace")
        found = rows.filter(pk=link.object_id or 0, link=link).first()
        if found is None:
            raise Http404
        yield found


def _newer(edition: Edition) -> str:
    """Where the newest version stands, when this is not it and that one is to be read."""
    rows = Edition.objects.filter(survey=edition.survey_id, number__gt=edition.number)
    newest = rows.select_related("link").defer("content").first()
    if newest is None or newest.link is None or newest.link.revoked_at is not None:
        return ""
    return reverse("needs:report_public", args=[links.token(newest.link)])
