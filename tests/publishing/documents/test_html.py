"""A document on a page: what stands in it, in which order, and that typed text stays text."""

from dataclasses import replace

from lxml import html as lxml
from lxml.html import HtmlElement

from krachtlokaal.publishing.documents import html
from krachtlokaal.publishing.documents.model import (
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Part,
    Quote,
)
from tests.publishing.documents import example


def drawn(*parts: Part, language: str = "nl") -> HtmlElement:
    return lxml.fromstring(html.render(Document("T", "", language, parts, has_contents=False)))


def texts(tree: HtmlElement, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in tree.xpath(path)]


def test_headings_stand_below_the_one_of_the_page() -> None:
    document = example.report(2)
    tree = lxml.fromstring(html.render(document))
    body = tree.xpath('//*[@class="kl-doc__body"]')[0]
    found = [(node.tag, node.get("id")) for node in body if node.tag in ("h2", "h3", "h4")]
    levels = [f"h{heading.level + 1}" for heading in document.headings()]
    assert found == list(zip(levels, document.anchors(), strict=True))
    assert tree.xpath("//h1") == []


def test_the_contents_lead_to_each_chapter() -> None:
    tree = lxml.fromstring(html.render(example.report(2)))
    links = [(link.get("href"), link.text_content()) for link in tree.xpath("//nav//a")]
    chapters = [(f"#{node.get('id')}", node.text_content()) for node in tree.xpath("//h2[@id]")]
    assert links == chapters[1:]
    assert chapters[0] == ("#inhoudsopgave", "Inhoud")


def test_a_figure_has_words_both_drawings_and_its_numbers_behind_a_button() -> None:
    figure = example.chart(1)
    assert figure.table is not None
    (found,) = drawn(figure).xpath("//figure")
    (picture,) = found.xpath('.//*[@role="img" and @aria-label]')
    assert picture.get("aria-label") == figure.alt
    assert [svg.get("class") for svg in picture.xpath("./svg")] == ["wide", "narrow"]
    assert texts(found, ".//figcaption") == [figure.caption]
    assert texts(found, ".//details/summary") == ["Bekijk de cijfers als tabel"]
    rows = [tuple(texts(row, "./*")) for row in found.xpath(".//details//tr")]
    assert rows == [figure.table.head, *figure.table.rows]


def test_the_same_figure_twice_has_names_of_its_own() -> None:
    tree = drawn(example.chart(1), example.chart(1))
    names = tree.xpath("//@id")
    assert len(names) == len(set(names)) == 8
    told = [name for names in tree.xpath("//svg/@aria-labelledby") for name in names.split()]
    assert sorted(told) == sorted(names)


def test_a_figure_without_table_has_no_button() -> None:
    figure = example.chart(1)
    tree = drawn(Figure(figure.svg, figure.alt, figure.caption))
    assert tree.xpath("//details") == []


def test_a_table_names_its_rows_and_its_numbers_stand_at_the_right() -> None:
    table = example.table(3)
    (found,) = drawn(table).xpath("//table")
    assert texts(found, "./caption") == [table.caption]
    assert texts(found, './thead//th[@scope="col"]') == list(table.head)
    assert texts(found, './tbody//th[@scope="row"]') == [row[0] for row in table.rows]
    right = {cell.get("data-label") for cell in found.xpath('.//td[@class="is-num"]')}
    assert right == {"Organisaties", "Punten"}


def test_a_table_that_folds_lies_behind_its_name_with_its_note() -> None:
    table = replace(example.table(3), folds=True, note="Zo lees je dit.")
    (found,) = drawn(table).xpath("//details")
    assert texts(found, "./summary") == [table.caption]
    assert texts(found, ".//tbody//th") == [row[0] for row in table.rows]
    assert texts(found, ".//p") == [table.note]


def test_some_parts_of_a_document_can_be_shown_apart() -> None:
    document = Document("T", "", "nl", (Heading(1, "Een"), Paragraph("Ja."), Heading(2, "Twee")))
    tree = lxml.fromstring(html.render(document, slice(1, 2)))
    assert texts(tree, '//*[@class="kl-doc__body"]/*') == ["Ja."]


def test_strong_words_and_line_breaks_are_all_the_markup_there_is() -> None:
    tree = drawn(Paragraph("Een **sterk** woord en <i>meer</i>\nhier."), Note("**Ja.** & nee"))
    assert [lxml.tostring(p, encoding="unicode").strip() for p in tree.xpath("//p")] == [
        "<p>Een <strong>sterk</strong> woord en &lt;i&gt;meer&lt;/i&gt;<br>hier.</p>",
        "<p><strong>Ja.</strong> &amp; nee</p>",
    ]


def test_a_quote_says_where_it_was_said() -> None:
    tree = drawn(Quote("Zo is **het**.", "Ronde tafel"), Quote("En zo."))
    assert texts(tree, "//blockquote/p") == ["Zo is **het**.", "En zo."]
    assert texts(tree, "//blockquote/footer") == ["Ronde tafel"]


def test_a_document_speaks_its_own_language_on_any_page() -> None:
    tree = lxml.fromstring(html.render(example.report(1, "fy")))
    assert tree.get("lang") == "fy"
    assert texts(tree, "//nav/h2") == ["Ynhâld"]


def test_a_short_document_has_no_contents() -> None:
    assert drawn(Heading(1, "Een")).xpath("//nav") == []
