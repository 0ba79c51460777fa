"""The workspace itself: contact data, working area, and going to another one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from krachtlokaal.accounts import area_labels
from krachtlokaal.accounts.access import SESSION_WORKSPACE, MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.forms.workspaces import AreaForm, WorkspaceForm
from krachtlokaal.accounts.gate import allow, signed_in
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.accounts.queries.workspaces import areas_of, by_sector, with_contact_data
from krachtlokaal.accounts.services import workspaces as services
from krachtlokaal.accounts.services.members import note_use


@allow(Capability.SEE_START)
def workspace(request: MemberRequest) -> HttpResponse:
    """For every member: how to reach us and where we work."""
    row = with_contact_data(request.access.workspace)
    can_manage = request.access.may(Capability.MANAGE_WORKSPACE)
    context = {"row": row, "areas": by_sector(areas_of(row)), "can_manage": can_manage}
    return render(request, "accounts/workspace.html", context)


@allow(Capability.MANAGE_WORKSPACE)
def details(request: MemberRequest) -> HttpResponse:
    row = with_contact_data(request.access.workspace)
    form = WorkspaceForm(request.POST or None, workspace=row)
    if form.is_valid():
        try:
            services.change_workspace(workspace=row, **form.cleaned_data)
        except services.ChangedMeanwhile:
            form = _with_new_version(request, row)
        else:
            messages.success(request, _("De gegevens zijn bewaard."))
            return redirect("accounts:workspace")
    return render(request, "accounts/workspace_details.html", {"form": form, "row": row})


def _with_new_version(request: MemberRequest, row: Workspace) -> WorkspaceForm:
    """What was typed stays; the other one's text is shown beside it, and saving again chooses."""
    data = request.POST.copy()
    data["version"] = str(row.version)
    form = WorkspaceForm(data, workspace=row)
    form.add_error(
        None,
        _(
            "Iemand anders wijzigde deze gegevens terwijl u bezig was. Hieronder ziet u wat er nu "
            "staat. Bewaart u nog een keer, dan geldt wat u heeft getypt."
        ),
    )
    form.conflict = row  # type: ignore[attr-defined]  # read by the template
    return form


@allow(Capability.MANAGE_WORKSPACE)
def areas(request: MemberRequest) -> HttpResponse:
    """Add a part to the working area, or take one away."""
    row = with_contact_data(request.access.workspace)
    form = _area_form(request, row)
    if "remove" in request.POST:
        return _save_areas(request, row, remove=request.POST["remove"])
    if form.is_valid():
        part = (form.cleaned_data["municipality"], form.cleaned_data["sector"])
        return _save_areas(request, row, add=part)
    return render(
        request, "accounts/areas.html", {"form": form, "row": row, "areas": areas_of(row)}
    )


def _area_form(request: MemberRequest, row: Workspace) -> AreaForm:
    data = request.POST if request.method == "POST" and "remove" not in request.POST else None
    return AreaForm(
        data,
        version=row.version,
        municipalities=area_labels.municipalities(),
        sectors=area_labels.sectors(),
    )


def _save_areas(
    request: MemberRequest, row: Workspace, *, add: services.Area | None = None, remove: str = ""
) -> HttpResponse:
    parts = {(part.municipality, part.sector) for part in areas_of(row)}
    parts |= {add} if add else set()
    parts -= {(code, sector) for code, _bar, sector in [remove.partition("|")]}
    version = request.POST.get("version", "")
    try:
        services.change_areas(
            workspace=row, version=int(version) if version.isdecimal() else 0, areas=parts
        )
    except services.ChangedMeanwhile:
        text = _("Iemand anders wijzigde het werkgebied intussen. Kijk of het zo klopt.")
        messages.error(request, text)
    else:
        messages.success(request, _("Het werkgebied is bewaard."))
    return redirect("accounts:areas")


@signed_in
def switch(request: MemberRequest) -> HttpResponse:
    """Go on in another workspace of one's own."""
    if request.method != "POST":
        return render(request, "accounts/switch.html", {"seats": request.access.seats})
    chosen = request.POST.get("workspace", "")
    seats = {str(seat.workspace.pk): seat for seat in request.access.seats}
    if chosen not in seats:
        raise Http404
    number = seats[chosen].workspace.pk
    request.session[SESSION_WORKSPACE] = number
    note_use(user=request.user, workspace=number)
    return redirect("portal:start")
