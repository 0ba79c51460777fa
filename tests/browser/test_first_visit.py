"""What a first visit costs and touches."""

import pytest
from playwright.sync_api import Page, Response

from tests.browser.watching import Watch

MOST_BYTES = 100_000
FRONT = ("/", "/demo/", "/inloggen/", "/hulp-en-advies/")


@pytest.mark.parametrize("address", FRONT)
def test_a_first_visit_takes_at_most_100_kb(page: Page, address: str) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: dict[str, float] = {}
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(address, wait_until="networkidle")
    weight = sum(sizes.values())
    assert weight <= MOST_BYTES, f"{weight:,.0f} bytes in {len(sizes)} answers"


def test_files_come_compressed_and_may_be_kept(page: Page) -> None:
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    page.goto("/", wait_until="networkidle")
    kept = {r.url: r.headers for r in answers if "/static/" in r.url}
    assert kept
    for url, headers in kept.items():
        assert "immutable" in headers["cache-control"], url
        if url.endswith((".css", ".js")):
            assert headers["content-encoding"] == "br", url


def test_an_unknown_address_gets_a_page_of_ours(page: Page, watch: Watch) -> None:
    watch.forgive("404")
    answer = page.goto("/dit-bestaat-niet/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").is_visible()
