"""Guests give dots on their own telephones: by a code, without a name."""

from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.gate import public
from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.forms.dots import DotsCodeForm, dots_from_device
from krachtlokaal.needs.links import DOTS
from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.queries import cards
from krachtlokaal.needs.queries import dots as queries
from krachtlokaal.needs.services import dots as services
from krachtlokaal.needs.views.cards.gate import at_table
from krachtlokaal.office import links
from krachtlokaal.register.views.gone import friendly
from krachtlokaal.surveys.views.limits import limited

COOKIE = "kl_stippen"
_KEEPS = 30 * 24 * 3600


@limited("needs_dots_code")
@public
def dots_code(request: HttpRequest) -> HttpResponse:
    """The way in for who can't scan: the code that stands on the screen."""
    form = DotsCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        link = queries.link_of_code(form.cleaned_data["code"])
        if link is not None:
            return redirect("needs:dots", links.token(link))
        form.add_error("code", _("Deze code kennen wij niet. Kijk nog eens op het scherm."))
    return render(request, "needs/dots/code.html", {"form": form})


@limited("needs_dots")
@friendly
@at_table(DOTS)
def dots(request: HttpRequest, table: RoundTable) -> HttpResponse:
    """The cards with a plus and a minus. The telephone keeps the key of its ballot in a cookie that
    goes nowhere else; nobody's name or address is kept."""
    key = _key(request)
    if request.method != "POST":
        answer = _page(request, table, queries.ballot_of(table, key))
        if key is None and table.state == TableState.DOTS:
            _give_key(answer, request.path)
        return answer
    is_script = request.content_type == "application/json"
    if key is None:
        why = _("Uw telefoon bewaart geen cookies. Zet ze aan, of geef uw stippen op papier.")
        return _refused(request, table, why, {}, is_script=is_script)
    stands = queries.ballot_of(table, key)
    wanted = dots_from_device(request.body) if is_script else _tapped(request, stands)
    if wanted is None:
        why = _("Dit is niet te lezen. Er is niets veranderd.")
        return _refused(request, table, why, stands, is_script=is_script)
    try:
        kept = services.give(table=table, key=key, dots=wanted)
    except services.Refused as why:
        return _refused(request, table, str(why), stands, is_script=is_script)
    if is_script:
        return JsonResponse({"dots": kept, "left": table.dots_each - sum(kept.values())})
    return redirect(f"{request.path}#k-{_place(request)}")


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.COOKIES.get(COOKIE, ""))
    except ValueError:
        return None


def _give_key(answer: HttpResponse, path: str) -> None:
    answer.set_cookie(
        COOKIE,
        str(uuid4()),
        max_age=_KEEPS,
        path=path,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def _place(request: HttpRequest) -> str:
    return (request.POST.get("plus") or request.POST.get("min") or "")[:40]


def _tapped(request: HttpRequest, stands: dict[str, int]) -> dict[UUID, int] | None:
    """One dot more or less, as the buttons of the bare page say."""
    try:
        tapped = UUID(_place(request))
    except ValueError:
        return None
    wanted = {UUID(key): number for key, number in stands.items()}
    change = 1 if "plus" in request.POST else -1
    wanted[tapped] = max(wanted.get(tapped, 0) + change, 0)
    return wanted


def _refused(
    request: HttpRequest, table: RoundTable, why: str, stands: dict[str, int], *, is_script: bool
) -> HttpResponse:
    is_shut = table.state != TableState.DOTS
    status = 409 if is_shut else 422
    if is_script:
        left = table.dots_each - sum(stands.values())
        told = {"why": why, "dots": stands, "left": left, "shut": is_shut}
        return JsonResponse(told, status=status)
    return _page(request, table, stands, why=why, status=status)


def _page(
    request: HttpRequest,
    table: RoundTable,
    given: dict[str, int],
    *,
    why: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = {"table": table, "place": table.workspace.name, "wrong": why}
    if table.state != TableState.DOTS:
        return render(request, "needs/dots/shut.html", shown, status=status)
    rows = [(card, given.get(str(card.pk), 0)) for card in cards.of_table(table)]
    shown |= {
        "rows": rows,
        "left": table.dots_each - sum(number for _card, number in rows),
        "address": reverse("needs:dots", args=[links.token(table.dots_link)])
        if table.dots_link
        else "",
    }
    answer = render(request, "needs/dots/dots.html", shown, status=status)
    answer["Cache-Control"] = "no-store"
    return answer
