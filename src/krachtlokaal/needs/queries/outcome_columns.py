"""The answers of a needs survey as columns: a row per organisation that answered, without its name.
Asks for the system scope around it: nobody of the workspace may read these answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from krachtlokaal.needs.models import NeedsSurvey, PopulationMember
from krachtlokaal.needs.outcome.columns import Asked, Respondents
from krachtlokaal.needs.outcome.model import DIMENSIONS
from krachtlokaal.needs.outcome.versions import Mark
from krachtlokaal.needs.queries.places import places_of
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import towns
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Measurement, Wave
from krachtlokaal.surveys.queries.answers import sent_of_wave
from krachtlokaal.surveys.queries.definitions import of_version
from krachtlokaal.surveys.queries.totals import figures_of
from krachtlokaal.surveys.sealing import Content
from krachtlokaal.surveys.totals import OrganisationFigures
from krachtlokaal.topics.enums import HelpForm

FORMS = tuple(HelpForm.values)
Stratum = tuple[str, ...]


@dataclass(frozen=True)
class One:
    """What one organisation said, in its stratum of the day of freezing."""

    organisation: int
    stratum: Stratum
    figures: OrganisationFigures
    forms: Mapping[str, Mapping[str, bool]]


@dataclass(frozen=True)
class Columns:
    """All that an outcome is made of, and the marks of it."""

    asked: Asked
    answers: Respondents
    marks: Mapping[str, Mark]


def columns_of(survey: NeedsSurvey) -> Columns:
    """An organisation that is in two waves counts with its answer in the later one; one that is not
    in the frozen population does not count. Three queries, and three for each wave."""
    population = {
        organisation: stratum
        for organisation, *stratum in PopulationMember.objects.filter(survey=survey).values_list(
            "organisation_id", *DIMENSIONS
        )
    }
    places = places_of(survey)
    found: dict[int, One] = {}
    themes: dict[str, None] = {}
    for wave in (
        waves_of(survey).filter(state=WaveState.CLOSED).select_related("questionnaire_version")
    ):
        definition = of_version(wave.questionnaire_version)
        themes |= dict.fromkeys(theme.key for theme in definition.themes)
        found |= _of_wave(wave, definition, population, places)
    rows = [found[key] for key in sorted(found)]
    asked = _asked(tuple(themes), [tuple(stratum) for stratum in population.values()])
    return Columns(asked, _respondents(asked, rows), _marks(survey, asked, rows))


def _of_wave(
    wave: Wave,
    definition: Definition,
    population: Mapping[int, Sequence[str]],
    places: Mapping[int, int],
) -> dict[int, One]:
    """Of each place of the population that counts, over all of its people."""
    rows = Measurement.objects.filter(wave=wave, deleted_on=None, deletion_asked_on=None)
    if not wave.is_needs_survey:
        rows = rows.filter(counts_in_area=True)
    counting = set(rows.values_list("organisation_id", flat=True)) & set(places)
    contents: dict[int, list[Content]] = {}
    for sent in sent_of_wave(wave):
        if sent.organisation in counting:
            contents.setdefault(places[sent.organisation], []).append(sent.content)
    found = {}
    for organisation, given in contents.items():
        figures = figures_of(definition, wave.variant, {}, given)
        forms = {theme.key: _forms(theme.key, figures, given) for theme in definition.themes}
        stratum = tuple(population[organisation])
        found[organisation] = One(organisation, stratum, figures, forms)
    return found


def _forms(
    theme: str, figures: OrganisationFigures, given: Sequence[Content]
) -> Mapping[str, bool]:
    """Which forms of help are asked for with a theme: none by who wants no help; nothing is known
    of who wants help and names no form."""
    if theme not in figures.wants_help:
        return {}
    if not figures.wants_help[theme]:
        return dict.fromkeys(FORMS, False)
    chosen = {form for content in given for form in content.get(f"{theme}.help_form") or []}
    return {form: form in chosen for form in FORMS} if chosen else {}


def _asked(themes: tuple[str, ...], strata: Sequence[Stratum]) -> Asked:
    orders = (
        sorted({town for town, *_ in strata}, key=lambda code: towns()[code].name),
        [sector.value for sector in Sector],
        list(Size.values),
    )
    present = [{stratum[at] for stratum in strata} for at in range(len(DIMENSIONS))]
    levels = {
        name: tuple(key for key in order if key in there)
        for name, order, there in zip(DIMENSIONS, orders, present, strict=True)
    }
    counts = np.zeros([len(levels[name]) for name in DIMENSIONS], dtype=np.intp)
    for stratum in strata:
        counts[_place(levels, stratum)] += 1
    return Asked(themes, FORMS, levels, counts)


def _place(levels: Mapping[str, Sequence[str]], stratum: Stratum) -> tuple[int, ...]:
    return tuple(levels[name].index(key) for name, key in zip(DIMENSIONS, stratum, strict=True))


def _respondents(asked: Asked, rows: Sequence[One]) -> Respondents:
    places = np.array([_place(asked.levels, one.stratum) for one in rows], dtype=np.intp)
    places = places.reshape(len(rows), len(DIMENSIONS))
    nan = float("nan")
    return Respondents(
        groups={name: places[:, at] for at, name in enumerate(DIMENSIONS)},
        scores=_matrix(asked, [one.figures.scores for one in rows]),
        importance=_matrix(asked, [one.figures.importance for one in rows]),
        wanted=_matrix(asked, [one.figures.wants_help for one in rows]),
        forms=np.array(
            [
                [
                    [float(one.forms.get(theme, {}).get(form, nan)) for form in asked.forms]
                    for theme in asked.themes
                ]
                for one in rows
            ],
            dtype=np.float32,
        ).reshape(len(rows), len(asked.themes), len(asked.forms)),
    )


def _matrix(asked: Asked, rows: Sequence[Mapping[str, float]]) -> np.ndarray:
    nan = float("nan")
    values = [[float(row.get(theme, nan)) for theme in asked.themes] for row in rows]
    return np.array(values, dtype=np.float64).reshape(len(rows), len(asked.themes))


def _marks(survey: NeedsSurvey, asked: Asked, rows: Sequence[One]) -> dict[str, Mark]:
    found = {}
    for one in rows:
        key = f"outcome|{survey.pk}|{one.organisation}".encode()
        answers = {
            name: sealing.mark({name: value}, key)[:10] for name, value in _said(asked, one).items()
        }
        found[sealing.mark({}, key)] = Mark(one.stratum, answers)
    return found


def _said(asked: Asked, one: One) -> dict[str, float]:
    """Each answer of an organisation by its name, as far as it said something."""
    figures = {
        "score": one.figures.scores,
        "importance": one.figures.importance,
        "help_wanted": one.figures.wants_help,
    }
    said = {
        f"{theme}/{name}": float(values[theme])
        for name, values in figures.items()
        for theme in asked.themes
        if theme in values
    }
    for theme, forms in one.forms.items():
        said |= {f"{theme}/form.{form}": float(asked_for) for form, asked_for in forms.items()}
    known = [forms for forms in one.forms.values() if forms]
    if known:
        said |= {f"form/{form}": float(any(forms[form] for forms in known)) for form in FORMS}
    return said
