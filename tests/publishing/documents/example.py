"""A report to draw: chapters with texts, lists, quotes, figures, tables and notes. Invented."""

from krachtlokaal.publishing.charts import Bar, Scale, bars
from krachtlokaal.publishing.documents.model import (
    Bullets,
    Document,
    Figure,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    TablePart,
)

THEMES = (
    "Bestuur",
    "Doel en plannen",
    "Vrijwilligers vinden",
    "Vrijwilligers begeleiden en waarderen",
    "Samenwerken binnen de organisatie",
    "Samenwerken met anderen",
    "Geld, plek en spullen",
    "Regels en veiligheid",
    "Zichtbaar en open",
    "Leren en vernieuwen",
)
PLACES = ("Noorderhaven", "Súdwester", "Waterlân")
SECTORS = ("Sport", "Cultuur", "Zorg en welzijn", "Jeugd", "Dorpshuis", "Natuur en milieu")
TEXT = (
    "In de drie gemeenten zijn **1.284 vrijwilligersorganisaties** bekend. Daarvan vulden er 412 de"
    " vragenlijst in. Dat is genoeg om per gemeente iets te zeggen, en voor de grote sectoren ook."
    " Kleine groepen tonen wij niet apart: dan zou u kunnen raden wie wat antwoordde."
)
MORE = (
    "Organisaties die hulp zoeken, vragen het vaakst om een gesprek met iemand die meedenkt. Een"
    " cursus komt op de tweede plaats. Verenigingsondersteuning bij bestuursverantwoordelijkheid en"
    " vrijwilligersverzekeringen wordt minder vaak genoemd, maar is dan wel dringend.\n"
    "Dat zeiden ook de gasten aan de ronde tafels."
)


def chart(seed: int) -> Figure:
    """Ten bars with whiskers."""
    rows = [
        Bar(
            theme,
            35 + (seed * 7 + at * 13) % 50,
            30 + (seed * 7 + at * 13) % 50,
            40 + (seed * 7 + at * 13) % 50,
        )
        for at, theme in enumerate(THEMES)
    ]
    drawn = bars(
        rows,
        title="Punten per onderwerp",
        head=("Onderwerp", "Punten", "Zeker tussen"),
        scale=Scale(0, 100, 20),
    )
    table = TablePart(drawn.table.caption, drawn.table.head, drawn.table.rows)
    caption = f"Figuur {seed}. Punten per onderwerp, met hoe zeker dat is"
    return Figure(drawn.svg, drawn.summary, caption, table, drawn.narrow)


def table(seed: int, rows: int = 6) -> TablePart:
    """Numbers by group, of which one is hidden."""
    cells = tuple(
        (
            f"{SECTORS[at % len(SECTORS)]} {at // len(SECTORS) + 1}",
            str(20 + (seed * at) % 90),
            "niet getoond" if at == 2 else f"{(40 + seed + at * 3) % 100},{at % 10}",
            "Vooral een gesprek met iemand die meedenkt" if at % 2 else "Een cursus",
        )
        for at in range(rows)
    )
    head = ("Sector", "Organisaties", "Punten", "Gevraagde hulp")
    note = "„Niet getoond”: minder dan vijf organisaties."
    return TablePart(f"Tabel {seed}. Punten per sector", head, cells, note)


def chapter(number: int) -> tuple[Part, ...]:
    theme = THEMES[number % len(THEMES)]
    return (
        Heading(1, f"{number + 1}. {theme}"),
        Paragraph(TEXT),
        chart(number + 1),
        Heading(2, "Wat de cijfers zeggen"),
        Paragraph(MORE),
        table(number + 1),
        Bullets(("Zoek **kleine klussen**.", "Vraag mensen persoonlijk.", "Bedank wie iets doet.")),
        Heading(2, "Wat de tafels erbij zeiden"),
        Quote(
            "Wij zoeken al twee jaar een penningmeester. Iedereen wil helpen, niemand wil tekenen.",
            f"Ronde tafel {PLACES[number % 3]}, bestuurslid van een dorpshuis",
        ),
        Paragraph(MORE),
        Quote("De jeugd komt wel, als je ze maar iets laat beslissen.", "Open antwoord"),
        Heading(3, "Zijn de cijfers en de tafels het eens?"),
        Note("**Ja.** De cijfers en de gesprekken wijzen dezelfde kant op."),
        Paragraph(TEXT),
    )


def report(chapters: int = 3, language: str = "nl") -> Document:
    """Some four pages a chapter."""
    parts: list[Part] = [
        Heading(1, "Samenvatting"),
        Paragraph(TEXT),
        Bullets(tuple(f"{theme} vraagt aandacht." for theme in THEMES[:3])),
        PageBreak(),
    ]
    for number in range(chapters):
        parts += [*chapter(number), PageBreak()]
    parts += [Heading(1, "Alle groepen"), Paragraph(MORE), table(99, rows=80)]
    return Document(
        "Wat verenigingen nodig hebben",
        "Behoeftepeiling in drie gemeenten",
        language,
        tuple(parts),
        "Steunpunt Oeverland",
        ("Vastgesteld op 25 november 2026", "Versie 2"),
    )
