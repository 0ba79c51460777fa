"""The steps of a mailing: who, the text, how it looks, and off it goes."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.accounts.queries.workspaces import with_contact_data
from krachtlokaal.register.enums import MailingState
from krachtlokaal.register.forms.mailings import ONE, ROLES, SendForm, TextForm, WhoForm
from krachtlokaal.register.models import Mailing
from krachtlokaal.register.queries import recipients
from krachtlokaal.register.queries.mailings import in_words
from krachtlokaal.register.queries.previews import preview_of
from krachtlokaal.register.services import mailings as services
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash

PER_PAGE = 25
STEPS = [
    gettext_lazy("Wie"),
    gettext_lazy("Bericht"),
    gettext_lazy("Voorbeeld"),
    gettext_lazy("Versturen"),
]


@allow(Capability.SEND_MAIL)
def who(request: MemberRequest, pk: int) -> HttpResponse:
    """Which contacts of the chosen organisations get it, and which do not and why."""
    mailing = get_object_or_404(Mailing, pk=pk)
    if mailing.state != MailingState.DRAFT:
        return _sent_already(request, mailing)
    mode = ROLES if mailing.roles else ONE
    start = {"mode": mode, "roles": mailing.roles, "version": mailing.version}
    form = WhoForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            services.choose(
                mailing=mailing,
                version=form.cleaned_data["version"],
                roles=form.cleaned_data["roles"],
            )
        except ChangedMeanwhile as meanwhile:
            told_of_clash(request, form, meanwhile.current)
        except services.AlreadySent:
            return _sent_already(request, mailing)
        else:
            stays = "blijf" in request.POST
            return redirect("register:mailing_who" if stays else "register:mailing_text", pk)
    return render(request, "register/mailings/who.html", _who(request, mailing, form))


def _who(request: MemberRequest, mailing: Mailing, form: WhoForm) -> dict[str, Any]:
    people = recipients.audience(mailing, request.access)
    return {
        "form": form,
        "mailing": mailing,
        "steps": STEPS,
        "words": in_words(recipients.filters_of(mailing)),
        "list_query": recipients.filters_of(mailing).query(),
        "people": people,
        "most": recipients.MOST,
        "page": Paginator(people.recipients, PER_PAGE).get_page(request.GET.get("page")),
        "left_out": Paginator(people.left_out, PER_PAGE).get_page(request.GET.get("niet")),
    }


@allow(Capability.SEND_MAIL)
def text(request: MemberRequest, pk: int) -> HttpResponse:
    """Subject and message; kept while she types, checked against a colleague's edit."""
    mailing = get_object_or_404(Mailing, pk=pk)
    if mailing.state != MailingState.DRAFT:
        return _sent_already(request, mailing)
    start = {name: getattr(mailing, name) for name in ("subject", "text", "version")}
    form = TextForm(request.POST or None, initial=start)
    clashes = []
    if request.method == "POST" and form.is_valid():
        try:
            services.write(mailing=mailing, **form.cleaned_data)
        except ChangedMeanwhile as meanwhile:
            clashes = told_of_clash(request, form, meanwhile.current)
        except services.AlreadySent:
            return _sent_already(request, mailing)
        else:
            return redirect("register:mailing_preview", pk)
    context = {
        "form": form,
        "mailing": mailing,
        "steps": STEPS,
        "clashes": clashes,
        "draft": services.draft_name(mailing),
    }
    return render(request, "register/mailings/text.html", context)


@allow(Capability.SEND_MAIL)
def preview(request: MemberRequest, pk: int) -> HttpResponse:
    """The mail as each recipient gets it, one after the other."""
    mailing = get_object_or_404(Mailing, pk=pk)
    if mailing.state != MailingState.DRAFT:
        return _sent_already(request, mailing)
    people = recipients.audience(mailing, request.access)
    page = Paginator(people.recipients, 1).get_page(request.GET.get("page"))
    recipient = page.object_list[0] if people.recipients else None
    context = {
        "mailing": mailing,
        "steps": STEPS,
        "page": page,
        "recipient": recipient,
        "letter": preview_of(mailing, recipient, with_contact_data(request.access.workspace)),
        "count": len(people.recipients),
        "is_ready": bool(mailing.subject and mailing.text and people.recipients),
    }
    return render(request, "register/mailings/preview.html", context)


@require_POST
@allow(Capability.SEND_MAIL)
def try_out(request: MemberRequest, pk: int) -> HttpResponse:
    """The mail to oneself, with the data of the first recipient."""
    mailing = get_object_or_404(Mailing, pk=pk)
    people = recipients.audience(mailing, request.access).recipients
    recipient = people[0] if people else None
    services.try_out(access=request.access, mailing=mailing, recipient=recipient)
    told = _("Er is een proef onderweg naar %(email)s.") % {"email": request.access.user.email}
    messages.success(request, told)
    return redirect("register:mailing_preview", pk)


@allow(Capability.SEND_MAIL)
def send(request: MemberRequest, pk: int) -> HttpResponse:
    """The last question: the button says to how many."""
    mailing = get_object_or_404(Mailing, pk=pk)
    if mailing.state != MailingState.DRAFT:
        return _sent_already(request, mailing)
    form = SendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.send(access=request.access, mailing=mailing, **form.cleaned_data)
        except services.AlreadySent:
            return _sent_already(request, mailing)
        except (services.OtherNumber, ChangedMeanwhile):
            mailing.refresh_from_db()
            _tell_changed(request)
        else:
            return redirect("register:mailing", pk)
    people = recipients.audience(mailing, request.access)
    if not (people.recipients and mailing.subject and mailing.text):
        return _not_ready(request, mailing, people)
    return render(request, "register/mailings/send.html", _question(mailing, people))


def _question(mailing: Mailing, people: recipients.Audience) -> dict[str, Any]:
    count = len(people.recipients)
    yes = ngettext("Verstuur aan %(count)s contact", "Verstuur aan %(count)s contacten", count)
    return {
        "mailing": mailing,
        "steps": STEPS,
        "people": people,
        "count": count,
        "yes": yes % {"count": _grouped(count)},
    }


def _grouped(count: int) -> str:
    from krachtlokaal.core.templatetags.kl import number

    return number(count)


def _tell_changed(request: MemberRequest) -> None:
    messages.warning(
        request,
        _("De tekst of de ontvangers zijn intussen gewijzigd. Er is nog niets verstuurd. Kijk na."),
    )


def _not_ready(
    request: MemberRequest, mailing: Mailing, people: recipients.Audience
) -> HttpResponse:
    if not people.recipients:
        messages.warning(request, _("Niemand krijgt dit bericht. Kies eerst andere contacten."))
        return redirect("register:mailing_who", mailing.pk)
    messages.warning(request, _("Schrijf eerst een onderwerp en een bericht."))
    return redirect("register:mailing_text", mailing.pk)


def _sent_already(request: MemberRequest, mailing: Mailing) -> HttpResponse:
    """Another tab or a colleague was first: nothing goes out twice."""
    messages.info(request, _("Dit bericht is al verstuurd. Hier ziet u hoe het gaat."))
    return redirect("register:mailing", mailing.pk)
