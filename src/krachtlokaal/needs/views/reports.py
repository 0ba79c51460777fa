"""The report in writing: all its blocks as readers will see them."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.models import Block
from krachtlokaal.needs.queries import reports as queries
from krachtlokaal.needs.reports import marks
from krachtlokaal.needs.reports.assembling import shown_alone, typed_in
from krachtlokaal.needs.reports.material import Material, material_of
from krachtlokaal.needs.services import reports as services
from krachtlokaal.needs.views.surveys import survey_of
from krachtlokaal.publishing.documents import html


@dataclass(frozen=True)
class Shown:
    """A block on the page: as readers see it, its words before what is drawn from the data, and
    what stands beside it for who writes."""

    block: Block
    words: SafeString
    drawn: SafeString
    beside: queries.Beside
    is_stale: bool
    mark: str


def shown(block: Block, material: Material, beside: queries.Beside) -> Shown:
    mark = marks.of(block, material)
    document, typed = shown_alone(block, material), typed_in(block)
    words = html.render(document, typed)
    has_more = len(document.parts) > typed.stop
    drawn = html.render(document, slice(typed.stop, None)) if has_more else SafeString()
    return Shown(block, words, drawn, beside, block.data_mark != mark, mark)


@allow(Capability.SEE_NEEDS)
def report(request: MemberRequest, pk: int) -> HttpResponse:
    """Before it is begun it says what it takes; afterwards every block, one below the other."""
    survey = survey_of(pk)
    blocks = list(queries.blocks_of(survey))
    may_write = request.access.may(Capability.WORK_NEEDS)
    context = {
        "survey": survey,
        "may_write": may_write,
        "may_fix": request.access.may(Capability.RUN_NEEDS),
        "editions": queries.editions_of(survey),
        "open_comments": queries.open_comments(survey),
    }
    if blocks:
        material = material_of(survey)
        beside = queries.beside(survey, blocks)
        lines = [shown(block, material, beside[block.pk]) for block in blocks]
        lines = lines if may_write else [one for one in lines if not one.block.is_hidden]
        context |= {"lines": lines, "stale": sum(one.is_stale for one in lines)}
        context |= {"has_figures": material.outcome is not None}
    return render(request, "needs/report/desk.html", context)


@require_POST
@allow(Capability.WORK_NEEDS)
def report_begin(request: MemberRequest, pk: int) -> HttpResponse:
    """The usual blocks with proposals."""
    survey = survey_of(pk)
    if services.begin(survey=survey, material=material_of(survey)):
        messages.success(request, _("Het rapport staat klaar, met een voorstel voor elke tekst."))
    return redirect("needs:report", pk)


@allow(Capability.WORK_NEEDS)
def report_presence(request: MemberRequest, pk: int) -> HttpResponse:
    """Who is where now: asked every few seconds by who has the report open."""
    blocks = queries.blocks_of(survey_of(pk))
    lines = [(block.pk, queries.colleague_in(block)) for block in blocks]
    return render(request, "needs/report/presence.html", {"lines": lines})


@require_POST
@allow(Capability.WORK_NEEDS)
def block_add(request: MemberRequest, pk: int) -> HttpResponse:
    """A text of one's own, behind the block that is named, or at the end."""
    survey = survey_of(pk)
    key = request.POST.get("na", "")
    is_key = key.isdecimal() and len(key) < 19
    after = queries.blocks_of(survey).filter(pk=int(key)).first() if is_key else None
    made = services.add(survey=survey, after=after)
    return redirect("needs:block", made.pk)
