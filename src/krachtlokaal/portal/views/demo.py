"""Sign in as somebody of the demo world, with one click. Production has no such address."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import SESSION_WORKSPACE
from krachtlokaal.accounts.gate import public
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.accounts.services.demo import sign_in_as
from krachtlokaal.demo_world.doors import doors
from krachtlokaal.demo_world.roles import BY_KEY, OTHERS, ROLES


@public
def roles(request: HttpRequest) -> HttpResponse:
    context = {"roles": ROLES, "others": OTHERS, "doors": doors()}
    return render(request, "portal/demo.html", context)


@require_POST
@public
def sign_in(request: HttpRequest, key: str) -> HttpResponse:
    role = BY_KEY.get(key)
    user = User.objects.filter(email=role.email, is_active=True).first() if role else None
    if role is None or user is None or not settings.DEMO:
        raise Http404
    sign_in_as(request, user)
    if workspace := Workspace.objects.filter(slug=role.slug).first():
        request.session[SESSION_WORKSPACE] = workspace.pk
    return redirect("portal:start")
