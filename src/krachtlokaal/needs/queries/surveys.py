"""Needs surveys as pages ask for them: the list, one, its waves, its population in numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import CharField, Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast

from krachtlokaal.needs.models import NeedsSurvey, NeedsWave, PopulationMember
from krachtlokaal.office.models import Release
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.surveys.enums import Audience, WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.totals import KIND as TOTALS

MOST_WAVES = 50


@dataclass(frozen=True)
class Line:
    """One survey in the list. `asked` counts its population; None before it is frozen."""

    survey: NeedsSurvey
    area: str
    asked: int | None


def all_surveys() -> QuerySet[NeedsSurvey]:
    """The newest first."""
    return NeedsSurvey.objects.order_by("-id")


def lines(surveys: Iterable[NeedsSurvey]) -> list[Line]:
    """The rows of one page with the size of their population. One query."""
    rows = list(surveys)
    sizes = PopulationMember.objects.filter(survey__in=[row.pk for row in rows]).order_by()
    found = dict(sizes.values("survey_id").annotate(n=Count("pk")).values_list("survey_id", "n"))
    return [Line(row, area(row), found.get(row.pk, 0) if row.frozen_at else None) for row in rows]


def area(survey: NeedsSurvey) -> str:
    """'Leeuwarden, Noardeast-Fryslân'"""
    return ", ".join(sorted(town_name(code) for code in survey.municipalities))


def waves_of(survey: NeedsSurvey) -> QuerySet[Wave]:
    """The waves that count for it, in the order in which they were attached."""
    keys = survey.waves.order_by("pk").values("wave_id")
    return Wave.objects.filter(pk__in=keys).order_by("opens_on", "pk")


def population_size(survey: NeedsSurvey) -> int:
    return PopulationMember.objects.filter(survey=survey).count()


def with_totals() -> QuerySet[Wave]:
    """Waves whose own totals left: together with an outcome these could tell of a small group."""
    left = Release.objects.filter(kind=TOTALS, key=Cast(OuterRef("pk"), CharField()))
    return Wave.objects.filter(Exists(left))


def attachable() -> QuerySet[Wave]:
    """Waves of an area that belong to no survey yet and showed no totals, the newest first."""
    taken = NeedsWave.objects.values("wave_id")
    rows = Wave.objects.filter(audience__in=[Audience.SELECTION, Audience.OPEN])
    rows = rows.exclude(state=WaveState.CALLED_OFF).exclude(pk__in=taken)
    rows = rows.exclude(pk__in=with_totals().values("pk"))
    return rows.order_by("-id")[:MOST_WAVES]
