"""Take organisations along as a file."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register.forms.exports import ExportForm
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.organisations import organisations, resolve
from krachtlokaal.register.services import exports


@allow(Capability.EXPORT)
def export(request: MemberRequest) -> HttpResponse:
    """Choose a kind of file; making it is a job, whose page gives the file."""
    filters = resolve(Filters.from_querydict(request.GET))
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        job = exports.start(
            access=request.access, filters=filters, file_format=form.cleaned_data["format"]
        )
        return redirect("portal:job", job.pk)
    context = {
        "form": form,
        "count": organisations(filters, request.access).count(),
        "crumb": _("Organisaties"),
        "back": f"{reverse('register:list')}?{filters.query()}",
    }
    return render(request, "register/organisations/export.html", context)
