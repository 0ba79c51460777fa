"""Pages for who got a mail or letter and can't get on: type the code, is it real, a lost link."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from krachtlokaal.accounts.gate import by_link, public
from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.views.gone import friendly
from krachtlokaal.register.views.optouts import opt_out_page
from krachtlokaal.surveys.forms.public import CodeForm, LostForm, RealForm
from krachtlokaal.surveys.links import ANSWER, CONFIRM
from krachtlokaal.surveys.queries import entries as entry_queries
from krachtlokaal.surveys.queries import words
from krachtlokaal.surveys.queries.running import running
from krachtlokaal.surveys.services import entries, lost_links
from krachtlokaal.surveys.views.limits import limited, may_once_more

LOST = "survey_lost_link"


@limited("survey_code")
@public
def code(request: HttpRequest) -> HttpResponse:
    """The way in for who got a letter and can't scan."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        secret = form.cleaned_data["code"]
        if links.find(ANSWER, secret) is not None:
            return redirect(words.LINK_TO, secret)
        form.add_error(
            "code",
            _("Deze code kennen wij niet. Kijk of u alle tekens goed overtypte."),
        )
    return render(request, "surveys/public/code.html", {"form": form})


@public
def real(request: HttpRequest) -> HttpResponse:
    """*Is deze mail echt?* The search stands in the address: it changes nothing."""
    form = RealForm(request.GET) if "wie" in request.GET else RealForm()
    asked = form.is_bound and form.is_valid()
    context = {
        "form": form,
        "asked": asked,
        "found": running(form.cleaned_data["wie"]) if asked else [],
        "mail_from": settings.MAIL_FROM,
        "lost": LostForm(),
    }
    return render(request, "surveys/public/real.html", context)


@public
def lost(request: HttpRequest) -> HttpResponse:
    """Mail a lost link again. The answer is always the same: nobody learns who is invited."""
    form = LostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"].lower()
        if may_once_more(request, LOST, email):
            lost_links.send_again(email=email)
        return redirect(f"{reverse('surveys:lost')}?verstuurd")
    context = {"form": form, "is_done": "verstuurd" in request.GET}
    return render(request, "surveys/public/lost.html", context)


@csrf_exempt
@friendly
@by_link(ANSWER)
def opt_out(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """By the link at the foot of an invitation; a mail programme may do it with one POST."""
    return opt_out_page(request, link)


@friendly
@by_link(CONFIRM, organisation=entry_queries.organisation_of)
def entry(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """The known contact says whether somebody belongs to the organisation."""
    found = entry_queries.entry_of(link)
    if request.method == "POST":
        deed = entries.confirm if request.POST.get("deed") == "ja" else entries.refuse
        deed(invitation=found)
        return redirect(request.path)
    context = {
        "entry": found,
        "place": found.wave.workspace.name,
        "is_refused": found.link.revoked_at is not None,
    }
    return render(request, "surveys/public/entry.html", context)
