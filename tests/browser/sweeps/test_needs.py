"""Each page of needs surveys, as a coordinator or as a guest: no finding of axe, it holds at 320
pixels. Guests see theirs in each language in the walks of needs surveys.
"""

import pytest

from krachtlokaal.accounts.gate import LINK
from tests.access.table import PUBLIC, TABLE
from tests.browser.conftest import Visit
from tests.browser.product import Product
from tests.browser.sweep import check_page, names

PAGES = names("needs")


@pytest.mark.parametrize("name", PAGES)
def test_page(visit: Visit, product: Product, name: str) -> None:
    role = "" if TABLE[name].gate in {LINK, PUBLIC} else "coordinator"
    check_page(visit(role, again=bool(role)), product, name)
