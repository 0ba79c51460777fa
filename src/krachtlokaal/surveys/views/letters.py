"""On paper: letters with a way in, the blank questionnaire; and the open link of a wave."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.core.downloads import attachment
from krachtlokaal.office import links
from krachtlokaal.publishing import pdf, qr
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries import entries as entry_queries
from krachtlokaal.surveys.queries import paper
from krachtlokaal.surveys.services import entries, open_links
from krachtlokaal.surveys.services import letters as services
from krachtlokaal.surveys.views.field_work import wave_of

PER_PAGE = 25


@allow(Capability.RUN_WAVES)
def letters(request: MemberRequest, pk: int) -> HttpResponse:
    """The files with letters; a file is made when it is fetched and kept nowhere."""
    wave = wave_of(pk)
    if request.method == "POST":
        return _take(request, wave)
    context = {
        "wave": wave,
        "batches": paper.batches(wave),
        "is_open": wave.state == WaveState.OPEN,
    }
    return render(request, "surveys/field/letters.html", context)


def _take(request: MemberRequest, wave: Wave) -> HttpResponse:
    """One file with letters, or a sentence that says why there is none."""
    number = request.POST.get("bestand", "")
    rows = paper.batch(wave, int(number)) if number.isdigit() and len(number) < 6 else []
    if wave.state != WaveState.OPEN or not rows:
        messages.warning(request, _("Er zijn geen brieven om te maken."))
    elif request.POST.get("deed") == "post":
        count = services.note_posted(wave=wave, rows=rows)
        told = _("Opgeschreven: %(count)s brieven zijn op de post.") % {"count": count}
        messages.success(request, told)
    else:
        try:
            data = paper.print_letters(wave, rows)
        except pdf.TooLongError as which:
            told = _(
                "Dit adres past niet in het venster van een envelop: „%(text)s”. Maak de naam of"
                " het adres van de organisatie korter."
            )
            messages.warning(request, told % {"text": Truncator(str(which)).chars(120)})
        else:
            services.note_made(wave=wave, count=len(rows))
            return attachment(data, pdf.CONTENT_TYPE, f"brieven {wave.pk}-{number}.pdf")
    return redirect("surveys:letters", wave.pk)


@allow(Capability.SEE_FIELD_WORK)
def blank(request: MemberRequest, pk: int) -> HttpResponse:
    """The questionnaire to fill in with a pen."""
    wave = wave_of(pk)
    language = request.GET.get("taal", "")
    if language not in paper.languages_of(wave):
        raise Http404
    data = paper.blank(wave, language)
    return attachment(data, pdf.CONTENT_TYPE, f"vragenlijst-{language}.pdf")


@allow(Capability.RUN_WAVES)
def open_link(request: MemberRequest, pk: int) -> HttpResponse:
    """The address by which everybody may enter, and who came that way and waits."""
    wave = wave_of(pk)
    if request.method == "POST":
        if wave.state != WaveState.OPEN:
            messages.warning(request, _("De meting is niet open."))
        elif request.POST.get("deed") == "aan":
            open_links.switch_on(wave=wave)
        else:
            open_links.switch_off(wave=wave)
        return redirect("surveys:open_link", pk)
    page = Paginator(entry_queries.unverified(wave), PER_PAGE).get_page(request.GET.get("page"))
    address = ""
    if wave.open_link is not None and wave.open_link.revoked_at is None:
        path = reverse("surveys:open_entry", args=[links.token(wave.open_link)])
        address = settings.BASE_URL + path
    context = {
        "wave": wave,
        "address": address,
        "code": qr.svg(address, _("QR-code van de open link")) if address else "",
        "page": page,
        "is_open": wave.state == WaveState.OPEN,
    }
    return render(request, "surveys/field/open_link.html", context)


@require_POST
@allow(Capability.RUN_WAVES)
def entry_decide(request: MemberRequest, pk: int, entry: int) -> HttpResponse:
    """Mail the known contact once more, or write down what was asked by telephone."""
    wave = wave_of(pk)
    found = get_object_or_404(entry_queries.unverified(wave), pk=entry)
    deed = request.POST.get("deed")
    if deed == "ja":
        entries.confirm(invitation=found)
        messages.success(request, _("Deze persoon telt nu mee."))
    elif deed == "nee":
        entries.refuse(invitation=found)
        messages.success(request, _("Deze persoon telt niet mee. De link werkt niet meer."))
    elif entries.ask(invitation=found):
        messages.success(request, _("Het bekende contact krijgt een mail met de vraag."))
    else:
        messages.warning(
            request, _("Er is geen contact dat wij kunnen mailen. Bel de organisatie.")
        )
    return redirect("surveys:open_link", pk)
