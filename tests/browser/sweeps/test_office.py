"""Each page of these rooms, as who may see it: no finding of axe, and it holds at 320 pixels."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.product import Product
from tests.browser.sweep import check_page, names

BY_ROLE = {"portal:operate": "beheerder", "portal:retention": "beheerder"}


@pytest.mark.parametrize("name", names("portal", "topics"))
def test_page(visit: Visit, product: Product, name: str) -> None:
    check_page(visit(BY_ROLE.get(name, "coordinator"), again=True), product, name)
