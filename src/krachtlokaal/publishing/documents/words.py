"""The few words that a document has of itself, in its own language (not in the reader's)."""

from typing import NamedTuple


class Words(NamedTuple):
    contents: str
    numbers: str
    page: str
    all: str
    read_me: str
    maker: str
    version: str
    licence: str
    source: str
    hidden: str
    two_kinds: str
    marked: str


OF = {
    "nl": Words(
        "Inhoud",
        "Bekijk de cijfers als tabel",
        "bladzijde",
        "van",
        "lees-mij.txt",
        "Uitgegeven door",
        "Versie",
        "Licentie",
        "Bron",
        "niet getoond",
        "In de map csv staan de tabellen voor programma's, in de map excel dezelfde voor Excel.",
        "Een x, of in Excel „niet getoond”, staat waar een cijfer niet getoond mag worden:",
    ),
    "en": Words(
        "Contents",
        "See the figures as a table",
        "page",
        "of",
        "read-me.txt",
        "Published by",
        "Version",
        "Licence",
        "Source",
        "not shown",
        "The folder csv holds the tables for programs, the folder excel the same for Excel.",
        "An x, or in Excel “not shown”, stands where a figure may not be shown:",
    ),
    "fy": Words(
        "Ynhâld",
        "Besjoch de sifers as tabel",
        "side",
        "fan",
        "lês-my.txt",
        "Útjûn troch",
        "Ferzje",
        "Lisinsje",
        "Boarne",
        "net toand",
        "Yn de map csv steane de tabellen foar programma's, yn de map excel deselde foar Excel.",
        "In x, of yn Excel „net toand”, stiet dêr't in sifer net toand wurde mei:",
    ),
}
# As screen readers and word processors know the languages.
CODES = {"nl": "nl-NL", "en": "en-GB", "fy": "fy-NL"}
