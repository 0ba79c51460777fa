"""Each page of waves and field work, as a coordinator: no finding of axe, it holds at 320 pixels.

Steps of a wave in preparation, and what stands behind links, are looked at in the walks.
"""

import pytest

from tests.access.table import TABLE
from tests.browser.conftest import Visit
from tests.browser.product import Product
from tests.browser.sweep import check_page, names

THINGS = {"", "manager_link", "measurement_of_wave", "shared_result", "wave"}
PAGES = [name for name in names("surveys") if TABLE[name].thing in THINGS]


@pytest.mark.parametrize("name", PAGES)
def test_page(visit: Visit, product: Product, name: str) -> None:
    check_page(visit("coordinator", again=True), product, name)
