"""The role × capability table. docs/architecture.md shows the same table; a test compares them."""

from krachtlokaal.accounts.enums import Capability as C
from krachtlokaal.accounts.enums import Role

_DOOR = frozenset({C.SEE_START})
_READER = _DOOR | {C.READ_REGISTER, C.READ_OWN_NOTES, C.SEE_JOBS}
_ADVISER = _READER | {
    C.PROPOSE_FACTS,
    C.WRITE_FACTS,
    C.WRITE_CONTACTS,
    C.IMPORT,
    C.MERGE,
    C.EXPORT,
    C.SEND_MAIL,
    C.SEE_MAIL,
}
_COORDINATOR = _ADVISER | {C.READ_AUDIT, C.MANAGE_MEMBERS, C.MANAGE_WORKSPACE}

TABLE: dict[Role, frozenset[C]] = {
    Role.DEURVRIJWILLIGER: _DOOR,
    Role.LEZER: _READER,
    Role.CONSULENT: _ADVISER,
    Role.COORDINATOR: _COORDINATOR,
    Role.LANDELIJK: _COORDINATOR,
}
OPERATOR = frozenset({C.SEE_START, C.OPERATE})

# These see so much that a mailed code alone is not enough.
NEEDS_SECOND_FACTOR = frozenset({Role.COORDINATOR, Role.LANDELIJK})
