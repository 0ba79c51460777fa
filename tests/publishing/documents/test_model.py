"""The blocks of a document: what they take, what they refuse, and that they can be kept."""

import json
from typing import Any

import pytest

from krachtlokaal.publishing.documents.marks import Run, bare, clean, runs
from krachtlokaal.publishing.documents.model import (
    Bullets,
    Document,
    Figure,
    Heading,
    ModelError,
    Note,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    TablePart,
    plain,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><rect width="3" height="5"/></svg>'
)
TABLE = TablePart("Per plaats", ("Plaats", "Aantal"), (("Aldeboarn", "12"),), "Niet gewogen.")
EVERY = Document(
    "Verslag",
    "Ondertitel",
    "fy",
    (
        Heading(1, "Begin", "begin"),
        Paragraph("Een **sterk** woord.\nNieuwe regel."),
        Heading(2, "Verder"),
        Bullets(("een", "twee")),
        Quote("Zo is het.", "ronde tafel"),
        Note("Let op."),
        TABLE,
        Figure(SVG, "Een balk.", "Figuur", TABLE),
        Figure(SVG, "Nog een balk.", "Zonder tabel"),
        PageBreak(),
    ),
    "Steunpunt",
    ("november 2026",),
    has_contents=False,
)


def test_a_document_comes_back_from_json_as_it_was() -> None:
    assert Document.from_data(json.loads(json.dumps(EVERY.to_data()))) == EVERY


def data(**changes: object) -> dict[str, Any]:
    return EVERY.to_data() | changes


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (None, "document: no data of format 1"),
        (data(format=2), "document: no data of format 1"),
        (data(parts="abc"), "document: no parts"),
        (data(parts=[3]), "part: no such kind: 3"),
        (data(parts=[{"kind": "poem"}]), "part: no such kind: {'kind': 'poem'}"),
        (data(title=3), "document: title: 3"),
        (data(title=" "), "document: no title"),
        (data(language="de"), "document: language 'de'"),
        (data(colour="red"), "document: too much or too little: colour"),
        (data(details=["a", 1]), "document: details: ('a', 1)"),
        (data(parts=[{"kind": "quote"}]), "quote: too much or too little: text"),
        (data(parts=[{"kind": "heading", "level": True, "text": "A"}]), "heading: level: True"),
        (
            data(parts=[{"kind": "figure", "svg": SVG, "alt": "a", "caption": "b", "table": 4}]),
            "part: no such kind: 4",
        ),
        (
            data(
                parts=[
                    {
                        "kind": "figure",
                        "svg": SVG,
                        "alt": "a",
                        "caption": "b",
                        "table": {"kind": "page"},
                    }
                ]
            ),
            "figure: table: PageBreak()",
        ),
    ],
)
def test_what_is_no_document_is_refused(wrong: object, told: str) -> None:
    with pytest.raises(ModelError) as caught:
        Document.from_data(wrong)
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((Heading(2, "A"),), "heading: A: skips a level"),
        ((Heading(1, "A"), Heading(3, "B")), "heading: B: skips a level"),
        ((Heading(1, "A", "a"), Heading(1, "B", "a")), "heading: anchor 'a' stands twice"),
    ],
)
def test_headings_have_an_order_and_a_place(parts: tuple[Part, ...], told: str) -> None:
    with pytest.raises(ModelError) as caught:
        Document("T", "", "nl", parts)
    assert str(caught.value) == told


def test_headings_get_anchors_that_differ() -> None:
    texts = ["Wie antwoordden", "Wie antwoordden", "★", "Doel & plannen"]
    parts = (Heading(1, "Eerst", "kop-wie-antwoordden"), *(Heading(2, text) for text in texts))
    assert Document("T", "", "nl", parts).anchors() == [
        "kop-wie-antwoordden",
        "kop-wie-antwoordden-2",
        "kop-wie-antwoordden-3",
        "kop",
        "kop-doel-plannen",
    ]


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Heading(4, "A"), "heading: level 4"),
        (lambda: Heading(1, " "), "heading: no text"),
        (lambda: Heading(1, "A", "a b"), "heading: anchor 'a b'"),
        (lambda: Bullets(()), "bullets: no items"),
        (lambda: TablePart("", ("a",), ()), "table: no caption"),
        (lambda: TablePart("T", (), ()), "table: T: no head"),
        (lambda: TablePart("T", ("a", "b"), (("1",),)), "table: T: row 1 has 1 cells"),
        (lambda: Figure(SVG, "", "F"), "figure: no words for who does not see it"),
        (lambda: Figure(SVG, "a", ""), "figure: no caption"),
    ],
)
def test_a_part_that_can_not_be_read_is_refused(make: Any, told: str) -> None:
    with pytest.raises(ModelError) as caught:
        make()
    assert str(caught.value) == told


OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"'


@pytest.mark.parametrize(
    ("svg", "told"),
    [
        ("<b/>", "the drawing is no svg with a viewBox"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "the drawing is no svg with a viewBox"),
        ("<!DOCTYPE a><a/>", "the drawing has a declaration"),
        (f"{OPEN}><script/></svg>", "the drawing has a part 'script'"),
        (f"{OPEN}><foreignObject/></svg>", "the drawing has a part 'foreignObject'"),
        (f'{OPEN} onload="a()"/>', "the drawing has an attribute 'onload'"),
        (f'{OPEN} style="color:red"/>', "the drawing has an attribute 'style'"),
        (
            f'{OPEN}><use href="https://elders.example/a.svg#b"/></svg>',
            "the drawing refers to something outside: 'https://elders.example/a.svg#b'",
        ),
        (
            f'{OPEN}><rect fill="url(https://elders.example)"/></svg>',
            "the drawing refers to something outside: 'url(https://elders.example)'",
        ),
    ],
)
def test_a_drawing_does_and_fetches_nothing(svg: str, told: str) -> None:
    with pytest.raises(ModelError) as caught:
        Figure(svg, "Woorden", "F")
    assert str(caught.value) == f"figure: F: {told}"


def test_a_drawing_that_can_not_be_read_is_refused() -> None:
    with pytest.raises(ModelError, match="figure: F: the drawing can not be read"):
        Figure("<svg>", "Woorden", "F")


def test_a_drawing_may_refer_to_its_own_parts() -> None:
    svg = f'{OPEN}><rect id="a" fill="url(#b)"/><use href="#a"/></svg>'
    assert Figure(svg, "Woorden", "F").svg == svg


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("", ()),
        (" \n\n ", ()),
        ("Een.\r\nTwee.\r\n\r\nDrie.", (Paragraph("Een.\nTwee."), Paragraph("Drie."))),
        (
            "Nodig:\n- geld\n- een **zaal**\nKlaar.",
            (Paragraph("Nodig:"), Bullets(("geld", "een **zaal**")), Paragraph("Klaar.")),
        ),
        ("- een\n\n- twee\n  en meer", (Bullets(("een", "twee en meer")),)),
        (
            "# Geen kop\n> geen citaat\n* geen lijst\n-geen lijst",
            (Paragraph("# Geen kop\n> geen citaat\n* geen lijst\n-geen lijst"),),
        ),
        ("- \n- ", ()),
    ],
)
def test_what_an_editor_types_becomes_paragraphs_and_lists(
    typed: str, parts: tuple[Part, ...]
) -> None:
    assert plain(typed) == parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("een **sterk woord** hier", [("een ", False), ("sterk woord", True), (" hier", False)]),
        ("**a**b**c**", [("a", True), ("b", False), ("c", True)]),
        ("2 ** 3 ** 4 en **open", [("2 ** 3 ** 4 en **open", False)]),
        ("****", [("****", False)]),
        ("", []),
    ],
)
def test_only_a_pair_of_stars_makes_strong(text: str, found: list[tuple[str, bool]]) -> None:
    assert runs(text) == [Run(*run) for run in found]
    assert bare(text) == "".join(run for run, _strong in found)


def test_signs_that_nobody_can_see_are_left_out() -> None:
    assert clean("a\x00b\x1b\u202ec\ud800d\ufffe\u2066e\r\nf\tg e\u0301") == "abcde\nf\tg é"
    assert clean("👩\u200d🌾 שלום") == "👩\u200d🌾 שלום"
    dirty = Document("a\x00", "b\x01", "nl", (TablePart("c\x02", ("d\x03",), (("e\x04",),)),))
    assert dirty == Document("a", "b", "nl", (TablePart("c", ("d",), (("e",),)),))
