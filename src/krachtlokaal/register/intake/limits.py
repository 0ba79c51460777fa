"""How large a list may be, and the one error that a file can give."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.wording import Sentence, say

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_ZIP_ENTRIES = 2_000
# Real sheets shrink ten to thirty times; a bomb a thousand times.
MAX_ZIP_RATIO = 150
RATIO_COUNTS_FROM_BYTES = 8 * 1024 * 1024
MAX_CELLS = 2_000_000
MAX_ROWS = 100_000
MAX_COLUMNS = 200


class UnreadableFile(Exception):  # noqa: N818  it says what the user has, not what the code did
    """A file that gives no table; `sentence` tells the user why and how to mend it."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


def check_length(length: int, name: str) -> None:
    """Refuse on the length alone, so that a huge upload need not be read first."""
    if length == 0:
        raise UnreadableFile(
            say(_("Het bestand “{name}” is leeg. Kies een bestand met een lijst."), name=name)
        )
    if length > MAX_BYTES:
        raise UnreadableFile(
            say(
                _(
                    "Het bestand “{name}” is {size} MB groot. Het mag hoogstens {limit} MB zijn. "
                    "Haal plaatjes en lege bladen weg, of deel de lijst in stukken."
                ),
                name=name,
                size=-(-length // (1024 * 1024)),
                limit=MAX_BYTES // (1024 * 1024),
            )
        )


def too_many_rows() -> UnreadableFile:
    return UnreadableFile(
        say(
            _(
                "De lijst heeft meer dan {limit} rijen. Deel de lijst in stukken, "
                "of haal de lege rijen onderaan weg."
            ),
            limit=f"{MAX_ROWS:,}".replace(",", "."),
        )
    )


def too_many_columns() -> UnreadableFile:
    return UnreadableFile(
        say(
            _(
                "De lijst heeft meer dan {limit} kolommen. Haal de kolommen weg die u niet "
                "nodig hebt, ook losse cellen ver rechts."
            ),
            limit=MAX_COLUMNS,
        )
    )


def too_many_cells() -> UnreadableFile:
    return UnreadableFile(
        say(
            _(
                "De lijst heeft meer dan {limit} cellen. Haal kolommen weg die u niet nodig "
                "hebt, of deel de lijst in stukken."
            ),
            limit=f"{MAX_CELLS:,}".replace(",", "."),
        )
    )
