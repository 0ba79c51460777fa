"""Pairs that may be the same organisation, and what a merge of two would do."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise

from krachtlokaal.accounts.queries.areas import AreaFilter
from krachtlokaal.core import guard
from krachtlokaal.register.enums import PairState
from krachtlokaal.register.merge import Relation, Treatment, registry
from krachtlokaal.register.models import DuplicatePair, Merge, Organisation
from krachtlokaal.register.queries.areas import in_area

SHOWN_ROWS = 12


@dataclass(frozen=True)
class Fact:
    """One fact of both organisations side by side."""

    name: str
    label: str
    kept: str
    gone: str

    @property
    def differs(self) -> bool:
        return self.kept != self.gone

    @property
    def must_choose(self) -> bool:
        return self.differs and bool(self.kept) and bool(self.gone)

    @property
    def suggestion(self) -> str:
        """An empty fact is filled from the other organisation."""
        return "gone" if self.gone and not self.kept else "kept"


@dataclass(frozen=True)
class Moving:
    """The rows of one relation that would go over: own ones by name, those of others counted."""

    label: str | Promise
    own: tuple[str, ...]
    own_count: int
    others: int
    stays: bool

    @property
    def more(self) -> int:
        return self.own_count - len(self.own)


def open_pairs(area: AreaFilter | None) -> QuerySet[DuplicatePair]:
    """Pairs to look at, surest first; with an area those that touch it."""
    pairs = DuplicatePair.objects.filter(
        state=PairState.OPEN, a__merged_into=None, b__merged_into=None
    )
    if area is not None:
        pairs = pairs.filter(in_area(area, "a__") | in_area(area, "b__"))
    return pairs.select_related("a__municipality", "b__municipality").order_by("-probability", "pk")


def merges(area: AreaFilter | None) -> QuerySet[Merge]:
    """Merges, the latest first."""
    found = Merge.objects.all()
    if area is not None:
        found = found.filter(in_area(area, "kept__"))
    return found.select_related("kept__municipality", "gone")


def pair_of(a: Organisation, b: Organisation) -> DuplicatePair | None:
    return DuplicatePair.objects.filter(Q(a=a, b=b) | Q(a=b, b=a)).first()


def compare(kept: Organisation, gone: Organisation, fields: tuple[str, ...]) -> list[Fact]:
    """The facts of both, in the order of `fields`."""
    return [
        Fact(
            name,
            _label(name),
            _shown(kept, name),
            _shown(gone, name),
        )
        for name in fields
    ]


def what_moves(gone: Organisation) -> list[Moving]:
    """Everything that hangs on `gone`, per relation; empty relations are left out."""
    return [row for relation in registry.relations.values() if (row := _moving(relation, gone))]


def _moving(relation: Relation, gone: Organisation) -> Moving | None:
    rows: QuerySet[Any] = relation.model._default_manager.filter(**{relation.field: gone})
    own_count = rows.count()
    others = _count_everywhere(relation.model, relation.field, gone) - own_count
    if not own_count and not others:
        return None
    own = tuple(str(row) for row in rows[:SHOWN_ROWS])
    stays = relation.treatment is Treatment.STAY
    return Moving(relation.label, own, own_count, others, stays)


def _count_everywhere(model: type[Model], field: str, gone: Organisation) -> int:
    with guard.system("what other workspaces have is shown as a count"):
        return model._base_manager.filter(**{field: gone}).count()


def _shown(organisation: Organisation, name: str) -> str:
    if name == "municipality_id":
        return str(organisation.municipality)
    display = getattr(organisation, f"get_{name}_display", None)
    value = display() if display else getattr(organisation, name)
    return "" if value is None else str(value)


def moved_counts(merge: Merge) -> list[tuple[str | Promise, int]]:
    """How many rows of each relation went over."""
    aside = merge.moved["aside"]
    counts = [
        (registry.relations[path].label, len(keys) + len(aside.get(path, [])))
        for path, keys in merge.moved["relations"].items()
    ]
    return [(label, count) for label, count in counts if count]


def taken_facts(merge: Merge) -> list[tuple[str, str, str]]:
    """The facts that the merge changed: name, before, after."""
    return [
        (_label(name), "" if old is None else str(old), str(new))
        for name, (old, new) in merge.facts.items()
    ]


def undo_until(merge: Merge, days: int) -> datetime:
    return merge.merged_at + timedelta(days=days)


def _label(name: str) -> str:
    return str(Organisation._meta.get_field(name.removesuffix("_id")).verbose_name)  # type: ignore[union-attr]  # facts are fields with a name
