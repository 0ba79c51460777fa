"""The outcome of a needs survey: of three municipalities, and of the whole country.

Each runs in a process of its own, so that the top of its memory is its own. pandas does less (see
`outcome_in_pandas`) on the same answers, in turns.
"""

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np

from benchmarks.servers import running

SHAPE = {"drie gemeenten": (3, 12, 6), "heel Nederland": (342, 13, 6)}
PEOPLE = {"drie gemeenten": 144, "heel Nederland": 400_000}
RESPONSE = {"drie gemeenten": 0.53, "heel Nederland": 0.65}
ROUNDS = {"drie gemeenten": 3, "heel Nederland": 1}
TURNS, REQUESTS = 3, 20
STATEMENTS, THEMES, FORMS = 40, 10, 6
NAMES = (
    "bestuur",
    "koers",
    "mensen_vinden",
    "mensen_houden",
    "samen_intern",
    "samen_extern",
    "geld_plek",
    "regels",
    "bereik",
    "leren",
)
ONCE = "from benchmarks import needs; needs.once({!r}, {!r})"


@dataclass(frozen=True)
class Answers:
    """Who was asked, who answered (groups by row), and what they said."""

    people: np.ndarray
    groups: np.ndarray
    points: np.ndarray
    wanted: np.ndarray
    forms: np.ndarray


def report(session: str, survey: int) -> None:
    """Seconds, memory, and the ratio to pandas in turns; then the page that shows the outcome."""
    print("\nUitkomst van een behoeftepeiling (processortijd; pandas, dat minder doet = 1)")
    for area, rounds in ROUNDS.items():
        turns = [(_apart(area, "ours"), _apart(area, "pandas")) for _ in range(rounds)]
        ours, bare = turns[0]
        ratio = median(one["processor"] / other["processor"] for one, other in turns)
        told = f"{ours['rows']:,} organisaties, {ours['answers']:,} antwoorden".replace(",", ".")
        print(
            f"{f'{area}: {told}':66}{ratio:6.2f}"
            f"{median(one['processor'] for one, _ in turns):7.1f} s"
            f"  klok {median(one['seconds'] for one, _ in turns):.0f} s, {ours['memory']:.0f} MB"
            f" (pandas {bare['processor']:.1f} s, {bare['memory']:.0f} MB)"
        )
    _page(session, f"/behoeftepeiling/{survey}/uitkomst/")


def _page(session: str, path: str) -> None:
    """The results of three municipalities, read from what was released."""
    with (
        running("krachtlokaal.wsgi:application", {"KL_LOG_LEVEL": "ERROR"}) as server,
        running("benchmarks.reference.wsgi:application", {}) as reference,
    ):
        server.cookie = session
        server.get(path)
        server.cost(path, REQUESTS)
        reference.cost("/", REQUESTS)
        pairs = [(server.cost(path, REQUESTS), reference.cost("/", REQUESTS)) for _ in range(TURNS)]
    ratio, cost = median(own / bare for own, bare in pairs), median(own for own, _ in pairs)
    print(f"{'bladzijde met de uitkomst (REF = 1)':66}{ratio:6.2f}{cost:7.1f} ms")


def cells() -> dict[str, Any]:
    """What leaves of three municipalities, for the page."""
    return _ours(made("drie gemeenten"))


def once(area: str, kind: str) -> None:
    """One run, told as JSON."""
    answers = made(area)
    work = _ours if kind == "ours" else _pandas
    start, own = time.perf_counter(), time.process_time()
    work(answers)
    told = {
        "seconds": time.perf_counter() - start,
        "processor": time.process_time() - own,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "rows": len(answers.points),
        "answers": int((answers.points > 0).sum()) + len(answers.points) * THEMES,
    }
    print(json.dumps(told))


def made(area: str) -> Answers:
    """Invented answers, the same each time: 40 statements, and importance and help by theme."""
    chance = np.random.default_rng(1)
    shape = SHAPE[area]
    shares = [chance.dirichlet(np.full(number, 3.0)) for number in shape]
    people = chance.multinomial(PEOPLE[area], np.einsum("i,j,k->ijk", *shares).ravel())
    answered = chance.binomial(people, RESPONSE[area])
    groups = np.repeat(np.argwhere(np.ones(shape)), answered, axis=0)
    rows = len(groups)
    points = chance.integers(1, 6, (rows, STATEMENTS + THEMES), dtype=np.int8)
    points[chance.random(points.shape, dtype=np.float32) < 0.06] = 0
    wanted = (chance.random((rows, THEMES), dtype=np.float32) < 0.3).astype(np.float64)
    forms = chance.random((rows, THEMES, FORMS), dtype=np.float32) < 0.3
    return Answers(people.reshape(shape), groups, points, wanted, forms)


def _ours(given: Answers) -> dict[str, Any]:
    """Everything that leaves: figures, intervals, differences, ranking, weights, protection."""
    from krachtlokaal.needs.outcome.columns import Asked, Respondents
    from krachtlokaal.needs.outcome.engine import outcome
    from krachtlokaal.needs.outcome.items import theme_scores
    from krachtlokaal.needs.outcome.model import DIMENSIONS, to_cells

    items = [range(4 * theme, 4 * theme + 4) for theme in range(THEMES)]
    importance = given.points[:, STATEMENTS:].astype(np.float64)
    importance[importance == 0] = np.nan
    answers = Respondents(
        groups={name: given.groups[:, at] for at, name in enumerate(DIMENSIONS)},
        scores=theme_scores(given.points, items),
        importance=importance,
        wanted=given.wanted,
        forms=(given.forms & (given.wanted[:, :, None] == 1)).astype(np.float32),
    )
    levels = {
        name: tuple(f"{name}{at}" for at in range(number))
        for name, number in zip(DIMENSIONS, given.people.shape, strict=True)
    }
    asked = Asked(NAMES, tuple(f"form{at}" for at in range(FORMS)), levels, given.people)
    return to_cells(outcome(asked, answers))


def _pandas(given: Answers) -> None:
    from benchmarks.outcome_in_pandas import figures

    figures(given.points, given.groups, given.wanted, given.people)


def _apart(area: str, kind: str) -> dict[str, float]:
    command = [sys.executable, "-W", "ignore", "-c", ONCE.format(area, kind)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    told: dict[str, float] = json.loads(done.stdout)
    return told
