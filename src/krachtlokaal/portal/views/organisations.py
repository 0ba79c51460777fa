"""The page of one organisation: all that the rooms know of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.advice.queries.cases import of_organisation as of_own_cases
from krachtlokaal.register import rules
from krachtlokaal.register.forms.contacts import NoteForm, TagForm
from krachtlokaal.register.queries import record
from krachtlokaal.register.queries.history import told
from krachtlokaal.surveys.queries.results import of_organisation


@allow(Capability.READ_REGISTER)
def organisation(request: MemberRequest, pk: int) -> HttpResponse:
    """Facts, contacts, notes and history; an old number leads to the organisation it became."""
    found = record.find(pk)
    if found.pk != pk:
        messages.info(request, _("Deze organisatie is samengevoegd. U ziet nu de gegevens samen."))
        return redirect("portal:organisation", found.pk)
    shown = record.record_of(
        found,
        notes=request.GET.get("notities"),
        events=request.GET.get("geschiedenis"),
    )
    may_change = rules.may_change(request.access, found)
    context = {
        "record": shown,
        "organisation": found,
        "fact_pairs": record.fact_pairs(shown),
        "proposals": [(proposal, list(told(proposal.changes))) for proposal in shown.proposals],
        "may_change": may_change,
        "may_propose": not may_change and request.access.may(Capability.PROPOSE_FACTS),
        "may_write": request.access.may(Capability.WRITE_CONTACTS),
        "may_mail": request.access.may(Capability.SEND_MAIL),
        "may_merge": request.access.may(Capability.MERGE),
        "may_measure": not found.ended_on and request.access.may(Capability.RUN_WAVES),
        "may_read_own": request.access.may(Capability.READ_OWN_NOTES),
        "removable": {n.pk for n in shown.notes if rules.may_remove_note(request.access, n)},
        "results": (
            of_organisation(found.pk) if request.access.may(Capability.SEE_RESULTS) else []
        ),
        "may_advise": request.access.may(Capability.WORK_CASES),
        "cases": of_own_cases(request.access, found.pk),
        "note_form": NoteForm(),
        "tag_form": TagForm(),
    }
    return render(request, "portal/organisation.html", context)
