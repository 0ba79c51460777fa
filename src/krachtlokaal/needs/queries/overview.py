"""One survey at a glance: its five steps, and the one thing to do now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.core.templatetags.kl import day
from krachtlokaal.needs.enums import SurveyState, TableState
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.actions import in_short
from krachtlokaal.needs.queries.surveys import area, population_size, waves_of
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Wave

STEPS: tuple[str | Promise, ...] = (
    gettext_lazy("Gebied kiezen"),
    gettext_lazy("Uitnodigen"),
    gettext_lazy("Veldwerk"),
    gettext_lazy("Ronde tafels"),
    gettext_lazy("Rapport"),
)
_AREA, _INVITE, _FIELD, _TABLES, _REPORT, _PAST = range(1, 7)
_HELD = {TableState.DONE, TableState.CALLED_OFF}


@dataclass(frozen=True)
class Next:
    """The one next step: why, and the button that does it; no button where it is not hers."""

    title: str
    text: str
    button: str = ""
    url: str = ""


@dataclass(frozen=True)
class Overview:
    """All of the page that comes from the database."""

    steps: tuple[str | Promise, ...]
    step: int
    next: Next | None
    facts: list[tuple[str, str]]
    waves: list[Wave]
    population: int


def of(survey: NeedsSurvey, access: Access) -> Overview:
    """Three queries, whatever the number of waves and tables."""
    waves = list(waves_of(survey))
    tables = Counter(survey.tables.order_by().values_list("state", flat=True))
    return Overview(
        steps=STEPS,
        step=_step(survey, waves, tables),
        next=_next(survey, waves, tables, access),
        facts=_facts(survey),
        waves=waves,
        population=population_size(survey) if survey.frozen_at else 0,
    )


def _step(survey: NeedsSurvey, waves: Sequence[Wave], tables: Counter[str]) -> int:
    if survey.state == SurveyState.PREPARING:
        return _AREA
    if survey.state == SurveyState.FINISHED:
        return _PAST
    if survey.state == SurveyState.WRITING:
        return _REPORT
    if any(wave.state in {WaveState.PREPARING, WaveState.PLANNED} for wave in waves):
        return _INVITE
    if any(wave.state == WaveState.OPEN for wave in waves):
        return _FIELD
    return _FIELD if tables and set(tables) <= _HELD else _TABLES


def _next(
    survey: NeedsSurvey, waves: Sequence[Wave], tables: Counter[str], access: Access
) -> Next | None:
    if survey.state == SurveyState.PREPARING:
        return _prepare(survey, waves, access)
    if survey.state == SurveyState.FIELD:
        return _field(survey, waves, tables, access)
    if survey.state == SurveyState.WRITING:
        return _write(survey)
    return _afterwards(survey)


def _prepare(survey: NeedsSurvey, waves: Sequence[Wave], access: Access) -> Next:
    if not access.may(Capability.RUN_NEEDS):
        text = _("Een coördinator kiest het gebied en de meting. Daarna ziet u hier hoe het gaat.")
        return Next(_("Deze peiling wordt voorbereid"), text)
    if not (survey.municipalities and survey.question):
        text = _("Kies de gemeenten en schrijf de vraag op die de peiling moet beantwoorden.")
        name = "needs:survey_plan" if survey.municipalities else "needs:survey_area"
        return Next(_("Maak de opzet af"), text, _("Naar de opzet"), _link(survey, name))
    if not waves:
        text = _("Zonder KrachtMeting zijn er geen cijfers. Begin een meting of kies er een.")
        return Next(
            _("Kies de meting"), text, _("Naar de metingen"), _link(survey, "needs:survey_waves")
        )
    text = _(
        "U legt vast welke organisaties er vandaag zijn. Daarmee rekenen wij in de hele peiling."
    )
    return Next(
        _("Begin het veldwerk"), text, _("Bekijk en begin"), _link(survey, "needs:survey_freeze")
    )


def _field(
    survey: NeedsSurvey, waves: Sequence[Wave], tables: Counter[str], access: Access
) -> Next | None:
    waiting = [wave for wave in waves if wave.state == WaveState.PREPARING]
    if waiting and access.may(Capability.RUN_WAVES):
        text = _("„%(title)s” is nog in voorbereiding. Zonder uitnodiging antwoordt niemand.")
        url = reverse("surveys:wave", args=[waiting[0].pk])
        told = text % {"title": waiting[0].title}
        return Next(_("Nodig de organisaties uit"), told, _("Naar de meting"), url)
    running = [wave for wave in waves if wave.state in {WaveState.OPEN, WaveState.PLANNED}]
    if running:
        return _follow(survey, running[0], access)
    if tables and not set(tables) <= _HELD and (url := _link(survey, "needs:tables")):
        text = _("De meting is gesloten. Nu praten de ronde tafels over wat eruit kwam.")
        return Next(_("Houd de ronde tafels"), text, _("Naar de ronde tafels"), url)
    if not access.may(Capability.RUN_NEEDS):
        return None
    text = _("De metingen zijn gesloten. Sluit het veldwerk: dan kunt u het rapport schrijven.")
    return Next(
        _("Sluit het veldwerk"), text, _("Naar het sluiten"), _link(survey, "needs:survey_close")
    )


def _follow(survey: NeedsSurvey, wave: Wave, access: Access) -> Next:
    text = _("„%(title)s” is open tot en met %(day)s.") % {
        "title": wave.title,
        "day": day(wave.closes_on),
    }
    if not access.may(Capability.SEE_FIELD_WORK):
        return Next(_("De organisaties antwoorden nu"), text)
    told = f"{text} {_('U ziet hoe ver iedereen is, en welk telefoontje het meest helpt.')}"
    url = _link(survey, "needs:field_work")
    return Next(_("Volg het veldwerk"), told, _("Naar het veldwerk"), url)


def _write(survey: NeedsSurvey) -> Next:
    text = _("Het veldwerk is klaar. Maak van de cijfers en de gesprekken één rapport.")
    url = _link(survey, "needs:report")
    return Next(_("Schrijf het rapport"), text, _("Naar het rapport") if url else "", url)


def _afterwards(survey: NeedsSurvey) -> Next:
    text = _("Het rapport is vastgesteld. Houd bij wat er van de acties komt.")
    url = _link(survey, "needs:actions")
    return Next(_("Volg de acties"), text, _("Naar de acties") if url else "", url)


def _link(survey: NeedsSurvey, name: str) -> str:
    """Empty for a page that is not there."""
    try:
        return reverse(name, args=[survey.pk])
    except NoReverseMatch:
        return ""


def _facts(survey: NeedsSurvey) -> list[tuple[str, str]]:
    period = ""
    if survey.starts_on and survey.ends_on:
        period = _("%(first)s tot en met %(last)s") % {
            "first": day(survey.starts_on),
            "last": day(survey.ends_on),
        }
    return [
        (_("Gebied"), area(survey)),
        (_("De vraag erachter"), survey.question),
        (_("Periode"), period),
        (_("Partners"), ", ".join(survey.partners.splitlines())),
        (_("Wie besluit over het rapport"), survey.decided_by),
        (_("Ronde tafels"), str(survey.planned_tables)),
        (_("Tweede keer coderen"), _("ja") if survey.codes_twice else _("nee")),
        *_earlier(survey),
    ]


def _earlier(survey: NeedsSurvey) -> list[tuple[str, str]]:
    """The survey before, and what came of its actions."""
    if survey.previous is None:
        return []
    told = [(_("Vervolg op"), survey.previous.title)]
    if came := in_short(survey.previous):
        told.append((_("Acties van die peiling"), came))
    return told
