"""A document as DOCX: what stands in the file, and what LibreOffice makes of it."""

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from krachtlokaal.cli.machine import SOFFICE, find
from krachtlokaal.publishing.documents import docx
from krachtlokaal.publishing.documents.marks import bare
from krachtlokaal.publishing.documents.model import (
    Bullets,
    Document,
    Figure,
    Note,
    Paragraph,
    Quote,
    TablePart,
)
from tests.publishing.documents import example
from tests.publishing.documents.test_pdf import tables_of

REPORT = example.report(2)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {
    "w": W[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}


@pytest.fixture(scope="module")
def content() -> bytes:
    return docx.render(REPORT)


def part(content: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def texts(tree: etree._Element, path: str) -> list[str]:
    return ["".join(node.itertext()).strip() for node in tree.xpath(path, namespaces=NAMES)]


def styled(tree: etree._Element, style: str) -> list[str]:
    return texts(tree, f'//w:p[w:pPr/w:pStyle/@w:val="{style}"]')


def test_it_says_its_title_its_maker_and_its_language(content: bytes) -> None:
    core = part(content, "docProps/core.xml")
    assert texts(core, "//dc:title | //dc:creator") == [REPORT.title, REPORT.maker]
    styles = part(content, "word/styles.xml")
    found = styles.xpath("//w:rPrDefault//w:lang/@w:val", namespaces=NAMES)
    assert found == ["nl-NL"]


def test_the_same_document_gives_the_same_bytes_and_knows_no_time(content: bytes) -> None:
    assert docx.render(example.report(2)) == content
    told = [etree.QName(node).localname for node in part(content, "docProps/core.xml")]
    assert told == ["title", "creator", "language", "keywords"]


def test_headings_are_headings(content: bytes) -> None:
    body = part(content, "word/document.xml")
    paragraphs = body.xpath(
        '//w:p[starts-with(w:pPr/w:pStyle/@w:val, "Heading")]', namespaces=NAMES
    )
    found = [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(p.itertext())) for p in paragraphs
    ]
    assert found == [(f"Heading{heading.level}", heading.text) for heading in REPORT.headings()]
    assert styled(body, "Title") == [REPORT.title]
    assert styled(body, "Subtitle") == [REPORT.subtitle]
    assert styled(body, "Details") == list(REPORT.details)


def test_the_contents_lead_to_the_headings_and_can_be_made_anew(content: bytes) -> None:
    body = part(content, "word/document.xml")
    links = body.xpath("//w:hyperlink/@w:anchor", namespaces=NAMES)
    marks = set(body.xpath("//w:bookmarkStart/@w:name", namespaces=NAMES))
    assert set(links) <= marks
    chapters = [heading.text for heading in REPORT.headings() if heading.level == 1]
    assert texts(body, "//w:hyperlink") == chapters
    kinds = body.xpath("//w:fldChar/@w:fldCharType", namespaces=NAMES)
    assert kinds == ["begin", "separate", "end"]
    assert texts(body, "//w:instrText") == ['TOC \\o "1-1" \\h \\z \\u']


def test_tables_have_a_caption_and_a_head_that_repeats(content: bytes) -> None:
    body = part(content, "word/document.xml")
    tables = body.xpath("//w:tbl", namespaces=NAMES)
    found = [[tuple(texts(row, "./w:tc")) for row in table.iter(f"{W}tr")] for table in tables]
    assert found == [[table.head, *table.rows] for table in tables_of(REPORT)]
    captions = [table.caption for table in tables_of(REPORT)]
    assert styled(body, "TableCaption") == captions
    assert body.xpath("//w:tblPr/w:tblCaption/@w:val", namespaces=NAMES) == captions
    repeated = body.xpath("//w:tr[w:trPr/w:tblHeader]", namespaces=NAMES)
    assert [row.getparent() for row in repeated] == tables


def test_figures_are_pictures_with_words_on_twice_as_many_points(content: bytes) -> None:
    body = part(content, "word/document.xml")
    figures = [one for one in REPORT.parts if isinstance(one, Figure)]
    words = body.xpath("//wp:docPr/@descr", namespaces=NAMES)
    assert words == [figure.alt for figure in figures]
    assert styled(body, "ImageCaption") == [figure.caption for figure in figures]
    with ZipFile(BytesIO(content)) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
    sizes = {int.from_bytes(picture[16:20], "big") for picture in pictures}
    assert sizes == {1440}


def test_a_page_is_a4_with_its_number_at_the_foot(content: bytes) -> None:
    body = part(content, "word/document.xml")
    (size,) = body.iter(f"{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert len(list(body.iter(f"{W}footerReference"))) == 1
    foot = part(content, "word/footer1.xml")
    assert texts(foot, "//w:p") == [f"{REPORT.title}bladzijde 1 van 1"]


def test_it_leads_nowhere_outside(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as archive:
        relations = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
    assert [text for text in relations if b"External" in text] == []


@pytest.mark.parametrize(("language", "code"), [("en", "en-GB"), ("fy", "fy-NL")])
def test_it_speaks_the_language_of_the_document(language: str, code: str) -> None:
    content = docx.render(Document("T", "", language, (Paragraph("Een"),)))
    styles = part(content, "word/styles.xml")
    assert styles.xpath("//w:rPrDefault//w:lang/@w:val", namespaces=NAMES) == [code]


def test_libreoffice_keeps_paragraphs_tables_and_figures(content: bytes, tmp_path: Path) -> None:
    """One conversion, by another hand than ours."""
    (tmp_path / "report.docx").write_bytes(content)
    office = find(SOFFICE)
    assert office, "LibreOffice is missing: make machine"
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "odt", "--outdir", str(tmp_path), str(tmp_path / "report.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    converted = (tmp_path / "report.odt").read_bytes()
    assert texts(part(converted, "meta.xml"), "//dc:title") == [REPORT.title]
    tree = part(converted, "content.xml")
    assert headings(tree) == [(str(one.level), one.text) for one in REPORT.headings()]
    tables = [
        [tuple(texts(row, "./table:table-cell")) for row in rows(table)]
        for table in tree.xpath("//office:text//table:table", namespaces=NAMES)
    ]
    assert tables == [[table.head, *table.rows] for table in tables_of(REPORT)]
    assert len(tree.xpath("//table:table-header-rows", namespaces=NAMES)) == len(tables)
    figures = [one.alt for one in REPORT.parts if isinstance(one, Figure)]
    assert texts(tree, "//office:text//draw:frame/svg:desc") == figures
    paragraphs = texts(tree, "//office:text//text:p[not(ancestor::table:table)]")
    assert [text for text in wanted(REPORT) if text not in paragraphs] == []


def headings(tree: etree._Element) -> list[tuple[str, str]]:
    found = tree.xpath("//office:text//text:h", namespaces=NAMES)
    level = f"{{{NAMES['text']}}}outline-level"
    return [(node.get(level), "".join(node.itertext())) for node in found]


def rows(table: etree._Element) -> list[etree._Element]:
    return table.xpath(".//table:table-row", namespaces=NAMES)


def wanted(document: Document) -> list[str]:
    """Every paragraph that must be there; LibreOffice keeps a line break as an element."""
    found: list[str] = []
    for one in document.parts:
        match one:
            case Paragraph() | Note():
                found.append(bare(one.text).replace("\n", ""))
            case Quote():
                found += [one.text, one.source]
            case Bullets():
                found += map(bare, one.items)
            case Figure():
                found.append(one.caption)
            case TablePart():
                found += [one.caption, one.note]
    return found
