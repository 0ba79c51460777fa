"""Pages of mail: what the workspace sends, and the mailbox of the demo."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow, public
from krachtlokaal.office import outbox as service
from krachtlokaal.office.forms import MailboxFilter, MailFilter
from krachtlokaal.office.models import MailboxMessage, OutboxMail
from krachtlokaal.office.queries import mails as queries

PER_PAGE = 25


@allow(Capability.SEE_MAIL)
def outbox(request: MemberRequest) -> HttpResponse:
    form = MailFilter(request.GET)
    rows = queries.listed(**form.cleaned_data) if form.is_valid() else queries.listed()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    lines = [queries.line(mail) for mail in page]
    context = {
        "form": form,
        "page": page,
        "lines": lines,
        "is_filtered": any(form.data.values()),
        "may_send": request.access.may(Capability.SEND_MAIL),
    }
    return render(request, "portal/office/outbox.html", context)


@require_POST
@allow(Capability.SEND_MAIL)
def outbox_resend(request: MemberRequest, pk: int) -> HttpResponse:
    """Settle one mail by hand: send it once more, or say that it arrived."""
    mail = get_object_or_404(OutboxMail, pk=pk)
    if request.POST.get("arrived"):
        is_done, sentence = service.confirm(mail), _("De mail aan %s staat als aangekomen.")
    else:
        is_done, sentence = service.resend(mail), _("De mail aan %s gaat nog een keer uit.")
    if is_done:
        messages.success(request, sentence % mail.to)
    else:
        messages.info(request, _("Deze mail is intussen al verzonden of staat al klaar."))
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The list as it was filtered."""
    page = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure())
    return page if own and page.startswith("/") else "portal:outbox"


@public
def mailbox(request: HttpRequest) -> HttpResponse:
    _only_without_real_mail()
    form = MailboxFilter(request.GET)
    rows = queries.received(**form.cleaned_data) if form.is_valid() else queries.received()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "is_filtered": any(form.data.values())}
    return render(request, "portal/office/mailbox.html", context)


@public
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    _only_without_real_mail()
    message = get_object_or_404(MailboxMessage, pk=pk)
    return render(request, "portal/office/mail.html", {"mail": message})


def _only_without_real_mail() -> None:
    """An installation with a mail server has no mailbox page."""
    if not settings.AT_HOME:
        raise Http404
