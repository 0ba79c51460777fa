"""Members at a table: its cards as they come, its steps, and the address for note-takers."""

from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.forms.cards import CardForm, starting
from krachtlokaal.needs.models import Card, RoundTable
from krachtlokaal.needs.queries import boards
from krachtlokaal.needs.queries import cards as queries
from krachtlokaal.needs.services import cards as services
from krachtlokaal.needs.services import talking
from krachtlokaal.office import links
from krachtlokaal.publishing import qr

FEW = 8  # cards on the page of a table, as in parts/table_cards.html


def table_of(pk: int) -> RoundTable:
    rows = RoundTable.objects.select_related("survey", "workspace", "notes_link", "dots_link")
    return get_object_or_404(rows, pk=pk)


def back_to(table: RoundTable) -> str:
    """The page of the table, else that of its cards."""
    try:
        return reverse("needs:table", args=[table.pk]) + "#kaartjes"
    except NoReverseMatch:
        return reverse("needs:table_cards", args=[table.pk])


@allow(Capability.WORK_NEEDS)
def table_cards(request: MemberRequest, pk: int) -> HttpResponse:
    """All cards of a table, renewed by themselves, and one more."""
    table = table_of(pk)
    form = CardForm(table, request.POST or None, initial={"id": uuid4(), "version": 0})
    if request.method == "POST" and form.is_valid():
        [taken] = services.keep(table=table, typed=[form.typed()])
        if not taken.why:
            return redirect("needs:table_cards", pk)
        form.add_error(None, taken.why)
    context = {
        "table": table,
        "survey": table.survey,
        "board": boards.of(table),
        "dropped": list(queries.dropped(table)),
        "why_not": queries.why_not(table),
        "most": FEW if "kort" in request.GET else 0,
        "form": form,
    }
    return render(request, "needs/cards/cards.html", context)


@allow(Capability.WORK_NEEDS)
def table_card(request: MemberRequest, pk: int, card: str) -> HttpResponse:
    """Change one card, take it out, or put it back."""
    table = table_of(pk)
    found = get_object_or_404(Card, table=table, pk=_key(card))
    form = CardForm(table, request.POST or None, initial=starting(found))
    if request.POST.get("deed") == "terug":
        services.restore(card=found)
        return redirect("needs:table_cards", pk)
    if request.method == "POST" and form.is_valid() | _is_drop(request):
        taken = services.keep(table=table, typed=[_typed(request, form, found)])[0]
        if not taken.why:
            return redirect("needs:table_cards", pk)
        return _card_page(request, table, form, found, taken)
    return _card_page(request, table, form, found, None)


def _key(card: str) -> UUID:
    try:
        return UUID(card)
    except ValueError:
        raise Http404 from None


def _is_drop(request: MemberRequest) -> bool:
    return request.POST.get("deed") == "weg"


def _typed(request: MemberRequest, form: CardForm, card: Card) -> services.Typed:
    """Always this very card, whatever key the form brought."""
    version = form.cleaned_data.get("version") or 0
    if _is_drop(request):
        return services.Typed(id=card.pk, text="", version=version, is_dropped=True)
    told = form.typed()
    return services.Typed(
        card.pk, told.text, told.question, told.heard_as, told.may_quote, told.version
    )


def _card_page(
    request: MemberRequest,
    table: RoundTable,
    form: CardForm,
    card: Card,
    taken: services.Taken | None,
) -> HttpResponse:
    """With both texts where somebody else was first; sending the page again is then meant."""
    if taken is not None:
        form.add_error(None, taken.why)
        if taken.theirs is not None:
            form.data = form.data.copy()  # type: ignore[attr-defined]  # the POST of a request
            form.data["version"] = str(taken.theirs.version)  # type: ignore[index]  # the copy may be changed
    context = {
        "table": table,
        "survey": table.survey,
        "card": card,
        "form": form,
        "theirs": taken.theirs if taken else None,
    }
    return render(request, "needs/cards/card.html", context)


@require_POST
@allow(Capability.WORK_NEEDS)
def table_step(request: MemberRequest, pk: int) -> HttpResponse:
    """Begin the talk, open the dots, close, or go back to the talk."""
    table = table_of(pk)
    name = request.POST.get("deed", "")
    if name not in talking.STEPS:
        messages.warning(request, _("Kies een knop op deze bladzijde."))
        return redirect(back_to(table))
    try:
        talking.step(table=table, name=name)
    except talking.NotNow:
        told = _("Dat kan nu niet: iemand anders was u voor. Zo staat de tafel er nu bij.")
        messages.warning(request, told)
    else:
        if name == "dots":
            return redirect("needs:table_dots", pk)
    return redirect(back_to(table))


@allow(Capability.WORK_NEEDS)
def notes_link(request: MemberRequest, pk: int) -> HttpResponse:
    """The address for note-takers, to be scanned or sent on; made and ended here."""
    table = table_of(pk)
    if request.method == "POST":
        if request.POST.get("deed") == "uit":
            talking.end_notes_link(table=table)
        else:
            talking.give_notes_link(table=table)
        return redirect("needs:notes_link", pk)
    address = ""
    if table.notes_link is not None and table.notes_link.revoked_at is None:
        address = settings.BASE_URL + reverse("needs:notes", args=[links.token(table.notes_link)])
    context = {
        "table": table,
        "survey": table.survey,
        "address": address,
        "code": qr.svg(address, _("QR-code voor de notulist")) if address else "",
        "why_not": queries.why_not(table),
    }
    return render(request, "needs/cards/notes_link.html", context)
