"""What is drawn in the first blocks: the whole in short, who answered, the ranking of needs."""

from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.needs.figures import drawn, explained
from krachtlokaal.needs.outcome.model import Count, Outcome, Theme
from krachtlokaal.needs.reports import words
from krachtlokaal.needs.reports.material import Material
from krachtlokaal.publishing.charts import Chart
from krachtlokaal.publishing.documents.model import (
    Bullets,
    Figure,
    Heading,
    Note,
    Paragraph,
    Part,
    TablePart,
)

NO_FIGURES = "De cijfers zijn er nog niet. Ze komen als alle metingen gesloten zijn."
FIRST = 3
READING = (
    (
        "De **score** zegt hoe goed het nu gaat, van 0 tot 100. Het **belang** zegt hoe belangrijk"
        " organisaties het vinden, van 1 tot 5."
    ),
    (
        "De **behoefte** loopt ook van 0 tot 100. Zij is groot als iets belangrijk is en nog niet"
        " goed gaat."
    ),
    (
        "Niet elke organisatie antwoordde. Daarom staat bij een cijfer vaak **tussen welke twee"
        " waarden** het echte cijfer van alle organisaties ligt. Dat klopt in 95 van de 100"
        " gevallen. In een figuur is het de dunne lijn. Overlappen twee lijnen, dan kan de volgorde"
        " ook andersom zijn."
    ),
    (
        "Staat er **niet getoond**, dan antwoordden te weinig organisaties, of is een kleine groep"
        " anders uit te rekenen."
    ),
)


def summary(material: Material) -> list[Part]:
    """The whole in a handful of lines."""
    outcome, lines = material.outcome, []
    if outcome and outcome.count.answered and outcome.count.population:
        lines.append(
            f"**{number(outcome.count.answered)}** van de **{number(outcome.count.population)}**"
            f" organisaties in {material.area} antwoordden."
        )
    if material.talks:
        guests = sum(talk.guests for talk in material.talks)
        with_guests = f" met samen **{guests}** gasten" if guests else ""
        lines.append(f"Er waren **{len(material.talks)}** ronde tafels{with_guests}.")
    ranked = [theme for theme in outcome.ranking if theme.rank] if outcome else []
    if ranked:
        names = words.listed([f"**{material.name_of(theme.key)}**" for theme in ranked[:FIRST]])
        lines.append(f"De behoefte is het grootst bij {names}.")
    return [Bullets(tuple(lines))] if lines else []


def response(material: Material) -> list[Part]:
    """Per municipality, sector and size who was there and who answered, and what that weighs."""
    outcome = material.outcome
    if outcome is None:
        return [Note(NO_FIGURES)]
    parts: list[Part] = [Paragraph(_whole(outcome.count))]
    parts += [_answered(name, outcome) for name in words.DIMENSIONS]
    if told := explained.receipt(outcome, material.names):
        parts.append(
            Paragraph(
                "Sommige groepen antwoordden vaker dan andere. Daarom tellen hun antwoorden minder"
                " zwaar mee, en die van andere groepen zwaarder:"
            )
        )
        parts.append(Bullets(tuple(told)))
    if outcome.method and outcome.method.margin_of_error:
        margin = number(outcome.method.margin_of_error)
        parts.append(
            Paragraph(
                f"De foutmarge voor het hele gebied is ten hoogste {margin} procentpunten: zoveel"
                " kan een percentage naar boven of beneden afwijken."
            )
        )
    return parts


def ranking(material: Material) -> list[Part]:
    """The needs in order, with how sure the order is; importance beside score."""
    outcome = material.outcome
    ranked = [theme for theme in outcome.ranking if theme.rank] if outcome else []
    if outcome is None or not ranked:
        return [Note(NO_FIGURES)]
    first = ranked[0].key
    parts: list[Part] = [
        Heading(2, "Zo leest u de cijfers"),
        Bullets(READING),
        Heading(2, "De volgorde"),
        pictured(drawn.ranking(outcome, material.names), "De behoeften op volgorde"),
        _places(ranked, material),
        pictured(
            drawn.importance_and_score(outcome, material.names),
            "Wat belangrijk is naast wat al goed gaat",
        ),
        pictured(
            drawn.on_the_map(outcome, material.names, first),
            f"De grootste behoefte op de kaart: {words.small(material.name_of(first))}",
        ),
    ]
    if chart := drawn.change(outcome, material.names):
        parts.append(pictured(chart, "Wat er veranderde sinds de vorige peiling"))
    return parts


def pictured(chart: Chart, caption: str) -> Figure:
    table = chart.table
    inside = TablePart(table.caption, table.head, table.rows, table.note)
    return Figure(str(chart.svg), chart.summary, caption, inside, str(chart.narrow))


def _whole(count: Count) -> str:
    if count.answered is None or not count.population:
        return "Er antwoordden te weinig organisaties om aantallen te tonen."
    share = round(100 * count.answered / count.population)
    return (
        f"In het gebied zijn **{number(count.population)}** organisaties. Daarvan antwoordden er"
        f" **{number(count.answered)}**. Dat is {share}%."
    )


def _answered(dimension: str, outcome: Outcome) -> TablePart:
    name = words.DIMENSIONS[dimension]
    rows = [
        (words.group_name(dimension, group.key), *_counted(group.count))
        for group in outcome.groups.get(dimension, ())
    ]
    hidden = any(group.count.hidden for group in outcome.groups.get(dimension, ()))
    note = (
        "Waar „niet getoond” staat, antwoordden te weinig organisaties, of is een kleine groep"
        " anders uit te rekenen."
    )
    head = (name.capitalize(), "Organisaties", "Antwoordden", "Aandeel")
    return TablePart(f"Wie antwoordden, per {name}", head, tuple(rows), note if hidden else "")


def _counted(count: Count) -> tuple[str, str, str]:
    if count.answered is None:
        return words.HIDDEN, words.HIDDEN, words.HIDDEN
    share = f"{round(100 * count.answered / count.population)}%" if count.population else "–"
    return number(count.population), number(count.answered), share


def _places(ranked: list[Theme], material: Material) -> TablePart:
    rows = [
        (
            material.name_of(theme.key),
            str(theme.rank.rank),
            _may_be(theme),
            words.shown(theme.weighted.score),
            words.shown(theme.weighted.importance, 1),
            words.shown(theme.weighted.help_wanted, unit="%"),
        )
        for theme in ranked
        if theme.rank
    ]
    return TablePart(
        "De volgorde, en hoe zeker die is",
        ("Thema", "Plaats", "Kan ook zijn", "Score", "Belang", "Wil hulp"),
        tuple(rows),
    )


def _may_be(theme: Theme) -> str:
    if theme.rank is None or theme.rank.best == theme.rank.worst:
        return "–"
    return f"{theme.rank.best} tot {theme.rank.worst}"
