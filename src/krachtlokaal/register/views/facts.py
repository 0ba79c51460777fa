"""Write the shared facts of an organisation, or propose to."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.accounts.queries.areas import workspaces_for
from krachtlokaal.register import rules
from krachtlokaal.register.forms.organisations import (
    ChangeForm,
    CreateForm,
    EndForm,
    ProposeForm,
    initial_facts,
)
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.areas import area_of
from krachtlokaal.register.queries.likely import likely_same
from krachtlokaal.register.services import organisations as services
from krachtlokaal.register.services import proposals
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash


@allow(Capability.WRITE_FACTS)
def create(request: MemberRequest) -> HttpResponse:
    """A new organisation; likely the same ones are shown first."""
    form = CreateForm(request.POST or None, initial=_start(request))
    likely: list[Organisation] = []
    if request.method == "POST" and form.is_valid() and _is_in_area(request, form):
        likely = [] if form.cleaned_data["sure"] else _likely(form)
        if not likely:
            organisation = services.create(facts=form.cleaned_data)
            messages.success(request, _("{name} staat in het register.").format(name=organisation))
            return redirect("portal:organisation", organisation.pk)
    context = {"form": form, "likely": likely}
    return render(request, "register/organisations/create.html", context)


@allow(Capability.PROPOSE_FACTS)
def change(request: MemberRequest, pk: int) -> HttpResponse:
    """Change the facts; outside the working area the same page makes a proposal."""
    organisation = get_object_or_404(Organisation, pk=pk)
    if not rules.may_change(request.access, organisation):
        return _propose(request, organisation)
    form = ChangeForm(request.POST or None, initial=initial_facts(organisation))
    clashes = []
    if request.method == "POST" and form.is_valid():
        try:
            services.change(
                organisation=organisation,
                version=form.cleaned_data["version"],
                facts=form.cleaned_data,
            )
        except ChangedMeanwhile as meanwhile:
            clashes = told_of_clash(request, form, meanwhile.current)
        else:
            messages.success(request, _("De gegevens zijn gewijzigd."))
            return redirect("portal:organisation", pk)
    context = {"form": form, "organisation": organisation, "clashes": clashes}
    return render(request, "register/organisations/change.html", context)


def _propose(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    form = ProposeForm(request.POST or None, initial=initial_facts(organisation))
    if request.method == "POST" and form.is_valid():
        try:
            proposals.propose(
                access=request.access,
                organisation=organisation,
                facts=form.cleaned_data,
                reason=form.cleaned_data["reason"],
            )
        except proposals.NothingToPropose:
            form.add_error(None, _("U heeft nog niets gewijzigd. Pas eerst iets aan."))
        else:
            messages.success(
                request, _("Uw voorstel is gedaan. U krijgt een mail als erover is besloten.")
            )
            return redirect("portal:organisation", organisation.pk)
    deciders = workspaces_for(organisation.municipality_id, organisation.sector)
    context = {"form": form, "organisation": organisation, "deciders": deciders}
    return render(request, "register/organisations/propose.html", context)


@allow(Capability.WRITE_FACTS)
def end(request: MemberRequest, pk: int) -> HttpResponse:
    """The organisation stopped."""
    organisation = _changeable(request, pk)
    start = {"on": timezone.localdate(), "version": organisation.version}
    form = EndForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            services.end(organisation=organisation, **form.cleaned_data)
        except ChangedMeanwhile as meanwhile:
            told_of_clash(request, form, meanwhile.current)
        else:
            messages.success(request, _("{name} staat nu als gestopt.").format(name=organisation))
            return redirect("portal:organisation", pk)
    context = {"form": form, "organisation": organisation}
    return render(request, "register/organisations/end.html", context)


@allow(Capability.WRITE_FACTS)
@require_POST
def restart(request: MemberRequest, pk: int) -> HttpResponse:
    """The organisation exists (again)."""
    organisation = _changeable(request, pk)
    services.restart(organisation=organisation, version=organisation.version)
    messages.success(request, _("{name} staat niet meer als gestopt.").format(name=organisation))
    return redirect("portal:organisation", pk)


@allow(Capability.WRITE_FACTS)
@require_POST
def confirm(request: MemberRequest, pk: int) -> HttpResponse:
    """The facts are right as they stand."""
    services.confirm(organisation=_changeable(request, pk))
    messages.success(request, _("De gegevens zijn vandaag bevestigd."))
    return redirect("portal:organisation", pk)


def _changeable(request: MemberRequest, pk: int) -> Organisation:
    organisation = get_object_or_404(Organisation, pk=pk)
    if not rules.may_change(request.access, organisation):
        raise PermissionDenied
    return organisation


def _start(request: MemberRequest) -> dict[str, str]:
    """The name that was searched for; the municipality where there is only one to choose."""
    area = area_of(request.access)
    start = {"name": request.GET.get("name", "")[:160]}
    if area is not None and len(area.municipalities) == 1:
        start["municipality_id"] = next(iter(area.municipalities))
    return start


def _is_in_area(request: MemberRequest, form: CreateForm) -> bool:
    data = form.cleaned_data
    if rules.may_create(request.access, data["municipality_id"], data["sector"]):
        return True
    there = ", ".join(map(str, workspaces_for(data["municipality_id"], data["sector"])))
    outside = _("Deze gemeente en soort vallen buiten uw werkgebied.")
    ask = _("Vraag dit aan: {names}.").format(names=there) if there else ""
    form.add_error("municipality_id", f"{outside} {ask}".strip())
    return False


def _likely(form: CreateForm) -> list[Organisation]:
    data = form.cleaned_data
    return likely_same(
        name=data["name"],
        kvk=data["kvk"],
        place=data["place"],
        municipality=data["municipality_id"],
    )
