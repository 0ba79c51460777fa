"""The report of who answered, and that of all together. GET never changes anything."""

from django.http import HttpRequest, HttpResponse

from krachtlokaal.surveys.forms.managing import SuccessorForm
from krachtlokaal.surveys.forms.wishes import WishForm
from krachtlokaal.surveys.queries import reports as queries
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.queries.managing import may_become_manager, may_decide
from krachtlokaal.surveys.queries.wishes import has_open_wish
from krachtlokaal.surveys.views.answering.frame import language
from krachtlokaal.surveys.views.answering.gate import at_desk
from krachtlokaal.surveys.views.report import frame


@at_desk
def report(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Her report: first the page for tonight's board meeting, then all the rest."""
    if not desk.is_sent:
        return frame.to_start(desk)
    if not desk.content:
        return frame.show(request, desk, "gone", status=410)
    return show_report(request, desk)


def show_report(
    request: HttpRequest,
    desk: Desk,
    form: WishForm | None = None,
    *,
    manager_form: SuccessorForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; with a form what was wrong in it."""
    outcome = queries.own_outcome(desk, language())
    return frame.show(
        request,
        desk,
        "report",
        outcome=outcome,
        form=form or WishForm(subjects=queries.subjects_of(outcome)),
        gathering=queries.gathering_of(desk.measurement) if outcome.is_each else None,
        done=request.GET.get("gedaan", ""),
        asks_to_call=_asks_to_call(request, desk, outcome),
        may_decide=may_decide(desk.invitation),
        manager_form=manager_form or _manager_form(desk),
        status=status,
    )


def _manager_form(desk: Desk) -> SuccessorForm | None:
    # Who has an address gets a mail instead; so no query for most.
    if desk.invitation.email or desk.measurement.manager_link_id is not None:
        return None
    return SuccessorForm(auto_id="beheer_%s") if may_become_manager(desk.invitation) else None


def _asks_to_call(request: HttpRequest, desk: Desk, outcome: queries.Outcome) -> bool:
    """Who wants help, unless her organisation waits for a call already. Where each answers for
    herself everybody is asked: a request with a name must not tell who answered that she wants it;
    and nothing is kept that tells who asked, so only right after asking it is known."""
    if request.GET.get("gedaan") == "bellen":
        return False
    if outcome.is_each:
        return True
    return outcome.report.wants_help and not has_open_wish(desk.measurement)


@at_desk
def together(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What all together say, for who answered herself; below four how many are missing."""
    if not desk.is_sent:
        return frame.to_start(desk)
    measurement = queries.joined(desk)
    outcome = (
        queries.shared_outcome(measurement, language()) if not desk.is_for_organisation else None
    )
    if outcome is None:
        return frame.show(request, desk, "too_few", gathering=queries.gathering_of(measurement))
    return frame.show(request, desk, "together", outcome=outcome)
