"""Which columns hold numbers, and how the width of a page is shared out."""

import pytest

from krachtlokaal.publishing.documents import columns
from krachtlokaal.publishing.documents.model import TablePart


def table(*cells: str, head: str = "Kop") -> TablePart:
    return TablePart("Tabel", ("Naam", head), tuple(("Rij", cell) for cell in cells))


@pytest.mark.parametrize(
    ("cells", "are_numbers"),
    [
        (("12", "1.284", "3,5", "40%", "−6", "+0,3", "€ 12"), True),
        (("12", "niet getoond", "–", "niet getoond"), True),
        (("niet getoond", "–"), False),
        (("12", "veel", "weinig", "geen"), False),
        (("12", "", " "), True),
        (("1 tot 4", "2 tot 5"), False),
        (("12", "het is niet bekend hoeveel"), False),
        ((), False),
    ],
)
def test_a_column_of_numbers_may_have_words_for_what_is_not_there(
    cells: tuple[str, ...], are_numbers: bool
) -> None:
    assert columns.numbers(table(*cells)) == ((1,) if are_numbers else ())


def test_the_first_column_names_the_row_also_when_that_is_a_year() -> None:
    assert columns.numbers(TablePart("Tabel", ("Jaar", "Aantal"), (("2025", "3"),))) == (1,)


def test_every_word_fits_and_long_texts_get_what_is_left() -> None:
    long = TablePart("T", ("A", "Belang", "C"), (("x " * 200, "3,2", "verenigingen"),))
    assert columns.widths(long, 84) == [47, 9, 15]
    full = TablePart("T", ("A", "B", "C"), (("x " * 200, "y " * 200, "verenigingen"),))
    assert columns.widths(full, 84) == [34, 34, 15]


def test_the_head_of_numbers_stands_on_two_lines() -> None:
    assert columns.widths(table("21", head="Behoefte (0 tot 100)"), 84)[1] == 15
