"""What pages cost against REF, measured in turns: server, REF, server, REF."""

import statistics
from dataclasses import dataclass

from benchmarks.servers import Server

ROUNDS = 7
REQUESTS = 60


@dataclass(frozen=True)
class Page:
    name: str
    path: str


@dataclass(frozen=True)
class Cost:
    name: str
    ratio: float
    milliseconds: float
    bytes: int


PAGES = [
    Page("startpagina", "/start/"),
    Page("organisaties, 260.000, heel Nederland", "/organisaties/?gebied=alles"),
    Page("organisaties, eigen werkgebied", "/organisaties/"),
    Page("zoeken op een woord", "/organisaties/?gebied=alles&q=lingebocht"),
    Page("zoeken tijdens het typen", "/organisaties/?gebied=alles&q=dorpsh"),
    Page("zoeken op twee woorden", "/organisaties/?gebied=alles&q=fanfare+waalrand"),
]


def measure(server: Server, reference: Server) -> list[Cost]:
    """The median over rounds of the ratio inside a round."""
    reference.cost("/", REQUESTS)
    return [_one(page, server, reference) for page in PAGES]


def _one(page: Page, server: Server, reference: Server) -> Cost:
    size = len(server.get(page.path))
    server.cost(page.path, REQUESTS // 4)
    ratios, costs = [], []
    for _ in range(ROUNDS):
        cost = server.cost(page.path, REQUESTS)
        ratios.append(cost / reference.cost("/", REQUESTS))
        costs.append(cost)
    return Cost(page.name, statistics.median(ratios), statistics.median(costs), size)
