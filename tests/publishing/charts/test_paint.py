"""Colours and letters: those of the house, and as wide as the typeface."""

import json
import re
from pathlib import Path

import fontpkg_fira_sans
import pytest
import typst

from krachtlokaal.publishing.charts import Bar, Scale, bars, letters
from krachtlokaal.publishing.charts.paint import PAINT, TOKENS, tokens

CHARTS = TOKENS.with_name("charts.css").read_text()


def test_the_numbers_are_those_of_the_light_scheme() -> None:
    light = TOKENS.read_text().partition('[data-color-scheme="dark"]')[0]
    used = {token for painted in PAINT.values() for _what, token in painted}
    assert {token: f"{token}: {tokens()[token]};" in light for token in used} == dict.fromkeys(
        used, True
    )


def test_the_stylesheet_paints_the_same_classes_with_the_same_tokens() -> None:
    found = {
        name: tuple(re.findall(r"(fill|stroke): var\((--[\w-]+)\)", rules))
        for name, rules in re.findall(r"\.kl-chart \.([\w-]+) \{([^}]*)\}", CHARTS)
        if "var(" in rules
    }
    assert found == PAINT


def test_a_picture_has_no_colour_of_its_own() -> None:
    rows = [Bar("Bestuur", 30, 20, 40, level=1), Bar("Geld", 50)]
    chart = bars(rows, title="t", head=("a", "b", "c"), scale=Scale(0, 100, 20))
    used = set(re.findall(r"#[0-9a-f]{3,6}", chart.svg))
    assert used
    assert used <= set(tokens().values())


@pytest.mark.parametrize("weight", [400, 600])
def test_a_text_is_taken_for_no_narrower_than_it_is(weight: int) -> None:
    texts = [
        "Vrijwilligers begeleiden en waarderen",
        "Súdwest-Fryslân 1.284 (62,5%)",
        "Wij groeien: WMW & “mm” …",
        "fjord, lijst, 0123456789",
    ]
    asked = json.dumps(texts)
    source = (
        '#set page(width: auto)\n#context [#metadata(json(bytes(sys.inputs.at("texts"))).map(t =>'
        f' measure(text(font: "Fira Sans", size: 10pt, weight: {weight}, t)).width.pt()))<wide>]'
    )
    real = json.loads(
        typst.query(
            source.encode(),
            "<wide>",
            field="value",
            one=True,
            font_paths=[Path(fontpkg_fira_sans.ROOT) / "files"],
            sys_inputs={"texts": asked},
        )
    )
    taken = [letters.width(one, 10) for one in texts]
    assert [a <= b <= 1.1 * a for a, b in zip(real, taken, strict=True)] == [True] * len(texts)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("Bestuur", ["Bestuur"]),
        ("Vrijwilligers vinden", ["Vrijwilligers", "vinden"]),
        ("een twee drie vier vijf zes zeven acht negen", ["een twee drie", "vier vijf zes…"]),
        ("Arbeidsongeschiktheidsverzekering", ["Arbeidsongesc…"]),
    ],
)
def test_lines_break_at_words_and_say_when_something_is_cut(text: str, lines: list[str]) -> None:
    assert letters.wrap(text, 16, 125) == lines


@pytest.mark.parametrize(
    ("scale", "value", "text"),
    [
        (Scale(0, 100, 20), 57.5, "58"),
        (Scale(1, 5, 1, places=1), 3.45, "3,5"),
        (Scale(0, 100, 20, unit="%"), 60, "60%"),
        (Scale(-20, 20, 5, signed=True), -3.2, "−3"),
        (Scale(-20, 20, 5, signed=True), 0.2, "0"),
        (Scale(-20, 20, 5, signed=True), 3, "+3"),
        (Scale(0, 5000, 1000), 1284, "1.284"),
    ],
)
def test_numbers_are_written_as_in_dutch(scale: Scale, value: float, text: str) -> None:
    assert scale.text(value) == text
