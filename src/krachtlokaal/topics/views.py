"""The public page with all the help there is."""

from itertools import groupby
from operator import itemgetter

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from krachtlokaal.accounts.gate import public
from krachtlokaal.topics.enums import HelpForm
from krachtlokaal.topics.forms import OfferFilter
from krachtlokaal.topics.models import Offer
from krachtlokaal.topics.queries import offers_for

PER_PAGE = 12


@public
def offers(request: HttpRequest) -> HttpResponse:
    form = OfferFilter(request.GET or {})
    chosen = form.chosen()
    found = offers_for(
        theme=chosen["theme"],
        help_form=chosen["help_form"],
        municipality=chosen["municipality"],
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(_heading(offer, chosen["theme"]), _forms(offer), offer) for offer in page]
    context = {
        "form": form,
        "page": page,
        "groups": [(name, list(group)) for name, group in groupby(rows, itemgetter(0))],
        "is_narrowed": any(chosen.values()),
    }
    return render(request, "topics/offers.html", context)


def _heading(offer: Offer, theme: str) -> str:
    """Under which theme the offer stands: the chosen one, else its first."""
    names = {row.key: str(row) for row in offer.themes.all()}
    return names.get(theme) or next(iter(names.values()), "")


def _forms(offer: Offer) -> str:
    return ", ".join(str(HelpForm(key).label) for key in offer.help_forms)
