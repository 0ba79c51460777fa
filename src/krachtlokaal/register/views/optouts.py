"""The page that stops mailings. A mail programme may stop them with one POST (RFC 8058)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from krachtlokaal.accounts.gate import by_link
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.queries import optouts as queries
from krachtlokaal.register.queries.checks import PURPOSE as CHECK
from krachtlokaal.register.queries.checks import workspace_of
from krachtlokaal.register.services import optouts as services
from krachtlokaal.register.views.gone import friendly


@csrf_exempt
@friendly
@by_link(services.PURPOSE)
def opt_out(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """By the link at the foot of a mailing."""
    return opt_out_page(request, link)


@csrf_exempt
@friendly
@by_link(CHECK)
def check_opt_out(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """By the link at the foot of *Klopt dit nog?*."""
    return opt_out_page(request, link)


def opt_out_page(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """The secret in the address is what may stop the mails, so the POST needs no token."""
    email = queries.address_of(link)
    if email is None:
        raise Http404
    if request.method == "POST":
        deed = services.opt_in if request.POST.get("deed") == "in" else services.opt_out
        deed(workspace=link.workspace_id, email=email)
        return redirect(request.path)
    workspace = workspace_of(link.workspace_id)
    context = {
        "email": email,
        "workspace": workspace,
        "place": workspace.name,
        "is_out": services.is_out(workspace=link.workspace_id, email=email),
    }
    return render(request, "register/mailings/opt_out.html", context)
