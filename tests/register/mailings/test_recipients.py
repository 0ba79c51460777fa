"""Who gets a mail to a selection, and who does not and why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.register.models import Contact, Mailing
from krachtlokaal.register.queries.recipients import Audience, Reason, audience
from krachtlokaal.register.services import checks
from tests.register import factories
from tests.register.mailings.factories import mailing, opt_out, reachable

pytestmark = pytest.mark.django_db


def people(access: Access, made: Mailing) -> Audience:
    with guard.workspaces(access.workspace.pk):
        return audience(made, access)


def why(found: Audience) -> list[Reason]:
    return [row.reason for row in found.left_out]


def test_one_of_each_organisation_the_secretary_first(room: Workspace, access: Access) -> None:
    about, secretary = reachable(room, "Harmonie")
    with guard.workspaces(room.pk):
        factories.contact(room, about, role="chair", email="voorzitter@club.example")
    found = people(access, mailing(room, about))
    assert [row.contact for row in found.recipients] == [secretary.pk]
    assert found.left_out == []


def test_who_can_not_be_reached_is_passed_over_for_the_next(
    room: Workspace, access: Access
) -> None:
    about, _secretary = reachable(room, "Harmonie", mail_problem="Postvak vol")
    with guard.workspaces(room.pk):
        factories.contact(room, about, role="treasurer", email="geld@club.example")
        factories.contact(room, about, role="chair", email="voorzitter@club.example")
    found = people(access, mailing(room, about))
    assert [row.email for row in found.recipients] == ["voorzitter@club.example"]


def test_everybody_of_the_chosen_roles(room: Workspace, access: Access) -> None:
    about, _secretary = reachable(room, "Harmonie")
    with guard.workspaces(room.pk):
        factories.contact(room, about, role="chair", email="voorzitter@club.example")
        factories.contact(room, about, role="treasurer", email="geld@club.example")
    found = people(access, mailing(room, about, roles=["chair", "treasurer"]))
    assert {row.role for row in found.recipients} == {"chair", "treasurer"}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"email": ""}, Reason.NO_ADDRESS),
        ({"mail_problem": "Bestaat niet"}, Reason.RETURNED),
        ({"ended_on": "2026-01-01"}, Reason.STOPPED),
        ({"role": "chair"}, Reason.NO_CONTACT),
    ],
)
def test_each_reason_is_told(
    room: Workspace, access: Access, values: dict[str, str], reason: Reason
) -> None:
    about, _contact = reachable(room, "Harmonie", **values)
    found = people(access, mailing(room, about, roles=["secretary"]))
    assert (found.recipients, why(found)) == ([], [reason])


def test_an_opted_out_address_counts_whatever_its_capitals(room: Workspace, access: Access) -> None:
    about, _contact = reachable(room, "Harmonie", email="Post@Club.example")
    opt_out(room, "post@club.EXAMPLE")
    found = people(access, mailing(room, about))
    assert why(found) == [Reason.OPTED_OUT]
    assert found.counts() == {"recipients": 0, "opted_out": 1}


def test_the_opt_out_of_another_workspace_does_not_count(room: Workspace, access: Access) -> None:
    from tests.register.people import workspace

    about, contact = reachable(room, "Harmonie")
    opt_out(workspace("ede"), contact.email)
    assert len(people(access, mailing(room, about)).recipients) == 1


def test_an_address_gets_a_letter_once_and_a_question_for_each_organisation(
    room: Workspace, access: Access
) -> None:
    one, _first = reachable(room, "Harmonie", email="zelfde@club.example")
    two, _second = reachable(room, "Majorettes", email="Zelfde@club.example")
    letter = people(access, mailing(room, one, two))
    assert (len(letter.recipients), why(letter)) == (1, [Reason.DOUBLE])
    question = people(access, mailing(room, one, two, kind=Mailing.Kind.KLOPT))
    assert len(question.recipients) == 2


def test_who_was_asked_or_confirmed_this_year_is_not_asked_again(
    room: Workspace, access: Access
) -> None:
    now = timezone.now()
    fresh, _contact = reachable(room, "A", confirmed_at=now - timedelta(days=300))
    stale, _other = reachable(room, "B", confirmed_at=now - timedelta(days=340))
    asked, contact = reachable(room, "C")
    with guard.workspaces(room.pk):
        checks.ask(workspace=room, contact=Contact.objects.get(pk=contact.pk))
    found = people(access, mailing(room, fresh, stale, asked, kind=Mailing.Kind.KLOPT))
    assert [row.organisation for row in found.recipients] == [stale.pk]
    assert why(found) == [Reason.RECENT, Reason.RECENT]
    assert len(people(access, mailing(room, fresh, stale, asked)).recipients) == 3


def test_an_organisation_that_stopped_gets_nothing(room: Workspace, access: Access) -> None:
    about, _contact = reachable(room, "Harmonie")
    type(about).objects.filter(pk=about.pk).update(ended_on="2026-01-01")
    assert why(people(access, mailing(room, about))) == [Reason.STOPPED]


def test_contacts_of_another_workspace_get_nothing(room: Workspace, access: Access) -> None:
    from tests.register.people import workspace

    about, _contact = reachable(workspace("ede"), "Harmonie")
    assert why(people(access, mailing(room, about))) == [Reason.NO_CONTACT]


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    room: Workspace, access: Access, count: int, django_assert_max_num_queries: object
) -> None:
    for number in range(count):
        reachable(room, f"Harmonie {number}")
    made = mailing(room, kind=Mailing.Kind.KLOPT)
    with guard.workspaces(room.pk), django_assert_max_num_queries(5):  # type: ignore[operator]  # pytest-django's fixture
        assert len(audience(made, access).recipients) == count
