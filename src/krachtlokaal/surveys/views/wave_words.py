"""The words of a wave's mails: written per language, seen as they arrive, tried on oneself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.forms.waves import WordsForm
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries import audience, words
from krachtlokaal.surveys.queries.wave_steps import language_names
from krachtlokaal.surveys.services import waves as services
from krachtlokaal.surveys.views.wave_steps import STEPS, over, preparing


@allow(Capability.RUN_WAVES)
def wave_words(request: MemberRequest, pk: int) -> HttpResponse:
    """Both mails in one language; kept while she types, checked against a colleague's edit."""
    wave = preparing(pk)
    if wave.state != WaveState.PREPARING:
        return over(request, wave)
    language = _language(request, wave)
    form = WordsForm(request.POST or None, initial=_start(wave, language))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            services.write(wave=wave, version=version, language=language, texts=form.texts())
        except ChangedMeanwhile:
            _tell_clash(request, form, preparing(pk))
        except services.NotNow:
            return over(request, wave)
        else:
            return redirect(f"{reverse('surveys:wave_preview', args=[pk])}?taal={language}")
    context = {
        "form": form,
        "wave": wave,
        "steps": STEPS,
        "draft": services.draft_name(wave, language),
        "tabs": _tabs("surveys:wave_words", wave, language),
    }
    return render(request, "surveys/waves/words.html", context)


def _start(wave: Wave, language: str) -> dict[str, object]:
    start: dict[str, object] = {"version": wave.version}
    for kind in words.KINDS:
        for name, text in words.words_of(wave, kind, language).items():
            start[f"{kind}_{name}"] = text
    return start


def _tell_clash(request: MemberRequest, form: WordsForm, now: Wave) -> None:
    """Sending the same form again is then meant."""
    form.data = form.data.copy()  # type: ignore[attr-defined]  # the POST of a request
    form.data["version"] = str(now.version)  # type: ignore[index]  # the copy may be changed
    messages.warning(
        request,
        _("Iemand anders heeft deze meting intussen gewijzigd. Kijk uw tekst na en bewaar die."),
    )


def _language(request: MemberRequest, wave: Wave) -> str:
    wanted = request.GET.get("taal", "")
    return wanted if wanted in wave.languages else (wave.languages or ["nl"])[0]


def _kind(request: MemberRequest) -> str:
    return words.REMINDER if request.GET.get("soort") == "herinnering" else words.INVITATION


def _tabs(name: str, wave: Wave, language: str, more: str = "") -> list[tuple[str, str, bool]]:
    url = reverse(name, args=[wave.pk])
    names = language_names()
    return [
        (names[code], f"{url}?taal={code}{more}", code == language)
        for code in wave.languages or ["nl"]
        if code in names
    ]


@allow(Capability.RUN_WAVES)
def wave_preview(request: MemberRequest, pk: int) -> HttpResponse:
    """The mail as the first recipient gets it, in each language."""
    wave = preparing(pk)
    if wave.state != WaveState.PREPARING:
        return over(request, wave)
    language, kind = _language(request, wave), _kind(request)
    more = "&soort=herinnering" if kind == words.REMINDER else ""
    reader = _reader(request, wave, language)
    url = f"{reverse('surveys:wave_preview', args=[pk])}?taal={language}"
    context = {
        "wave": wave,
        "steps": STEPS,
        "letter": words.preview_of(wave, kind, reader),
        "reader": reader,
        "tabs": _tabs("surveys:wave_preview", wave, language, more),
        "kinds": [
            (_("Uitnodiging"), url, kind == words.INVITATION),
            (_("Herinnering"), f"{url}&soort=herinnering", kind == words.REMINDER),
        ],
        "language": language,
        "more": more,
    }
    return render(request, "surveys/waves/preview.html", context)


def _reader(request: MemberRequest, wave: Wave, language: str) -> words.Reader:
    """The first who gets a mail; without one somebody invented, told as such on the page."""
    one = audience.first(wave, request.access)
    if one is None:
        return words.Reader("", _("Dorpshuis De Voorbeeld"), language)
    return words.Reader(one.name, one.organisation_name, language, one.email)


@require_POST
@allow(Capability.RUN_WAVES)
def wave_try(request: MemberRequest, pk: int) -> HttpResponse:
    """The mail to oneself, with the data of the first recipient."""
    wave = preparing(pk)
    language, kind = _language(request, wave), _kind(request)
    reader = _reader(request, wave, language)
    services.try_out(access=request.access, wave=wave, kind=kind, reader=reader)
    told = _("Er is een proef onderweg naar %(email)s.") % {"email": request.access.user.email}
    messages.success(request, told)
    more = "&soort=herinnering" if kind == words.REMINDER else ""
    return redirect(f"{reverse('surveys:wave_preview', args=[pk])}?taal={language}{more}")
