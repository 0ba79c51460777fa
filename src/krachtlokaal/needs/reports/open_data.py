"""The figures of an edition as tables for other programs. What is hidden is marked, with why."""

from collections.abc import Iterator

from krachtlokaal.needs.models import Edition
from krachtlokaal.needs.outcome.model import Count, Figure, Outcome
from krachtlokaal.needs.outcome.model import figures as all_figures
from krachtlokaal.needs.reports import words
from krachtlokaal.publishing.documents.open_data import (
    HIDDEN,
    Field,
    Kind,
    Licence,
    Package,
    Resource,
    Value,
)
from krachtlokaal.topics.models import Theme

LICENCE = Licence(
    "CC-BY-4.0",
    "Creative Commons Naamsvermelding 4.0",
    "https://creativecommons.org/licenses/by/4.0/deed.nl",
)
MEASURES = {
    "score": "hoe goed het gaat, van 0 tot 100",
    "importance": "hoe belangrijk het is, van 1 tot 5",
    "help_wanted": "welk deel er hulp bij wil, in procenten",
}
_GROUP = (
    Field("dimensie", "Indeling", "gemeente, sector of grootte; gebied is alles samen"),
    Field("groep", "Code", "de code van de groep; gemeenten hebben de code van het CBS"),
    Field("naam", "Groep", "de groep in woorden"),
)
_THEME = (
    Field("thema", "Code van het thema", "de vaste code van het thema"),
    Field("thema_naam", "Thema", "het thema in woorden"),
)
_INTERVAL = (
    Field("waarde", "Waarde", "de schatting", Kind.NUMBER),
    Field("laag", "Ondergrens", "ondergrens met 95% zekerheid", Kind.NUMBER),
    Field("hoog", "Bovengrens", "bovengrens met 95% zekerheid", Kind.NUMBER),
)
_COUNTS = (
    Field("organisaties", "Organisaties", "hoeveel organisaties er zijn", Kind.WHOLE),
    Field("antwoordden", "Antwoordden", "hoeveel er antwoordden", Kind.WHOLE),
    Field("reden", "Waarom niet getoond", "waarom het aantal er niet staat; anders leeg"),
)
_WHY = Field("reden", "Waarom niet getoond", "waarom de waarde er niet staat; anders leeg")


def package_of(edition: Edition, outcome: Outcome) -> Package:
    """All figures that an edition may show, the whole area and each group."""
    names = {theme.key: theme.name_nl for theme in Theme.objects.all()}
    told = [f"„niet getoond”: {why}." for why in words.WHY.values()]
    return Package(
        name=f"behoeftepeiling-{edition.survey_id}-{edition.number}",
        title=edition.title,
        description=(
            "De cijfers bij dit rapport: wie antwoordden, en per thema de score, het belang en het"
            " deel dat hulp wil. Een cijfer over minder dan vijf organisaties staat er niet in."
        ),
        language="nl",
        version=str(edition.number),
        created=edition.fixed_on,
        maker=edition.workspace.name,
        licence=LICENCE,
        sources=(f"KrachtMeting, {edition.survey.title}",),
        hidden=tuple(told) if outcome.hidden() else (),
        resources=tuple(_resources(outcome, names)),
    )


def _resources(outcome: Outcome, names: dict[str, str]) -> Iterator[Resource]:
    yield Resource(
        "respons",
        "Wie antwoordden",
        "Per gemeente, sector en grootte hoeveel organisaties er zijn en hoeveel er antwoordden.",
        (*_GROUP, *_COUNTS),
        tuple(_response(outcome)),
    )
    yield Resource(
        "respons-gemeente-sector",
        "Wie antwoordden, per gemeente en sector",
        "Dezelfde aantallen voor elke sector van elke gemeente.",
        (
            Field("gemeente", "Gemeente", "de code van het CBS"),
            Field("sector", "Sector", "de code van de sector"),
            *_COUNTS,
        ),
        tuple((town, kind, *_count(count)) for (town, kind), count in outcome.crossed.items()),
    )
    yield Resource(
        "themas",
        "De thema's in het hele gebied",
        "Per thema de schattingen, gewogen en ongewogen, en de plaats onder de behoeften.",
        (*_THEME, Field("maat", "Maat", _measures()), *_INTERVAL, _WHY),
        tuple(_themes(outcome, names)),
    )
    yield Resource(
        "plaatsen",
        "De volgorde van de behoeften",
        "De plaats van elk thema, en de plaatsen die het ook kan hebben.",
        (
            *_THEME,
            Field("plaats", "Plaats", "1 is de grootste behoefte", Kind.WHOLE),
            Field("beste", "Beste plaats", "de hoogste plaats die ook kan", Kind.WHOLE),
            Field("slechtste", "Laagste plaats", "de laagste plaats die ook kan", Kind.WHOLE),
        ),
        tuple(
            (one.key, names.get(one.key, one.key), one.rank.rank, one.rank.best, one.rank.worst)
            for one in outcome.ranking
            if one.rank
        ),
    )
    yield Resource(
        "themas-per-groep",
        "De thema's per groep",
        "Per gemeente, sector en grootte de gewogen schattingen van elk thema.",
        (*_GROUP, *_THEME, Field("maat", "Maat", _measures()), *_INTERVAL, _DIFFERS, _WHY),
        tuple(_groups(outcome, names)),
    )
    yield Resource(
        "hulpvormen",
        "Welke hulp organisaties willen",
        "Welk deel elke vorm van hulp wil, over alles en per thema, in procenten.",
        (
            *_THEME,
            Field("vorm", "Code van de hulp", "de vaste code van de vorm van hulp"),
            Field("vorm_naam", "Hulp", "de vorm van hulp in woorden"),
            *_INTERVAL,
            _WHY,
        ),
        tuple(_forms(outcome, names)),
    )


_DIFFERS = Field(
    "verschil", "Verschil", "hoger of lager dan de rest, als dat groter is dan toeval; anders leeg"
)


def _measures() -> str:
    return "; ".join(f"{key}: {meaning}" for key, meaning in MEASURES.items())


def _response(outcome: Outcome) -> Iterator[tuple[Value, ...]]:
    yield "gebied", "alles", "Het hele gebied", *_count(outcome.count)
    for dimension, name in words.DIMENSIONS.items():
        for group in outcome.groups.get(dimension, ()):
            yield name, group.key, words.group_name(dimension, group.key), *_count(group.count)


def _count(count: Count) -> tuple[Value, ...]:
    if count.answered is None:
        return HIDDEN, HIDDEN, words.WHY[count.hidden] if count.hidden else ""
    return count.population, count.answered, ""


def _themes(outcome: Outcome, names: dict[str, str]) -> Iterator[tuple[Value, ...]]:
    for theme in outcome.themes:
        for prefix, triple in (("", theme.weighted), ("ongewogen_", theme.unweighted)):
            for measure in MEASURES:
                figure = getattr(triple, measure)
                yield theme.key, names.get(theme.key, theme.key), f"{prefix}{measure}", *_of(figure)
        name = names.get(theme.key, theme.key)
        yield theme.key, name, "behoefte", *_of(theme.priority)


def _groups(outcome: Outcome, names: dict[str, str]) -> Iterator[tuple[Value, ...]]:
    for key, figure in all_figures(outcome):
        dimension, *rest = key.split("/")
        if dimension not in words.DIMENSIONS:
            continue
        group, theme, measure = rest
        yield (
            words.DIMENSIONS[dimension],
            group,
            words.group_name(dimension, group),
            theme,
            names.get(theme, theme),
            measure,
            *_of(figure)[:3],
            {"higher": "hoger", "lower": "lager"}.get(figure.differs or "", ""),
            _of(figure)[3],
        )


def _forms(outcome: Outcome, names: dict[str, str]) -> Iterator[tuple[Value, ...]]:
    for form, figure in outcome.forms.items():
        yield "", "alle thema's", form, words.form_name(form), *_of(figure)
    for theme in outcome.themes:
        name = names.get(theme.key, theme.key)
        for form, figure in theme.forms.items():
            yield theme.key, name, form, words.form_name(form), *_of(figure)


def _of(figure: Figure) -> tuple[Value, Value, Value, str]:
    if figure.value is None:
        return HIDDEN, HIDDEN, HIDDEN, words.WHY[figure.hidden] if figure.hidden else ""
    return figure.value, figure.low, figure.high, ""
