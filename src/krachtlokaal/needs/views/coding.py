"""All cards of a survey on one screen: one is open, the others stand beside it."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access, MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.forms.coding import CodingForm, SeenForm
from krachtlokaal.needs.forms.coding_filters import FilterForm
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries import coding_desk as queries
from krachtlokaal.needs.queries.coding import differing
from krachtlokaal.needs.queries.coding_desk import Choice, Line
from krachtlokaal.needs.queries.coding_marks import marked
from krachtlokaal.needs.services import coding as services
from krachtlokaal.needs.views.surveys import survey_of


@allow(Capability.WORK_NEEDS)
def coding(request: MemberRequest, pk: int) -> HttpResponse:
    """Read, choose, next; what is chosen in the filters stays."""
    survey, choice = survey_of(pk), Choice.from_query(request.GET)
    wanted = key_of(request.GET.get("kaart", ""))
    if request.method == "POST":
        line = queries.one(survey, request.user.pk, wanted) if wanted else None
        if line is None:
            raise Http404
        return _save(request, survey, choice, line)
    return _show(request, survey, choice, wanted)


def key_of(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _save(request: MemberRequest, survey: NeedsSurvey, choice: Choice, line: Line) -> HttpResponse:
    """To the next card when it is kept; else the same card with what was typed."""
    key, deed = line.card.pk, request.POST.get("doe", "")
    form = CodingForm(line, request.POST, only_text=deed == "tekst")
    put_away = SeenForm(request.POST) if deed in {"weg", "terug"} else None
    if not (put_away or form).is_valid():
        return _show(request, survey, choice, key, form=form)
    following = queries.next_after(survey, request.user.pk, choice, line.card)
    try:
        _carry_out(request, survey, key, deed, put_away or form)
    except services.CannotDo as why:
        return _show(request, survey, choice, key, form=_again(request, survey, key, str(why)))
    stays = deed == "tekst"
    query = choice.query(kaart=key if stays else following, na=key)
    return redirect(f"{reverse('needs:coding', args=[survey.pk])}?{query}")


def _carry_out(
    request: MemberRequest, survey: NeedsSurvey, key: uuid.UUID, deed: str, form: SeenForm
) -> None:
    told: dict[str, Any] = {"access": request.access, "survey": survey, "card": key}
    told["seen"] = form.seen_by_her()
    values = form.cleaned_data
    if not isinstance(form, CodingForm):
        services.drop(**told, dropped=deed == "weg")
    elif deed == "tekst":
        services.clean(**told, text=values["text"], done=values["is_cleaned"])
    else:
        text, may_quote = values.get("text"), values.get("may_quote")
        services.code(**told, made=form.made(), text=text, may_quote=may_quote)


def _again(request: MemberRequest, survey: NeedsSurvey, key: uuid.UUID, why: str) -> CodingForm:
    """Her choices on the card as it is now."""
    line = queries.one(survey, request.user.pk, key)
    if line is None:
        raise Http404
    data = request.POST.copy()
    now = {"version": line.card.version, "round": line.round, "seen": line.seen}
    for name, value in now.items():
        data[name] = str(value)
    form = CodingForm(line, data)
    form.add_error(None, why)
    return form


def _show(
    request: MemberRequest,
    survey: NeedsSurvey,
    choice: Choice,
    wanted: uuid.UUID | None,
    form: CodingForm | None = None,
) -> HttpResponse:
    reader = request.user.pk
    desk = queries.desk(survey, reader, choice, wanted=wanted, page=request.GET.get("page"))
    line, after = desk.open, key_of(request.GET.get("na", ""))
    context = {
        "survey": survey,
        "tabs": tabs(survey, request.access, "needs:coding"),
        "progress": queries.progress_of(survey),
        "choice": choice,
        "filters": FilterForm(survey, choice),
        "desk": desk,
        "form": form or (CodingForm(line) if line else None),
        "text": marked(line.card.text) if line and not line.card.is_cleaned else "",
        "tags": queries.tags(survey, reader),
        "next": queries.next_after(survey, reader, choice, line.card) if line else None,
        "query": choice.query(),
        "saved": queries.one(survey, reader, after) if after else None,
        "is_fixed": survey.state == SurveyState.FINISHED,
        "may_export": request.access.may(Capability.EXPORT),
    }
    return render(request, "needs/coding/coding.html", context)


def tabs(survey: NeedsSurvey, access: Access, current: str) -> list[tuple[str, str, bool]]:
    """The pages about coding; those about two coders only where there are two."""
    names = {"needs:coding": _("Coderen")}
    if survey.codes_twice:
        number = differing(survey).count()
        told = _("Verschillen (%(number)s)") % {"number": number} if number else _("Verschillen")
        names["needs:coding_differences"] = told
        names["needs:coding_agreement"] = _("Overeenstemming")
    if access.may(Capability.RUN_NEEDS):
        names["needs:coding_twice"] = _("Twee keer coderen")
    if list(names) == [current]:
        return []
    return [
        (text, reverse(name, args=[survey.pk]), name == current) for name, text in names.items()
    ]
