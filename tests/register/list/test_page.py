"""The list as a user sees it, and what can be done with a choice."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.register.models import DuplicatePair, Organisation, OrganisationTag, Selection
from krachtlokaal.register.queries import listing
from krachtlokaal.register.queries.places import towns
from tests.register import factories
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
LIST = reverse("register:list")
CHOOSE = reverse("register:choose")
Queries = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


def text(client: Client, address: str = "") -> str:
    return client.get(f"{LIST}?{address}").content.decode()


def test_the_list_shows_rows_with_what_needs_attention(adviser: Client, room: Workspace) -> None:
    row = factories.organisation("Zwemclub <De Otter>", volunteers=1284, place="Wadenoijen")
    other = factories.organisation("Zwemclub de otter")
    with guard.workspaces(room.pk):
        label = factories.tag(room, "net werk")
        OrganisationTag.objects.create(workspace=room, organisation=row, tag=label)
        factories.contact(room, other, mail_problem="Postbus vol")
    page = text(adviser)
    assert "2 organisaties gevonden" in page
    assert "Zwemclub &lt;De Otter&gt;</a>" in page
    assert "Wadenoijen, Tiel" in page
    assert "1.284" in page
    assert "net werk" in page
    assert "Adres controleren" in page
    DuplicatePair.objects.create(a=row, b=other, probability=0.9)
    assert text(adviser).count("Mogelijk dubbel</span>") == 2


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_list_takes_a_fixed_number_of_queries(
    adviser: Client, room: Workspace, django_assert_num_queries: Queries, count: int
) -> None:
    towns()  # the municipalities are read once a process
    rows = [factories.organisation(f"Club {number}") for number in range(min(count, 3))]
    for number in range(3, count):
        Organisation.objects.create(
            name=f"c{number}", name_key=f"c{number}", municipality_id="GM0281"
        )
    with guard.workspaces(room.pk):
        for row in rows:
            factories.contact(room, row)
    # session, user, memberships, two for the scope; around, rows with their number; and two
    # savepoints that stand here for the begin and the commit of a request
    with django_assert_num_queries(9):
        adviser.get(LIST, {"q": "c", "sort": "-plaats"})


def test_the_pages_of_the_list_keep_the_filters(adviser: Client) -> None:
    for number in range(27):
        factories.organisation(f"Club {number:02}")
    page = text(adviser, "soort=other&page=2")
    assert "26 tot en met 27 van 27" in page
    assert "?soort=other&amp;page=1" in page
    assert "Club 26" in text(adviser, "page=999999")
    assert "Club 00" in text(adviser, "page=nee")


def test_a_search_that_finds_very_much_says_so(
    adviser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_COUNTED", 2)
    for number in range(3):
        factories.organisation(f"Club {number}")
    assert "Meer dan 2 organisaties gevonden" in text(adviser, "q=club")


def test_nonsense_in_the_address_gives_a_notice_and_the_list(adviser: Client) -> None:
    factories.organisation("Zwemclub")
    page = text(adviser, "gemeente=x&sort=y&page=z&label=%00&selectie=1&toestand=[]")
    assert "Zwemclub" in page
    assert "De gemeente in het adres van deze bladzijde kennen wij niet." in page
    assert "Deze selectie bestaat niet meer." in page


def test_an_empty_result_offers_to_add_what_was_searched(adviser: Client) -> None:
    page = text(adviser, "q=harmonie %26 co")
    assert 'Geen organisatie gevonden met "harmonie &amp; co"' in page
    assert f"{reverse('register:create')}?name=harmonie%20%26%20co" in page
    assert "Alle filters wissen" in page


def test_an_empty_area_says_what_to_do_first(adviser: Client) -> None:
    page = text(adviser)
    assert "Nog geen organisaties in uw werkgebied" in page
    assert reverse("register:imports") in page


def test_the_filters_offer_the_own_area_or_everything(adviser: Client) -> None:
    assert "Leeuwarden" not in text(adviser)
    page = text(adviser, "gebied=alles")
    assert '<option value="GM0080">Leeuwarden</option>' in page
    assert 'name="provincie"' in page


def test_several_municipalities_stay_chosen(adviser: Client) -> None:
    page = text(adviser, "gebied=alles&gemeente=GM0281&gemeente=GM0080")
    assert '<option value="GM0281,GM0080" selected>2 gemeenten: Tiel, Leeuwarden</option>' in page


def test_a_reader_sees_the_list_without_its_buttons(client: Client, room: Workspace) -> None:
    factories.organisation("Zwemclub")
    client.force_login(member(room, Role.LEZER))
    page = text(client)
    assert "Zwemclub" in page
    assert not any(word in page for word in ("Mailen", "Label geven", "Organisatie toevoegen"))


def test_a_door_volunteer_does_not_get_in(client: Client, room: Workspace) -> None:
    client.force_login(member(room, Role.DEURVRIJWILLIGER))
    assert client.get(LIST).status_code == 403


@pytest.mark.parametrize(
    ("deed", "name"),
    [
        ("label", "register:tag_organisations"),
        ("mail", "register:mailing_new"),
        ("bestand", "register:export"),
        ("bewaar", "register:selection_new"),
    ],
)
def test_a_choice_goes_along_to_the_page_that_does_something(
    adviser: Client, deed: str, name: str
) -> None:
    ticked = adviser.get(f"{CHOOSE}?lijst=q%3Dkoor&ids=3&ids=5&doe={deed}")
    assert ticked["Location"] == f"{reverse(name)}?ids=3,5"
    whole = adviser.get(f"{CHOOSE}?lijst=q%3Dkoor%26soort%3Dculture&alles=1&ids=3&doe={deed}")
    assert whole["Location"] == f"{reverse(name)}?q=koor&soort=culture"


@pytest.mark.parametrize("address", ["doe=mail", "doe=iets&ids=3", ""])
def test_no_choice_goes_back_to_the_list_with_a_sentence(adviser: Client, address: str) -> None:
    page = adviser.get(f"{CHOOSE}?lijst=q%3Dkoor&{address}", follow=True)
    assert page.redirect_chain[0][0] == f"{LIST}?q=koor"
    assert "Kies eerst organisaties" in page.content.decode()


def test_saved_selections_of_the_workspace_stand_in_the_menu(
    adviser: Client, room: Workspace
) -> None:
    with guard.system("one of another workspace beside it"):
        Selection.objects.create(workspace=room, name="Onze koren", query="soort=culture")
        other = workspace("buren")
        Selection.objects.create(workspace=other, name="Van een ander", query="soort=culture")
    page = text(adviser)
    assert '<a href="?soort=culture">Onze koren</a>' in page
    assert "Van een ander" not in page


@pytest.mark.parametrize("searched", ["", "club"])
@pytest.mark.parametrize(
    ("page", "first", "last"),
    [
        ("1", 0, 24),
        ("2", 25, 49),
        ("3", 50, 52),
        ("4", 50, 52),
        ("0", 50, 52),
        ("-1", 50, 52),
        ("99999999999999999999", 50, 52),
        ("drie", 0, 24),
        ("", 0, 24),
        ("²", 0, 24),
    ],
)
def test_a_page_that_does_not_exist_is_the_nearest_that_does(
    adviser: Client, searched: str, page: str, first: int, last: int
) -> None:
    for number in range(53):
        factories.organisation(f"Club {number:02}")
    answer = adviser.get(LIST, {"q": searched, "page": page})
    result = answer.context["result"]
    names = [line.name for line in result.lines]
    assert names == [f"Club {number:02}" for number in range(first, last + 1)]
    assert result.count == 53
    assert not result.is_cut


def test_a_search_that_finds_too_much_is_cut_off_and_in_order(
    adviser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_COUNTED", 30)
    for number in range(40):
        factories.organisation(f"Club {number:02}")
    pages = [adviser.get(LIST, {"q": "club", "page": page}).context["result"] for page in (1, 2, 3)]
    assert [page.is_cut for page in pages] == [True, True, True]
    assert [page.count for page in pages] == [30, 30, 30]
    shown = [[line.name for line in page.lines] for page in pages]
    whole = [f"Club {number:02}" for number in range(40)]
    assert shown == [whole[:25], whole[25:50], whole[25:50]]
