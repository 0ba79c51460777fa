"""Fellow board members are asked to answer too, each with a link of her own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from krachtlokaal.surveys.forms.answering import ColleaguesForm
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.services import colleagues as services
from krachtlokaal.surveys.views.answering import frame
from krachtlokaal.surveys.views.answering.gate import while_open

_MANY = 99
_LONGEST = 6


@while_open(frame.shut)
def colleagues(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Once she has sent her own answer, where each answers for herself."""
    if desk.is_for_organisation or not desk.is_sent:
        return redirect(frame.address(desk, "answer_start"))
    left = services.room_left(desk)
    form = ColleaguesForm(request.POST or None, most=left)
    if request.method == "POST" and left and form.is_valid():
        asked = services.ask_colleagues(
            desk=desk, addresses=form.cleaned_data["addresses"], language=frame.language()
        )
        return redirect(f"{frame.address(desk, 'colleagues')}?gevraagd={asked}")
    return frame.show(request, desk, "colleagues", form=form, left=left, asked=_asked(request))


def _asked(request: HttpRequest) -> int | None:
    """How many were asked a moment ago, as the address says."""
    told = request.GET.get("gevraagd", "")
    return min(int(told[:_LONGEST]), _MANY) if told.isascii() and told.isdigit() else None
