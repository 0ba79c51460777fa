"""The list of organisations: find, choose, and go on to do something with the choice."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access, MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register.queries import choices, listing, searching
from krachtlokaal.register.queries.areas import town_names
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.organisations import organisations, resolve

# What can be done with a choice of organisations: the name of the button, and its page.
DEEDS = {
    "label": "register:tag_organisations",
    "mail": "register:mailing_new",
    "meting": "surveys:wave_new",
    "bestand": "register:export",
    "bewaar": "register:selection_new",
}


@allow(Capability.READ_REGISTER)
def organisation_list(request: MemberRequest) -> HttpResponse:
    """Search, filter and choose; the address holds all filters."""
    around = listing.surroundings(request.access)
    filters = resolve(Filters.from_querydict(request.GET))
    found = organisations(filters, request.access, area=around.area)
    result = listing.result(
        found, request.access, request.GET.get("page"), searched=searching.says_something(filters.q)
    )
    more = choices.more_choices(filters, around)
    context = {
        "filters": filters,
        "around": around,
        "towns": town_names(around.area) if around.area else [],
        "result": result,
        "choices": choices.main_choices(filters, around),
        "more_choices": more,
        "more_is_open": any(choice.chosen and choice.name != "sort" for choice in more),
        "query": filters.query(),
        "query_everywhere": filters.query(everywhere=True, municipalities=()),
        "query_area": filters.query(everywhere=False, municipalities=(), province=""),
        "may": may_do(request.access),
    }
    return render(request, "register/organisations/list.html", context)


@allow(Capability.READ_REGISTER)
def choose(request: MemberRequest) -> HttpResponse:
    """Take the ticked rows, or the whole result, to the page that does something with them."""
    listed = Filters.from_query(request.GET.get("lijst", ""))
    ticked = Filters.from_querydict(request.GET).ids
    target = DEEDS.get(request.GET.get("doe", ""))
    if target is None or not (ticked or request.GET.get("alles")):
        messages.warning(request, _("Kies eerst organisaties: zet een vinkje voor hun naam."))
        return redirect(f"{reverse('register:list')}?{listed.query()}")
    chosen = listed if request.GET.get("alles") else Filters(ids=ticked)
    return redirect(f"{reverse(target)}?{chosen.query()}")


def may_do(access: Access) -> dict[str, bool]:
    """Which buttons the list shows."""
    rights = {
        "create": Capability.WRITE_FACTS,
        "import": Capability.IMPORT,
        "mail": Capability.SEND_MAIL,
        "measure": Capability.RUN_WAVES,
        "label": Capability.WRITE_CONTACTS,
        "export": Capability.EXPORT,
    }
    found = {name: access.may(capability) for name, capability in rights.items()}
    return found | {"bulk": found["mail"] or found["label"] or found["export"]}
