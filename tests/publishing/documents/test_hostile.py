"""What people typed stays text in every output, whatever it looks like to a program."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from lxml import html as lxml

from krachtlokaal.publishing.documents import docx, html, pdf
from krachtlokaal.publishing.documents.model import (
    Bullets,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Quote,
    TablePart,
)
from krachtlokaal.publishing.pdf import MISSING
from tests.publishing.documents.test_model import SVG
from tests.publishing.reading import read
from tests.publishing.standard import broken_rules

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPED = {
    "typst": '#panic("x") #read("/settings.py") *vet* $x^2$ \\ @naam _c_ = kop #[ ] // -- ~ `a`',
    "html": "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; </p><!-- \"'{{ x }}",
    "pandoc": "# Kop [a](http://elders.example) ![b](/etc/group) `=x`{=openxml} $a$ \\page ~~d~~",
    "word": '</w:t></w:r><w:p/> $title ${ink} {PAGE} { INCLUDETEXT "/etc/passwd" } ]]>',
    "csv": "=HYPERLINK('http://elders.example')",
}
LONG = "Ver" + "enigingsondersteuning" * 20


def of(typed: str) -> Document:
    """The text in every place that takes one."""
    table = TablePart(typed, (typed, "B"), ((typed, typed),), typed)
    return Document(
        typed,
        typed,
        "nl",
        (
            Heading(1, typed),
            Paragraph(typed),
            Bullets((typed,)),
            Quote(typed, typed),
            Note(typed),
            table,
            Figure(SVG, typed, typed, table),
        ),
        typed,
        (typed,),
    )


def whole(texts: list[str]) -> list[str]:
    """Texts as they are read: where a word was broken stands a mark that no reader speaks."""
    return [text.replace("\u00ad", "").replace("\u2060", "") for text in texts]


def in_word(content: bytes) -> tuple[list[str], list[str]]:
    """The paragraphs of a DOCX, and the words of its pictures."""
    with ZipFile(BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        assert [name for name in archive.namelist() if "embeddings" in name] == []
    paragraphs = [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
    ]
    return [text for text in paragraphs if text], body.xpath("//@descr[. != '']")


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_markup_is_shown_and_not_done(typed: str) -> None:
    document = of(typed)
    content = pdf.render(document)
    assert broken_rules(content) == []
    found = read(content)
    assert found.title == typed
    assert set(whole(found.tree.texts("P", "H1", "H2", "LBody"))) == {typed, "Inhoud"}
    assert set(whole(found.tree.texts("TD"))) == {typed}
    assert [node.alt for node in found.tree.all("Figure")] == [typed]
    tree = lxml.fromstring(html.render(document))
    assert tree.xpath("//script | //img | //a[not(starts-with(@href, '#'))]") == []
    assert {cell.text_content() for cell in tree.xpath("//td")} == {typed}
    assert [p.text_content() for p in tree.xpath("//blockquote/p | //h2[@id]")][1:] == [
        typed,
        typed,
    ]
    paragraphs, words = in_word(docx.render(document))
    assert set(paragraphs) == {typed, "Inhoud", "B"}
    assert words[0] == typed


def test_a_word_without_end_stays_on_the_page_and_whole() -> None:
    document = of(LONG)
    found = read(pdf.render(document))
    assert set(whole(found.tree.texts("TD"))) == {LONG}
    paragraphs, _words = in_word(docx.render(document))
    assert set(paragraphs) == {LONG, "Inhoud", "B"}
    assert LONG in html.render(document)


@pytest.mark.parametrize(
    ("typed", "kept", "printed"),
    [
        ("Fijn 👍🏽 👩‍🌾!", "Fijn 👍🏽 👩‍🌾!", f"Fijn {MISSING} {MISSING}!"),
        ("مرحبا allemaal", "مرحبا allemaal", f"{MISSING} allemaal"),
        ("om\u202eekeerd\u2066 \u200fja", "omekeerd ja", "omekeerd ja"),
        ("nul\x00 bel\x07 terug\x08", "nul bel terug", "nul bel terug"),
        ("half \ud83d paar\uffff", "half  paar", "half  paar"),
    ],
)
def test_signs_of_all_kinds_make_no_output_fail(typed: str, kept: str, printed: str) -> None:
    document = of(typed)
    found = read(pdf.render(document))
    assert set(found.tree.texts("TD")) == {printed}
    tree = lxml.fromstring(html.render(document))
    assert {cell.text_content() for cell in tree.xpath("//td")} == {kept}
    paragraphs, words = in_word(docx.render(document))
    assert set(paragraphs) == {kept, "Inhoud", "B"}
    assert words[0] == kept
