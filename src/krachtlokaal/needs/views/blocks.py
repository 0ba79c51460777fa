"""One block of the report: written, read again, shown or hidden, moved, removed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.enums import BlockKind
from krachtlokaal.needs.forms.reports import BlockForm
from krachtlokaal.needs.models import Block
from krachtlokaal.needs.queries import reports as queries
from krachtlokaal.needs.reports import marks
from krachtlokaal.needs.reports.material import Material, material_of
from krachtlokaal.needs.services import reports as services
from krachtlokaal.needs.views.reports import shown
from krachtlokaal.register.forms.versions import accept_version
from krachtlokaal.register.intake.text import tidy
from krachtlokaal.register.services.versions import ChangedMeanwhile


def block_of(pk: int) -> Block:
    rows = Block.objects.select_related("theme", "survey", "survey__workspace", "survey__previous")
    return get_object_or_404(rows, pk=pk)


@allow(Capability.WORK_NEEDS)
def block(request: MemberRequest, pk: int) -> HttpResponse:
    """Write in it. When a colleague saved meanwhile, both texts stand beside each other."""
    found = block_of(pk)
    material = material_of(found.survey)
    if request.method == "POST" and request.POST.get("keuze") == "theirs":
        services.let_be(block=found)
        return _back(request, found, material)
    form = _form(request, found, material)
    theirs = None
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, found, form, material)
        except ChangedMeanwhile as clash:
            theirs = clash.current
            accept_version(form, clash.current)
        else:
            return _back(request, block_of(pk), material)
    context = _context(found, material, form) | {"theirs": theirs}
    return render(request, "needs/report/block.html", context)


def _form(request: MemberRequest, found: Block, material: Material) -> BlockForm:
    start = {
        "version": found.version,
        "title": found.title,
        "text": found.text,
        "quotes": [str(key) for key in found.quotes],
        "mark": marks.of_figures(found, material),
    }
    quotable = material.quotable(found.theme_id) if found.theme_id else []
    if found.kind in {BlockKind.SUMMARY, BlockKind.CONCLUSIONS, BlockKind.TEXT}:
        quotable = []
    return BlockForm(request.POST or None, initial=start, quotable=quotable)


def _save(request: MemberRequest, found: Block, form: BlockForm, material: Material) -> None:
    words, version = form.words(material), form.cleaned_data["version"]
    if request.POST.get("keuze") == "mine":
        services.put_instead(block=found, version=version, words=words)
    else:
        services.write(block=found, version=version, words=words)


def _context(found: Block, material: Material, form: BlockForm) -> dict[str, object]:
    return {
        "survey": found.survey,
        "about": found,
        "form": form,
        "draft": services.draft_name(found),
        "line": _line(found, material),
        "comments": queries.comments_of(found),
    }


def _line(found: Block, material: Material) -> object:
    return shown(found, material, queries.beside(found.survey, [found])[found.pk])


def _back(request: MemberRequest, found: Block, material: Material) -> HttpResponse:
    """To the block among the others; htmx gets that block alone."""
    if request.headers.get("HX-Request"):
        context = {"survey": found.survey, "line": _line(found, material), "may_write": True}
        return render(request, "needs/report/line.html", context)
    return redirect(_url(found))


@require_POST
@allow(Capability.WORK_NEEDS)
def block_here(request: MemberRequest, pk: int) -> HttpResponse:
    """The page says that it is open; answers who else is there."""
    found = block_of(pk)
    colleague = queries.colleague_in(found)
    if not colleague:
        services.be_here(block=found)
    return render(request, "needs/report/presence.html", {"lines": [(pk, colleague)]})


@require_POST
@allow(Capability.WORK_NEEDS)
def block_read(request: MemberRequest, pk: int) -> HttpResponse:
    """„Ik heb het nagelezen”: beside the figures that the page showed."""
    found = block_of(pk)
    material = material_of(found.survey)
    services.read_again(block=found, mark=tidy(request.POST.get("mark", ""))[:64])
    return _back(request, block_of(pk), material)


@require_POST
@allow(Capability.WORK_NEEDS)
def block_show(request: MemberRequest, pk: int) -> HttpResponse:
    """Into the report, or out of it."""
    found = block_of(pk)
    services.show(block=found, is_hidden=request.POST.get("wat") == "verberg")
    return _back(request, block_of(pk), material_of(found.survey))


@require_POST
@allow(Capability.WORK_NEEDS)
def block_move(request: MemberRequest, pk: int) -> HttpResponse:
    """One place up or down."""
    found = block_of(pk)
    services.move(block=found, steps=-1 if request.POST.get("wat") == "omhoog" else 1)
    return redirect(_url(found))


@allow(Capability.WORK_NEEDS)
def block_remove(request: MemberRequest, pk: int) -> HttpResponse:
    """Ask, then take out a text of one's own. Other blocks can only be hidden."""
    found = block_of(pk)
    if found.kind != BlockKind.TEXT:
        messages.info(request, _("Dit deel hoort bij elk rapport. U kunt het wel verbergen."))
        return redirect(_url(found))
    if colleague := queries.colleague_in(found):
        told = _("%(name)s schrijft nu in „%(title)s”. Overleg eerst, en haal de tekst daarna weg.")
        messages.warning(request, told % {"name": colleague, "title": found})
        return redirect(_url(found))
    if request.method == "POST":
        services.remove(block=found)
        messages.success(request, _("De tekst is weg. In het logboek staat wat erin stond."))
        return redirect("needs:report", found.survey_id)
    context = {
        "question": _("Wilt u „%s” uit het rapport halen?") % found,
        "consequence": _("De tekst verdwijnt uit het rapport, met de opmerkingen erbij."),
        "yes": _("Ja, haal de tekst weg"),
        "danger": True,
        "back_url": _url(found),
    }
    return render(request, "layouts/confirm.html", context)


def _url(found: Block) -> str:
    return f"{reverse('needs:report', args=[found.survey_id])}#blok-{found.pk}"
