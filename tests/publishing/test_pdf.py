"""Printed documents: what a screen reader finds in them, and what typed text can not do."""

from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import gettext_lazy, override

from krachtlokaal.publishing import pdf
from tests.publishing import example
from tests.publishing.reading import footers, read

TYPED = '#panic("x") *vet* $x^2$ \\ <b> ] [ `a` @b _c_ #[ // /* ~ -- \'a\' "b"'
WORDS = """#import "/publishing/typst/kl.typ": *
#show: document
= #data.title
#prose(data.words)
"""


def words(folder: Path, text: object, *, language: str = "nl", title: str = "Proef") -> bytes:
    template = folder / "words.typ"
    template.write_text(WORDS, encoding="utf-8")
    return pdf.render(template, {"words": text}, language=language, title=title)


@pytest.mark.parametrize("language", ["nl", "en", "fy"])
def test_a_document_says_what_it_is(tmp_path: Path, language: str) -> None:
    found = read(words(tmp_path, "Tekst", language=language, title="Verslag & meer"))
    told = (found.part, found.title, found.shows_title, found.marked)
    assert told == ("1", "Verslag & meer", True, True)
    assert found.language.split("-")[0] == language


def test_a_report_has_headings_a_list_and_a_table() -> None:
    tree = read(example.scores()).tree
    headings = [(node.tag, node.text) for node in tree.all("H1", "H2", "H3")]
    assert headings == [
        ("H1", "Dorpshuis De Wilgenhoek"),
        ("H2", "Dit gaat goed"),
        ("H3", "Zoek drie mensen voor kleine klussen"),
        ("H2", "Tien onderwerpen, vijf krachten"),
    ]
    assert [item.texts("P") for item in tree.all("LI")] == [
        ["De sfeer is goed.", "Samenwerken binnen de organisatie: sterk."],
        ["Mensen in het dorp kennen u.", "Zichtbaar en open: sterk."],
        ["U heeft genoeg geld voor dit jaar."],
    ]


def test_a_table_of_scores_is_complete_without_its_bars() -> None:
    (table,) = read(example.scores()).tree.all("Table")
    rows = [[(cell.tag, cell.text) for cell in row.all("TH", "TD")] for row in table.all("TR")]
    assert len(rows) == 16
    assert rows[0] == [("TH", "Onderwerp"), ("TH", "Punten"), ("TH", "Niveau")]
    assert rows[1:3] == [
        [("TH", "Sturen")],
        [("TD", "Bestuur"), ("TD", "58"), ("TD", "Kan sterker")],
    ]
    assert rows[-1] == [("TD", "Leren en vernieuwen"), ("TD", "–"), ("TD", "Niet ingevuld")]


def test_drawings_beside_a_number_are_no_pictures_to_a_reader() -> None:
    assert list(read(example.scores()).tree.all("Figure")) == []


def test_a_long_table_goes_on_with_its_headings_that_are_read_once() -> None:
    table = example.TABLE | {
        "groups": [
            {"name": f"Groep {group}", "rows": [example.row("Onderwerp", 50, 2)] * 10}
            for group in range(5)
        ]
    }
    content = example.scores(example.SCORES | {"table": table})
    found = read(content)
    foot = f"{example.SCORES['foot']}bladzijde"
    again = "".join([*example.HEADS, "Groep 1"])
    assert footers(content) == [f"{foot} 1 van 2", f"{again}{foot} 2 van 2"]
    assert len(found.tree.texts("TD")) == 150
    assert found.tree.texts("TH") == [*example.HEADS, *(f"Groep {group}" for group in range(5))]


def test_each_letter_is_a_page_with_a_code_that_can_be_read_or_heard() -> None:
    found = read(example.letters())
    assert len(found.pages) == 2
    assert found.tree.texts("H1") == ["Hoe staat uw organisatie ervoor?"] * 2
    figures = [node.alt for node in found.tree.all("Figure")]
    assert figures == [f"QR-code naar {example.LINK}"] * 2
    assert found.tree.texts("P")[:10] == [
        "Steunpunt Oeverland",
        "Havenkade 3",
        "1234 CD Oevermeer",
        "012 345 67 89",
        "steunpunt.example",
        "Retour: Steunpunt Oeverland, Havenkade 3, 1234 CD Oevermeer",
        *example.ADDRESS,
    ]
    assert all("7KQ2-M4XD" in page for page in found.pages)


def test_a_long_letter_gets_smaller_type_and_stays_one_page() -> None:
    letter = example.LETTER | {"text": "Nog een zin over de vragenlijst. " * 60}
    assert len(read(example.letters(example.LETTERS | {"letters": [letter]})).pages) == 1


@pytest.mark.parametrize(
    "more", [{"text": "Nog een zin over de vragenlijst. " * 200}, {"address": ["Kade 1"] * 12}]
)
def test_a_letter_that_is_too_long_is_named(more: dict[str, object]) -> None:
    letter = example.LETTER | {"address": ['Koor "De \\ Kade"', "Stad"]} | more
    with pytest.raises(pdf.TooLongError) as caught:
        example.letters(example.LETTERS | {"letters": [example.LETTER, letter]})
    assert str(caught.value) == ", ".join(map(str, letter["address"]))


def test_questions_on_paper_can_be_read_in_order() -> None:
    found = read(example.paper())
    assert found.tree.texts("H1", "H2") == ["KrachtMeting", "Vrijwilligers vinden"]
    paragraphs = found.tree.texts("P")
    first = paragraphs.index(f"1 {example.STATEMENTS[0]}")
    assert paragraphs[first + 1 : first + 8] == [*example.AGREE, *example.ASIDE]
    assert found.tree.texts("LBody") == [
        "In onze eigen kring",
        "Op sociale media",
        "Op een markt of feest",
    ]


@pytest.mark.parametrize(
    ("language", "foot"),
    [("nl", "bladzijde 1 van 1"), ("en", "page 1 of 1"), ("fy", "side 1 fan 1")],
)
def test_pages_are_numbered_in_the_language(tmp_path: Path, language: str, foot: str) -> None:
    assert footers(words(tmp_path, "Tekst", language=language)) == [foot]


def test_what_is_typed_is_shown_and_not_done(tmp_path: Path) -> None:
    found = read(words(tmp_path, TYPED, title=TYPED))
    assert found.tree.texts("H1", "P") == [TYPED, TYPED]
    assert found.title == TYPED


def test_typed_text_gives_no_way_to_files(tmp_path: Path) -> None:
    typed = '#read("/settings.py") #import "/publishing/typst/kl.typ" #sys.inputs'
    assert read(words(tmp_path, typed)).tree.texts("P") == [typed]


def test_breaks_in_a_typed_text_are_heard(tmp_path: Path) -> None:
    found = read(words(tmp_path, "Een\r\ntwee\r\n \r\ndrie"))
    assert found.tree.texts("P") == ["Een", "twee", "drie"]


def test_the_typeface_is_in_the_file_and_there_is_one() -> None:
    assert read(example.scores()).fonts == {"FiraSans-Regular", "FiraSans-SemiBold"}


def test_letters_and_signs_of_our_languages_are_there(tmp_path: Path) -> None:
    signs = "ú û â ê ô ï ë É ≥ ≤ → € ½ – “u” ‘t’ … m² Ÿ ș Ł ħ Ω Ж"
    assert read(words(tmp_path, signs)).tree.texts("P") == [signs]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Fijn 😀👍🏽!", "Fijn ▯!"),
        ("مرحبا allemaal", "▯ allemaal"),
        ("e\u0301e\u0301n", "één"),
        ("a\x00b\x0bc\u200bd\ufeffe\u00adf", "abcdef"),
        ("vast\u2011e spatie\u202fen\u2009tab\tdus", "vast-e spatie en tab dus"),
        ("hart ❤\ufe0f", "hart ▯"),
    ],
)
def test_signs_that_the_typeface_lacks_do_not_stop_a_document(
    tmp_path: Path, typed: str, shown: str
) -> None:
    assert read(words(tmp_path, typed, title=typed)).tree.texts("P") == [shown]


def test_every_sign_that_is_let_through_is_in_the_typeface(tmp_path: Path) -> None:
    every = "".join(map(chr, [*range(0x20, 0xD800), *range(0xE000, 0x11000)]))
    signs = pdf.printable(every).replace(pdf.MISSING, "")
    assert len(signs) > 900
    # A heading shows the same in the bolder weight.
    words(tmp_path, signs, title=signs)


def test_the_same_data_give_the_same_bytes() -> None:
    assert example.scores() == example.scores()
    assert example.letters() == example.letters()


def test_words_that_wait_for_a_language_are_told_in_it(tmp_path: Path) -> None:
    with override("en"):
        content = words(tmp_path, gettext_lazy("Nee"))
    assert read(content).tree.texts("P") == ["No"]


def test_a_date_that_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="date"):
        example.letters(
            example.LETTERS | {"letters": [example.LETTER | {"date": date(2026, 11, 24)}]}
        )


def test_a_language_that_documents_lack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(pdf.DocumentError, match="'de'"):
        words(tmp_path, "Text", language="de")


def test_a_mistake_in_a_template_is_told_with_its_place(tmp_path: Path) -> None:
    template = tmp_path / "broken.typ"
    template.write_text("#data.nothing", encoding="utf-8")
    with pytest.raises(pdf.DocumentError, match=r"(?s)broken\.typ: .*#data\.nothing"):
        pdf.render(template, {}, language="nl", title="Proef")


def test_a_picture_without_words_is_refused(tmp_path: Path) -> None:
    template = tmp_path / "mute.typ"
    template.write_text(WORDS + "#figure(rect(), kind: image, supplement: none)", encoding="utf-8")
    with pytest.raises(pdf.DocumentError, match="alt text"):
        pdf.render(template, {"words": ""}, language="nl", title="Proef")


def test_a_line_without_spaces_is_broken_and_keeps_its_letters(tmp_path: Path) -> None:
    typed = "W" * 3000
    found = read(words(tmp_path, typed))
    assert found.tree.texts("P") == [typed]
    # Not broken it would run off the first page.
    assert len(found.pages) == 2
