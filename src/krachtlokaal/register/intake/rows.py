"""What a row of a list becomes: values, and what is to be said about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from krachtlokaal.register.intake.columns import heading_key
from krachtlokaal.register.intake.enums import ContactRole, Field, LegalForm, Sector
from krachtlokaal.register.intake.wording import Sentence


class Severity(StrEnum):
    SKIP = "skip"
    """No organisation at all: an empty row, a total, headings once more."""
    REJECT = "reject"
    """The row can't become an organisation until it is mended."""
    QUESTION = "question"
    """One answer of the user settles it for all such rows."""
    WARNING = "warning"
    """One cell can't be used; the rest of the row can."""
    NOTE = "note"
    """A cell was read with a small correction."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`value` is the cell as written; `candidates` are municipality codes to choose from."""

    column: str
    message: Sentence
    severity: Severity
    field: Field | None = None
    value: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    role: ContactRole
    name: str = ""
    email: str = ""
    phone: str = ""
    role_text: str = ""


@dataclass(frozen=True, slots=True)
class Values:
    """Empty text and None both mean: the list does not say."""

    name: str = ""
    match_key: str = ""
    kvk: str = ""
    sector: Sector | None = None
    sector_is_guess: bool = False
    legal_form: LegalForm | None = None
    address: str = ""
    postcode: str = ""
    place: str = ""
    municipality_code: str = ""
    municipality_is_guess: bool = False
    website: str = ""
    email: str = ""
    phone: str = ""
    volunteers: int | None = None
    members: int | None = None
    contacts: tuple[Contact, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    source_id: str = ""


@dataclass(frozen=True)
class CleanRow:
    values: Values
    problems: tuple[Problem, ...] = ()

    @property
    def skipped(self) -> bool:
        return any(problem.severity is Severity.SKIP for problem in self.problems)

    @property
    def rejected(self) -> bool:
        return any(problem.severity is Severity.REJECT for problem in self.problems)

    @property
    def questions(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if p.severity is Severity.QUESTION)

    @property
    def usable(self) -> bool:
        """Whether the row can be written now (an open question is no obstacle)."""
        return not (self.skipped or self.rejected)


@dataclass(frozen=True)
class Layout:
    """Which column holds which field; made once for a list."""

    header: tuple[str, ...]
    columns: Mapping[Field, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, header: Sequence[str], mapping: Mapping[str, Field | None]) -> "Layout":
        """`mapping` goes by heading, as proposals and remembered decisions do."""
        by_key = {heading_key(heading): chosen for heading, chosen in mapping.items()}
        columns: dict[Field, tuple[int, ...]] = {}
        for index, heading in enumerate(header):
            chosen = mapping.get(heading, by_key.get(heading_key(heading)))
            if chosen is not None:
                columns[chosen] = (*columns.get(chosen, ()), index)
        return cls(tuple(header), columns)

    def has(self, wanted: Field) -> bool:
        return wanted in self.columns

    def column(self, wanted: Field) -> str:
        """The heading of the column that holds a field, or the field's own name."""
        indexes = self.columns.get(wanted)
        return self.header[indexes[0]] if indexes else str(wanted.label)
