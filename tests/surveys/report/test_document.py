"""The report as PDF, read by an independent reader: headings, tables, language, first page."""

from typing import Any

import pytest
from django.test import Client

from krachtlokaal.surveys.enums import Answering
from krachtlokaal.surveys.services import snapshots
from tests.publishing.reading import read
from tests.publishing.standard import broken_rules
from tests.surveys.answering import scene
from tests.surveys.report.answers import answered, wanting
from tests.surveys.report.test_page import sent
from tests.topics.factories import offer

pytestmark = pytest.mark.django_db
CONTENT = answered(3, mensen_vinden=1, samen_intern=5, koers=4) | wanting(
    "mensen_vinden", 5, "soon"
)


def pdf(client: Client, secret: str, rest: str = "uitkomst/pdf/") -> bytes:
    answer = client.get(f"/meting/{secret}/{rest}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return bytes(answer.content)


def organisation_pdf(client: Client, content: dict[str, Any] = CONTENT, **values: Any) -> bytes:
    return pdf(client, sent(scene(answering=Answering.ORGANISATION), content, **values))


def test_it_is_tagged_and_says_what_it_is(client: Client) -> None:
    content = organisation_pdf(client)
    assert broken_rules(content) == []
    found = read(content)
    assert (found.part, found.marked, found.title) == ("1", True, "Dorpshuis De Linde")
    assert found.language.split("-")[0] == "nl"


def test_headings_stand_in_their_order(client: Client) -> None:
    offer("1", themes=["mensen_vinden"], title="Klussenkaart")
    tree = read(organisation_pdf(client)).tree
    headings = [(node.tag, node.text) for node in tree.all("H1", "H2", "H3")]
    assert headings == [
        ("H1", "Dorpshuis De Linde"),
        ("H2", "Dit gaat goed"),
        ("H3", "Zoek drie mensen voor kleine klussen"),
        ("H2", "Bespreek het in 20 minuten"),
        ("H2", "Tien onderwerpen, vijf krachten"),
        ("H2", "Wat u belangrijk vindt, met hulp die past"),
        ("H3", "1. Vrijwilligers vinden"),
        ("H2", "Zo is dit berekend"),
    ]


def test_the_table_is_whole_without_its_bars(client: Client) -> None:
    (table,) = read(organisation_pdf(client)).tree.all("Table")
    rows = [[cell.text for cell in row.all("TH", "TD")] for row in table.all("TR")]
    assert rows[0] == ["Onderwerp", "Punten", "Niveau"]
    assert ["Vrijwilligers vinden", "0", "Aandacht nodig"] in rows
    assert ["Samenwerken binnen de organisatie", "100", "Sterk"] in rows
    assert len(rows) == 16


def test_the_first_page_is_for_the_board_meeting_alone(client: Client) -> None:
    first, second, *_rest = read(organisation_pdf(client)).pages
    assert "Zoek drie mensen voor kleine klussen" in first
    assert "Bespreek het in 20 minuten" in first
    assert "Tien onderwerpen" not in first
    assert "Tien onderwerpen" in second


def test_no_picture_is_without_words(client: Client) -> None:
    tree = read(organisation_pdf(client)).tree
    assert [node.text for node in tree.all("Figure") if not node.alt] == []


def test_the_combined_report_opens_with_where_they_differ(client: Client) -> None:
    place = scene()
    secrets = [sent(place, answered(3, bestuur=point)) for point in (1, 3, 4, 5)]
    snapshots.renew_all(first_time=True)
    content = pdf(client, secrets[0], "samen/pdf/")
    assert broken_rules(content) == []
    found = read(content)
    headings = found.tree.texts("H2")
    assert headings[0] == "Hier kijkt u het meest verschillend naar"
    assert "Waar u verschillend naar kijkt" in headings
    assert "heel verschillend" in found.pages[0]
    first = [cell.text for cell in list(found.tree.all("Table"))[1].all("TD")][:2]
    assert first == ["Bestuur", "U kijkt hier heel verschillend naar."]


@pytest.mark.parametrize("language", ["nl", "en", "fy"])
def test_it_is_in_the_language_of_who_reads_it(client: Client, language: str) -> None:
    content = organisation_pdf(client, language=language)
    assert read(content).language.startswith(language)
    assert broken_rules(content) == []


def test_an_answer_with_nothing_in_it_is_a_document_too(client: Client) -> None:
    found = read(organisation_pdf(client, {"bestuur_1": "dont_know"}))
    assert "Nog geen onderwerp staat op orde" in found.pages[0]


def test_the_file_is_called_after_the_organisation(client: Client) -> None:
    secret = sent(scene(answering=Answering.ORGANISATION))
    answer = client.get(f"/meting/{secret}/uitkomst/pdf/")
    assert "krachtmeting-dorpshuis-de-linde.pdf" in answer["Content-Disposition"]
