"""Read a problem from a JSON file, and say per fault where it is and what would mend it.

Keys that we do not know are passed over. A wish for a workshop without a session is allowed and
counts among the wishes; `previous` may name people and sessions that are gone.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from krachtlokaal.assignment.problem import Participant, Placement, Problem, Session

MOST_SENTENCES = 20
LARGEST = 1_000_000  # a round or a number of people
LONGEST = 40  # letters of a value that a sentence repeats
_WHOLE = re.compile(r"0|-?[1-9]\d{0,6}", re.ASCII)


class Unusable(Exception):  # noqa: N818 it is an answer, not a fault
    """The input can't be used; one sentence per fault."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__(" ".join(self.sentences))

    def shown(self) -> list[str]:
        """The first sentences, and how many more there are."""
        rest = len(self.sentences) - MOST_SENTENCES
        more = [f"En nog {rest} fouten; verbeter eerst deze."] if rest > 0 else []
        return [*self.sentences[:MOST_SENTENCES], *more]


def quoted(text: object) -> str:
    """A value on one line and not too long."""
    line = " ".join(str(text).encode("utf-8", "backslashreplace").decode().split())
    return f"“{line}”" if len(line) <= LONGEST else f"“{line[:LONGEST]}…”"


def read_problem(path: str | Path) -> Problem:
    """The problem in a file, or `Unusable`."""
    reader = _Reader(str(path))
    content = _json(path)
    if not isinstance(content, dict):
        raise Unusable([f"{path}: hier hoort een object met “sessions” en “participants”."])
    sessions = [reader.session(*one) for one in reader.objects(content, "sessions", required=True)]
    people = [
        reader.participant(*one) for one in reader.objects(content, "participants", required=True)
    ]
    previous = [
        Placement(reader.text(where, one, "participant"), reader.text(where, one, "session"))
        for where, one in reader.objects(content, "previous")
    ]
    reader.unique("sessions", [one.id for one in sessions])
    reader.unique("participants", [one.id for one in people])
    if reader.faults:
        raise Unusable(reader.faults)
    return Problem(tuple(sessions), tuple(people), tuple(previous))


class _Reader:
    """Gathers the faults; where a value is wrong, something empty stands in for it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[str] = []

    def wrong(self, where: str, field: str, sentence: str) -> None:
        place = f", {where}" if where else ""
        self.faults.append(f"{self.name}{place}, veld {quoted(field)}: {sentence}")

    def objects(
        self, content: dict[str, object], field: str, *, required: bool = False
    ) -> list[tuple[str, dict[str, object]]]:
        found = []
        for number, one in enumerate(self.items("", content, field, required=required), 1):
            if not isinstance(one, dict):
                self.wrong(
                    "", field, f"nummer {number} is geen object. Schrijf het tussen accolades."
                )
                continue
            label = one.get("id")
            named = quoted(label) if isinstance(label, str) and label else f"nummer {number}"
            found.append((f"{field} {named}", one))
        return found

    def session(self, where: str, one: dict[str, object]) -> Session:
        return Session(
            self.text(where, one, "id"),
            self.text(where, one, "workshop"),
            self.whole(where, one, "round", lowest=-LARGEST),
            self.whole(where, one, "capacity"),
            self.whole(where, one, "minimum") if one.get("minimum") is not None else 0,
        )

    def participant(self, where: str, one: dict[str, object]) -> Participant:
        given = one.get("organisation") is not None
        only = one.get("only_wishes")
        if only is not None and not isinstance(only, bool):
            self.wrong(where, "only_wishes", "hier hoort true of false.")
        return Participant(
            self.text(where, one, "id"),
            self.texts(where, one, "wishes", required=True),
            self.rounds(where, one),
            self.text(where, one, "organisation") if given else None,
            self.fixed(where, one),
            frozenset(self.texts(where, one, "excluded", repeats=True)),
            only is True,
        )

    def items(
        self, where: str, one: dict[str, object], field: str, *, required: bool = False
    ) -> list[object]:
        value = one.get(field)
        if isinstance(value, list):
            return value
        if value is not None or required:
            missing = "dit ontbreekt. Zet" if field not in one else "dit is geen lijst. Zet"
            self.wrong(where, field, f"{missing} hier een lijst tussen [ ]; die mag leeg zijn.")
        return []

    def text(self, where: str, one: dict[str, object], field: str) -> str:
        return self.as_text(where, field, one.get(field), is_there=field in one)

    def as_text(self, where: str, field: str, value: object, *, is_there: bool = True) -> str:
        if not isinstance(value, str) or not value.strip():
            fault = "dit is geen tekst" if is_there else "dit ontbreekt"
            self.wrong(where, field, f"{fault}. Zet hier tekst tussen aanhalingstekens.")
            return ""
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            self.wrong(
                where, field, "hier staat een half teken (\\ud800 tot \\udfff). Haal het weg."
            )
            return ""
        return value

    def whole(self, where: str, one: dict[str, object], field: str, lowest: int = 0) -> int:
        if field not in one:
            self.wrong(where, field, "dit ontbreekt. Zet hier een heel getal.")
            return 0
        return self.as_whole(where, field, one[field], lowest)

    def as_whole(self, where: str, field: str, value: object, lowest: int) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(
                where, field, f"{quoted(value)} is geen heel getal. Zet hier een heel getal."
            )
            return 0
        if not lowest <= value <= LARGEST:
            self.wrong(where, field, f"kies een heel getal van {lowest} tot en met {LARGEST}.")
            return 0
        return value

    def texts(
        self,
        where: str,
        one: dict[str, object],
        field: str,
        *,
        required: bool = False,
        repeats: bool = False,
    ) -> tuple[str, ...]:
        items = self.items(where, one, field, required=required)
        found = [self.as_text(where, field, item) for item in items]
        if not repeats:
            self.once(where, field, found)
        return tuple(found)

    def rounds(self, where: str, one: dict[str, object]) -> tuple[int, ...]:
        items = self.items(where, one, "rounds", required=True)
        before = len(self.faults)
        found = [self.as_whole(where, "rounds", item, -LARGEST) for item in items]
        if len(self.faults) == before:
            self.once(where, "rounds", found)
        return tuple(found)

    def fixed(self, where: str, one: dict[str, object]) -> dict[int, str]:
        value = one.get("fixed")
        if value is not None and not isinstance(value, dict):
            self.wrong(where, "fixed", 'hier hoort een object, zoals {"2": "w1r2"}.')
        found = {}
        for key, name in value.items() if isinstance(value, dict) else ():
            if not _WHOLE.fullmatch(key):
                self.wrong(where, "fixed", f"{quoted(key)} is geen ronde. Schrijf een heel getal.")
                continue
            found[int(key)] = self.as_text(where, "fixed", name)
        return found

    def once(self, where: str, field: str, values: Iterable[object]) -> None:
        for value, times in Counter(values).items():
            if times > 1 and value != "":
                self.wrong(
                    where, field, f"{quoted(value)} staat er {times} keer. Laat er één staan."
                )

    def unique(self, field: str, ids: Iterable[str]) -> None:
        for name, times in Counter(ids).items():
            if times > 1 and name:
                self.wrong(
                    f"{field} {quoted(name)}",
                    "id",
                    f"deze id staat er {times} keer. Geef elk een eigen id.",
                )


def _json(path: str | Path) -> object:
    text = _text(path)
    if not text.strip():
        raise Unusable([f"{path}: dit bestand is leeg. Zet er een object in, tussen accolades."])
    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_number)
    except json.JSONDecodeError as failed:
        where = f"{path}, regel {failed.lineno}, teken {failed.colno}"
        raise Unusable(
            [f"{where}: dit is geen JSON. Kijk de komma's, haken en aanhalingstekens na."]
        ) from failed
    except RecursionError as failed:
        raise Unusable(
            [f"{path}: de haken staan te diep in elkaar. Haal er lagen uit."]
        ) from failed
    except _RefusedError as failed:
        raise Unusable([f"{path}: {failed}"]) from failed
    except ValueError as failed:  # Python reads no whole number of thousands of digits
        raise Unusable([f"{path}: een getal is te lang. Maak het korter."]) from failed


class _RefusedError(ValueError):
    """JSON that we do not take, in words."""


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    for key, times in Counter(key for key, _ in pairs).items():
        if times > 1:
            label = dict(pairs).get("id")
            where = f" bij id {quoted(label)}" if isinstance(label, str) else ""
            raise _RefusedError(
                f"het veld {quoted(key)} staat er{where} {times} keer in één object."
                " Laat er één staan."
            )
    return dict(pairs)


def _no_number(word: str) -> object:
    raise _RefusedError(f"{word} is geen getal. Zet er een heel getal.")


def _text(path: str | Path) -> str:
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as missing:
        raise Unusable([f"{path}: dit bestand is er niet. Kijk de naam en de map na."]) from missing
    except (OSError, ValueError) as failed:
        raise Unusable(
            [f"{path}: dit bestand is niet te lezen. Is het een bestand, en mag u het lezen?"]
        ) from failed
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failed:
        line = data[: failed.start].count(b"\n") + 1
        raise Unusable(
            [f"{path}, regel {line}: dit is geen UTF-8. Bewaar het bestand als UTF-8."]
        ) from failed
