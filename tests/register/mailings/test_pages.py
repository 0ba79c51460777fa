"""The pages of a mailing, as an adviser walks them."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs
from krachtlokaal.office.enums import MailState
from krachtlokaal.register.enums import MailingState
from krachtlokaal.register.models import Mailing, Selection
from tests.register.mailings.factories import (
    addresses,
    last_mail,
    mailing,
    outbox_mail,
    reachable,
)
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
LIST = reverse("register:mailings")
NEW = reverse("register:mailing_new")


def url(name: str, made: Mailing) -> str:
    return reverse(f"register:{name}", args=[made.pk])


def the_mailing(room: Workspace) -> Mailing:
    with guard.workspaces(room.pk):
        return Mailing.objects.get()


def send(adviser: Client, made: Mailing, expected: int) -> int:
    data = {"version": made.version, "expected": expected}
    return adviser.post(url("mailing_send", made), data).status_code


def test_an_empty_list_says_what_to_do_first(adviser: Client) -> None:
    assert "Kies organisaties" in adviser.get(LIST).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_has_the_same_number_of_queries(
    adviser: Client, room: Workspace, count: int, django_assert_num_queries: object
) -> None:
    for _ in range(count):
        outbox_mail(room, mailing(room), state=MailState.SENT)
    with django_assert_num_queries(10):  # type: ignore[operator]  # pytest-django's fixture
        page = adviser.get(LIST)
    assert [line.delivery.sent for line in page.context["lines"]] == [1] * count


def test_asking_for_a_new_mailing_makes_nothing_yet(adviser: Client, room: Workspace) -> None:
    page = adviser.get(f"{NEW}?soort=sport")
    assert "Soort: Sport" in page.content.decode()
    with guard.workspaces(room.pk):
        assert Mailing.objects.count() == 0


def test_a_new_mailing_keeps_the_choice_of_the_list(adviser: Client, room: Workspace) -> None:
    answer = adviser.post(f"{NEW}?soort=sport", {"kind": "brief"})
    made = the_mailing(room)
    assert answer["Location"] == url("mailing_who", made)
    assert (made.query, made.organisation_ids, made.state) == ("soort=sport", [], "draft")


def test_a_saved_selection_is_taken_over_so_that_removing_it_mails_nobody_else(
    adviser: Client, room: Workspace
) -> None:
    about, _contact = reachable(room, "Harmonie")
    with guard.workspaces(room.pk):
        kept = Selection.objects.create(workspace=room, name="x", organisation_ids=[about.pk])
    adviser.post(f"{NEW}?selectie={kept.pk}", {"kind": "brief"})
    assert the_mailing(room).organisation_ids == [about.pk]


@pytest.mark.parametrize("query", ["selectie=999", "gemeente=GM9999", "ids=x"])
def test_a_choice_that_is_not_understood_goes_back_to_the_list(
    adviser: Client, room: Workspace, query: str
) -> None:
    answer = adviser.post(f"{NEW}?{query}", {"kind": "brief"})
    assert answer["Location"].startswith(reverse("register:list"))
    with guard.workspaces(room.pk):
        assert Mailing.objects.count() == 0


def test_who_shows_who_gets_it_and_who_not(adviser: Client, room: Workspace) -> None:
    one, _contact = reachable(room, "Harmonie")
    two, _other = reachable(room, "Fanfare", email="")
    page = adviser.get(url("mailing_who", mailing(room, one, two))).content.decode()
    assert "Harmonie" in page
    assert "Geen e-mailadres bekend: 1" in page


def test_roles_must_be_chosen_when_roles_are_meant(adviser: Client, room: Workspace) -> None:
    made = mailing(room)
    page = adviser.post(url("mailing_who", made), {"version": 1, "mode": "roles"})
    assert "Kies ten minste één functie." in page.content.decode()
    adviser.post(url("mailing_who", made), {"version": 1, "mode": "roles", "roles": ["chair"]})
    assert the_mailing(room).roles == ["chair"]


def test_a_colleague_s_text_is_never_overwritten_unseen(adviser: Client, room: Workspace) -> None:
    made = mailing(room, text="Tekst van de collega", version=2)
    mine = {"version": 1, "subject": "Nieuws", "text": "Mijn tekst"}
    page = adviser.post(url("mailing_text", made), mine).content.decode()
    assert "Tekst van de collega" in page
    assert "Mijn tekst" in page
    assert the_mailing(room).text == "Tekst van de collega"
    adviser.post(url("mailing_text", made), mine | {"version": 2})
    assert the_mailing(room).text == "Mijn tekst"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"subject": "", "text": "x"}, "Schrijf een onderwerp."),
        ({"subject": "x", "text": ""}, "Schrijf een bericht."),
        ({"subject": "x", "text": "Beste {voornaam}"}, "Wij kennen {voornaam} niet."),
        ({"subject": "x" * 151, "text": "x"}, "ten hoogste 150 tekens"),
        ({"subject": "x", "text": "x" * 10_001}, "ten hoogste 10.000 tekens"),
    ],
)
def test_a_text_that_can_not_be_sent_is_told(
    adviser: Client, room: Workspace, data: dict[str, str], sentence: str
) -> None:
    made = mailing(room)
    page = adviser.post(url("mailing_text", made), data | {"version": 1}).content.decode()
    assert sentence in page
    assert the_mailing(room).version == 1


def test_the_preview_fills_in_each_recipient(adviser: Client, room: Workspace) -> None:
    one, _first = reachable(room, "Harmonie")
    two, _second = reachable(room, "Zangkoor", name="")
    made = mailing(room, one, two)
    first = adviser.get(url("mailing_preview", made)).content.decode()
    assert "Nieuws voor Harmonie" in first
    assert "Beste Sjoukje," in first
    second = adviser.get(url("mailing_preview", made) + "?page=2").content.decode()
    assert "Beste bestuur van Zangkoor," in second


def test_a_trial_goes_to_oneself_alone(adviser: Client, room: Workspace, user: User) -> None:
    about, _contact = reachable(room, "Harmonie")
    adviser.post(url("mailing_try", mailing(room, about)))
    jobs.run_waiting()
    assert addresses() == [f"{user.name} <{user.email}>"]
    assert last_mail().subject == "Proef: Nieuws voor Harmonie"
    assert the_mailing(room).state == MailingState.DRAFT


def test_the_last_page_says_to_how_many(adviser: Client, room: Workspace) -> None:
    one, _first = reachable(room, "Harmonie")
    two, _second = reachable(room, "Zangkoor")
    page = adviser.get(url("mailing_send", mailing(room, one, two))).content.decode()
    assert "Verstuur aan 2 contacten" in page


def test_sending_reaches_everybody_once_even_when_asked_twice(
    adviser: Client, room: Workspace
) -> None:
    one, first = reachable(room, "Harmonie")
    two, second = reachable(room, "Zangkoor")
    made = mailing(room, one, two)
    assert send(adviser, made, 2) == 302
    assert send(adviser, made, 2) == 302
    jobs.run_waiting()
    assert sorted(addresses()) == sorted(
        f"Sjoukje <{contact.email}>" for contact in (first, second)
    )
    sent = the_mailing(room)
    assert (sent.state, sent.counts) == (MailingState.SENT, {"recipients": 2})
    page = adviser.get(url("mailing", made))
    assert (page.context["delivery"].sent, page.context["is_busy"]) == (2, False)


def test_the_mail_names_the_workspace_and_the_way_to_stop_it(
    adviser: Client, room: Workspace
) -> None:
    about, _contact = reachable(room, "Harmonie")
    send(adviser, mailing(room, about, text="Kijk op https://tiel.example/x"), 1)
    jobs.run_waiting()
    letter = last_mail()
    assert letter.from_email.startswith("Steunpunt tiel via Kracht Lokaal")
    assert letter.reply_to == ["post@tiel.example"]
    assert "Telefoon: 0344 123456" in letter.body
    assert letter.extra_headers["List-Unsubscribe"].strip("<>") in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nothing_is_sent_when_the_number_is_another_than_was_agreed(
    adviser: Client, room: Workspace
) -> None:
    about, _contact = reachable(room, "Harmonie")
    made = mailing(room, about)
    assert send(adviser, made, 5) == 200
    assert the_mailing(room).state == MailingState.DRAFT


def test_nothing_is_sent_when_a_colleague_changed_the_text(
    adviser: Client, room: Workspace
) -> None:
    about, _contact = reachable(room, "Harmonie")
    made = mailing(room, about)
    data = {"version": made.version + 1, "expected": 1}
    page = adviser.post(url("mailing_send", made), data).content.decode()
    assert "Er is nog niets verstuurd." in page
    assert the_mailing(room).state == MailingState.DRAFT


def test_without_recipients_there_is_no_button(adviser: Client, room: Workspace) -> None:
    about, _contact = reachable(room, "Harmonie", email="")
    made = mailing(room, about)
    assert adviser.get(url("mailing_send", made))["Location"] == url("mailing_who", made)


def test_a_sent_mailing_is_no_draft_any_more(adviser: Client, room: Workspace) -> None:
    made = mailing(room, state=MailingState.SENT)
    for name in ("mailing_who", "mailing_text", "mailing_preview", "mailing_send"):
        assert adviser.get(url(name, made))["Location"] == url("mailing", made)
    assert adviser.get(url("mailing_discard", made))["Location"] == url("mailing", made)


def test_problems_are_shown_with_their_reason(adviser: Client, room: Workspace) -> None:
    made = mailing(room, state=MailingState.SENT)
    outbox_mail(room, made, state=MailState.SENT)
    outbox_mail(room, made, state=MailState.BOUNCED, error="Postvak vol", to="vol@club.example")
    page = adviser.get(url("mailing", made) + "?toon=problemen")
    assert [row.mail.to for row in page.context["page"]] == ["vol@club.example"]
    assert "Postvak vol" in page.content.decode()


def test_an_earlier_mailing_becomes_a_new_draft(adviser: Client, room: Workspace) -> None:
    about, _contact = reachable(room, "Harmonie")
    made = mailing(room, about, state=MailingState.SENT, roles=["chair"])
    adviser.post(url("mailing_copy", made))
    with guard.workspaces(room.pk):
        copy = Mailing.objects.exclude(pk=made.pk).get()
    assert (copy.subject, copy.text, copy.roles) == (made.subject, made.text, made.roles)
    assert (copy.state, copy.organisation_ids) == (MailingState.DRAFT, [about.pk])


def test_a_draft_is_thrown_away_after_a_question(adviser: Client, room: Workspace) -> None:
    made = mailing(room)
    adviser.get(url("mailing_discard", made))
    assert the_mailing(room).pk == made.pk
    adviser.post(url("mailing_discard", made))
    with guard.workspaces(room.pk):
        assert Mailing.objects.count() == 0


def test_a_reader_may_not_mail(client: Client, room: Workspace) -> None:
    client.force_login(member(room, Role.LEZER))
    made = mailing(room)
    assert client.get(LIST).status_code == 403
    assert client.post(url("mailing_send", made)).status_code == 403


def test_a_mailing_of_another_workspace_does_not_exist(adviser: Client) -> None:
    made = mailing(workspace("ede"))
    for name in ("mailing", "mailing_who", "mailing_text", "mailing_preview", "mailing_send"):
        assert adviser.get(url(name, made)).status_code == 404


def test_who_lost_the_right_sends_nothing(adviser: Client, room: Workspace, user: User) -> None:
    about, _contact = reachable(room, "Harmonie")
    made = mailing(room, about)
    send(adviser, made, 1)
    with guard.workspaces(room.pk):
        user.memberships.update(role=Role.LEZER)
    jobs.run_waiting()
    assert addresses() == []
    assert the_mailing(room).state == MailingState.SENDING
