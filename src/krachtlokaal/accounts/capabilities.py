"""The role × capability table. docs/roles.md shows the same table; a test compares them."""

from krachtlokaal.accounts.enums import Capability as Can
from krachtlokaal.accounts.enums import Role

_DOOR = frozenset({Can.SEE_START, Can.OPEN_DOOR})
_READER = _DOOR | {
    Can.READ_REGISTER,
    Can.READ_OWN_NOTES,
    Can.SEE_JOBS,
    Can.SEE_TOTALS,
    Can.SEE_NEEDS,
    Can.SEE_EVENTS,
}
_ADVISER = _READER | {
    Can.PROPOSE_FACTS,
    Can.WRITE_FACTS,
    Can.WRITE_CONTACTS,
    Can.IMPORT,
    Can.MERGE,
    Can.EXPORT,
    Can.SEND_MAIL,
    Can.SEE_MAIL,
    Can.SEE_FIELD_WORK,
    Can.SEE_RESULTS,
    Can.WORK_NEEDS,
    Can.WORK_EVENTS,
    Can.WORK_CASES,
}
_COORDINATOR = _ADVISER | {
    Can.RUN_WAVES,
    Can.EDIT_QUESTIONNAIRES,
    Can.RUN_NEEDS,
    Can.RUN_EVENTS,
    Can.READ_AUDIT,
    Can.MANAGE_MEMBERS,
    Can.MANAGE_WORKSPACE,
}

TABLE: dict[Role, frozenset[Can]] = {
    Role.DEURVRIJWILLIGER: _DOOR,
    Role.LEZER: _READER,
    Role.CONSULENT: _ADVISER,
    Role.COORDINATOR: _COORDINATOR,
    Role.LANDELIJK: _COORDINATOR,
}
OPERATOR = frozenset({Can.SEE_START, Can.OPERATE})

# These see so much that a mailed code alone is not enough.
NEEDS_SECOND_FACTOR = frozenset({Role.COORDINATOR, Role.LANDELIJK})
