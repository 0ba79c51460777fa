"""Is this the same organisation? By KvK number and by name and place, exactly.

What is only alike is left to record linkage (`likeness`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from krachtlokaal.register.intake.text import fold, squeeze

Sentence = str | Promise
_ALIKE = 60
SAME_KVK = _("Zelfde KvK-nummer.")
RENAMED = _("Zelfde KvK-nummer, maar een andere naam.")
SAME_NAME_AND_PLACE = _("Zelfde naam en plaats.")
SAME_NAME = _("Zelfde naam in dezelfde gemeente.")


@dataclass(frozen=True, slots=True)
class Identity:
    """What an organisation is recognised by; `id` is a row number or an organisation's key."""

    id: int
    name: str
    key: str
    kvk: str = ""
    postcode: str = ""
    place: str = ""
    municipality: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """`other` is the same as what was looked for."""

    other: int
    why: Sentence
    probability: float = 1.0
    by_kvk: bool = False


class Known:
    """Organisations, found by what they are recognised by."""

    def __init__(self, identities: Iterable[Identity] = ()) -> None:
        self._by_kvk: dict[str, list[Identity]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[Identity]] = defaultdict(list)
        for identity in identities:
            self.add(identity)

    def add(self, identity: Identity) -> None:
        if identity.kvk:
            self._by_kvk[identity.kvk].append(identity)
        if identity.key:
            self._by_name[(identity.key, identity.municipality)].append(identity)

    def find(self, wanted: Identity, *, lone_kvk: bool = False) -> Hit | None:
        """`lone_kvk`: the list has this KvK number once, so another name is a new name."""
        return self._find_by_kvk(wanted, lone=lone_kvk) or self._find_by_name(wanted)

    def with_kvk(self, kvk: str) -> Sequence[Identity]:
        return self._by_kvk.get(kvk, ()) if kvk else ()

    def _find_by_kvk(self, wanted: Identity, *, lone: bool) -> Hit | None:
        """One number can stand for the branches of one body: name or place must agree too."""
        numbered = self.with_kvk(wanted.kvk)
        fitting = [one for one in numbered if may_share_kvk(one, wanted)]
        if lone and len(numbered) == 1 and not fitting and not _other_town(numbered[0], wanted):
            return Hit(numbered[0].id, RENAMED, by_kvk=True)
        if not fitting:
            return None
        best = max(fitting, key=lambda one: (one.key == wanted.key, _likeness(one, wanted)))
        return Hit(best.id, SAME_KVK, by_kvk=True)

    def _find_by_name(self, wanted: Identity) -> Hit | None:
        if not wanted.key or not wanted.municipality:
            return None
        named = self._by_name.get((wanted.key, wanted.municipality), ())
        fitting = [one for one in named if not differ(one, wanted)]
        if not fitting:
            return None
        best = max(fitting, key=lambda one: (_same_place(one, wanted), -one.id))
        return Hit(best.id, SAME_NAME_AND_PLACE if _same_place(best, wanted) else SAME_NAME)


def may_share_kvk(one: Identity, other: Identity) -> bool:
    if one.key == other.key or _likeness(one, other) >= _ALIKE:
        return not _other_town(one, other) or one.key == other.key
    return bool(one.postcode) and one.postcode == other.postcode


def differ(one: Identity, other: Identity) -> bool:
    """Whether two organisations of one name are surely not the same."""
    if one.kvk and other.kvk and one.kvk != other.kvk:
        return True
    if one.postcode and one.postcode == other.postcode:
        return False
    return bool(one.place and other.place) and squeeze(one.place) != squeeze(other.place)


def _other_town(one: Identity, other: Identity) -> bool:
    return bool(one.municipality and other.municipality) and one.municipality != other.municipality


def _same_place(one: Identity, other: Identity) -> bool:
    return bool(one.place) and squeeze(one.place) == squeeze(other.place)


def _likeness(one: Identity, other: Identity) -> float:
    return fuzz.token_set_ratio(fold(one.name), fold(other.name))
