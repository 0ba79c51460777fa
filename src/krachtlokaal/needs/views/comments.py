"""Remarks beside a block, made and settled."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.forms.reports import CommentForm
from krachtlokaal.needs.models import Comment
from krachtlokaal.needs.queries import reports as queries
from krachtlokaal.needs.services import comments as services
from krachtlokaal.needs.views.blocks import block_of


@allow(Capability.WORK_NEEDS)
def comments(request: MemberRequest, pk: int) -> HttpResponse:
    """All remarks beside one block, with a place for another."""
    block = block_of(pk)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.add(block=block, text=form.cleaned_data["text"])
        messages.success(request, _("Uw opmerking staat erbij."))
        return redirect("needs:comments", pk)
    context = {
        "survey": block.survey,
        "about": block,
        "form": form,
        "comments": queries.comments_of(block),
    }
    return render(request, "needs/report/comments.html", context)


@require_POST
@allow(Capability.WORK_NEEDS)
def comment_settle(_request: MemberRequest, pk: int) -> HttpResponse:
    """Done with."""
    comment = get_object_or_404(Comment.objects.select_related("block"), pk=pk)
    services.settle(comment=comment)
    return redirect("needs:comments", comment.block_id)
