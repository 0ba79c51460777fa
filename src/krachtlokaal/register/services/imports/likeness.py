"""What is alike but not exactly the same: record linkage says how sure it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from krachtlokaal.register.intake import linkage
from krachtlokaal.register.services.imports.matching import Identity

SURE = 0.95  # from here on rows go together by themselves, and people may part them
_WORTH_SAYING = 0.5


@dataclass(frozen=True, slots=True)
class Alike:
    """`other` is an organisation, or an earlier row of the list."""

    row: int
    other: int
    probability: float

    @property
    def sure(self) -> bool:
        return self.probability >= SURE


def with_register(rows: Sequence[Identity], known: Sequence[Identity]) -> list[Alike]:
    """The surest first; nothing where two KvK numbers contradict each other."""
    if not rows or not known:
        return []
    found = linkage.matches(_records(rows), _records(known), _WORTH_SAYING)
    alike = [Alike(int(m.row), int(m.existing), m.probability) for m in found]
    return _without_contradictions(alike, rows, known)


def within_list(rows: Sequence[Identity]) -> list[Alike]:
    """The same among the rows of one list; `other` is the earlier row."""
    if len(rows) < 2:
        return []
    found = linkage.duplicates(_records(rows), _WORTH_SAYING)
    alike = [Alike(max(int(p.a), int(p.b)), min(int(p.a), int(p.b)), p.probability) for p in found]
    return _without_contradictions(alike, rows, rows)


def _records(identities: Iterable[Identity]) -> list[linkage.Record]:
    return [
        linkage.Record(
            key=one.id,
            name=one.name,
            postcode=one.postcode,
            place=one.place,
            kvk=one.kvk,
            website=one.website,
            municipality=one.municipality,
        )
        for one in identities
    ]


def _without_contradictions(
    alike: Iterable[Alike], rows: Iterable[Identity], others: Iterable[Identity]
) -> list[Alike]:
    numbers = {one.id: one.kvk for one in rows}, {one.id: one.kvk for one in others}
    kept = [
        pair
        for pair in alike
        if not (
            numbers[0][pair.row]
            and numbers[1][pair.other]
            and numbers[0][pair.row] != numbers[1][pair.other]
        )
    ]
    return sorted(kept, key=lambda pair: (-pair.probability, pair.row, pair.other))
