"""Each page of waves and field work, as a coordinator: no finding of axe, it holds at 320 pixels.

Steps of a wave in preparation, and what stands behind links, are looked at in the walks.
"""

import pytest

from tests.access.table import TABLE
from tests.browser.conftest import Visit
from tests.browser.product import Product
from tests.browser.sweep import check_page, names

THINGS = {"", "manager_link", "measurement_of_wave", "shared_result", "wave"}
# The walks of measuring come by the pages of these: fetching alone finds none in the demo world, or
# they are somebody's way through her own questionnaire.
WALKED = {
    "answer_link",
    "answer_page",
    "entry_link",
    "mailed_answer_link",
    "open_link",
    "preparing_wave",
    "questionnaire_draft",
    "questionnaire_published",
    "two_versions",
}
PAGES = [name for name in names("surveys") if TABLE[name].thing in THINGS]


@pytest.mark.parametrize("name", PAGES)
def test_page(visit: Visit, product: Product, name: str) -> None:
    check_page(visit("coordinator", again=True), product, name)
