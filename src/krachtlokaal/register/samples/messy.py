"""Spoil invented organisations as lists do, and keep which rows are the same one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from krachtlokaal.register.samples.world import KINDS, Organisation, invent


@dataclass(frozen=True, slots=True)
class MessyRow:
    """`truth` is the number of the organisation."""

    truth: int
    name: str
    kvk: str = ""
    postcode: str = ""
    place: str = ""
    municipality: str = ""
    street: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    volunteers: str = ""


def messy_rows(seed: int, count: int, *, share_of_copies: float = 0.2) -> list[MessyRow]:
    """So many rows, of which about this share is a spoiled copy of another row."""
    random = Random(seed)  # noqa: S311  the same list each time
    organisations = invent(random, count - int(count * share_of_copies))
    rows = [plain(each, random) for each in organisations]
    # Every fifteenth copy is the copy of an organisation that was copied before.
    copied: list[Organisation] = []
    while len(rows) < count:
        again = copied and random.random() < 0.07
        source = random.choice(copied) if again else random.choice(organisations)
        copied.append(source)
        rows.append(spoiled(source, random))
    random.shuffle(rows)
    return rows


def same_pairs(rows: list[MessyRow]) -> set[tuple[int, int]]:
    """The truth: positions of rows that are one organisation."""
    by_truth: dict[int, list[int]] = {}
    for position, row in enumerate(rows):
        by_truth.setdefault(row.truth, []).append(position)
    return {
        (a, b)
        for positions in by_truth.values()
        for index, a in enumerate(positions)
        for b in positions[index + 1 :]
    }


def plain(each: Organisation, random: Random) -> MessyRow:
    """A row as a careful clerk would write it, with the gaps that every list has."""
    written = KINDS[each.kind][0][0]
    legal = f"{each.legal} " if each.legal and random.random() < 0.6 else ""
    return MessyRow(
        truth=each.number,
        name=f"{legal}{written} {each.own_name}",
        kvk=_sometimes(random, 0.75, each.kvk),
        postcode=_sometimes(random, 0.9, each.postcode),
        place=_sometimes(random, 0.95, each.village.name),
        municipality=each.village.municipality,
        street=each.street,
        email=_sometimes(random, 0.6, each.email),
        phone=_sometimes(random, 0.6, each.phone),
        website=_sometimes(random, 0.4, each.website),
        volunteers=_sometimes(random, 0.7, str(each.volunteers)),
    )


def _sometimes(random: Random, chance: float, value: str) -> str:
    return value if random.random() < chance else ""


def spoiled(each: Organisation, random: Random) -> MessyRow:
    """A copy: another way to write the name, one to three errors, other gaps."""
    row = replace(plain(each, random), name=_other_name(each, random))
    for change in random.sample(_CHANGES, random.choice((1, 1, 2, 2, 3))):
        row = change(row, each, random)
    return row


def _other_name(each: Organisation, random: Random) -> str:
    kind = random.choice(KINDS[each.kind][0])
    name = f"{kind} {each.own_name}"
    if random.random() < 0.3 and each.village.name not in name:
        name = f"{name} {each.village.name}"
    return name


def _legal_prefix(row: MessyRow, _each: Organisation, random: Random) -> MessyRow:
    prefix = random.choice(("STG", "Stichting", "Stg.", "St.", "Ver.", "Vereniging"))
    bare = row.name.removeprefix("Stichting ").removeprefix("Vereniging ")
    return replace(row, name=f"{prefix} {bare}")


def _capitals(row: MessyRow, _each: Organisation, _random: Random) -> MessyRow:
    return replace(row, name=row.name.upper(), place=row.place.upper())


def _typing_error(row: MessyRow, _each: Organisation, random: Random) -> MessyRow:
    """Two letters swapped, one lost or one doubled, in a word of some length."""
    long = [index for index, letter in enumerate(row.name) if letter.isalpha()]
    if len(long) < 8:
        return row
    at = random.choice(long[3:-1])
    name = row.name
    errors: tuple[Callable[[], str], ...] = (
        lambda: name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
        lambda: name[:at] + name[at + 1 :],
        lambda: name[:at] + name[at] + name[at:],
    )
    return replace(row, name=random.choice(errors)())


def _word_order(row: MessyRow, each: Organisation, _random: Random) -> MessyRow:
    kind = KINDS[each.kind][0][0].lower()
    return replace(row, name=f"{each.own_name}, {kind}")


def _no_accents(row: MessyRow, _each: Organisation, _random: Random) -> MessyRow:
    plain_letters = str.maketrans("âêôûúéëï", "aeouueei")
    return replace(
        row, name=row.name.translate(plain_letters), place=row.place.translate(plain_letters)
    )


def _no_postcode(row: MessyRow, _each: Organisation, _random: Random) -> MessyRow:
    return replace(row, postcode="")


def _no_place(row: MessyRow, _each: Organisation, _random: Random) -> MessyRow:
    return replace(row, place="")


def _lost_zero(row: MessyRow, _each: Organisation, _random: Random) -> MessyRow:
    return replace(row, kvk=row.kvk.lstrip("0"))


def _tight_postcode(row: MessyRow, _each: Organisation, _random: Random) -> MessyRow:
    return replace(row, postcode=row.postcode.replace(" ", "").lower())


def _moved(row: MessyRow, _each: Organisation, random: Random) -> MessyRow:
    """The address is the secretary's, and there is a new secretary."""
    digits = row.postcode[:4]
    if not digits.isdigit():
        return row
    letters = "".join(random.choice("ABCDEGHJ") for _ in range(2))
    return replace(row, postcode=f"{digits} {letters}")


def _without_kind(row: MessyRow, each: Organisation, _random: Random) -> MessyRow:
    return row if each.own_name == each.village.name else replace(row, name=each.own_name)


def _municipality_as_place(row: MessyRow, each: Organisation, _random: Random) -> MessyRow:
    return replace(row, place=each.village.municipality)


def _place_typing_error(row: MessyRow, _each: Organisation, random: Random) -> MessyRow:
    if len(row.place) < 7:
        return row
    at = random.randrange(2, len(row.place) - 1)
    return replace(row, place=row.place[:at] + row.place[at + 1 :])


_CHANGES: tuple[Callable[[MessyRow, Organisation, Random], MessyRow], ...] = (
    _legal_prefix,
    _legal_prefix,
    _capitals,
    _typing_error,
    _typing_error,
    _word_order,
    _no_accents,
    _no_postcode,
    _no_place,
    _lost_zero,
    _tight_postcode,
    _moved,
    _without_kind,
    _municipality_as_place,
    _place_typing_error,
)
