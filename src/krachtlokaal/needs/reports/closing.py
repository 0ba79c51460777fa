"""What is drawn in the last blocks: the two beside each other, actions, method, questionnaire."""

from collections.abc import Sequence

from krachtlokaal.core.templatetags.kl import day, number
from krachtlokaal.needs.figures import explained, withheld
from krachtlokaal.needs.models import Action
from krachtlokaal.needs.queries.actions import told_of
from krachtlokaal.needs.reports.agreeing import (
    SHORT,
    Agreement,
    agreement,
    high_at_tables,
    high_in_figures,
)
from krachtlokaal.needs.reports.material import Material
from krachtlokaal.publishing.documents.model import Bullets, Heading, Paragraph, Part, TablePart
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.queries.definitions import of_version

PROTECTED = (
    "Wij tonen geen cijfer over minder dan vijf organisaties, en geen cijfer waarmee zo'n cijfer is"
    " uit te rekenen."
)


def conclusions(material: Material) -> list[Part]:
    """Every theme: what the figures say, what the tables say, and whether that is the same."""
    figures, tables = high_in_figures(material), high_at_tables(material)
    if figures is None or tables is None:
        return []
    rows = [
        (
            material.name_of(key),
            "grote behoefte" if key in figures else "–",
            "vaak besproken" if key in tables else "–",
            SHORT[agreement(key, material)],
        )
        for key in material.order
        if agreement(key, material) != Agreement.NEITHER
    ]
    head = ("Thema", "In de meting", "Aan de ronde tafels", "Samen")
    note = "Thema's die bij geen van beide vooraan staan, ziet u hier niet."
    return [TablePart("Meting en gesprek naast elkaar", head, tuple(rows), note)]


def actions(material: Material) -> list[Part]:
    """What will be done; and what came of what was agreed the time before."""
    parts: list[Part] = []
    if material.actions:
        has_news = any(row.reported_on for row in material.actions)
        parts.append(_agreed(material.actions, has_news=has_news))
    if material.earlier:
        head = ("Wat", "Wie", "Wat kwam ervan")
        rows = [(row.text, row.owner or "–", told_of(row)) for row in material.earlier]
        parts += [
            Heading(2, "Wat er van de vorige acties kwam"),
            TablePart("Acties van de vorige peiling", head, tuple(rows)),
        ]
    return parts


def method(material: Material) -> list[Part]:
    """Facts of the account: population, waves, tables, estimation, and what is not shown."""
    facts = [f"Gebied: {material.area}."]
    outcome = material.outcome
    if outcome and outcome.count.population:
        facts.append(f"Organisaties in het gebied: {number(outcome.count.population)}.")
    facts += [
        f"Meting: {wave.title}, open van {day(wave.opens_on)} tot en met {day(wave.closes_on)}."
        for wave in material.waves
    ]
    facts += [
        f"{talk.title}: {day(talk.held_on)}{_guests(talk.guests)}." for talk in material.talks
    ]
    parts: list[Part] = [Bullets(tuple(facts))]
    if outcome is None:
        return parts
    if told := explained.method(outcome, material.names):
        parts += [Heading(2, "Zo is gerekend"), Bullets(tuple(told))]
    if held_back := withheld.withheld(outcome, material.names):
        parts += [Heading(2, "Wat wij niet tonen"), Paragraph(PROTECTED)]
        for one in held_back:
            parts += [Paragraph(f"**{one.why}** Daarom staat er geen cijfer bij:")]
            parts.append(Bullets(tuple(one.what)))
    return parts


def questionnaire(material: Material) -> list[Part]:
    """Every statement, by theme, as it was asked."""
    if material.version is None:
        return []
    definition = of_version(material.version)
    parts: list[Part] = []
    for theme in definition.themes:
        asked = _statements(definition, theme.key)
        if asked:
            parts += [Heading(2, theme.name.into("nl")), Bullets(tuple(asked))]
    return parts


def _agreed(rows: Sequence[Action], *, has_news: bool) -> TablePart:
    more = ("Hoe staat het ervoor",) if has_news else ()
    lines = [
        (
            row.text,
            row.owner or "–",
            day(row.due_on) or "–",
            str(row.theme.name_nl) if row.theme else "–",
            *((told_of(row),) if has_news else ()),
        )
        for row in rows
    ]
    return TablePart("Acties", ("Wat", "Wie", "Klaar op", "Thema", *more), tuple(lines))


def _guests(number_of: int) -> str:
    return f", {number_of} gasten" if number_of else ""


def _statements(definition: Definition, theme: str) -> list[str]:
    return [
        question.text.into("nl")
        for page in definition.pages
        for question in page.questions
        if question.theme == theme and question.is_scored
    ]
