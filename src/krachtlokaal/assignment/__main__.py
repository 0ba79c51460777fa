"""`python -m krachtlokaal.assignment PROBLEM.json`: places people in workshop sessions.

One JSON object on standard output and exit status 0; or exit status 2, nothing on standard output
and one sentence per fault on standard error.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

# Sums in parallel come in another order each time; read by numpy when it is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from krachtlokaal.assignment import Impossible, Placement, Result, solve
from krachtlokaal.assignment.reading import Unusable, read_problem
from krachtlokaal.assignment.sentences import fault_sentence, reason_sentence

UNUSABLE = 2
LONGEST = 86_400  # seconds: a day
USAGE = "python -m krachtlokaal.assignment PROBLEM.json [--seed 1] [--time-limit 60]"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Unusable([f"Deze opdracht klopt niet ({message}). Schrijf: {USAGE}"])


def main(arguments: list[str]) -> int:
    """Run the command and return the exit status."""
    try:
        result = _run(arguments)
    except Unusable as unusable:
        sys.stderr.write("".join(f"{sentence}\n" for sentence in unusable.shown()))
        return UNUSABLE
    sys.stdout.write(json.dumps(result, ensure_ascii=False, allow_nan=False) + "\n")
    return 0


def _run(arguments: list[str]) -> dict[str, object]:
    parser = _Parser(prog="python -m krachtlokaal.assignment", usage=USAGE, allow_abbrev=False)
    parser.add_argument("problem")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--time-limit", type=float, default=60.0)
    options = parser.parse_args(arguments)
    if not 0 <= options.seed < 2**31:
        raise Unusable([f"Achter --seed hoort een heel getal van 0 tot en met {2**31 - 1}."])
    if not (math.isfinite(options.time_limit) and 0 < options.time_limit <= LONGEST):
        raise Unusable([f"Achter --time-limit horen seconden: meer dan 0, hoogstens {LONGEST}."])
    problem = read_problem(options.problem)
    try:
        with _quiet():
            result = solve(problem, seed=options.seed, time_limit=options.time_limit)
    except Impossible as impossible:
        raise Unusable(
            f"{options.problem}: {fault_sentence(fault)}" for fault in impossible.faults
        ) from impossible
    return _shown(result)


@contextmanager
def _quiet() -> Iterator[None]:
    """HiGHS writes its name on standard output from C, past `sys.stdout`; ours is one object."""
    sys.stdout.flush()
    kept = os.dup(1)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _shown(result: Result) -> dict[str, object]:
    return {
        "status": str(result.status),
        "placements": [_placement(one) for one in result.placements],
        "empty": [
            {
                "participant": one.participant,
                "round": one.round,
                "reason": reason_sentence(one.reason),
            }
            for one in result.empty
        ],
        "figures": vars(result.figures),
        "bounds": vars(result.bounds),
        "changes": result.changes,
        "colleague_pairs": result.colleague_pairs,
        "seed": result.seed,
        "seconds": result.seconds,
    }


def _placement(one: Placement) -> dict[str, str]:
    return {"participant": one.participant, "session": one.session}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
