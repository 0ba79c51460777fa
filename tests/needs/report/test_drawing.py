"""What a report draws by itself, the words it proposes, and when a text must be read again."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import BlockKind, TableState
from krachtlokaal.needs.models import Block, Card, NeedsSurvey
from krachtlokaal.needs.reports import assembling, marks
from krachtlokaal.needs.reports.agreeing import Agreement, agreement, with_agreement
from krachtlokaal.needs.reports.material import material_of
from krachtlokaal.publishing.documents.model import (
    Document,
    Figure,
    Heading,
    Note,
    Quote,
    TablePart,
)
from tests.needs import factories, outcomes
from tests.needs.coding.codings import coding
from tests.needs.report import making


@pytest.fixture
def survey(room: Workspace) -> Iterator[NeedsSurvey]:
    with guard.workspaces(room.pk):
        yield making.survey(room)


def chapter(survey: NeedsSurvey, theme: str) -> Block:
    return Block.objects.get(survey=survey, theme=theme)


def test_the_usual_blocks_stand_in_order_of_need_with_words_and_without_numbers(
    survey: NeedsSurvey,
) -> None:
    blocks = making.begun(survey)
    ranked = [theme.key for theme in outcomes.example().ranking]
    assert [block.theme_id for block in blocks if block.kind == BlockKind.THEME] == ranked
    kinds = list(dict.fromkeys(block.kind for block in blocks))
    assert kinds == [kind.value for kind in BlockKind if kind != BlockKind.TEXT]
    assert [block.position for block in blocks] == list(range(1, len(blocks) + 1))
    assert [b.title for b in blocks if not b.text] == []
    assert [b.title for b in blocks if any(sign.isdigit() for sign in b.text)] == []
    assert making.begun(survey) == blocks


def test_a_chapter_shows_number_quote_tables_and_agreement(survey: NeedsSurvey) -> None:
    making.begun(survey)
    parts = assembling.parts_of(chapter(survey, making.IN_BOTH), material_of(survey))
    heads = [part.text for part in parts if isinstance(part, Heading)]
    assert heads == [
        "Vrijwilligers vinden",
        "In hun eigen woorden",
        "Wat de ronde tafels toevoegden",
    ]
    quotes = [part for part in parts if isinstance(part, Quote)]
    assert [quote.source for quote in quotes] == ["Ronde tafel Grou"] * 2
    assert [part.text[:46] for part in parts if isinstance(part, Note)] == [
        "De meting en de ronde tafels zeggen hetzelfde:"
    ]


def test_agreement_is_worked_out_from_both(survey: NeedsSurvey) -> None:
    material = material_of(survey)
    found = {
        key: agreement(key, material)
        for key in (making.IN_BOTH, making.IN_FIGURES, making.AT_TABLES, "leren")
    }
    assert found == {
        making.IN_BOTH: Agreement.BOTH,
        making.IN_FIGURES: Agreement.FIGURES,
        making.AT_TABLES: Agreement.TABLES,
        "leren": Agreement.NEITHER,
    }
    without = replace(material, outcome=None)
    assert with_agreement(Agreement.UNKNOWN, without) == without.order


def test_only_what_may_be_quoted_is_quoted(survey: NeedsSurvey) -> None:
    making.begun(survey)
    block = chapter(survey, making.IN_BOTH)
    Card.objects.filter(pk=block.quotes[0]).update(may_quote=False)
    parts = assembling.parts_of(block, material_of(survey))
    kept = Card.objects.get(pk=block.quotes[1])
    assert [part.text for part in parts if isinstance(part, Quote)] == [kept.text]


def test_groups_without_any_figure_are_named_below_the_table(survey: NeedsSurvey) -> None:
    making.begun(survey)
    parts = assembling.parts_of(chapter(survey, making.IN_BOTH), material_of(survey))
    (table,) = [part for part in parts if isinstance(part, TablePart)]
    silent = ("niet getoond",) * 3
    assert table.folds
    assert [row for row in table.rows if row[1:4] == silent] == []
    assert "Geen cijfers te tonen: " in table.note


def test_how_to_read_a_figure_is_told_once_before_the_first_one(survey: NeedsSurvey) -> None:
    blocks = making.begun(survey)
    document = assembling.document_of(survey, blocks=blocks, material=material_of(survey))
    heads = [part.text for part in document.parts if isinstance(part, Heading)]
    assert heads.count("Zo leest u de cijfers") == 1
    told = document.parts.index(next(p for p in document.parts if isinstance(p, Figure)))
    assert heads.index("Zo leest u de cijfers") < len(
        [part for part in document.parts[:told] if isinstance(part, Heading)]
    )


def test_few_statements_are_told_without_a_number(survey: NeedsSurvey) -> None:
    table = factories.table(survey, state=TableState.DONE)
    coding(factories.card(table, "Wij leren van de buren."), "leren", tag="buren")
    making.begun(survey)
    document = assembling.shown_alone(chapter(survey, "leren"), material_of(survey))
    texts = [str(getattr(part, "text", "")) for part in document.parts]
    assert [text for text in texts if text.startswith("Aan de ronde tafels")] == [
        "Aan de ronde tafels ging het een enkele keer over dit thema."
    ]
    assert [text for text in texts if "buren" in text] == []


def test_what_is_hidden_is_hidden_in_every_table(survey: NeedsSurvey) -> None:
    making.begun(survey)
    blocks = list(Block.objects.filter(survey=survey).select_related("theme"))
    document = assembling.document_of(survey, blocks=blocks, material=material_of(survey))
    tables = [part for part in document.parts if isinstance(part, TablePart)]
    sectors = next(table for table in tables if table.caption == "Wie antwoordden, per sector")
    assert [row[2:] for row in sectors.rows if row[2] == "niet getoond"] == [
        ("niet getoond", "niet getoond")
    ] * 2
    assert Document.from_data(document.to_data()) == document


def test_a_mark_goes_with_the_figures_and_comes_back_with_them(survey: NeedsSurvey) -> None:
    making.begun(survey)
    blocks = list(Block.objects.filter(survey=survey))
    before = material_of(survey)
    assert [block.title for block in blocks if marks.is_stale(block, before)] == []
    example = outcomes.example()
    changed = replace(example.themes[2].weighted.score, value=39.0)
    theme = replace(example.themes[2], weighted=replace(example.themes[2].weighted, score=changed))
    themes = (*example.themes[:2], theme, *example.themes[3:])
    making.with_figures(survey, replace(example, themes=themes))
    stale = [block for block in blocks if marks.is_stale(block, material_of(survey))]
    assert [block.theme_id for block in stale] == [None, making.IN_BOTH]
    assert [block.kind for block in stale] == [BlockKind.RANKING, BlockKind.THEME]
    making.with_figures(survey)
    assert [block.pk for block in blocks if marks.is_stale(block, material_of(survey))] == []
