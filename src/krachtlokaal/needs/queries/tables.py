"""Round tables as pages ask for them: the list of a survey, one table, what is odd about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from krachtlokaal.core.templatetags.kl import day, weekday
from krachtlokaal.needs.enums import SurveyState, TableState
from krachtlokaal.needs.models import Guest, NeedsSurvey, RoundTable
from krachtlokaal.needs.queries.overview import Next

SEATS = 12
FEWEST, MOST = 4, 8  # questions of a guide
STEPS: tuple[str | Promise, ...] = (
    gettext_lazy("Plannen"),
    gettext_lazy("Gasten kiezen"),
    gettext_lazy("Uitnodigen"),
    gettext_lazy("Gesprek"),
    gettext_lazy("Stippen"),
)
_PLAN, _CHOOSE, _INVITE, _TALK, _DOTS, _PAST = range(1, 7)
RUNNING = (TableState.PLANNED, TableState.TALKING, TableState.DOTS)


@dataclass(frozen=True)
class Counts:
    """Guests of one table by state. Who said no has no seat."""

    proposed: int = 0
    invited: int = 0
    comes: int = 0
    declined: int = 0
    came: int = 0

    @property
    def seated(self) -> int:
        return self.proposed + self.invited + self.comes + self.came

    @property
    def free(self) -> int:
        return max(SEATS - self.seated, 0)


@dataclass(frozen=True)
class Line:
    """One table in the list."""

    table: RoundTable
    counts: Counts
    when: str


@dataclass(frozen=True)
class State:
    """Where one table stands, and the one thing to do now. `is_due`: today is its day, or later;
    `is_closed`: called off, or its report is fixed."""

    when: str
    steps: tuple[str | Promise, ...]
    step: int
    next: Next | None
    counts: Counts
    is_planned: bool
    is_due: bool
    is_closed: bool


def tables_of(survey: NeedsSurvey) -> QuerySet[RoundTable]:
    """In the order of their days."""
    return RoundTable.objects.filter(survey=survey).order_by("held_on", "starts_at", "pk")


def lines(tables: Iterable[RoundTable]) -> list[Line]:
    """Each with its guests in numbers. One query."""
    rows = list(tables)
    found = counts_by_table(row.pk for row in rows)
    return [Line(row, found.get(row.pk, Counts()), when(row)) for row in rows]


def counts_by_table(tables: Iterable[int]) -> dict[int, Counts]:
    rows = Guest.objects.filter(table__in=list(tables)).order_by()
    found: dict[int, dict[str, int]] = {}
    for table, state, number in rows.values_list("table_id", "state").annotate(n=Count("pk")):
        found.setdefault(table, {})[state] = number
    return {table: Counts(**numbers) for table, numbers in found.items()}


def counts_of(table: RoundTable) -> Counts:
    return counts_by_table([table.pk]).get(table.pk, Counts())


def when(table: RoundTable) -> str:
    """'donderdag 3 december, 19.30 tot 21.30 uur'"""
    if table.held_on is None:
        return _("nog geen datum")
    if table.starts_at is None or table.ends_at is None:
        return weekday(table.held_on)
    return _("%(day)s, %(start)s tot %(end)s uur") % {
        "day": weekday(table.held_on),
        "start": f"{table.starts_at:%H.%M}",
        "end": f"{table.ends_at:%H.%M}",
    }


def at_the_same_time(
    survey: NeedsSurvey, values: dict[str, Any], but: int | None
) -> RoundTable | None:
    """Another table of this survey in the same place at a time that overlaps."""
    rows = RoundTable.objects.filter(
        survey=survey,
        held_on=values["held_on"],
        place__iexact=str(values["place"]).strip(),
        starts_at__lt=values["ends_at"],
        ends_at__gt=values["starts_at"],
    )
    return rows.exclude(state=TableState.CALLED_OFF).exclude(pk=but or 0).first()


def warnings(table: RoundTable, survey: NeedsSurvey) -> list[str]:
    """What is odd about a table that still has to be held, in sentences."""
    if table.state != TableState.PLANNED:
        return []
    return [told for told in (_late(table), _outside(table, survey), _guide(table)) if told]


def _late(table: RoundTable) -> str:
    if table.held_on is None or table.held_on >= timezone.localdate():
        return ""
    told = _("De datum is voorbij (%(day)s). Ging het gesprek door? Vink dan af wie er was.")
    return told % {"day": day(table.held_on)}


def _outside(table: RoundTable, survey: NeedsSurvey) -> str:
    held, first, last = table.held_on, survey.starts_on, survey.ends_on
    if held is None or first is None or last is None or first <= held <= last:
        return ""
    told = _(
        "%(day)s valt buiten de peiling: die loopt van %(first)s tot en met %(last)s. Kies een"
        " andere datum, of verander de periode van de peiling."
    )
    return told % {"day": day(held), "first": day(first), "last": day(last)}


def _guide(table: RoundTable) -> str:
    number = len(table.guide)
    if FEWEST <= number <= MOST:
        return ""
    told = ngettext(
        "De leidraad heeft %(number)s vraag. Maak er vier tot acht van.",
        "De leidraad heeft %(number)s vragen. Maak er vier tot acht van.",
        number,
    )
    return told % {"number": number}


def facts(table: RoundTable) -> list[tuple[str, str]]:
    return [
        (_("Wanneer"), when(table)),
        (_("Plaats"), table.place),
        (_("Adres"), table.address),
        (_("Praktisch"), table.practical),
        (_("Gastheer of gastvrouw"), table.host),
        (_("Gespreksleider"), table.moderator),
        (_("Notulist"), table.note_taker),
        (_("Stippen per gast"), str(table.dots_each)),
    ]


def state_of(table: RoundTable) -> State:
    """One query."""
    counts, today = counts_of(table), timezone.localdate()
    return State(
        when=when(table),
        steps=STEPS,
        step=step_of(table, counts),
        next=next_of(table, counts),
        counts=counts,
        is_planned=table.state == TableState.PLANNED,
        is_due=bool(table.held_on and table.held_on <= today),
        is_closed=table.state == TableState.CALLED_OFF
        or table.survey.state == SurveyState.FINISHED,
    )


def step_of(table: RoundTable, counts: Counts) -> int:
    if table.state == TableState.PLANNED:
        if counts.invited or counts.comes or counts.came:
            return _TALK
        return _INVITE if counts.proposed else _CHOOSE
    return {TableState.TALKING: _TALK, TableState.DOTS: _DOTS}.get(TableState(table.state), _PAST)


def next_of(table: RoundTable, counts: Counts) -> Next | None:
    """The one thing to do now; None where the cards below say what to do."""
    if table.survey.state == SurveyState.FINISHED:
        return None
    if table.state == TableState.PLANNED:
        return _before(table, counts)
    if table.state in (TableState.TALKING, TableState.DOTS) and not counts.came:
        return _who_came(table)
    if table.state == TableState.DONE:
        return _afterwards(table)
    return None


def _before(table: RoundTable, counts: Counts) -> Next | None:
    if table.held_on and table.held_on <= timezone.localdate():
        if counts.came:
            return None
        if counts.comes:
            return _who_came(table)
    if counts.proposed:
        told = ngettext(
            "%(number)s gast is gekozen en nog niet uitgenodigd.",
            "%(number)s gasten zijn gekozen en nog niet uitgenodigd.",
            counts.proposed,
        )
        text = told % {"number": counts.proposed}
        return Next(_("Nodig de gasten uit"), text, _("Naar de uitnodiging"), _to("invite", table))
    if counts.free:
        told = ngettext(
            "Er is nog %(number)s plaats vrij. Wij stellen gasten voor: wie mee wilde praten, en"
            " wie niet antwoordde.",
            "Er zijn nog %(number)s plaatsen vrij. Wij stellen gasten voor: wie mee wilde praten,"
            " en wie niet antwoordde.",
            counts.free,
        )
        text = told % {"number": counts.free}
        title = _("Vraag nog gasten") if counts.seated else _("Kies de gasten")
        return Next(title, text, _("Bekijk de voorgestelde gasten"), _to("propose", table))
    told = _("Er komen %(comes)s gasten. Van %(open)s gasten weet u nog niets.")
    text = told % {"comes": counts.comes, "open": counts.invited}
    return Next(_("Bereid het gesprek voor"), text, _("Print de leidraad"), _to("guide_pdf", table))


def _who_came(table: RoundTable) -> Next:
    text = _("Vink af wie er is. Dan weet het rapport hoe de tafel was samengesteld.")
    return Next(_("Wie is er?"), text, _("Naar de aanwezigheidslijst"), _to("attendance", table))


def _afterwards(table: RoundTable) -> Next | None:
    try:
        url = reverse("needs:coding", args=[table.survey_id])
    except NoReverseMatch:
        return None
    text = _("Het gesprek is klaar. Geef elk kaartje een thema en een soort.")
    return Next(_("Codeer de kaartjes"), text, _("Naar de kaartjes"), url)


def _to(name: str, table: RoundTable) -> str:
    return reverse(f"needs:table_{name}", args=[table.pk])
