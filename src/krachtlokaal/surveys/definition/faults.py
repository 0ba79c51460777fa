"""What is wrong with a questionnaire: where, what, and how to mend it; all of it at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

Path = tuple[str | int, ...]  # ("themes", 0, "items", 2, "nl")
Lines = Mapping[Path, int]
Words = str | Promise


@dataclass(frozen=True)
class Fault:
    """One fault. `line` is 0 where the questionnaire did not come from a file."""

    line: int
    key: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.what} {self.mend}".strip()


class Faults(Exception):  # noqa: N818 it is an answer, not a fault of the program
    """A questionnaire that can't be used; `faults` in the order of its lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults), key=lambda fault: (fault.line, fault.key)))
        super().__init__(" ".join(str(fault) for fault in self.faults))


class Findings:
    """Gathers faults while a questionnaire is walked through."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.faults: list[Fault] = []

    def add(self, at: Path, what: Words, mend: Words = "") -> None:
        self.faults.append(Fault(self._line(at), shown(at), str(what), str(mend)))

    def _line(self, at: Path) -> int:
        """The line of the thing itself, or of the nearest thing around it that is there."""
        for length in range(len(at), -1, -1):
            if at[:length] in self._lines:
                return self._lines[at[:length]]
        return 0


def shown(at: Path) -> str:
    """A path as people count: `themes 1 › items 3 › nl`."""
    told: list[str] = []
    for part in at:
        if isinstance(part, int) and told:
            told[-1] += f" {part + 1}"
        else:
            told.append(str(part))
    return " › ".join(told)
