"""Guests of a round table: proposed, added, invited, ticked off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.enums import GuestState, TableState
from krachtlokaal.needs.forms.guests import ChangeForm, GuestForm, chosen
from krachtlokaal.needs.models import Guest, RoundTable
from krachtlokaal.needs.queries import guests as queries
from krachtlokaal.needs.queries import members, previews
from krachtlokaal.needs.queries import tables as table_queries
from krachtlokaal.needs.queries.proposing import proposals
from krachtlokaal.needs.services import guests as services
from krachtlokaal.needs.services.tables import NotNow, is_closed
from krachtlokaal.needs.views.tables import closed, table_of
from krachtlokaal.register.intake.text import tidy

LAST_TURN = 99


def _over(request: MemberRequest, table: RoundTable) -> HttpResponse:
    told = _("Deze ronde tafel is al begonnen of gaat niet door. Gasten kiezen kan nu niet.")
    messages.info(request, told)
    return redirect("needs:table", table.pk)


def _full(request: MemberRequest, free: int) -> None:
    told = ngettext(
        "Aan een tafel is plaats voor twaalf gasten. Er is nog %(number)s plaats vrij.",
        "Aan een tafel is plaats voor twaalf gasten. Er zijn nog %(number)s plaatsen vrij.",
        free,
    )
    messages.warning(request, told % {"number": free})


@allow(Capability.WORK_NEEDS)
def propose(request: MemberRequest, pk: int) -> HttpResponse:
    """Half of them wanted to talk along, half did not answer; the address holds the turn."""
    table = table_of(pk)
    if table.state != TableState.PLANNED:
        return _over(request, table)
    if request.method == "POST":
        return _pick(request, table)
    turn = request.GET.get("keer", "1")
    number = min(int(turn), LAST_TURN) if turn.isascii() and turn.isdigit() and len(turn) < 4 else 1
    counts = table_queries.counts_of(table)
    context = {
        "survey": table.survey,
        "table": table,
        "counts": counts,
        "proposals": proposals(table, seats=counts.free, turn=max(number, 1)),
        "next_turn": max(number, 1) % LAST_TURN + 1,
    }
    return render(request, "needs/guests/propose.html", context)


def _pick(request: MemberRequest, table: RoundTable) -> HttpResponse:
    wanted = chosen(request.POST.getlist("organisatie"))
    if not wanted:
        messages.warning(request, _("Kruis ten minste één gast aan."))
        return redirect("needs:table_propose", table.pk)
    try:
        count = services.pick(table=table, organisations=wanted)
    except NotNow:
        return _over(request, table)
    except services.Full as full:
        _full(request, full.free)
        return redirect("needs:table_propose", table.pk)
    told = ngettext("%(number)s gast gekozen.", "%(number)s gasten gekozen.", count)
    messages.success(request, told % {"number": count})
    return redirect("needs:table", table.pk)


@allow(Capability.WORK_NEEDS)
def add(request: MemberRequest, pk: int) -> HttpResponse:
    """By hand: of an organisation of the area, which the address names, or of none."""
    table = table_of(pk)
    if is_closed(table):
        return closed(request, table)
    about = members.organisation_of(table.survey, request.GET.get("organisatie", ""))
    start = members.usual_contact(about) if about else {}
    form = GuestForm(
        request.POST or None,
        survey=table.survey,
        has_organisation=about is not None,
        initial=start,
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.add(table=table, organisation=about, values=form.cleaned_data)
        except services.Full as full:
            _full(request, full.free)
        except NotNow:
            return closed(request, table)
        else:
            messages.success(request, _("De gast staat op de lijst."))
            return redirect("needs:table", pk)
    typed = tidy(request.GET.get("zoek", ""))[:100]
    found = members.named(table.survey, typed) if typed else None
    context = {"survey": table.survey, "table": table, "form": form, "about": about}
    return render(request, "needs/guests/add.html", context | {"typed": typed, "found": found})


def _guest(table: RoundTable, number: int) -> Guest:
    rows = queries.guests_of(table).filter(wiped_on=None)
    found = get_object_or_404(rows, pk=number)
    found.table = table
    return found


@allow(Capability.WORK_NEEDS)
def guest(request: MemberRequest, pk: int, guest: int) -> HttpResponse:
    """What is known of one guest, and what she said by telephone."""
    table = table_of(pk)
    found = _guest(table, guest)
    form = ChangeForm(
        request.POST or None,
        survey=table.survey,
        has_organisation=found.organisation is not None,
        initial={name: getattr(found, name) for name in ChangeForm.base_fields},
    )
    if found.state in (GuestState.PROPOSED, GuestState.CAME):
        del form.fields["state"]
    if request.method == "POST" and form.is_valid():
        try:
            services.change(guest=found, values=form.cleaned_data)
        except services.Full as full:
            _full(request, full.free)
        except NotNow:
            return closed(request, table)
        else:
            messages.success(request, _("De gegevens van de gast zijn bewaard."))
            return redirect("needs:table", pk)
    context = {"survey": table.survey, "table": table, "form": form, "guest": found}
    return render(request, "needs/guests/guest.html", context)


@require_POST
@allow(Capability.WORK_NEEDS)
def remove(request: MemberRequest, pk: int, guest: int) -> HttpResponse:
    """Her seat is free; a link that she has stops working."""
    table = table_of(pk)
    try:
        services.remove(guest=_guest(table, guest))
    except NotNow:
        return closed(request, table)
    messages.success(request, _("De gast staat niet meer op de lijst."))
    return redirect("needs:table", pk)


@allow(Capability.WORK_NEEDS)
def invite(request: MemberRequest, pk: int) -> HttpResponse:
    """Who gets a mail, who a letter, whom to call; the button says how many."""
    table = table_of(pk)
    if table.state != TableState.PLANNED:
        return _over(request, table)
    rows = queries.guests_of(table).filter(state=GuestState.PROPOSED)
    lines = queries.lines(rows)
    if request.method == "POST":
        return _invite(request, table)
    if not lines:
        messages.info(request, _("Er zijn geen gasten die nog uitgenodigd moeten worden."))
        return redirect("needs:table", pk)
    context = {
        "survey": table.survey,
        "table": table,
        "lines": lines,
        "missing": previews.missing(table),
        "preview": previews.invitation(table, lines),
    }
    return render(request, "needs/guests/invite.html", context)


def _invite(request: MemberRequest, table: RoundTable) -> HttpResponse:
    number = request.POST.get("aantal", "")
    try:
        wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else -1
        counts = services.invite(table=table, number=wanted)
    except NotNow:
        return _over(request, table)
    except services.OtherNumber:
        messages.warning(request, _("De gastenlijst is intussen gewijzigd. Kijk die nog na."))
        return redirect("needs:table_invite", table.pk)
    told = _("Uitgenodigd. Mails: %(mails)s. Brieven: %(brieven)s. Zelf bellen: %(bellen)s.")
    messages.success(request, told % counts)
    return redirect("needs:table", table.pk)


@allow(Capability.WORK_NEEDS)
def attendance(request: MemberRequest, pk: int) -> HttpResponse:
    """Tick off who is there."""
    table = table_of(pk)
    if is_closed(table):
        return closed(request, table)
    if request.method == "POST":
        try:
            count = services.tick_off(table=table, came=chosen(request.POST.getlist("gast")))
        except NotNow:
            return closed(request, table)
        told = ngettext("Er was %(number)s gast.", "Er waren %(number)s gasten.", count)
        messages.success(request, told % {"number": count})
        return redirect("needs:table", pk)
    rows = queries.guests_of(table).filter(state__in=queries.EXPECTED)
    context = {
        "survey": table.survey,
        "table": table,
        "when": table_queries.when(table),
        "lines": queries.lines(rows.order_by("name", "pk")),
    }
    return render(request, "needs/guests/attendance.html", context)
