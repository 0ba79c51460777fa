"""Dots for members: the code to show, how many gave some, cards on paper and their stickers."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.core.downloads import attachment
from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.forms.dots import StickersForm
from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.queries import boards, card_paper
from krachtlokaal.needs.queries import cards as queries
from krachtlokaal.needs.services import dots as services
from krachtlokaal.needs.views.cards.members import table_of
from krachtlokaal.office import links
from krachtlokaal.publishing import pdf, qr


@allow(Capability.WORK_NEEDS)
def table_dots(request: MemberRequest, pk: int) -> HttpResponse:
    """To be shown in the room while guests give dots; afterwards the outcome."""
    table = table_of(pk)
    address = _address(table)
    context = {
        "table": table,
        "survey": table.survey,
        "board": boards.of(table),
        "type_at": _bare(settings.BASE_URL + reverse("needs:dots_code")),
        "picture": qr.svg(address, _("QR-code om stippen te geven")) if address else "",
        "is_open": table.state == TableState.DOTS,
    }
    return render(request, "needs/dots/members.html", context)


def _address(table: RoundTable) -> str:
    if table.dots_link is None or table.state != TableState.DOTS:
        return ""
    return settings.BASE_URL + reverse("needs:dots", args=[links.token(table.dots_link)])


def _bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


@allow(Capability.WORK_NEEDS)
def stickers(request: MemberRequest, pk: int) -> HttpResponse:
    """Type in how many stickers stand on each printed card."""
    table = table_of(pk)
    if queries.is_fixed(table):
        messages.warning(request, queries.why_not(table))
        return redirect("needs:table_dots", pk)
    form = StickersForm(list(queries.of_table(table)), request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.note_stickers(table=table, stickers=form.stickers())
        messages.success(request, _("De stippen op papier zijn opgeschreven."))
        return redirect("needs:table_dots", pk)
    context = {"table": table, "survey": table.survey, "form": form}
    return render(request, "needs/dots/stickers.html", context)


@allow(Capability.WORK_NEEDS)
def cards_pdf(_request: MemberRequest, pk: int) -> HttpResponse:
    """The cards to hang on the wall, six on a sheet, with room for stickers."""
    table = table_of(pk)
    return attachment(card_paper.cards(table), pdf.CONTENT_TYPE, f"kaartjes {table.pk}.pdf")
