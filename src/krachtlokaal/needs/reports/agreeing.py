"""Where the figures and the round tables say the same, and where they differ.

High in the figures: among the first three needs of the ranking. High at the tables: among the three
themes with most problems and wishes, dots counted along. Said in words; no number leaves.
"""

from collections import Counter
from enum import StrEnum

from krachtlokaal.needs.enums import CardKind
from krachtlokaal.needs.reports.material import Material

FIRST = 3
FEWEST = 5  # statements about a theme before anything is said of how often it came up
NEEDS = (CardKind.KNELPUNT, CardKind.WENS)


class Agreement(StrEnum):
    BOTH = "both"
    FIGURES = "figures"
    TABLES = "tables"
    NEITHER = "neither"
    UNKNOWN = "unknown"  # no figures or no round tables to lay beside each other


WORDS = {
    Agreement.BOTH: (
        "De meting en de ronde tafels zeggen hetzelfde: hier is veel hulp nodig. Dat maakt deze"
        " uitkomst sterk."
    ),
    Agreement.FIGURES: (
        "De meting laat hier een grote behoefte zien. Aan de ronde tafels ging het er minder over."
        " Vraag na of dit onderwerp lastig is om aan tafel te bespreken."
    ),
    Agreement.TABLES: (
        "Aan de ronde tafels ging het hier vaak over. In de meting is dit geen van de grootste"
        " behoeften. Misschien speelt het vooral bij de organisaties die aan tafel zaten."
    ),
    Agreement.NEITHER: (
        "In de meting en aan de ronde tafels is dit geen van de grootste behoeften."
    ),
    Agreement.UNKNOWN: "",
}
SHORT = {
    Agreement.BOTH: "Meting en gesprek zijn het eens",
    Agreement.FIGURES: "Alleen in de meting",
    Agreement.TABLES: "Alleen aan de ronde tafels",
    Agreement.NEITHER: "Bij geen van beide",
    Agreement.UNKNOWN: "Niet te vergelijken",
}


def agreement(theme: str, material: Material) -> Agreement:
    """What the two say of this theme, beside each other."""
    figures, tables = high_in_figures(material), high_at_tables(material)
    if figures is None or tables is None:
        return Agreement.UNKNOWN
    match theme in figures, theme in tables:
        case True, True:
            return Agreement.BOTH
        case True, False:
            return Agreement.FIGURES
        case False, True:
            return Agreement.TABLES
    return Agreement.NEITHER


def with_agreement(wanted: Agreement, material: Material) -> list[str]:
    """Keys of the themes of which this holds, by need."""
    return [key for key in material.order if agreement(key, material) == wanted]


def high_in_figures(material: Material) -> set[str] | None:
    """None where no theme has a place in the ranking."""
    ranked = [theme for theme in material.outcome.themes if theme.rank] if material.outcome else []
    if not ranked:
        return None
    return {theme.key for theme in ranked if theme.rank and theme.rank.rank <= FIRST}


def high_at_tables(material: Material) -> set[str] | None:
    """None where nobody said anything at a round table."""
    said: Counter[str] = Counter()
    weight: Counter[str] = Counter()
    for card in material.cards:
        if not card.is_answer and card.kind in NEEDS:
            said[card.theme] += 1
            weight[card.theme] += 1 + card.dots
    if not said:
        return None
    often = [key for key, _weight in weight.most_common() if said[key] >= FEWEST]
    return set(often[:FIRST])
