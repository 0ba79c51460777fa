"""Rows and groups of rows while it is being decided what happens with them."""

from dataclasses import dataclass, field
from typing import Any

from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.intake.cleaning import Severity
from krachtlokaal.register.models import ImportRow, ImportRun
from krachtlokaal.register.services.imports.matching import Identity
from krachtlokaal.register.services.imports.values import RowValues


@dataclass(slots=True)
class Draft:
    """One row of the list; what is decided about it ends up in an ImportRow."""

    number: int
    cells: list[str]
    values: RowValues
    problems: list[dict[str, Any]]
    action: str = ""
    reason: str = ""
    probability: float | None = None
    organisation: int | None = None
    same_as: int | None = None
    changes: dict[str, Any] = field(default_factory=dict)
    by_hand: bool = False
    pk: int | None = None

    @property
    def identity(self) -> Identity:
        facts = self.values.facts
        return Identity(
            self.number,
            facts.get("name", ""),
            self.values.key,
            facts.get("kvk", ""),
            facts.get("postcode", ""),
            facts.get("place", ""),
            facts.get("municipality_id", ""),
            facts.get("website", ""),
        )

    @property
    def usable(self) -> bool:
        return self.action not in {RowAction.REJECT, RowAction.SKIP}

    def close(self, action: RowAction, reason: str) -> None:
        """The row gets no further than this."""
        self.action, self.reason = action, reason[:400]
        self.changes, self.organisation, self.same_as = {}, None, None

    def reject(self, column: str, message: str) -> None:
        self.problems.append(
            {
                "column": column,
                "message": message,
                "severity": Severity.REJECT.value,
                "value": "",
                "candidates": [],
            }
        )
        self.close(RowAction.REJECT, message)


@dataclass(slots=True)
class Group:
    """The rows of one organisation, the first row leading, and the organisation they matched."""

    rows: list[Draft]
    organisation: int | None = None
    reason: str = ""
    probability: float | None = None

    @property
    def first(self) -> Draft:
        return self.rows[0]


def of_row(row: ImportRow) -> Draft:
    return Draft(
        number=row.number,
        cells=row.cells,
        values=RowValues.of_json(row.values),
        problems=row.problems,
        action=row.action,
        reason=row.reason,
        probability=row.probability,
        organisation=row.organisation_id,
        same_as=row.same_as,
        changes=row.changes,
        by_hand=row.chosen_by_hand,
        pk=row.pk,
    )


def as_row(draft: Draft, run: ImportRun) -> ImportRow:
    return ImportRow(
        pk=draft.pk,
        workspace_id=run.workspace_id,
        run=run,
        number=draft.number,
        cells=draft.cells,
        values=draft.values.as_json(),
        problems=draft.problems,
        action=draft.action,
        reason=draft.reason[:400],
        probability=draft.probability,
        organisation_id=draft.organisation,
        same_as=draft.same_as,
        changes=draft.changes,
        chosen_by_hand=draft.by_hand,
    )
