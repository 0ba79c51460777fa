"""What a row says, as it is kept in ImportRow.values: facts, contacts, a note and tags."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from krachtlokaal.register.intake.cleaning import CleanRow, Layout, Problem, Severity, Values
from krachtlokaal.register.intake.enums import ContactRole
from krachtlokaal.register.intake.enums import Field as Column
from krachtlokaal.register.models import Contact, Note, Organisation, Tag

# Facts with a limited length, and the column of the list that they come from.
_TEXTS = {
    "address": Column.STREET,
    "place": Column.PLACE,
    "website": Column.WEBSITE,
}


@dataclass(slots=True)
class Person:
    """A contact as the list gives it."""

    role: str
    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(slots=True)
class RowValues:
    """`facts` holds only what the list says; `guesses` names facts that were inferred."""

    facts: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    guesses: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    note: str = ""
    tags: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        # By hand: dataclasses.asdict copies every value, and there are 20,000 rows.
        return {
            "facts": self.facts,
            "key": self.key,
            "guesses": self.guesses,
            "people": [
                {"role": one.role, "name": one.name, "email": one.email, "phone": one.phone}
                for one in self.people
            ],
            "note": self.note,
            "tags": self.tags,
        }

    @classmethod
    def of_json(cls, data: dict[str, Any]) -> "RowValues":
        people = [Person(**person) for person in data.get("people", [])]
        return cls(**{**data, "people": people})


def fit(row: CleanRow, layout: Layout) -> tuple[RowValues, list[Problem]]:
    """The values in the sizes that the register has, and what did not fit."""
    facts = {name: value for name, value in _facts(row.values).items() if value not in (None, "")}
    wrong = list(_too_long(facts, layout))
    values = RowValues(
        facts=facts,
        key=row.values.match_key[: _room(Organisation, "name_key")],
        guesses=_guesses(row.values),
        people=_people(row.values),
        note=row.values.note[: _room(Note, "text")],
        tags=[tag[: _room(Tag, "name")] for tag in row.values.tags],
    )
    return values, wrong


def _facts(values: Values) -> dict[str, Any]:
    return {
        "name": values.name,
        "kvk": values.kvk,
        "sector": values.sector.value if values.sector else None,
        "legal_form": values.legal_form.value if values.legal_form else None,
        "address": values.address,
        "postcode": values.postcode,
        "place": values.place,
        "municipality_id": values.municipality_code,
        "website": values.website,
        "volunteers": values.volunteers,
        "members": values.members,
    }


def _guesses(values: Values) -> list[str]:
    guesses = []
    if values.sector_is_guess:
        guesses.append("sector")
    if values.municipality_is_guess:
        guesses += ["municipality_id", "place"]
    return guesses


def _too_long(facts: dict[str, Any], layout: Layout) -> Iterable[Problem]:
    """Drop facts that the register has no room for; a name that is too long can't be dropped."""
    room = _room(Organisation, "name")
    if len(facts.get("name", "")) > room:
        message = _("De naam is langer dan %s tekens. Kort hem in.") % room
        yield Problem(layout.column(Column.NAME), message, Severity.REJECT, Column.NAME)
    for name, column in _TEXTS.items():
        room = _room(Organisation, name)
        text = facts.get(name, "")
        if len(text) > room:
            del facts[name]
            message = _("Dit is langer dan %s tekens en is weggelaten.") % room
            yield Problem(layout.column(column), message, Severity.WARNING, column, text)


def _people(values: Values) -> list[Person]:
    """The general address first; the same address twice in one role is one contact."""
    people: dict[tuple[str, str, str], Person] = {}
    if values.email or values.phone:
        general = Person(ContactRole.GENERAL.value, "", values.email, values.phone[:20])
        people[(general.role, general.email, "")] = general
    for contact in values.contacts:
        person = Person(
            contact.role.value,
            contact.name[: _room(Contact, "name")],
            contact.email,
            contact.phone[: _room(Contact, "phone")],
        )
        same = people.get((person.role, person.email, "")) if person.email else None
        if same is not None:
            same.name, same.phone = person.name, person.phone or same.phone
        else:
            people.setdefault((person.role, person.email, person.name), person)
    return list(people.values())


def _room(model: type[Any], name: str) -> int:
    return int(model._meta.get_field(name).max_length)


def combine(first: RowValues, others: Iterable[RowValues]) -> RowValues:
    """One organisation out of several rows: the first row speaks, the others fill the gaps."""
    whole = RowValues(
        dict(first.facts),
        first.key,
        list(first.guesses),
        [*first.people],
        first.note,
        list(first.tags),
    )
    for other in others:
        _fill_facts(whole, other)
        known = {(person.role, person.email or person.name) for person in whole.people}
        whole.people += [p for p in other.people if (p.role, p.email or p.name) not in known]
        whole.tags += [tag for tag in other.tags if tag not in whole.tags]
        if other.note and other.note not in whole.note:
            joined = f"{whole.note}\n{other.note}".strip()
            whole.note = joined[: _room(Note, "text")]
    return whole


def _fill_facts(whole: RowValues, other: RowValues) -> None:
    for name, value in other.facts.items():
        guessed = name in whole.guesses and name not in other.guesses
        if name in whole.facts and not guessed:
            continue
        whole.facts[name] = value
        if guessed:
            whole.guesses.remove(name)
        elif name in other.guesses:
            whole.guesses.append(name)


def problem_json(problem: Problem) -> dict[str, Any]:
    """A problem as the row keeps it: sentences are written out in the language of the moment."""
    return {
        "column": problem.column,
        "message": _text(problem.message),
        "severity": problem.severity.value,
        "value": problem.value,
        "candidates": list(problem.candidates),
    }


def _text(sentence: str | Promise) -> str:
    return str(sentence)
