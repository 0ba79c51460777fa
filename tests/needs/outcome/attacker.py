"""A reader who knows everything that left, and works out what is hidden.

The unknowns are whole numbers: how many organisations answered per municipality × sector × size,
and, for one question at a time, how many of these said yes. What left are sums of them; a rounded
percentage leaves room for its rounding. For each hidden count the smallest and the largest value
that fits are found by a programme over whole numbers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy import optimize, sparse

from krachtlokaal.needs.outcome.model import DIMENSIONS, Figure, Outcome, Reason

MINIMUM = 5
Key = tuple[str | None, str | None, str | None]
ALL: Key = (None, None, None)


@dataclass
class Reader:
    """What is known of the finest cells: rows of sums between bounds."""

    levels: tuple[tuple[str, ...], ...]
    most: int
    rows: list[tuple[np.ndarray, float, float]] = field(default_factory=list)

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(names) for names in self.levels)

    def cells(self, key: Key) -> np.ndarray:
        """Which finest cells count in this one, flat."""
        found = np.zeros(self.shape)
        place = tuple(
            slice(None) if name is None else self.levels[at].index(name)
            for at, name in enumerate(key)
        )
        found[place] = 1
        return found.ravel()

    def knows(self, row: np.ndarray, low: float, high: float) -> None:
        self.rows.append((row, low, high))

    def range(self, row: np.ndarray) -> tuple[int, int]:
        """The smallest and the largest value that fits everything."""
        matrix = sparse.csr_array(np.array([known for known, _, _ in self.rows]))
        fits = optimize.LinearConstraint(
            matrix, [low for _, low, _ in self.rows], [high for _, _, high in self.rows]
        )
        ends = []
        for sign in (1, -1):
            found = optimize.milp(
                sign * row,
                constraints=fits,
                integrality=np.ones(len(row)),
                bounds=optimize.Bounds(0, self.most),
            )
            assert found.status == 0, found.message
            ends.append(round(sign * found.fun))
        return ends[0], ends[1]


def who_answered(outcome: Outcome) -> tuple[Reader, dict[str, np.ndarray]]:
    """The reader of the tables of who answered, and the counts that are hidden from her."""
    levels = tuple(tuple(one.key for one in outcome.groups[name]) for name in DIMENSIONS)
    reader = Reader(levels, outcome.count.answered or 0)
    hidden = {}
    for name, key, answered in _counts(outcome):
        row = reader.cells(key)
        if answered is None:
            hidden[name] = row
        else:
            reader.knows(row, answered, answered)
    return reader, hidden


def who_said_yes(outcome: Outcome, theme: str) -> tuple[Reader, dict[str, np.ndarray]]:
    """The reader of one question: two unknowns per finest cell, who said yes and who said no. The
    shares are taken as plain ones, and all who answered as having answered this question: she
    knows more than is so."""
    answers, hidden = who_answered(outcome)
    none = np.zeros(np.prod(answers.shape))
    reader = Reader(answers.levels, answers.most)
    for row, low, high in answers.rows:
        reader.knows(np.concatenate([row, row]), low, high)
    both = {name: np.concatenate([row, row]) for name, row in hidden.items()}
    for name, key, figure, step in _shares(outcome, theme):
        row, share = answers.cells(key), figure.value
        if share is None:
            if figure.hidden == Reason.NONE:  # nobody answered, as the table of that says
                continue
            both[f"yes/{name}"] = np.concatenate([row, none])
            both[f"no/{name}"] = np.concatenate([none, row])
            continue
        for end, sign in ((share - step / 2, -1), (share + step / 2, 1)):
            percents = sign * np.concatenate([(100 - end) * row, -end * row])
            reader.knows(percents, -np.inf, 1e-6)
    return reader, both


def _counts(outcome: Outcome) -> Iterator[tuple[str, Key, int | None]]:
    yield "all", ALL, outcome.count.answered
    for at, name in enumerate(DIMENSIONS):
        for group in outcome.groups[name]:
            yield f"{name}/{group.key}", _key({at: group.key}), group.count.answered
    for (town, sector), count in outcome.crossed.items():
        yield f"crossed/{town}/{sector}", (town, sector, None), count.answered


def _shares(outcome: Outcome, theme: str) -> Iterator[tuple[str, Key, Figure, int]]:
    yield "all", ALL, outcome.theme(theme).weighted.help_wanted, 1
    for at, name in enumerate(DIMENSIONS):
        for group in outcome.groups[name]:
            yield (
                f"{name}/{group.key}",
                _key({at: group.key}),
                group.themes[theme].help_wanted,
                5,
            )


def _key(named: Mapping[int, str]) -> Key:
    return (named.get(0), named.get(1), named.get(2))


def narrow(found: tuple[Reader, Mapping[str, np.ndarray]]) -> dict[str, tuple[int, int]]:
    """The hidden counts that can be worked out too nearly."""
    reader, hidden = found
    ranges = {name: reader.range(row) for name, row in hidden.items()}
    return {name: ends for name, ends in ranges.items() if ends[1] - ends[0] < MINIMUM}
