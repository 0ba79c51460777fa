"""Each page of these rooms, as who may see it: no finding of axe, and it holds at 320 pixels."""

import pytest

from tests.access.table import TABLE
from tests.browser.conftest import Visit
from tests.browser.product import Product
from tests.browser.sweep import check_page, names
from tests.browser.sweeps.test_advice import PAGES as ADVICE
from tests.browser.sweeps.test_events import PAGES as EVENTS
from tests.browser.sweeps.test_measure_guests import PAGES as OF_GUESTS
from tests.browser.sweeps.test_measure_made import PAGES as MADE
from tests.browser.sweeps.test_measuring import PAGES as MEASURING
from tests.browser.sweeps.test_needs import PAGES as NEEDS

ROOMS = ("accounts", "account_signup", "account_logout", "mfa_index", "mfa_list_webauthn")
BY_ROLE = {"accounts:lost_key": "beheerder"}


@pytest.mark.parametrize("name", names(*ROOMS))
def test_page(visit: Visit, product: Product, name: str) -> None:
    check_page(visit(BY_ROLE.get(name, "coordinator"), again=True), product, name)


def test_every_page_is_in_a_sweep() -> None:
    rooms = {name.partition(":")[0] for name in TABLE}
    swept = [*names("register", "portal", "topics", *ROOMS), *OF_GUESTS, *MADE, *MEASURING]
    swept += [*NEEDS, *ADVICE, *EVENTS]
    assert sorted(set(names(*rooms)) - set(swept)) == []
