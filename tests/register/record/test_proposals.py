"""Who works elsewhere proposes; who works there decides, and answers by mail."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import letters
from krachtlokaal.office.models import AuditEntry, OutboxMail
from krachtlokaal.register.enums import ProposalState
from krachtlokaal.register.forms.organisations import initial_facts
from krachtlokaal.register.models import Organisation, Proposal
from krachtlokaal.register.services import proposals
from tests.accounts.factories import signed_in
from tests.register import factories
from tests.register.people import access_of, member, workspace

pytestmark = pytest.mark.django_db
ALL = reverse("register:proposals")


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


@pytest.fixture
def elsewhere() -> Workspace:
    return workspace("buren", [factories.BUREN])


def proposal(elsewhere: Workspace, row: Organisation, **facts: object) -> Proposal:
    with guard.workspaces(elsewhere.pk):
        return proposals.propose(
            access=access_of(elsewhere),
            organisation=row,
            facts=facts or {"name": "Nieuwe naam"},
            reason="Staat op de gevel",
        )


def url(found: Proposal) -> str:
    return reverse("register:proposal", args=[found.pk])


def test_a_proposal_is_made_from_the_form(elsewhere: Workspace) -> None:
    row = factories.organisation("Zwemclub", volunteers=3)
    page = reverse("register:change", args=[row.pk])
    proposer = signed_in(member(elsewhere))
    workspace("tiel", [factories.TIEL])
    assert "Hierover beslist: Steunpunt tiel" in " ".join(
        proposer.get(page).content.decode().split()
    )
    facts = {key: value or "" for key, value in initial_facts(row).items()}
    same = proposer.post(page, facts | {"reason": "Zomaar"})
    assert "U heeft nog niets gewijzigd." in same.content.decode()
    proposer.post(page, facts | {"volunteers": "34", "reason": "Geteld"})
    made = Proposal.objects.get()
    assert (made.changes, made.reason) == ({"volunteers": [3, 34]}, "Geteld")
    with guard.workspaces(0):
        assert AuditEntry.shared.get().verb == "proposal.made"


def test_those_of_the_area_take_it_over(adviser: Client, elsewhere: Workspace) -> None:
    row = factories.organisation("Zwemclub")
    found = proposal(elsewhere, row)
    assert "Staat op de gevel" in adviser.get(url(found)).content.decode()
    adviser.post(url(found), {"besluit": "overnemen", "answer": "Dank!"})
    found.refresh_from_db()
    row.refresh_from_db()
    assert (found.state, row.name, row.version) == (ProposalState.ACCEPTED, "Nieuwe naam", 2)
    with guard.system("the mail of another workspace"):
        letter = letters.write(OutboxMail.objects.get(template="proposal_decided"))
    assert letter.subject == "Uw voorstel voor Nieuwe naam is overgenomen"
    assert "Toelichting: Dank!" in letter.text
    assert f"/organisaties/{row.pk}/" in letter.text


def test_those_of_the_area_leave_it(adviser: Client, elsewhere: Workspace) -> None:
    row = factories.organisation("Zwemclub")
    found = proposal(elsewhere, row)
    adviser.post(url(found), {"besluit": "laten", "answer": "Klopt niet."})
    found.refresh_from_db()
    row.refresh_from_db()
    assert (found.state, row.name) == (ProposalState.DECLINED, "Zwemclub")
    with guard.system("the mail of another workspace"):
        letter = letters.write(OutboxMail.objects.get(template="proposal_decided"))
    assert letter.subject == "Uw voorstel voor Zwemclub is niet overgenomen"


def test_a_fact_that_was_changed_since_is_not_overwritten(
    adviser: Client, elsewhere: Workspace
) -> None:
    row = factories.organisation("Zwemclub")
    found = proposal(elsewhere, row)
    Organisation.objects.update(name="Derde naam")
    assert "Dit is na het voorstel al gewijzigd: Naam." in " ".join(
        adviser.get(url(found)).content.decode().split()
    )
    page = adviser.post(url(found), {"besluit": "overnemen"}, follow=True)
    assert "De gegevens zijn na dit voorstel gewijzigd." in page.content.decode()
    found.refresh_from_db()
    assert found.state == ProposalState.OPEN


def test_a_decision_is_taken_once(adviser: Client, elsewhere: Workspace) -> None:
    found = proposal(elsewhere, factories.organisation("Zwemclub"))
    adviser.post(url(found), {"besluit": "laten"})
    page = adviser.post(url(found), {"besluit": "overnemen"}, follow=True)
    assert "Een collega heeft hier al over besloten." in page.content.decode()
    with guard.system("the mail of another workspace"):
        assert OutboxMail.objects.count() == 1


def test_those_who_proposed_do_not_decide(elsewhere: Workspace) -> None:
    row = factories.organisation("Zwemclub")
    found = proposal(elsewhere, row)
    proposer = signed_in(found.proposed_by)  # type: ignore[arg-type]  # made by a user
    assert "Neem over" not in proposer.get(url(found)).content.decode()
    assert proposer.post(url(found), {"besluit": "overnemen"}).status_code == 403


def test_the_list_shows_what_waits_here_and_what_was_proposed_elsewhere(
    adviser: Client, elsewhere: Workspace, room: Workspace
) -> None:
    proposal(elsewhere, factories.organisation("Zwemclub"))
    far = factories.organisation("Koor", municipality_id=factories.LEEUWARDEN)
    with guard.workspaces(room.pk):
        proposals.propose(
            access=access_of(room, Role.COORDINATOR),
            organisation=far,
            facts={"name": "Zangkoor"},
            reason="",
        )
    waiting, own = adviser.get(ALL), adviser.get(ALL, {"van": "ons"})
    assert [row.organisation.name for row in waiting.context["page"]] == ["Zwemclub"]
    assert [row.organisation.name for row in own.context["page"]] == ["Koor"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_a_fixed_number_of_queries(
    adviser: Client,
    elsewhere: Workspace,
    count: int,
    django_assert_num_queries: object,
) -> None:
    for number in range(count):
        row = factories.organisation(f"Club {number}")
        Proposal.objects.create(
            organisation=row, workspace=elsewhere, proposer_name="B", changes={"name": ["a", "b"]}
        )
    with django_assert_num_queries(10):  # type: ignore[operator]  # pytest-django's fixture
        adviser.get(ALL)


def test_an_empty_list_says_what_it_is_for(adviser: Client) -> None:
    assert "Er wacht niets op u" in adviser.get(ALL).content.decode()
    assert "deed nog geen voorstel" in adviser.get(ALL, {"van": "ons"}).content.decode()


def test_a_reader_may_not(client: Client, room: Workspace, elsewhere: Workspace) -> None:
    found = proposal(elsewhere, factories.organisation("Zwemclub"))
    client.force_login(member(room, Role.LEZER))
    assert client.get(ALL).status_code == 403
    assert client.get(url(found)).status_code == 403
    assert client.post(url(found)).status_code == 403


def test_what_does_not_exist_is_not_found(adviser: Client) -> None:
    assert adviser.get(reverse("register:proposal", args=[99999999])).status_code == 404
