"""On paper: the guide for the moderator, the list of who is there, letters to guests."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.core.downloads import attachment
from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.printing import tables as printing
from krachtlokaal.needs.queries import guests as queries
from krachtlokaal.needs.services import guests as services
from krachtlokaal.needs.views.tables import table_of
from krachtlokaal.publishing import pdf


@allow(Capability.SEE_NEEDS)
def guide_pdf(request: MemberRequest, pk: int) -> HttpResponse:  # noqa: ARG001  # every view takes it
    """The questions with room to write, one sheet for the moderator."""
    return attachment(printing.guide(table_of(pk)), pdf.CONTENT_TYPE, f"leidraad-{pk}.pdf")


@allow(Capability.WORK_NEEDS)
def attendance_pdf(request: MemberRequest, pk: int) -> HttpResponse:  # noqa: ARG001  # the same
    """Who is expected, with a box to tick."""
    table = table_of(pk)
    rows = queries.guests_of(table).filter(state__in=queries.EXPECTED).order_by("name", "pk")
    data = printing.attendance(table, queries.lines(rows))
    return attachment(data, pdf.CONTENT_TYPE, f"aanwezig-{pk}.pdf")


@require_POST
@allow(Capability.WORK_NEEDS)
def letters(request: MemberRequest, pk: int) -> HttpResponse:
    """Invitations for who has no mail address; made when fetched and kept nowhere."""
    table = table_of(pk)
    guests = queries.letters_of(table)
    if table.state != TableState.PLANNED or not guests:
        messages.info(request, _("Er zijn geen brieven om te maken."))
        return redirect("needs:table", pk)
    try:
        data = printing.letters(table, guests)
    except pdf.TooLongError as which:
        told = _(
            "Dit adres past niet in het venster van een envelop: „%(text)s”. Maak de naam of het"
            " adres korter, bij de gast of de organisatie."
        )
        messages.warning(request, told % {"text": Truncator(str(which)).chars(120)})
        return redirect("needs:table", pk)
    services.note_letters(table=table, count=len(guests))
    return attachment(data, pdf.CONTENT_TYPE, f"brieven-{pk}.pdf")
