"""The list of a run: its table, its columns and its rows, cleaned."""

from collections.abc import Iterable, Mapping, Sequence

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.accounts.queries.areas import AreaFilter
from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.intake.cleaning import Layout, Places, Problem, Severity, clean
from krachtlokaal.register.intake.columns import Proposal, heading_key, propose
from krachtlokaal.register.intake.enums import Field
from krachtlokaal.register.intake.files import Row, Table, read_table
from krachtlokaal.register.models import ImportRun, RememberedColumn, RememberedPlace
from krachtlokaal.register.queries.import_area import codes_in
from krachtlokaal.register.services.imports.drafts import Draft
from krachtlokaal.register.services.imports.values import fit, problem_json

# The columns that we add ourselves to a list of rejected rows; not translated, so that a mended
# list is known again in every language.
ROW_COLUMN = "Rij in uw lijst"
WRONG_COLUMN = "Wat is er mis"
OWN_COLUMNS = frozenset({heading_key(ROW_COLUMN), heading_key(WRONG_COLUMN)})


def table_of(data: bytes, name: str, sheet: str, remembered: Iterable[str]) -> Table:
    return read_table(data, name, sheet=sheet or None, remembered=list(remembered))


def remembered_columns(workspace: Workspace) -> dict[str, Field | None]:
    """How this workspace mapped headings before; None for a column that it leaves out."""
    rows = RememberedColumn.objects.filter(workspace=workspace).values_list("header", "field")
    known = set(Field)
    return {header: Field(field) if field in known else None for header, field in rows}


def proposals(
    header: Sequence[str],
    sample: Sequence[Sequence[str]],
    remembered: Mapping[str, Field | None],
) -> list[Proposal]:
    """What each column probably holds; the columns that we added ourselves are left out."""
    own = {name: None for name in header if is_own(name)}
    return propose(header, sample, {**remembered, **own})


def is_own(heading: str) -> bool:
    return heading_key(heading) in OWN_COLUMNS


def layout_of(run: ImportRun) -> Layout:
    known = set(Field)
    mapping = {
        heading: Field(field) if field in known else None for heading, field in run.mapping.items()
    }
    return Layout.of(run.head["header"], mapping)


def places_of(workspace: Workspace, area: AreaFilter | None) -> Places:
    """All names on the map, with what this workspace answered before and where it works."""
    answers = RememberedPlace.objects.filter(workspace=workspace)
    return Places(dict(answers.values_list("text", "municipality_id")), codes_in(area))


def draft_of(row: Row, layout: Layout, places: Places) -> Draft:
    cleaned = clean(row.cells, layout, places)
    values, too_long = fit(cleaned, layout)
    problems = [*cleaned.problems, *too_long]
    draft = Draft(row.number, row.cells, values, [problem_json(problem) for problem in problems])
    for severity, action in _ENDS.items():
        reasons = [problem for problem in problems if problem.severity is severity]
        if reasons:
            draft.close(action, _sentences(reasons))
            break
    return draft


_ENDS = {Severity.SKIP: RowAction.SKIP, Severity.REJECT: RowAction.REJECT}


def _sentences(problems: Iterable[Problem]) -> str:
    return " ".join(str(problem.message) for problem in problems)
