"""Members follow the talk: the list, changing cards, the steps of a table, its addresses."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import SurveyState, TableState
from krachtlokaal.needs.models import Ballot, Card, NeedsSurvey, RoundTable
from krachtlokaal.needs.queries.dots import dots_of
from krachtlokaal.needs.services import talking
from krachtlokaal.office import retention
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.office.verbs import sentence
from tests.accounts import factories as accounts
from tests.needs import factories
from tests.needs.notes import addresses


def page(table: RoundTable, more: str = "") -> str:
    return f"/behoeftepeiling/tafel/{table.pk}/{more}"


def test_she_adds_changes_drops_and_puts_back_a_card(
    table: RoundTable, coordinator: Client
) -> None:
    own = page(table, "kaartjes/")
    first = coordinator.get(own).context["form"]["id"].value()
    sent = {"id": str(first), "version": "0", "text": "Getypt", "question": "2"}
    assert coordinator.post(own, sent).status_code == 302
    card = Card.objects.get(table=table)
    one = f"{own}{card.pk}/"
    changed = {"id": str(card.pk), "version": "1", "text": "Verbeterd", "heard_as": "wens"}
    assert coordinator.post(one, changed).status_code == 302
    clash = coordinator.post(one, changed | {"text": "Anders"}).content.decode()
    assert ("Verbeterd" in clash, "Anders" in clash) == (True, True)
    assert coordinator.post(one, {"version": "2", "deed": "weg"}).status_code == 302
    assert "Zet kaartje 1 terug" in coordinator.get(own).content.decode()
    assert coordinator.post(one, {"deed": "terug"}).status_code == 302
    card.refresh_from_db()
    assert (card.text, card.heard_as, card.is_dropped, card.version) == (
        "Verbeterd",
        "wens",
        False,
        4,
    )
    told = [sentence(entry) for entry in AuditEntry.objects.order_by("pk")]
    assert [words.partition(" ")[2] for words in told[-4:]] == [
        "typte een kaartje aan Ronde tafel Grou",
        "wijzigde een kaartje van Ronde tafel Grou",
        "haalde een kaartje weg van Ronde tafel Grou",
        "zette een kaartje terug bij Ronde tafel Grou",
    ]


@pytest.mark.parametrize(
    ("state", "deed", "after"),
    [
        ("planned", "begin", "talking"),
        ("planned", "dots", "planned"),
        ("talking", "dots", "dots"),
        ("talking", "done", "done"),
        ("dots", "done", "done"),
        ("dots", "talk", "talking"),
        ("done", "talk", "talking"),
        ("done", "dots", "done"),
        ("called_off", "begin", "called_off"),
        ("talking", "iets", "talking"),
    ],
)
def test_a_table_goes_from_step_to_step(
    table: RoundTable, coordinator: Client, state: str, deed: str, after: str
) -> None:
    RoundTable.objects.filter(pk=table.pk).update(state=state)
    assert coordinator.post(page(table, "stap/"), {"deed": deed}).status_code == 302
    table.refresh_from_db()
    assert table.state == after
    assert bool(table.dots_code) == (after == "dots")
    assert bool(table.closed_at) == (after == "done" and state != "done")


def test_once_the_report_is_fixed_cards_and_dots_stay(
    table: RoundTable, coordinator: Client
) -> None:
    card, gone = factories.card(table, number=1), factories.card(table, number=2, is_dropped=True)
    talking.step(table=table, name="done")
    NeedsSurvey.objects.filter(pk=table.survey_id).update(state=SurveyState.FINISHED)
    shown = coordinator.get(page(table, "kaartjes/")).content.decode()
    assert "Kaartjes en stippen veranderen niet meer." in shown
    assert [word for word in ("Bewaar kaartje", "Zet kaartje") if word in shown] == []
    sent = {"id": str(card.pk), "version": "1", "text": "Nog anders"}
    answer = coordinator.post(page(table, f"kaartjes/{card.pk}/"), sent).content.decode()
    assert "Het rapport is vastgesteld. Kaartjes en stippen veranderen niet meer." in answer
    coordinator.post(page(table, f"kaartjes/{gone.pk}/"), {"deed": "terug"})
    coordinator.post(page(table, "stap/"), {"deed": "talk"})
    coordinator.post(page(table, "stippen/papier/"), {f"k{card.pk.hex}": "3"})
    for row in (card, gone, table):
        row.refresh_from_db()
    assert (card.text, card.stickers, gone.is_dropped, table.state) == (
        "Wij vinden geen penningmeester.",
        0,
        True,
        TableState.DONE,
    )


def test_reopened_dots_keep_what_telephones_gave(table: RoundTable) -> None:
    addresses.dots_secret(table)
    table.refresh_from_db()
    link, code = table.dots_link, table.dots_code
    for name in ("talk", "dots"):
        talking.step(table=table, name=name)
    table.refresh_from_db()
    assert (table.dots_link, table.dots_code == code) == (link, False)


def test_the_screen_shows_the_code_and_how_many_gave(
    table: RoundTable, coordinator: Client
) -> None:
    factories.card(table, number=1)
    addresses.dots_secret(table)
    table.refresh_from_db()
    shown = coordinator.get(page(table, "stippen/")).content.decode()
    assert table.dots_code in shown
    assert "/stippen" in shown


def test_the_address_for_note_takers_is_made_shown_and_ended(
    table: RoundTable, coordinator: Client
) -> None:
    own = page(table, "notulist/")
    coordinator.post(own, {"deed": "aan"})
    coordinator.post(own, {"deed": "aan"})
    secret = addresses.notes_secret(table)
    assert f"/notulen/{secret}/" in coordinator.get(own).content.decode()
    assert Client().get(f"/notulen/{secret}/").status_code == 200
    coordinator.post(own, {"deed": "uit"})
    assert Client().get(f"/notulen/{secret}/").status_code == 404
    assert "/notulen/" not in coordinator.get(own).content.decode()


def test_readers_see_no_cards(table: RoundTable, room: Workspace, client: Client) -> None:
    client.force_login(accounts.member(room, Role.LEZER))
    assert client.get(page(table, "kaartjes/")).status_code == 403


def test_a_list_of_three_asks_no_more_than_one_of_one(
    table: RoundTable, coordinator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    counts = []
    for number in (1, 2, 3):
        factories.card(table, number=number)
        with django_assert_max_num_queries(40) as asked:
            coordinator.get(page(table, "kaartjes/"))
        counts.append(len(asked))
    assert counts[0] == counts[2]


def test_after_their_term_ballots_go_and_their_sum_stays(table: RoundTable) -> None:
    card, gone = factories.card(table, number=1), factories.card(table, number=2, is_dropped=True)
    notes = addresses.notes_secret(table)
    for number in (2, 3):
        Ballot.objects.create(
            workspace_id=table.workspace_id, table=table, dots={str(card.pk): number}
        )
    talking.step(table=table, name="done")
    closed = timezone.now() - timedelta(days=366)
    assert retention.clean_up() == {}
    RoundTable.objects.filter(pk=table.pk).update(closed_at=closed)
    done = retention.clean_up()
    assert {key: done[key] for key in done if key.startswith("needs_")} == {
        "needs_ballots": 2,
        "needs_table_links": 1,
        "needs_dropped_cards": 1,
    }
    with guard.workspaces(table.workspace_id):
        assert dots_of(table) == {card.pk: 5}
        assert not Ballot.objects.filter(table=table).exists()
        assert not Card.objects.filter(pk=gone.pk).exists()
        talking.step(table=table, name="talk")
        assert addresses.notes_secret(table) != notes
    assert RoundTable.objects.get(pk=table.pk).state == TableState.TALKING
