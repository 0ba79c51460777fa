"""What pages cost against REF, measured in turns: server, REF, server, REF."""

import statistics
import time
from dataclasses import dataclass

from benchmarks.servers import Server

ROUNDS = 5
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
    wall: float


PAGES = [
    Page("startpagina", "/start/"),
    Page("organisaties, 260.000, heel Nederland", "/organisaties/?gebied=alles"),
    Page("organisaties, eigen werkgebied", "/organisaties/"),
    Page("zoeken op een woord", "/organisaties/?gebied=alles&q=lingebocht"),
    Page("zoeken tijdens het typen", "/organisaties/?gebied=alles&q=dorpsh"),
    Page("zoeken op twee woorden", "/organisaties/?gebied=alles&q=fanfare+waalrand"),
    Page("zoeken op een heel gewoon woord", "/organisaties/?gebied=alles&q=de"),
]


def measure(server: Server, reference: Server) -> list[Cost]:
    """The median over rounds of the ratio inside a round."""
    reference.cost("/", REQUESTS)
    return [_one(page, server, reference) for page in PAGES]


def _one(page: Page, server: Server, reference: Server) -> Cost:
    size = len(server.get(page.path))
    server.cost(page.path, REQUESTS // 4)
    ratios, costs, walls = [], [], []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        cost = server.cost(page.path, REQUESTS)
        walls.append((time.perf_counter() - before) / REQUESTS * 1000)
        ratios.append(cost / reference.cost("/", REQUESTS))
        costs.append(cost)
    ratio, own = statistics.median(ratios), statistics.median(costs)
    return Cost(page.name, ratio, own, size, statistics.median(walls))
