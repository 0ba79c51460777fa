"""Figures per organisation of a wave, for its totals, and the totals as they left."""

from collections.abc import Mapping, Sequence
from typing import Any

from krachtlokaal.analysis import scoring
from krachtlokaal.office import releases
from krachtlokaal.office.models import Release
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.definition.statements import presented, scored_themes
from krachtlokaal.surveys.models import Measurement, Wave
from krachtlokaal.surveys.queries.answers import sent_of_wave
from krachtlokaal.surveys.sealing import Content
from krachtlokaal.surveys.totals import OrganisationFigures

KIND = "surveys.totals"
WANTED = frozenset({"this_year", "soon"})


def released(wave: Wave) -> Release | None:
    """The totals of a wave that left last."""
    return releases.latest(KIND, str(wave.pk), workspace=wave.workspace_id)


def organisations_of(wave: Wave, definition: Definition) -> list[OrganisationFigures]:
    """One entry per organisation that counts along; asks for the system scope around it.

    In a needs survey all do; elsewhere those whose manager said so.
    """
    rows = Measurement.objects.filter(wave=wave, deleted_on=None)
    if not wave.is_needs_survey:
        rows = rows.filter(counts_in_area=True)
    strata = dict(rows.values_list("organisation", "stratum"))
    contents: dict[int, list[Content]] = {}
    for sent in sent_of_wave(wave):
        if sent.organisation in strata:
            contents.setdefault(sent.organisation, []).append(sent.content)
    return [
        figures_of(definition, wave.variant, strata[organisation], given)
        for organisation, given in sorted(contents.items())
    ]


def figures_of(
    definition: Definition, variant: str, stratum: Mapping[str, str], given: Sequence[Content]
) -> OrganisationFigures:
    """One organisation from the answers of all its raters: the mean of theirs."""
    themes = scored_themes(definition)
    shown = presented(definition, variant)
    rules = definition.rules or scoring.KRACHTMETING
    scores: dict[str, list[float]] = {}
    importance: dict[str, list[float]] = {}
    wants: dict[str, bool] = {}
    for content in given:
        for theme in themes:
            found = scoring.theme_score(theme, content, shown, rules).score
            if found is not None:
                scores.setdefault(theme.key, []).append(found)
            _follow_up(content, theme.key, importance, wants)
    return OrganisationFigures(
        stratum=stratum,
        scores={key: sum(values) / len(values) for key, values in scores.items()},
        importance={key: sum(values) / len(values) for key, values in importance.items()},
        wants_help=wants,
        help_forms=frozenset(
            form for content in given for theme in themes for form in _forms(content, theme.key)
        ),
    )


def _follow_up(
    content: Content, theme: str, importance: dict[str, list[float]], wants: dict[str, bool]
) -> None:
    weight = content.get(f"{theme}.importance")
    if isinstance(weight, int):
        importance.setdefault(theme, []).append(float(weight))
    help_wanted = content.get(f"{theme}.help_wanted")
    if help_wanted is not None:
        wants[theme] = wants.get(theme, False) or help_wanted in WANTED
    if chosen := content.get("help_themes"):
        wants[theme] = wants.get(theme, False) or theme in chosen


def _forms(content: Content, theme: str) -> list[Any]:
    return list(content.get(f"{theme}.help_form") or [])
