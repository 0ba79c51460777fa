"""What a manager does with the result: allow, hand over, have it deleted."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.gate import by_link
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.forms.managing import SuccessorForm, SwitchForm
from krachtlokaal.surveys.links import MANAGER
from krachtlokaal.surveys.queries import managing as queries
from krachtlokaal.surveys.services import deletions, managing
from krachtlokaal.surveys.views.managing import frame


@frame.or_gone
@by_link(MANAGER, organisation=queries.organisation_of)
@require_POST
def switches(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Who may see it, and what it may be used for."""
    own = queries.management_of(link)
    form = SwitchForm(request.POST, measurement=own.measurement)
    if form.is_valid():
        managing.set_switches(measurement=own.measurement, switches=form.cleaned_data)
    return frame.back(link, "bewaard")


@frame.or_gone
@by_link(MANAGER, organisation=queries.organisation_of)
def hand_over(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """A successor gets a link of her own; this one ends at once."""
    own = queries.management_of(link)
    form = SuccessorForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return frame.show(request, link, own, "hand_over", form=form)
    name, email = form.cleaned_data["name"], form.cleaned_data["email"]
    managing.hand_over(measurement=own.measurement, name=name, email=email)
    return frame.show(request, link, own, "handed_over", successor=name, successor_email=email)


@frame.or_gone
@by_link(MANAGER, organisation=queries.organisation_of)
def delete_result(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Asked once more; everybody hears of it, and after two weeks it is done."""
    own = queries.management_of(link)
    if own.measurement.deletion_asked_on is not None:
        return frame.back(link)
    if request.method != "POST":
        return frame.show(
            request, link, own, "delete", people=len(queries.everybody_of(own.measurement))
        )
    deletions.ask_deletion(measurement=own.measurement)
    return frame.back(link, "verwijderen")


@frame.or_gone
@by_link(MANAGER, organisation=queries.organisation_of)
@require_POST
def keep_result(request: HttpRequest, link: PersonalLink) -> HttpResponse:  # noqa: ARG001 the gate's shape
    """Within the term: it stays after all."""
    own = queries.management_of(link)
    if own.deletes_on is None:
        raise Http404
    deletions.call_off_deletion(measurement=own.measurement)
    return frame.back(link, "bewaren")
