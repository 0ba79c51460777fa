"""The pages behind the link of *Klopt dit nog?*, as a secretary walks them."""

from datetime import timedelta

import pytest
from django.db.models import Q
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.enums import CheckState, ProposalState
from krachtlokaal.register.models import Contact, Organisation, Proposal
from tests.register.checks.factories import Asked, ask, deeds, form_of
from tests.register.people import workspace

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(room: Workspace) -> Asked:
    return ask(room)


@pytest.fixture
def visitor() -> Client:
    return Client()


def organisation(asked: Asked) -> Organisation:
    return Organisation.objects.get(pk=asked.organisation.pk)


def test_the_page_shows_what_is_known_and_changes_nothing(asked: Asked, visitor: Client) -> None:
    before = deeds(asked.room)
    for name in ("check", "check_change", "check_stop"):
        page = visitor.get(asked.url(name))
        assert "Harmonie" in page.content.decode()
        assert page.status_code == 200
    assert deeds(asked.room) == before
    assert asked.check.state == CheckState.ASKED
    assert organisation(asked).confirmed_at is None


def test_the_page_of_one_contact_shows_nobody_else(asked: Asked, visitor: Client) -> None:
    with guard.workspaces(asked.room.pk):
        Contact.objects.create(
            workspace=asked.room, organisation=asked.organisation, name="Geheime Voorzitter"
        )
    assert "Geheime Voorzitter" not in visitor.get(asked.url()).content.decode()


def test_one_click_confirms_organisation_and_contact(asked: Asked, visitor: Client) -> None:
    answer = visitor.post(asked.url(), {"deed": "klopt"})
    assert answer["Location"] == asked.url()
    check = asked.check
    assert check.state == CheckState.CONFIRMED
    assert check.contact.confirmed_at is not None
    assert organisation(asked).confirmed_at is not None
    assert deeds(asked.room)[-2:] == ["organisation.confirmed", "check.answered"]
    assert "U heeft bevestigd dat alles klopt." in visitor.get(asked.url()).content.decode()


def test_what_she_knows_best_is_changed_at_once(asked: Asked, visitor: Client) -> None:
    data = form_of(asked, **{"u-phone": "0344 654321", "o-volunteers": "40"})
    assert visitor.post(asked.url("check_change"), data)["Location"] == asked.url()
    check = asked.check
    assert check.contact.phone == "0344-654321"
    assert organisation(asked).volunteers == 40
    assert check.changes == {
        "contact": {"phone": ["", "0344-654321"]},
        "organisation": {"volunteers": [None, 40]},
    }
    assert check.state == CheckState.CHANGED
    page = visitor.get(asked.url()).content.decode()
    assert "Telefoon: was „leeg”, is nu „0344-654321”" in page


def test_a_new_address_has_no_mail_problem_any_more(asked: Asked, visitor: Client) -> None:
    with guard.workspaces(asked.room.pk):
        Contact.objects.filter(pk=asked.contact.pk).update(mail_problem="Vol")
    visitor.post(asked.url("check_change"), form_of(asked, **{"u-email": "nieuw@club.example"}))
    assert (asked.check.contact.email, asked.check.contact.mail_problem) == (
        "nieuw@club.example",
        "",
    )


def test_name_and_place_wait_for_the_people_of_the_area(asked: Asked, visitor: Client) -> None:
    data = form_of(asked, **{"o-name": "Harmonie De Lijn", "o-legal_form": "association"})
    visitor.post(asked.url("check_change"), data)
    assert organisation(asked).name == "Harmonie"
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.workspace_id) == (ProposalState.OPEN, asked.room.pk)
    assert proposal.changes["name"] == ["Harmonie", "Harmonie De Lijn"]
    assert (
        "Naam: niet „Harmonie”, maar „Harmonie De Lijn”"
        in visitor.get(asked.url()).content.decode()
    )
    assert "Harmonie De Lijn" in visitor.get(asked.url("check_change")).content.decode()


def test_a_second_visit_changes_the_one_proposal_or_takes_it_back(
    asked: Asked, visitor: Client
) -> None:
    for name in ("Eerste naam", "Tweede naam"):
        visitor.post(asked.url("check_change"), form_of(asked, **{"o-name": name}))
    assert [row.changes["name"][1] for row in Proposal.objects.all()] == ["Tweede naam"]
    visitor.post(asked.url("check_change"), form_of(asked))
    assert Proposal.objects.count() == 0
    assert asked.check.changes == {}


def test_two_visits_together_tell_the_first_value_and_the_last(
    asked: Asked, visitor: Client
) -> None:
    for phone in ("0344 111111", "0344 222222"):
        visitor.post(asked.url("check_change"), form_of(asked, **{"u-phone": phone}))
    assert asked.check.changes == {"contact": {"phone": ["", "0344-222222"]}}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"u-email": "geen adres"}, "mailadres"),
        ({"u-email": "x"}, "Vul een e-mailadres in."),
        ({"u-email": ""}, "Vul een e-mailadres in."),
        ({"o-postcode": "123"}, "postcode"),
        ({"o-volunteers": "veel"}, "Vul een heel getal in"),
        ({"o-name": ""}, "Vul de naam in."),
    ],
)
def test_bad_input_keeps_what_was_typed(
    asked: Asked, visitor: Client, changed: dict[str, str], sentence: str
) -> None:
    data = form_of(asked, **{"u-name": "Sjoukje met een lange naam", **changed})
    page = visitor.post(asked.url("check_change"), data)
    assert page.status_code == 200
    text = page.content.decode()
    assert sentence in text
    assert "Sjoukje met een lange naam" in text
    assert asked.check.state == CheckState.ASKED


def test_what_an_adviser_saved_meanwhile_is_shown_first(asked: Asked, visitor: Client) -> None:
    data = form_of(asked, **{"u-phone": "0344 654321"})
    with guard.workspaces(asked.room.pk):
        Contact.objects.filter(pk=asked.contact.pk).update(phone="0344-999999", version=2)
    page = visitor.post(asked.url("check_change"), data).content.decode()
    assert "0344-999999" in page
    assert asked.check.contact.phone == "0344-999999"
    visitor.post(asked.url("check_change"), data | {"u-version": 2})
    assert asked.check.contact.phone == "0344-654321"


def test_unknown_expired_and_withdrawn_links_get_the_same_page(
    room: Workspace, visitor: Client
) -> None:
    expired, withdrawn, stopped = (ask(room, called) for called in ("Een", "Twee", "Drie"))
    with guard.workspaces(room.pk):
        of_expired = PersonalLink.objects.filter(factcheck_of(expired))
        of_expired.update(expires_at=timezone.now() - timedelta(days=1))
        Contact.objects.filter(pk=stopped.contact.pk).update(ended_on=timezone.localdate())
        links.revoke(PersonalLink.objects.get(factcheck_of(withdrawn)))
    unknown = reverse("register:check", args=["bestaatniet"])
    pages = set()
    for address in (unknown, expired.url(), withdrawn.url(), stopped.url()):
        for answer in (visitor.get(address), visitor.post(address, {"deed": "klopt"})):
            assert answer.status_code == 404
            pages.add(answer.content.decode().replace(address, ""))
    assert len({page.split("csrfmiddlewaretoken")[0] for page in pages}) == 1
    assert "U krijgt dan een nieuwe link." in next(iter(pages))


def factcheck_of(asked: Asked) -> Q:
    return Q(pk=asked.check.link_id)


def test_the_link_of_one_workspace_opens_nothing_of_another(
    visitor: Client, room: Workspace
) -> None:
    here, there = ask(room), ask(workspace("ede"), "Zangkoor")
    visitor.post(here.url(), {"deed": "klopt"})
    assert there.check.state == CheckState.ASKED
    assert "Zangkoor" not in visitor.get(here.url()).content.decode()


def test_the_page_can_be_read_in_another_language(asked: Asked) -> None:
    visitor = Client(headers={"accept-language": "fy"})
    page = visitor.get(asked.url())
    assert '<html lang="fy"' in page.content.decode()
