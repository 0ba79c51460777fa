"""Two hundred respondents at once: every one answers the whole, and nothing goes wrong."""

import threading
import time
from dataclasses import dataclass, field

from benchmarks.journeys import answer
from benchmarks.servers import Server


@dataclass
class Crowd:
    """What came of it; `faults` holds a sentence for each respondent who got stuck."""

    respondents: int
    seconds: float = 0.0
    requests: int = 0
    faults: list[str] = field(default_factory=list)


def at_once(server: Server, secrets: list[str]) -> Crowd:
    """All begin at the same moment, each on a connection of her own."""
    crowd = Crowd(len(secrets))
    gate, lock = threading.Barrier(len(secrets) + 1), threading.Lock()

    def come(secret: str) -> None:
        gate.wait()
        try:
            asked, fault = answer(server, secret), ""
        except (OSError, RuntimeError) as problem:
            asked, fault = 0, str(problem)
        with lock:
            crowd.requests += asked
            if fault:
                crowd.faults.append(fault)

    people = [threading.Thread(target=come, args=(secret,)) for secret in secrets]
    for person in people:
        person.start()
    gate.wait()
    before = time.perf_counter()
    for person in people:
        person.join()
    crowd.seconds = time.perf_counter() - before
    return crowd
