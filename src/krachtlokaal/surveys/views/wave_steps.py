"""The steps of a wave: who, how, the words, who asks, and open it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register.models import Selection
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.mailings import in_words
from krachtlokaal.register.queries.organisations import resolve
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash
from krachtlokaal.surveys.enums import Audience, WaveState
from krachtlokaal.surveys.forms.waves import HowForm, NameForm, NewForm, OpenForm, SenderForm
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries import audience
from krachtlokaal.surveys.queries import wave_steps as queries
from krachtlokaal.surveys.services import waves as services

PER_PAGE = 25
STEPS = [
    gettext_lazy("Wie"),
    gettext_lazy("Hoe"),
    gettext_lazy("Tekst"),
    gettext_lazy("Afzender"),
    gettext_lazy("Openen"),
]


def preparing(pk: int) -> Wave:
    """The wave of a step; once agreed to, its own page is the place to be."""
    rows = Wave.objects.select_related("workspace", "questionnaire_version__questionnaire")
    return get_object_or_404(rows, pk=pk)


def over(request: MemberRequest, wave: Wave) -> HttpResponse:
    """Another tab or a colleague was first."""
    messages.info(request, _("Deze meting is al klaargezet. Hier ziet u hoe het gaat."))
    return redirect("surveys:wave", wave.pk)


@allow(Capability.RUN_WAVES)
def wave_new(request: MemberRequest) -> HttpResponse:
    """The address holds the choice of organisations, as for a mailing."""
    filters = resolve(Filters.from_querydict(request.GET))
    if filters.errors:
        # A choice that is understood in part would ask more organisations than were meant.
        messages.warning(request, " ".join(filters.errors))
        return redirect(f"{reverse('register:list')}?{filters.query()}")
    versions = queries.versions()
    form = NewForm(
        request.POST or None, versions=versions, initial={"title": queries.usual_title(versions)}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        wave = services.make(
            access=request.access,
            version=data["questionnaire"],
            title=data["title"],
            audience=data["audience"],
            filters=filters,
        )
        return redirect("surveys:wave_who", wave.pk)
    context = _choice(request, filters) | {"form": form, "versions": versions, "steps": STEPS}
    return render(request, "surveys/waves/new.html", context)


def _choice(request: MemberRequest, filters: Filters) -> dict[str, Any]:
    """The choice in words and numbers, with the ways to another one."""
    return {
        "words": in_words(filters),
        "count": audience.within(filters, request.access).order_by().count(),
        "outside": audience.outside(filters, request.access),
        "list_query": filters.query(),
        "selections": Selection.objects.all()[:20],
    }


@allow(Capability.RUN_WAVES)
def wave_who(request: MemberRequest, pk: int) -> HttpResponse:
    """Who gets a mail, who a letter, and who nothing; another choice comes in the address."""
    wave = preparing(pk)
    if wave.state != WaveState.PREPARING:
        return over(request, wave)
    other = resolve(Filters.from_querydict(request.GET)) if _asks_other(request) else None
    is_open = wave.audience == Audience.OPEN and other is None
    start = {
        "title": wave.title,
        "version": wave.version,
        "audience": Audience.OPEN if is_open else Audience.SELECTION,
    }
    form = NameForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            services.choose(wave=wave, filters=_wanted(wave, form, other), **form.cleaned_data)
        except ChangedMeanwhile:
            messages.warning(request, _("Iemand anders heeft dit intussen gewijzigd. Kijk na."))
        except services.NotNow:
            return over(request, wave)
        else:
            return redirect("surveys:wave_how", pk)
    return render(request, "surveys/waves/who.html", _who(request, wave, form, other))


def _asks_other(request: MemberRequest) -> bool:
    return bool(set(request.GET) - {"page", "niet"})


def _wanted(wave: Wave, form: NameForm, other: Filters | None) -> Filters | None:
    """Another choice, or the one that there is; from the open link back means all of the area."""
    was_open = wave.audience == Audience.OPEN
    if other is None and was_open == (form.cleaned_data["audience"] == Audience.OPEN):
        return None
    return other or Filters()


def _who(
    request: MemberRequest, wave: Wave, form: NameForm, other: Filters | None
) -> dict[str, Any]:
    filters = other or audience.filters_of(wave)
    found = audience.within(filters, request.access)
    if wave.audience == Audience.OPEN and other is None:
        filters, found = Filters(), audience.chosen(wave, request.access)
    people = audience.population(found)
    return _choice(request, filters) | {
        "form": form,
        "wave": wave,
        "steps": STEPS,
        "is_other": other is not None,
        "is_open": wave.audience == Audience.OPEN and other is None,
        "people": people,
        "most": audience.MOST,
        "page": Paginator(people.invited, PER_PAGE).get_page(request.GET.get("page")),
        "left_out": Paginator(people.left_out, PER_PAGE).get_page(request.GET.get("niet")),
    }


@allow(Capability.RUN_WAVES)
def wave_how(request: MemberRequest, pk: int) -> HttpResponse:
    """The way to answer, the form, the languages and the days."""
    wave = preparing(pk)
    if wave.state != WaveState.PREPARING:
        return over(request, wave)
    able = queries.forms_and_languages(wave)
    form = HowForm(request.POST or None, initial=queries.how_it_is(wave), **able)
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            services.change(wave=wave, version=version, values=form.values())
        except ChangedMeanwhile as meanwhile:
            told_of_clash(request, form, meanwhile.current)
        except services.NotNow:
            return over(request, wave)
        else:
            return redirect("surveys:wave_words", pk)
    context = {
        "form": form,
        "wave": wave,
        "steps": STEPS,
        "minutes": queries.minutes(wave),
        "advice": queries.advice(audience.population(audience.chosen(wave, request.access))),
    }
    return render(request, "surveys/waves/how.html", context)


@allow(Capability.RUN_WAVES)
def wave_sender(request: MemberRequest, pk: int) -> HttpResponse:
    """Who asks, and who is responsible for the data."""
    wave = preparing(pk)
    if wave.state != WaveState.PREPARING:
        return over(request, wave)
    names = ("sender_name", "sender_phone", "sender_email", "controller", "version")
    form = SenderForm(request.POST or None, initial={name: getattr(wave, name) for name in names})
    clashes = []
    if request.method == "POST" and form.is_valid():
        try:
            values = dict(form.cleaned_data)
            services.change(wave=wave, version=values.pop("version"), values=values)
        except ChangedMeanwhile as meanwhile:
            clashes = told_of_clash(request, form, meanwhile.current)
        except services.NotNow:
            return over(request, wave)
        else:
            return redirect("surveys:wave_open", pk)
    context = {"form": form, "wave": wave, "steps": STEPS, "clashes": clashes}
    return render(request, "surveys/waves/sender.html", context)


@allow(Capability.RUN_WAVES)
def wave_open(request: MemberRequest, pk: int) -> HttpResponse:
    """All of it once more, in numbers; the button says what happens."""
    wave = preparing(pk)
    if wave.state != WaveState.PREPARING:
        return over(request, wave)
    form = OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.plan(access=request.access, wave=wave, **form.cleaned_data)
        except services.NotNow:
            return over(request, wave)
        except (services.OtherNumber, ChangedMeanwhile):
            wave = preparing(pk)
            changed = _("De meting of de organisaties zijn intussen gewijzigd. Kijk het nog na.")
            messages.warning(request, changed)
        else:
            return redirect("surveys:wave", pk)
    people = audience.population(audience.chosen(wave, request.access))
    context = {
        "wave": wave,
        "steps": STEPS,
        "people": people,
        "missing": queries.missing(wave, people),
        "facts": queries.in_short(wave),
        "opens_today": queries.opens_today(wave),
    }
    return render(request, "surveys/waves/open.html", context)
