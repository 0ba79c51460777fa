"""What may be done with the result, and who may be called: apart from the answers, in a request of
its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from krachtlokaal.surveys.definition import Consent
from krachtlokaal.surveys.enums import WishKind
from krachtlokaal.surveys.forms.answering import ContactForm, consents_asked
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.queries.managing import may_decide
from krachtlokaal.surveys.services import managing, wishes
from krachtlokaal.surveys.views.answering import frame
from krachtlokaal.surveys.views.answering.gate import while_open

SWITCHES = {
    "share_with_steunpunt": "shares_result",
    "use_in_area_report": "counts_in_area",
    "keep_for_comparison": "keeps_for_comparison",
}
WISHES = {"may_contact": WishKind.CONTACT, "round_table": WishKind.ROUND_TABLE}


@while_open(frame.shut)
def contact(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Each a box of its own, off until somebody ticks it."""
    form = ContactForm(_boxes(desk), request.POST or None, initial=_standing(desk))
    if request.method == "POST" and form.is_valid():
        _carry_out(desk, form)
        return redirect(frame.address(desk, "answer_check"))
    back = frame.address(desk, "answer_page", frame.way(desk)[-1])
    return frame.show(request, desk, "contact", form=form, back=back)


def _boxes(desk: Desk) -> dict[str, str]:
    keys = consents_asked(
        desk.definition.consents,
        manager=desk.is_for_organisation and may_decide(desk.invitation),
        needs_survey=desk.wave.is_needs_survey,
    )
    by_key: dict[str, Consent] = {consent.key: consent for consent in desk.definition.consents}
    language = frame.language()
    return {key: frame.said(by_key[key].text.into(language), desk) for key in keys}


def _standing(desk: Desk) -> dict[str, bool]:
    """The switches of the organisation as they stand; what a person asked is not shown again."""
    return {key: getattr(desk.measurement, name) for key, name in SWITCHES.items()}


def _carry_out(desk: Desk, form: ContactForm) -> None:
    told = form.cleaned_data
    switches = {SWITCHES[key]: told[key] for key in form.boxes if key in SWITCHES}
    if switches:
        managing.set_switches(measurement=desk.measurement, switches=switches)
    for key, kind in WISHES.items():
        if told.get(key):
            wishes.make_wish(
                measurement=desk.measurement, kind=kind, name=told["name"], reach=told["reach"]
            )
