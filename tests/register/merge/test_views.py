"""The pages about duplicates, as an adviser uses them."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs
from krachtlokaal.register.enums import PairState
from krachtlokaal.register.models import DuplicatePair, Merge, Organisation
from tests.register import factories
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
PAIRS = reverse("register:pairs")


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", municipalities=[factories.TIEL])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


def pair(number: int = 0, **facts: object) -> DuplicatePair:
    a = factories.organisation(f"Dorpshuis De Bron {number}", **facts)
    b = factories.organisation(f"De Bron {number}, dorpshuis", **facts)
    return DuplicatePair.objects.create(a=a, b=b, probability=0.97)


def merge_url(found: DuplicatePair) -> str:
    return reverse("register:merge", args=[found.a_id, found.b_id])


def test_the_list_shows_pairs_of_the_area_alone(adviser: Client) -> None:
    pair(1)
    pair(2, municipality_id=factories.LEEUWARDEN)
    page = adviser.get(PAIRS)
    assert [row.a.name for row in page.context["page"]] == ["Dorpshuis De Bron 1"]


def test_an_empty_list_says_what_to_do(adviser: Client) -> None:
    assert "Laat dan opnieuw zoeken" in adviser.get(PAIRS).content.decode()


@pytest.mark.parametrize("count", [1, 3, 30])
def test_the_list_takes_a_fixed_number_of_queries(
    adviser: Client, count: int, django_assert_max_num_queries: object
) -> None:
    for number in range(count):
        pair(number)
    with django_assert_max_num_queries(11):  # type: ignore[operator]  # pytest-django's fixture
        adviser.get(PAIRS)


def test_two_are_shown_side_by_side_and_merged(adviser: Client, room: Workspace) -> None:
    found = pair()
    Organisation.objects.filter(pk=found.b_id).update(postcode="4001 AB")
    with guard.workspaces(room.pk):
        factories.contact(room, found.b, name="W. Penning")
    page = adviser.get(merge_url(found)).content.decode()
    assert "4001 AB" in page
    assert "W. Penning" in page
    answer = adviser.post(merge_url(found), {"name": "gone"})
    done = Merge.objects.get()
    assert answer.headers["Location"] == reverse("register:merged", args=[done.pk])
    assert done.kept.name == "De Bron 0, dorpshuis"


def test_a_choice_that_is_missing_is_asked_for_and_merges_nothing(adviser: Client) -> None:
    found = pair()
    page = adviser.post(merge_url(found), {})
    assert "Kies een van de twee." in page.content.decode()
    assert Merge.objects.count() == 0


def test_rows_of_other_workspaces_are_counts_without_names(adviser: Client) -> None:
    found = pair()
    other = workspace("ander")
    with guard.workspaces(other.pk):
        factories.contact(other, found.b, name="Geheime Naam")
    page = adviser.get(merge_url(found)).content.decode()
    assert "Geheime Naam" not in page
    assert "1 van andere werkruimten" in " ".join(page.split())


def test_undo_is_offered_and_works_once(adviser: Client) -> None:
    found = pair()
    adviser.post(merge_url(found), {"name": "kept"})
    done = Merge.objects.get()
    undo = reverse("register:merge_undo", args=[done.pk])
    assert "weer apart" in adviser.post(undo, follow=True).content.decode()
    assert "al ongedaan gemaakt" in adviser.post(undo, follow=True).content.decode()


def test_a_pair_that_is_not_the_same_leaves_the_list(adviser: Client) -> None:
    found = pair()
    adviser.post(reverse("register:pair_different", args=[found.pk]))
    found.refresh_from_db()
    assert found.state == PairState.DIFFERENT
    assert list(adviser.get(PAIRS).context["page"]) == []


def test_outside_the_area_one_may_look_but_not_merge(adviser: Client) -> None:
    found = pair(municipality_id=factories.LEEUWARDEN)
    assert "buiten uw werkgebied" in adviser.get(merge_url(found)).content.decode()
    assert adviser.post(merge_url(found), {"name": "kept"}).status_code == 403
    assert Merge.objects.count() == 0


def test_a_reader_has_no_door_here(client: Client, room: Workspace) -> None:
    client.force_login(member(room, Role.LEZER))
    assert client.get(PAIRS).status_code == 403


def test_an_organisation_that_is_gone_can_not_be_merged_again(adviser: Client) -> None:
    found = pair()
    adviser.post(merge_url(found), {"name": "kept"})
    assert adviser.get(merge_url(found)).status_code == 404


def test_the_search_finds_a_pair_and_keeps_decisions(adviser: Client, room: Workspace) -> None:
    facts = {"postcode": "4001 AB", "kvk": "90001234"}
    factories.organisation("Stichting Dorpshuis De Lingebocht", **facts)
    factories.organisation("STG. DORPSHUIS DE LINGEBOCHT", **facts)
    factories.organisation("Tennisclub De Gors", postcode="4001 ZZ")
    answer = adviser.post(reverse("register:pairs_find"))
    assert answer.status_code == 302
    jobs.run_waiting()
    found = DuplicatePair.objects.get()
    assert found.probability > 0.9
    DuplicatePair.objects.update(state=PairState.DIFFERENT)
    adviser.post(reverse("register:pairs_find"))
    jobs.run_waiting()
    found.refresh_from_db()
    assert found.state == PairState.DIFFERENT
