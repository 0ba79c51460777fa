"""Reports to keep and to print."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from krachtlokaal.publishing import pdf
from krachtlokaal.surveys.printing.report import document
from krachtlokaal.surveys.queries import reports as queries
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.queries.reports import Outcome
from krachtlokaal.surveys.views.answering.frame import language
from krachtlokaal.surveys.views.answering.gate import at_desk


@at_desk
def report_pdf(request: HttpRequest, desk: Desk) -> HttpResponse:  # noqa: ARG001 the gate's shape
    """Her own report."""
    if not desk.is_sent or not desk.content:
        raise Http404
    return as_pdf(queries.own_outcome(desk, language()), language())


@at_desk
def together_pdf(request: HttpRequest, desk: Desk) -> HttpResponse:  # noqa: ARG001 the gate's shape
    """What all together say."""
    found = None
    if desk.is_sent and not desk.is_for_organisation:
        found = queries.shared_outcome(queries.joined(desk), language())
    if found is None:
        raise Http404
    return as_pdf(found, language())


def as_pdf(outcome: Outcome, spoken: str) -> HttpResponse:
    """The file, with a name that says whose it is."""
    return as_file(outcome, document(outcome, spoken), "pdf", pdf.CONTENT_TYPE)


def as_file(outcome: Outcome, data: bytes, ending: str, content_type: str) -> HttpResponse:
    name = slugify(f"{outcome.title} {outcome.organisation.name}")[:80] or "uitkomst"
    answer = HttpResponse(data, content_type=content_type)
    told = content_disposition_header(as_attachment=True, filename=f"{name}.{ending}")
    answer["Content-Disposition"] = told or "attachment"
    return answer
