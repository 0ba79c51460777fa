"""Figures per organisation of a wave, for its totals, and the totals as they left."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from krachtlokaal.analysis import scoring
from krachtlokaal.office import releases
from krachtlokaal.office.models import Release
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.elsewhere import is_shown_elsewhere
from krachtlokaal.surveys.figures.asked import HELP_THEMES, rules_of, scored_themes, statements
from krachtlokaal.surveys.models import Measurement, Wave
from krachtlokaal.surveys.queries.answers import sent_of_wave
from krachtlokaal.surveys.sealing import Content
from krachtlokaal.surveys.totals import OrganisationFigures

KIND = "surveys.totals"
WANTED = frozenset({"this_year", "soon"})
T = TypeVar("T")
Lists = dict[str, list[T]]


def released(wave: Wave) -> Release | None:
    """The totals of a wave that left last; none where its figures are shown elsewhere."""
    if is_shown_elsewhere(wave):
        return None
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
    """One organisation from the answers of all its raters: the mean of theirs. It wants help with a
    theme when half of those who said something about it do."""
    themes = scored_themes(definition)
    shown, rules = statements(definition, variant), rules_of(definition)
    scores: Lists[float] = {}
    importance: Lists[float] = {}
    wants: Lists[bool] = {}
    for content in given:
        for theme in themes:
            found = scoring.theme_score(theme, content, shown, rules).score
            _add(scores, theme.key, found)
            weight = content.get(f"{theme.key}.importance")
            _add(importance, theme.key, float(weight) if isinstance(weight, int) else None)
            _add(wants, theme.key, _wants(content, theme.key))
    wanted = {key: 2 * sum(said) >= len(said) for key, said in wants.items()}
    return OrganisationFigures(
        stratum=stratum,
        scores={key: sum(values) / len(values) for key, values in scores.items()},
        importance={key: sum(values) / len(values) for key, values in importance.items()},
        wants_help=wanted,
        help_forms=frozenset(
            form
            for content in given
            for key, is_wanted in wanted.items()
            if is_wanted
            for form in content.get(f"{key}.help_form") or []
        ),
    )


def _wants(content: Content, theme: str) -> bool | None:
    """Whether this person wants help with a theme this year; None for who did not say."""
    if chosen := content.get(HELP_THEMES):
        return theme in chosen
    said = content.get(f"{theme}.help_wanted")
    return said in WANTED if said is not None else None


def _add(lists: "Lists[T]", key: str, value: T | None) -> None:
    if value is not None:
        lists.setdefault(key, []).append(value)
