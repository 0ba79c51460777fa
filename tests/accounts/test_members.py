"""Colleagues: who works here, other roles, the end of a membership, lost keys."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Membership, User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry, OutboxMail
from tests.accounts import factories

pytestmark = pytest.mark.django_db

LIST = "/werkruimte/collegas/"


def seat_of(owner: User, place: Workspace) -> Membership:
    with guard.workspaces(place.pk):
        return Membership.objects.filter(user=owner).latest("id")


def page(owner: User, path: str = LIST) -> str:
    answer = factories.signed_in(owner).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def verbs(place: Workspace) -> list[str]:
    with guard.workspaces(place.pk):
        return list(AuditEntry.objects.order_by("id").values_list("verb", flat=True))


def change(by: User, who: Membership, role: Role, seen: Role | None = None) -> str:
    client = factories.signed_in(by)
    data = {"role": role.value, "seen": (seen or Role(who.role)).value}
    answer = client.post(f"{LIST}{who.pk}/rol/", data, follow=True)
    return answer.content.decode()


def test_the_list_shows_colleagues_with_role_and_key(coordinator: User, adviser: User) -> None:
    text = page(coordinator)
    assert "2 collega" in text
    assert text.index("cora@oevermeer.example") < text.index("ad@oevermeer.example")
    assert "Consulent" in text


def test_a_coordinator_without_key_is_pointed_out(coordinator: User, place: Workspace) -> None:
    other = factories.user("kees@oevermeer.example")
    factories.membership(place, other, Role.COORDINATOR)
    assert "Nog niet, moet wel" in page(coordinator)


def test_people_of_elsewhere_are_not_in_the_list(coordinator: User, elsewhere: Workspace) -> None:
    factories.member(elsewhere, Role.CONSULENT, "vreemd@wilgenveld.example")
    assert "vreemd@wilgenveld.example" not in page(coordinator)


def test_the_list_costs_the_same_with_more_people(coordinator: User, place: Workspace) -> None:
    client = factories.signed_in(coordinator)
    counts = []
    for number in range(3):
        factories.member(place, Role.LEZER, f"lezer{number}@oevermeer.example")
        factories.invitation(place, coordinator, email=f"nieuw{number}@oevermeer.example")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[-1]
    assert counts[0] <= 14


def test_only_who_manages_members_sees_the_list(adviser: User) -> None:
    assert factories.signed_in(adviser).get(LIST).status_code == 403


def test_a_role_changes_at_once(coordinator: User, adviser: User, place: Workspace) -> None:
    text = change(coordinator, seat_of(adviser, place), Role.LEZER)
    assert "heeft een nieuwe rol" in text
    assert seat_of(adviser, place).role == Role.LEZER
    assert verbs(place)[-1] == "membership.role_changed"


def test_two_who_change_the_same_role_hear_of_each_other(
    coordinator: User, adviser: User, place: Workspace
) -> None:
    seat = seat_of(adviser, place)
    change(coordinator, seat, Role.LEZER)
    text = change(coordinator, seat, Role.COORDINATOR, seen=Role.CONSULENT)
    assert "Iemand anders gaf" in text
    assert seat_of(adviser, place).role == Role.LEZER


def test_nobody_gives_more_than_she_has(coordinator: User, adviser: User, place: Workspace) -> None:
    text = change(coordinator, seat_of(adviser, place), Role.LANDELIJK)
    assert "Deze rol kunt u hier niet geven." in text
    assert seat_of(adviser, place).role == Role.CONSULENT


def test_the_national_role_is_given_by_the_national_team_alone(national: Workspace) -> None:
    head = factories.member(national, Role.LANDELIJK)
    helper = factories.member(national, Role.COORDINATOR)
    reader = factories.member(national, Role.LEZER)
    assert "Deze rol kunt u hier niet geven." in change(
        helper, seat_of(reader, national), Role.LANDELIJK
    )
    change(head, seat_of(reader, national), Role.LANDELIJK)
    assert seat_of(reader, national).role == Role.LANDELIJK


def test_a_stronger_colleague_is_out_of_reach(national: Workspace) -> None:
    head = factories.member(national, Role.LANDELIJK)
    helper = factories.member(national, Role.COORDINATOR)
    client = factories.signed_in(helper)
    for what in ("rol", "einde", "sleutel"):
        assert client.get(f"{LIST}{seat_of(head, national).pk}/{what}/").status_code == 403


def test_the_last_coordinator_stays(coordinator: User, place: Workspace) -> None:
    seat = seat_of(coordinator, place)
    assert "is de enige die hier collega&#x27;s kan uitnodigen" in change(
        coordinator, seat, Role.CONSULENT
    )
    answer = factories.signed_in(coordinator).post(f"{LIST}{seat.pk}/einde/", follow=True)
    assert "is de enige die hier collega&#x27;s kan uitnodigen" in answer.content.decode()
    assert seat_of(coordinator, place).ended_at is None


def test_with_two_coordinators_one_may_go(coordinator: User, place: Workspace) -> None:
    second = factories.member(place, Role.COORDINATOR, "twee@oevermeer.example")
    change(second, seat_of(coordinator, place), Role.CONSULENT)
    assert seat_of(coordinator, place).role == Role.CONSULENT


def test_the_end_holds_from_the_next_request_on(
    coordinator: User, adviser: User, place: Workspace
) -> None:
    hers = factories.signed_in(adviser)
    assert hers.get("/werkruimte/").status_code == 200
    factories.signed_in(coordinator).post(f"{LIST}{seat_of(adviser, place).pk}/einde/")
    assert hers.get("/werkruimte/").status_code == 403
    assert verbs(place)[-1] == "membership.ended"


def test_the_question_before_the_end_changes_nothing(
    coordinator: User, adviser: User, place: Workspace
) -> None:
    seat = seat_of(adviser, place)
    assert "eruit" in page(coordinator, f"{LIST}{seat.pk}/einde/")
    assert seat_of(adviser, place).ended_at is None


def test_who_came_back_is_the_same_person_with_a_new_membership(
    coordinator: User, adviser: User, place: Workspace
) -> None:
    factories.signed_in(coordinator).post(f"{LIST}{seat_of(adviser, place).pk}/einde/")
    factories.membership(place, adviser, Role.LEZER)
    assert seat_of(adviser, place).role == Role.LEZER


@pytest.mark.parametrize("what", ["rol", "einde", "sleutel"])
def test_a_membership_of_elsewhere_is_not_there(
    coordinator: User, elsewhere: Workspace, what: str
) -> None:
    stranger = factories.member(elsewhere, Role.CONSULENT)
    client = factories.signed_in(coordinator)
    assert client.get(f"{LIST}{seat_of(stranger, elsewhere).pk}/{what}/").status_code == 404


def test_a_lost_key_is_forgotten_and_she_hears_of_it(
    coordinator: User, adviser: User, place: Workspace
) -> None:
    hers = factories.signed_in(adviser)
    factories.signed_in(coordinator).post(f"{LIST}{seat_of(adviser, place).pk}/sleutel/")
    assert not Authenticator.objects.filter(user=adviser).exists()
    assert hers.get("/werkruimte/").status_code == 302
    assert verbs(place)[-1] == "user.second_factor_reset"
    with guard.system("a test reads the outbox"):
        assert OutboxMail.objects.latest("id").template == "sleutel-vergeten"


def test_a_coordinator_does_not_open_doors_elsewhere(
    coordinator: User, adviser: User, place: Workspace, national: Workspace
) -> None:
    factories.membership(national, adviser, Role.LANDELIJK)
    client = factories.signed_in(coordinator)
    answer = client.post(f"{LIST}{seat_of(adviser, place).pk}/sleutel/", follow=True)
    assert "heeft elders een zwaardere rol" in answer.content.decode()
    assert Authenticator.objects.filter(user=adviser).exists()


def test_one_does_not_forget_ones_own_key_here(coordinator: User, place: Workspace) -> None:
    client = factories.signed_in(coordinator)
    path = f"{LIST}{seat_of(coordinator, place).pk}/sleutel/"
    assert client.post(path).status_code == 403


def test_the_operator_helps_a_coordinator(coordinator: User) -> None:
    operator = factories.user("beheer@krachtlokaal.example", is_operator=True)
    factories.key(operator)
    client = factories.signed_in(operator)
    path = "/beheer/sleutel-kwijt/"
    wrong = client.post(path, {"email": "niemand@oevermeer.example"}).content.decode()
    assert "Er is geen account met dit adres." in wrong
    client.post(path, {"email": coordinator.email})
    assert not Authenticator.objects.filter(user=coordinator).exists()


def test_a_coordinator_is_no_operator(coordinator: User) -> None:
    client = factories.signed_in(coordinator)
    assert client.get("/beheer/sleutel-kwijt/").status_code == 403


def test_visitors_are_sent_to_sign_in(client: Client, db: None) -> None:
    assert client.get(LIST)["Location"] == f"/inloggen/?next={LIST}"
