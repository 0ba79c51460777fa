"""Saved selections: keep a choice under a name and open it again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register.forms.contacts import SelectionForm
from krachtlokaal.register.models import Selection
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.services import selections as services

PER_PAGE = 25
LONGEST_QUERY = 500


@allow(Capability.READ_OWN_NOTES)
def selections(request: MemberRequest) -> HttpResponse:
    """All saved selections of the workspace."""
    rows = Selection.objects.select_related("made_by")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    may_write = request.access.may(Capability.WRITE_CONTACTS)
    context = {"page": page, "may_write": may_write}
    return render(request, "register/selections/list.html", context)


@allow(Capability.WRITE_CONTACTS)
def selection_new(request: MemberRequest) -> HttpResponse:
    """Keep the choice in the address under a name."""
    filters = Filters.from_querydict(request.GET)
    form = SelectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _save(request, form, filters):
        messages.success(request, _("De selectie is bewaard."))
        return redirect("register:selections")
    context = {"form": form, "back": f"{reverse('register:list')}?{filters.query()}"}
    return render(request, "register/selections/form.html", context)


@allow(Capability.WRITE_CONTACTS)
def selection_change(request: MemberRequest, pk: int) -> HttpResponse:
    """Give a selection another name."""
    selection = get_object_or_404(Selection, pk=pk)
    form = SelectionForm(request.POST or None, initial={"name": selection.name})
    if request.method == "POST" and form.is_valid():
        try:
            services.rename(selection=selection, name=form.cleaned_data["name"])
        except services.NameTaken:
            _taken(form)
        else:
            messages.success(request, _("De selectie heeft een nieuwe naam."))
            return redirect("register:selections")
    context = {"form": form, "selection": selection, "back": reverse("register:selections")}
    return render(request, "register/selections/form.html", context)


@allow(Capability.WRITE_CONTACTS)
def selection_remove(request: MemberRequest, pk: int) -> HttpResponse:
    """Ask, then throw a selection away; the organisations in it stay."""
    selection = get_object_or_404(Selection, pk=pk)
    if request.method == "POST":
        services.remove(selection=selection)
        messages.success(request, _("De selectie is weg. De organisaties staan er nog."))
        return redirect("register:selections")
    context = {
        "question": _("Wilt u de selectie “{name}” weggooien?").format(name=selection.name),
        "consequence": _("De organisaties in de selectie blijven staan."),
        "yes": _("Ja, gooi de selectie weg"),
        "danger": True,
        "back_url": reverse("register:selections"),
    }
    return render(request, "layouts/confirm.html", context)


def _save(request: MemberRequest, form: SelectionForm, filters: Filters) -> bool:
    if len(filters.query()) > LONGEST_QUERY and not filters.ids:
        form.add_error(None, _("U koos te veel filters tegelijk. Kies er minder."))
        return False
    try:
        services.save(access=request.access, name=form.cleaned_data["name"], filters=filters)
    except services.NameTaken:
        _taken(form)
        return False
    return True


def _taken(form: SelectionForm) -> None:
    form.add_error("name", _("U heeft al een selectie met deze naam. Kies een andere naam."))
