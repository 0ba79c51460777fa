"""Selections are saved, opened, renamed and thrown away."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.register.models import Selection
from krachtlokaal.register.queries.places import towns
from tests.register import factories
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
NEW = reverse("register:selection_new")
ALL = reverse("register:selections")


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


def saved(room: Workspace) -> list[tuple[str, str, list[int]]]:
    with guard.workspaces(room.pk):
        return [(row.name, row.query, row.organisation_ids) for row in Selection.objects.all()]


def selection(room: Workspace, name: str = "Koren") -> Selection:
    with guard.workspaces(room.pk):
        return Selection.objects.create(workspace=room, name=name, query="soort=culture")


def test_filters_are_saved_as_filters_and_rows_as_rows(adviser: Client, room: Workspace) -> None:
    row = factories.organisation()
    adviser.post(f"{NEW}?soort=culture&sort=-plaats", {"name": "Koren"})
    adviser.post(f"{NEW}?ids={row.pk},{row.pk}", {"name": "Deze ene"})
    assert saved(room) == [
        ("Deze ene", "", [row.pk]),
        ("Koren", "soort=culture&sort=-plaats", []),
    ]
    page = adviser.get(ALL).content.decode()
    assert "1 gekozen organisatie" in page
    assert "vindt ook nieuwe organisaties" in page


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Geef de selectie een naam."),
        ("koren", "U heeft al een selectie met deze naam."),
        ("x" * 81, "Dit is te lang: ten hoogste 80 tekens."),
    ],
)
def test_a_wrong_name_is_told(adviser: Client, room: Workspace, name: str, sentence: str) -> None:
    selection(room)
    page = adviser.post(f"{NEW}?soort=sport", {"name": name}).content.decode()
    assert sentence in page
    assert len(saved(room)) == 1


def test_too_many_filters_are_told(adviser: Client, room: Workspace) -> None:
    codes = ",".join(list(towns())[:100])
    page = adviser.post(f"{NEW}?gemeente={codes}&gebied=alles", {"name": "Veel"})
    assert "U koos te veel filters tegelijk." in page.content.decode()
    assert saved(room) == []


def test_a_selection_is_renamed(adviser: Client, room: Workspace) -> None:
    row = selection(room)
    url = reverse("register:selection_change", args=[row.pk])
    assert adviser.post(url, {"name": "Alle koren"})["Location"] == ALL
    assert [name for name, *_rest in saved(room)] == ["Alle koren"]
    selection(room, "Toneel")
    assert "al een selectie" in adviser.post(url, {"name": "Toneel"}).content.decode()


def test_a_selection_is_thrown_away_after_a_question(adviser: Client, room: Workspace) -> None:
    url = reverse("register:selection_remove", args=[selection(room).pk])
    assert "Wilt u de selectie “Koren” weggooien?" in adviser.get(url).content.decode()
    assert len(saved(room)) == 1
    adviser.post(url)
    assert saved(room) == []


@pytest.mark.parametrize("name", ["register:selection_change", "register:selection_remove"])
def test_selections_of_others_do_not_exist(adviser: Client, name: str) -> None:
    url = reverse(name, args=[selection(workspace("buren")).pk])
    assert adviser.get(url).status_code == 404
    assert adviser.post(url, {"name": "Van mij"}).status_code == 404


def test_a_reader_reads_but_does_not_write(client: Client, room: Workspace) -> None:
    row = selection(room)
    client.force_login(member(room, Role.LEZER))
    page = client.get(ALL).content.decode()
    assert "Koren" in page
    assert "Weggooien" not in page
    assert client.get(reverse("register:selection_remove", args=[row.pk])).status_code == 403
    assert client.get(NEW).status_code == 403


def test_no_selections_says_how_to_make_one(adviser: Client) -> None:
    assert "Nog geen selecties" in adviser.get(ALL).content.decode()
