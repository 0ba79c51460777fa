"""PDF/UA-1 by the judgement of others: our documents keep it, and what breaks it is seen."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from krachtlokaal.publishing.documents import pdf
from tests.publishing import example
from tests.publishing.documents import example as documents
from tests.publishing.standard import broken_rules


@pytest.mark.parametrize("make", [example.scores, example.letters, example.paper])
def test_reports_letters_and_questions_keep_the_standard(make: Callable[[], bytes]) -> None:
    assert broken_rules(make()) == []


@pytest.fixture(scope="module")
def content() -> bytes:
    return pdf.render(documents.report(1))


def elements(file: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    dictionaries = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
    return [one for one in dictionaries if one.get("/S") == tag]


def a_picture_without_words(file: pikepdf.Pdf) -> None:
    del elements(file, "/Figure")[0].Alt


def a_heading_that_skips_a_level(file: pikepdf.Pdf) -> None:
    for heading in elements(file, "/H2"):
        heading.S = pikepdf.Name.H4


def a_row_that_lacks_a_cell(file: pikepdf.Pdf) -> None:
    del elements(file, "/TR")[0].K[0]


def a_window_that_shows_the_name_of_the_file(file: pikepdf.Pdf) -> None:
    file.Root.ViewerPreferences.DisplayDocTitle = False


BREAKS: dict[Callable[[pikepdf.Pdf], None], str] = {
    a_picture_without_words: "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001",
    a_heading_that_skips_a_level: "PDFUA1-HEADING-NESTING-001",
    a_row_that_lacks_a_cell: "PDFUA1-TABLE-ROW-COLUMNSPAN-001",
    a_window_that_shows_the_name_of_the_file: "PDFUA1-VIEWER-PREFERENCES-001",
}


@pytest.mark.parametrize("spoil", BREAKS, ids=lambda spoil: spoil.__name__)
def test_what_breaks_the_standard_is_seen(
    content: bytes, spoil: Callable[[pikepdf.Pdf], None]
) -> None:
    with pikepdf.open(BytesIO(content)) as file:
        spoil(file)
        file.save(spoiled := BytesIO())
    assert [rule.split(":")[0] for rule in broken_rules(spoiled.getvalue())] == [BREAKS[spoil]]
