"""A document as PDF, read back as a screen reader would."""

import re

import pytest

from krachtlokaal.publishing.documents import pdf
from krachtlokaal.publishing.documents.marks import bare
from krachtlokaal.publishing.documents.model import (
    Bullets,
    Document,
    Figure,
    Paragraph,
    Quote,
    TablePart,
)
from tests.publishing.documents import example
from tests.publishing.reading import Node, Read, footers, read
from tests.publishing.standard import broken_rules

REPORT = example.report(3)


@pytest.fixture(scope="module")
def content() -> bytes:
    return pdf.render(REPORT)


@pytest.fixture(scope="module")
def found(content: bytes) -> Read:
    return read(content)


def tables_of(document: Document) -> list[TablePart]:
    tables = []
    for part in document.parts:
        if isinstance(part, TablePart):
            tables.append(part)
        elif isinstance(part, Figure) and part.table:
            tables.append(part.table)
    return tables


def whole(text: str) -> str:
    """The text as it is read: where a word was broken stands a mark that no reader speaks."""
    return text.replace("\u00ad", "")


def cells(table: Node) -> list[tuple[str, ...]]:
    return [tuple(map(whole, row.texts("TH", "TD"))) for row in table.all("TR")]


def test_it_says_that_it_is_readable_for_all_and_in_which_language(found: Read) -> None:
    told = (found.part, found.title, found.shows_title, found.marked, found.language)
    assert told == ("1", REPORT.title, True, True, "nl-NL")


def test_it_keeps_the_standard_by_the_judgement_of_others(content: bytes) -> None:
    assert broken_rules(content) == []


def test_headings_keep_their_order_and_depth(found: Read) -> None:
    headings = [(node.tag, node.text) for node in found.tree.all("H1", "H2", "H3", "H4")]
    assert headings == [
        ("H1", REPORT.title),
        ("H2", "Inhoud"),
        *((f"H{heading.level + 1}", heading.text) for heading in REPORT.headings()),
    ]


def test_the_contents_name_the_page_of_each_chapter(found: Read) -> None:
    entries = [re.fullmatch(r"(.+?)[\s\u2060]+(\d+)", text) for text in found.tree.texts("TOCI")]
    listed = [(entry[1], int(entry[2])) for entry in entries if entry]
    chapters = [heading.text for heading in REPORT.headings() if heading.level == 1]
    assert [name for name, _page in listed] == chapters
    assert all(name in found.pages[page - 1] for name, page in listed)


def test_every_figure_has_its_words_and_its_caption(found: Read) -> None:
    figures = [part for part in REPORT.parts if isinstance(part, Figure)]
    assert [node.alt for node in found.tree.all("Figure")] == [part.alt for part in figures]
    captions = set(found.tree.texts("Caption"))
    assert captions == {
        *(part.caption for part in figures),
        *(table.caption for table in tables_of(REPORT)),
    }


def test_every_table_is_complete_and_has_its_heads_once(found: Read) -> None:
    assert [cells(table) for table in found.tree.all("Table")] == [
        [table.head, *table.rows] for table in tables_of(REPORT)
    ]


def test_a_table_over_pages_shows_its_heads_on_each(content: bytes, found: Read) -> None:
    heads = "".join(tables_of(REPORT)[-1].head)
    start = next(at for at, page in enumerate(found.pages) if "Tabel 99" in page)
    assert len(found.pages) - start == 3
    again = [heads in page for page in footers(content)]
    assert again == [page > start for page in range(len(found.pages))]


def test_texts_lists_and_quotes_are_there(found: Read) -> None:
    paragraphs = list(map(whole, found.tree.texts("P")))
    wanted = [bare(part.text) for part in REPORT.parts if isinstance(part, Paragraph)]
    assert [text for text in wanted if text.replace("\n", "") not in paragraphs] == []
    items = [bare(i) for part in REPORT.parts if isinstance(part, Bullets) for i in part.items]
    assert found.tree.texts("LBody") == items
    quotes = [p.text + p.source for p in REPORT.parts if isinstance(p, Quote)]
    assert found.tree.texts("BlockQuote") == quotes


def test_each_page_says_which_chapter_it_belongs_to(content: bytes, found: Read) -> None:
    last = footers(content)[-1]
    assert last.startswith("Steunpunt OeverlandAlle groepen")
    assert last.endswith(f"{REPORT.title}bladzijde {len(found.pages)} van {len(found.pages)}")
    assert footers(content)[0] == ""


def test_a_long_word_is_broken_by_the_rules_of_dutch_and_read_whole() -> None:
    text = f"Vraag naar {'bestuurdersaansprakelijkheidsverzekering ' * 30}hier."
    found = read(pdf.render(Document("T", "", "nl", (Paragraph(text),))))
    read_back = found.tree.texts("P")[-1]
    assert whole(read_back) == text
    firsts = {word.split("\u00ad")[0] for word in read_back.split() if "\u00ad" in word}
    assert firsts == {
        "bestuur",
        "bestuurdersaan",
        "bestuurdersaansprakelijk",
        "bestuurdersaansprakelijkheidsver",
    }


def test_the_same_document_gives_the_same_bytes(content: bytes) -> None:
    assert pdf.render(example.report(3)) == content


@pytest.mark.parametrize(("language", "title"), [("en", "Contents"), ("fy", "Ynhâld")])
def test_it_speaks_the_language_of_the_document(language: str, title: str) -> None:
    content = pdf.render(example.report(1, language))
    found = read(content)
    assert found.language.split("-")[0] == language
    assert found.tree.texts("H2")[0] == title
    assert broken_rules(content) == []


def test_the_least_document_is_one() -> None:
    found = read(pdf.render(Document("Leeg", "", "nl", ())))
    assert found.tree.texts("H1", "H2") == ["Leeg"]
