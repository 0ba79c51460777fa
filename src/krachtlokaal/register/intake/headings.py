"""Find the row with the headings: lists often begin with titles and empty rows."""

from collections import Counter
from collections.abc import Collection, Sequence

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.delimited import NumberedRow
from krachtlokaal.register.intake.limits import UnreadableFile
from krachtlokaal.register.intake.synonyms import is_name_heading, known_field
from krachtlokaal.register.intake.text import squeeze, tidy
from krachtlokaal.register.intake.wording import Sentence, say

_LOOK_AT = 40
_LONGEST_HEADING = 80


def find_heading(rows: Sequence[NumberedRow], remembered: Collection[str]) -> int:
    """Index of the row with the headings."""
    known = {squeeze(heading) for heading in remembered}
    scores = [_score(cells, known) for number, cells in rows[:_LOOK_AT]]
    best = max(range(len(scores)), key=lambda index: (scores[index], -index))
    if not _names_a_name(rows[best][1], known):
        raise UnreadableFile(_no_name_column(rows, best))
    if best + 1 == len(rows):
        raise UnreadableFile(
            _(
                "Het bestand heeft alleen een rij met kolomnamen. Zet daaronder één rij voor "
                "iedere organisatie."
            )
        )
    return best


def _score(cells: Sequence[str], known: set[str]) -> int:
    """How many headings are known; one that names the name counts double."""
    filled = [tidy(cell) for cell in cells if cell.strip()]
    points = sum(known_field(cell) is not None or squeeze(cell) in known for cell in filled)
    if any(len(cell) > _LONGEST_HEADING for cell in filled):
        return 0
    return points + any(is_name_heading(cell) for cell in filled)


def _names_a_name(cells: Sequence[str], known: set[str]) -> bool:
    return any(is_name_heading(tidy(cell)) or squeeze(cell) in known for cell in cells if cell)


def _no_name_column(rows: Sequence[NumberedRow], best: int) -> Sentence:
    seen = [tidy(cell) for cell in rows[best][1] if cell.strip()][:6]
    return say(
        _(
            "Er is geen kolom met de naam van de organisatie gevonden. Zet boven die kolom "
            "“Naam”. Nu staat er: {seen}."
        ),
        seen=", ".join(f"“{cell[:40]}”" for cell in seen),
    )


def column_letters(index: int) -> str:
    """0 → A, 26 → AA, as a spreadsheet names its columns."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def name_columns(cells: Sequence[str], width: int) -> list[str]:
    """A different, non-empty name for each column."""
    padded = [*cells, *[""] * (width - len(cells))]
    named = [
        # Not translated: the name is what a remembered mapping is found back by.
        tidy(cell) or f"Kolom {column_letters(index)}"
        for index, cell in enumerate(padded)
    ]
    times: Counter[str] = Counter()
    different = []
    for name in named:
        times[name] += 1
        different.append(name if times[name] == 1 else f"{name} ({times[name]})")
    return different
