"""The page of totals: when they come, what is hidden, and the same figures as files."""

import csv
import io

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.accounts.enums import Role, WorkspaceKind
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import releases
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.totals import KIND
from tests.accounts import factories as people
from tests.surveys import factories

pytestmark = pytest.mark.django_db

CELLS = {
    "organisations": 11,
    "minimum": 5,
    "themes": {
        "bestuur": {
            "n": 11,
            "score": 54.5,
            "levels": {"attention": None, "growing": 8, "in_order": None, "strong": 0},
            "importance": 4.1,
            "help": {"n": 11, "yes": 6},
        },
        "koers": None,
    },
    "help_forms": {"info": {"n": 11, "yes": 6}, "hands": None},
    "sector": {"bestuur": {"sport": {"n": 8, "score": 52.0}, "care": None}},
    "size": {},
    "municipality": {},
}


@pytest.fixture
def room() -> Workspace:
    return people.workspace("partoer", kind=WorkspaceKind.PROVINCIAAL)


@pytest.fixture
def reader(room: Workspace) -> Client:
    member = people.user("lezer@partoer.example")
    people.membership(room, member, Role.LEZER)
    return people.signed_in(member)


def closed(room: Workspace, cells: dict | None) -> Wave:
    now = timezone.now()
    with guard.workspaces(room.pk):
        wave = factories.wave(room, state=WaveState.CLOSED, closed_at=now, settled_at=now)
        if cells is not None:
            releases.record(KIND, str(wave.pk), cells, workspace=room.pk)
    return wave


def text(client: Client, wave: Wave, query: str = "") -> str:
    answer = client.get(f"/krachtmeting/{wave.pk}/totalen/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_closing_it_says_why_there_are_none(reader: Client, room: Workspace) -> None:
    assert "Totalen komen als de meting gesloten is." in text(reader, closed(room, None))


def test_too_few_answers(reader: Client, room: Workspace) -> None:
    few = closed(room, {"organisations": None, "minimum": 5})
    assert "Bij minder dan 5 organisaties tonen wij geen cijfers." in text(reader, few)


def test_figures_and_what_is_hidden(reader: Client, room: Workspace) -> None:
    page = text(reader, closed(room, CELLS))
    assert "Over 11 organisaties die antwoordden." in page
    assert "Kan sterker" in page
    assert "Te klein om te tonen: Zorg." in page
    assert "55%" in page


def test_another_split_and_an_unknown_one(reader: Client, room: Workspace) -> None:
    wave = closed(room, CELLS)
    assert "naar gemeente" in text(reader, wave, "?naar=municipality")
    assert reader.get(f"/krachtmeting/{wave.pk}/totalen/?naar=naam").status_code == 404


def test_the_same_figures_as_a_workbook(reader: Client, room: Workspace) -> None:
    wave = closed(room, CELLS)
    answer = reader.get(f"/krachtmeting/{wave.pk}/totalen/xlsx/")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1:5] == [
        ["Bestuur", "alles", "alle organisaties", 11, 54.5, "nee"],
        ["Bestuur", "soort", "Sport", 8, 52, "nee"],
        ["Bestuur", "soort", "Zorg", None, None, "ja"],
        ["Doel en plannen", "alles", "alle organisaties", None, None, "ja"],
    ]


def test_the_same_figures_as_csv(reader: Client, room: Workspace) -> None:
    wave = closed(room, CELLS)
    dutch = reader.get(f"/krachtmeting/{wave.pk}/totalen/csv-nl/").content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(dutch), delimiter=";"))[1][3:5] == ["11", "54,5"]
    plain = reader.get(f"/krachtmeting/{wave.pk}/totalen/csv/").content.decode()
    assert list(csv.reader(io.StringIO(plain)))[1][3:5] == ["11", "54.5"]
    assert reader.get(f"/krachtmeting/{wave.pk}/totalen/exe/").status_code == 404


def test_a_file_of_a_wave_without_totals_is_not_there(reader: Client, room: Workspace) -> None:
    wave = closed(room, None)
    assert reader.get(f"/krachtmeting/{wave.pk}/totalen/xlsx/").status_code == 404
