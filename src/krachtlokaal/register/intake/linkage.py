"""Which records are the same organisation? Record linkage with Splink on DuckDB.

Each record becomes a few comparable texts (`evidence`), pairs worth comparing share a key
(`blocking`), and a Fellegi-Sunter model weighs how far they agree (`linkage_model`).
The same input gives the same output.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from krachtlokaal.core.unpaused import unpaused
from krachtlokaal.register.intake.blocking import candidates
from krachtlokaal.register.intake.evidence import Evidence, Vocabulary, evidence_of

__all__ = ["DEFAULT_THRESHOLD", "Match", "Pair", "Record", "duplicates", "matches"]

DEFAULT_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of an organisation; only the name should not be empty.

    `key` is handed back in the results; it has to differ within a list.
    """

    key: int | str
    name: str
    postcode: str = ""
    place: str = ""
    kvk: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    a: int | str
    b: int | str
    probability: float


@dataclass(frozen=True, slots=True)
class Match:
    row: int | str
    existing: int | str
    probability: float


@unpaused()
def duplicates(records: Sequence[Record], threshold: float = DEFAULT_THRESHOLD) -> list[Pair]:
    """Pairs within one list, in the order of the list; `a` stands before `b`."""
    evidence = _evidence(records)
    scored = _score(evidence, None, threshold)
    return [Pair(records[a].key, records[b].key, probability) for a, b, probability in scored]


@unpaused()
def matches(
    rows: Sequence[Record], existing: Sequence[Record], threshold: float = DEFAULT_THRESHOLD
) -> list[Match]:
    """Pairs between a list and the register, in the order of the list."""
    evidence = _evidence([*rows, *existing])
    scored = _score(evidence, len(rows), threshold)
    return [
        Match(rows[a].key, existing[b - len(rows)].key, probability) for a, b, probability in scored
    ]


def _evidence(records: Sequence[Record]) -> list[Evidence]:
    vocabulary = Vocabulary.of(records)
    return [evidence_of(record, vocabulary) for record in records]


def _score(
    evidence: Sequence[Evidence], boundary: int | None, threshold: float
) -> list[tuple[int, int, float]]:
    """Positions of both records and the probability; `boundary` parts two lists."""
    pairs = candidates(evidence, boundary)
    if not pairs:
        return []
    from krachtlokaal.register.intake.linkage_model import score

    return score(evidence, pairs, threshold)
