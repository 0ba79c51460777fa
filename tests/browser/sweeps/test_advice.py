"""Each page of advice, as a coordinator: no finding of axe, it holds at 320 pixels."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.product import Product
from tests.browser.sweep import check_page, names

PAGES = names("advice")


@pytest.mark.parametrize("name", PAGES)
def test_page(visit: Visit, product: Product, name: str) -> None:
    check_page(visit("coordinator", again=True), product, name)
