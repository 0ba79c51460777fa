"""The address of the list: what it means, and that nonsense in it does no harm."""

import pytest
from django.http import QueryDict

from krachtlokaal.register.queries.filters import LONGEST_SEARCH, Filters
from tests.register import factories

pytestmark = pytest.mark.django_db


def read(address: str) -> Filters:
    return Filters.from_querydict(QueryDict(address))


def test_every_filter_comes_from_the_address() -> None:
    address = (
        "q=de+brink&gemeente=GM0281&gemeente=GM0214&provincie=Gelderland&soort=sport"
        "&rechtsvorm=foundation&grootte=10-24&label=7&toestand=dubbel&gebied=alles&sort=-plaats"
    )
    assert read(address) == Filters(
        q="de brink",
        municipalities=("GM0281", "GM0214"),
        province="Gelderland",
        sector="sport",
        legal_form="foundation",
        size="10-24",
        tag=7,
        state="dubbel",
        everywhere=True,
        sort="plaats",
        descending=True,
    )


@pytest.mark.parametrize(
    "address",
    [
        "",
        "q=harmonie",
        "gemeente=GM0281&gemeente=GM0214&soort=care",
        "ids=3,1,2",
        "toestand=gestopt&gebied=alles&sort=-naam",
    ],
)
def test_the_address_of_an_address_is_the_same(address: str) -> None:
    assert read(read(address).query()) == read(address)
    assert read(address).query() == address


def test_a_select_holds_several_municipalities_with_commas() -> None:
    assert read("gemeente=GM0281,GM0214").municipalities == ("GM0281", "GM0214")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("gemeente=GM9999", "De gemeente"),
        ("provincie=Atlantis", "De provincie"),
        ("soort=quidditch", "De soort"),
        ("rechtsvorm=x", "De rechtsvorm"),
        ("grootte=veel", "De grootte"),
        ("label=drie", "Het label"),
        ("label=99999999999999999999999", "Het label"),
        ("label=٣", "Het label"),
        ("toestand=kapot", "De toestand"),
        ("gebied=maan", "Het gebied"),
        ("selectie=-1", "De selectie"),
        ("ids=a,b", "De keuze van organisaties"),
        ("sort=kleur", "De volgorde"),
    ],
)
def test_nonsense_is_left_out_and_told(address: str, sentence: str) -> None:
    found = read(address)
    assert found == Filters(errors=found.errors)
    assert len(found.errors) == 1
    assert found.errors[0].startswith(sentence)


def test_what_is_known_beside_nonsense_counts() -> None:
    found = read(f"gemeente={factories.TIEL}&gemeente=GM0000&soort=sport")
    assert (found.municipalities, found.sector, len(found.errors)) == (("GM0281",), "sport", 1)


def test_a_long_search_text_is_cut_and_told() -> None:
    found = read("q=" + "a" * 500)
    assert (len(found.q), len(found.errors)) == (LONGEST_SEARCH, 1)


def test_a_null_sign_does_not_reach_the_database() -> None:
    assert read("q=de%00brink").q == "de brink"


@pytest.mark.parametrize(
    ("address", "narrowed"),
    [("", False), ("gebied=alles&sort=plaats", False), ("q=a", True), ("ids=1", True)],
)
def test_an_address_is_narrowed_when_anything_but_area_and_order_was_chosen(
    address: str,
    narrowed: bool,
) -> None:
    assert read(address).is_narrowed is narrowed
