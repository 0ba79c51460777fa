"""Who did what in this workspace."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.forms.log import LogFilter
from krachtlokaal.accounts.gate import allow
from krachtlokaal.accounts.queries import log as queries

PER_PAGE = 50


@allow(Capability.READ_AUDIT)
def log(request: MemberRequest) -> HttpResponse:
    form = LogFilter(request.GET or None)
    filters = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.entries(**filters), PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "deeds": queries.shown(list(page))}
    return render(request, "accounts/log.html", context)
