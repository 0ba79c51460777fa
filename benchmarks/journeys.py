"""What a whole KrachtMeting costs, against REFJ: a questionnaire in bare Django."""

import http.client
import re
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from benchmarks.forms import filled
from benchmarks.reference import journey as reference
from benchmarks.servers import Server

ROUNDS = 5
EACH = 12  # respondents a round
LAST = 40  # pages; a way that does not end is a fault


@dataclass(frozen=True)
class Cost:
    name: str
    ratio: float
    milliseconds: float
    requests: int


def whole(server: Server, bare: Server, ours: list[str], theirs: list[str]) -> Cost:
    """The median over rounds of the ratio inside a round; each respondent answers once."""
    for secret, token in zip(ours[:EACH], theirs[:EACH], strict=True):
        asked = answer(server, secret)
        answer_bare(bare, token)
    ratios, costs = [], []
    for turn in range(1, ROUNDS + 1):
        part = slice(turn * EACH, (turn + 1) * EACH)
        cost = _spent(server, lambda part=part: [answer(server, one) for one in ours[part]])
        other = _spent(bare, lambda part=part: [answer_bare(bare, one) for one in theirs[part]])
        ratios.append(cost / other)
        costs.append(cost / EACH)
    return Cost("hele KrachtMeting", statistics.median(ratios), statistics.median(costs), asked)


def _spent(server: Server, deed: Callable[[], object]) -> float:
    """Milliseconds of processor time of a server while this is done."""
    before = server.cpu()
    deed()
    return (server.cpu() - before) * 1000


def answer(server: Server, secret: str) -> int:
    """As a browser without JavaScript does: every page shown, filled in and sent on, the whole
    checked and sent, the report read. Tells how many requests that took."""
    visitor = Visitor(server.port)
    body = visitor.get(f"/meting/{secret}/")
    path = _link_on(body)
    for _page in range(LAST):
        body = visitor.get(path)
        if "/versturen/" in body:
            visitor.post(f"/meting/{secret}/versturen/", token_in(body))
            return visitor.requests
        path = visitor.post(path, filled(body) | {"way": "verder"})
    raise RuntimeError("The way through the questionnaire does not end.")


def answer_bare(server: Server, token: str) -> None:
    visitor = Visitor(server.port)
    path = f"/vragen/{token}/1/"
    for _page in range(reference.PAGES):
        body = visitor.get(path)
        path = visitor.post(path, filled(body))


class Visitor:
    """A browser with cookies on one connection."""

    def __init__(self, port: int) -> None:
        self.requests = 0
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        status, _where, body = self._ask("GET", path)
        if status != http.client.OK:
            raise RuntimeError(f"{path}: {status}")
        return body

    def post(self, path: str, values: dict[str, str]) -> str:
        """Send a form; tells where it leads."""
        status, where, _body = self._ask("POST", path, urlencode(values))
        if status not in {http.client.FOUND, http.client.OK}:
            raise RuntimeError(f"{path}: {status}")
        return where

    def _ask(self, method: str, path: str, data: str | None = None) -> tuple[int, str, str]:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self._cookies.items())}
        if data is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, data, headers)
        answer = self._connection.getresponse()
        body = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _is, rest = value.partition("=")
                self._cookies[key] = rest.partition(";")[0]
        self.requests += 1
        return answer.status, answer.getheader("Location") or path, body


def token_in(body: str) -> dict[str, str]:
    """What a form needs to be taken."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', body)
    return {"csrfmiddlewaretoken": found[1]} if found else {}


def _link_on(body: str) -> str:
    """Where the big button of the first page leads."""
    found = re.search(r'<a class="ds-button[^"]*"[^>]*href="(/meting/[^"]+)"', body) or re.search(
        r'href="(/meting/[^"]+/(?:gegevens|onderwerp/[^"]+)/)"', body
    )
    if not found:
        raise RuntimeError("The first page leads nowhere.")
    return found[1]
