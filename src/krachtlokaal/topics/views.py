"""The public pages with all the help there is."""

from itertools import groupby
from operator import itemgetter

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from krachtlokaal.accounts.gate import public
from krachtlokaal.register.queries.places import towns
from krachtlokaal.topics.enums import HelpForm
from krachtlokaal.topics.forms import OfferFilter
from krachtlokaal.topics.models import Offer, OfferFile
from krachtlokaal.topics.queries import files_of, offers_for, open_offers

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


@public
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """One offer: what it is, for whom and where, its files, and whom to ask."""
    rows = open_offers().select_related("workspace").prefetch_related("themes", "target_groups")
    found = get_object_or_404(rows, pk=pk)
    known = towns()
    names = sorted(known[code].name for code in found.municipalities if code in known)
    context = {
        "offer": found,
        "files": files_of(found),
        "facts": [
            (_("Onderwerp"), ", ".join(str(theme) for theme in found.themes.all())),
            (_("Soort hulp"), _forms(found)),
            (
                _("Voor wie"),
                ", ".join(str(group) for group in found.target_groups.all())
                or _("Iedere organisatie"),
            ),
            (_("Waar"), ", ".join(names) or _("Heel Nederland")),
        ],
    }
    return render(request, "topics/offer.html", context)


@public
def offer_file(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:  # noqa: ARG001 the gate's shape
    """The file itself, as long as somebody stands for it."""
    rows = OfferFile.objects.filter(offer__in=open_offers(), valid_until__gte=timezone.localdate())
    file = get_object_or_404(rows, offer=pk, pk=file_pk)
    answer = HttpResponse(bytes(file.data), content_type=file.content_type)
    name = content_disposition_header(as_attachment=True, filename=file.name)
    answer["Content-Disposition"] = name or "attachment"
    return answer


def _heading(offer: Offer, theme: str) -> str:
    """Under which theme the offer stands: the chosen one, else its first."""
    names = {row.key: str(row) for row in offer.themes.all()}
    return names.get(theme) or next(iter(names.values()), "")


def _forms(offer: Offer) -> str:
    return ", ".join(str(HelpForm(key).label) for key in offer.help_forms)
