"""Each page of waves and field work, as a coordinator: no finding of axe, it holds at 320 pixels.

What guests see is looked at in test_sweep_measure_guests, what must first be made in
test_sweep_measure_made.
"""

import pytest

from tests.access.table import PUBLIC, TABLE
from tests.browser.conftest import Visit
from tests.browser.product import Product
from tests.browser.sweep import check_page, names

THINGS = {"", "measurement_of_wave", "shared_result", "wave"}
PAGES = [
    name for name in names("surveys") if TABLE[name].thing in THINGS and TABLE[name].gate != PUBLIC
]


@pytest.mark.parametrize("name", PAGES)
def test_page(visit: Visit, product: Product, name: str) -> None:
    check_page(visit("coordinator", again=True), product, name)
