"""Each page of needs surveys, as a coordinator: no finding of axe, it holds at 320 pixels.

What guests see is looked at in the walks of needs surveys.
"""

import pytest

from krachtlokaal.accounts.gate import LINK
from tests.access.table import PUBLIC, TABLE
from tests.browser.conftest import Visit
from tests.browser.product import Product
from tests.browser.sweep import check_page, names

PAGES = [name for name in names("needs") if TABLE[name].gate not in {LINK, PUBLIC}]


@pytest.mark.parametrize("name", PAGES)
def test_page(visit: Visit, product: Product, name: str) -> None:
    check_page(visit("coordinator", again=True), product, name)
