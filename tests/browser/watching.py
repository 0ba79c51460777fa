"""What a page may never do, looked at in every browser test."""

from collections.abc import Callable
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

LOCAL = {"localhost", "127.0.0.1"}
SCRIPT = Axe().axe_script
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "preload": False,  # would fetch the style sheets again
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > width + 1)
    .map(e => e.outerHTML.slice(0, 160));
}"""
FOCUS = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
  // The calendar button inside a date field has a ring of the browser's own.
  const inner = e.type === 'date' && !e.matches(':focus-visible');
  return {
    name: e.outerHTML.slice(0, 160),
    body: e === document.body,
    ring: inner || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


class Watch:
    """Collects what went wrong in a browser context: console, policy, server, other hosts."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self._forgiven: list[str] = []

    def listen(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def forgive(self, text: str) -> None:
        """A fault with this text is what the test is about, such as `404`."""
        self._forgiven.append(text)

    def unforgiven(self) -> list[str]:
        return [f for f in self.faults if not any(text in f for text in self._forgiven)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console: {message.text} ({message.page and message.page.url})")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in LOCAL:
            self.faults.append(f"another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"server: {response.status} {response.url}")


def check_axe(page: Page) -> None:
    """WCAG 2.2 A and AA and axe's best practices: no findings."""
    page.wait_for_load_state()
    page.evaluate(SCRIPT)
    # The findings alone: what axe passed is a long story for each page.
    found = page.evaluate("o => axe.run(document, o).then(told => told.violations)", AXE_OPTIONS)
    lines = [
        f"{v['id']}: {v['help']}\n    {node['html'][:200]}\n    {node.get('failureSummary', '')}"
        for v in found
        for node in v["nodes"][:3]
    ]
    assert not lines, f"{page.url}\n" + "\n".join(lines)


def check_width(page: Page) -> None:
    """Nothing sticks out sideways."""
    page.wait_for_load_state()
    found = page.evaluate(TOO_WIDE)
    assert found == [], f"{page.url} is wider than the window: {found[:5]}"


def check_focus(page: Page, most: int = 25) -> None:
    """Walk by Tab: each stop shows where it is and stands in view."""
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["body"]:
            return
        assert stop["inside"], f"{page.url}: focus is out of view on {stop['name']}"
        assert stop["ring"] or _looks_different(page), (
            f"{page.url}: focus can't be seen on {stop['name']}"
        )


def _looks_different(page: Page) -> bool:
    """Where the ring is drawn by a parent or in the element itself: compare the picture."""
    with_focus = page.screenshot(animations="disabled")
    page.evaluate("window.stop_at = document.activeElement; window.stop_at.blur()")
    without = page.screenshot(animations="disabled")
    page.evaluate("window.stop_at.focus({preventScroll: true, focusVisible: true})")
    return with_focus != without


Check = Callable[[Page], None]
