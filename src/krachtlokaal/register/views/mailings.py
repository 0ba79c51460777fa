"""Mailings: the list, a new one, and what came of one that was sent."""

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Job
from krachtlokaal.register.enums import MailingState
from krachtlokaal.register.forms.mailings import KindForm
from krachtlokaal.register.models import Mailing, Selection
from krachtlokaal.register.queries import mailings as queries
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.organisations import organisations, resolve
from krachtlokaal.register.queries.recipients import filters_of
from krachtlokaal.register.services import mailings as services

PER_PAGE = 25


@allow(Capability.SEND_MAIL)
def mailings(request: MemberRequest) -> HttpResponse:
    """All mailings of the workspace, the newest first."""
    page = Paginator(queries.all_mailings(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "lines": queries.lines(page.object_list)}
    return render(request, "register/mailings/list.html", context)


@allow(Capability.SEND_MAIL)
def mailing_new(request: MemberRequest) -> HttpResponse:
    """The address holds the choice of organisations; what is sent is asked here."""
    filters = resolve(Filters.from_querydict(request.GET))
    if filters.errors:
        # A choice that is understood in part would mail more people than were meant.
        messages.warning(request, " ".join(filters.errors))
        return redirect(f"{reverse('register:list')}?{filters.query()}")
    form = KindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind = form.cleaned_data["kind"]
        mailing = services.create(access=request.access, kind=kind, filters=filters)
        return redirect("register:mailing_who", mailing.pk)
    context = {
        "form": form,
        "words": queries.in_words(filters),
        "count": organisations(filters, request.access).order_by().count(),
        "list_query": filters.query(),
        "selections": Selection.objects.all()[:20] if not request.GET else [],
    }
    return render(request, "register/mailings/new.html", context)


@allow(Capability.SEND_MAIL)
def mailing(request: MemberRequest, pk: int) -> HttpResponse:
    """What came of a mailing, straight from the outbox; a draft goes on where it was."""
    found = get_object_or_404(Mailing.objects.select_related("made_by"), pk=pk)
    if found.state == MailingState.DRAFT:
        return redirect("register:mailing_who", pk)
    delivery = queries.delivery(found)
    only_problems = request.GET.get("toon") == "problemen"
    job = Job.objects.filter(pk=found.job_id or 0).first()
    context = {
        "mailing": found,
        "delivery": delivery,
        "failed": job if job and job.state == JobState.FAILED else None,
        "is_busy": found.state == MailingState.SENDING or delivery.waiting > 0,
        "words": queries.in_words(filters_of(found)),
        "tabs": _tabs(found, delivery, only_problems=only_problems),
        "page": _mails(request, found, only_problems=only_problems),
    }
    return render(request, "register/mailings/result.html", context)


def _mails(
    request: MemberRequest, found: Mailing, *, only_problems: bool
) -> "Page[queries.Mailed]":
    rows = Paginator(queries.mails(found, only_problems=only_problems), PER_PAGE)
    page = rows.get_page(request.GET.get("page"))
    told = queries.with_organisations(page.object_list)
    return Page(told, page.number, rows)  # type: ignore[arg-type]  # the mails' pages, told with their organisations


def _tabs(
    found: Mailing, delivery: queries.Delivery, *, only_problems: bool
) -> list[tuple[str, str, bool]]:
    url = reverse("register:mailing", args=[found.pk])
    problems = _("Problemen (%(count)s)") % {"count": delivery.problems}
    return [
        (_("Alle mails"), url, not only_problems),
        (problems, f"{url}?toon=problemen", only_problems),
    ]


@require_POST
@allow(Capability.SEND_MAIL)
def mailing_copy(request: MemberRequest, pk: int) -> HttpResponse:
    """An earlier mailing as a new draft."""
    found = get_object_or_404(Mailing, pk=pk)
    made = services.copy(access=request.access, mailing=found)
    messages.success(request, _("Dit is een nieuw concept, met dezelfde tekst en keuze."))
    return redirect("register:mailing_who", made.pk)


@allow(Capability.SEND_MAIL)
def mailing_discard(request: MemberRequest, pk: int) -> HttpResponse:
    """Throw a draft away, after a question."""
    found = get_object_or_404(Mailing, pk=pk)
    if found.state != MailingState.DRAFT:
        return redirect("register:mailing", pk)
    if request.method == "POST":
        try:
            services.discard(mailing=found)
        except services.AlreadySent:
            messages.warning(request, _("Dit bericht is intussen verstuurd."))
            return redirect("register:mailing", pk)
        messages.success(request, _("Het concept is weggegooid."))
        return redirect("register:mailings")
    context = {
        "question": _("Gooit u dit concept weg?"),
        "consequence": _("De tekst is dan weg. Er is nog niets verstuurd."),
        "yes": _("Ja, gooi het weg"),
        "danger": True,
        "back_url": reverse("register:mailing_who", args=[pk]),
    }
    return render(request, "layouts/confirm.html", context)
