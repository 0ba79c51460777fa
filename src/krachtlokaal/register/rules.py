"""Who may do what in the register: predicates for views, templates and tests.

Every adviser reads the shared facts of all organisations and may propose a change; those whose
working area holds the organisation carry changes out; the national team may do so anywhere.
"""

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability, Role
from krachtlokaal.register.models import Note, Organisation, Proposal
from krachtlokaal.register.queries.areas import area_of


def is_in_area(access: Access, municipality: str, sector: str) -> bool:
    """Whether an organisation there, of that sector, is of this workspace's working area."""
    area = area_of(access)
    return area is None or area.covers(municipality, sector)


def may_create(access: Access, municipality: str, sector: str) -> bool:
    return access.may(Capability.WRITE_FACTS) and is_in_area(access, municipality, sector)


def may_change(access: Access, organisation: Organisation) -> bool:
    """Carry out changes of shared facts."""
    return access.may(Capability.WRITE_FACTS) and is_in_area(
        access, organisation.municipality_id, organisation.sector
    )


def may_propose(access: Access, organisation: Organisation) -> bool:
    """Propose a change to those who may carry it out."""
    return access.may(Capability.PROPOSE_FACTS) and not may_change(access, organisation)


def may_decide(access: Access, proposal: Proposal) -> bool:
    return may_change(access, proposal.organisation)


def may_merge(access: Access, kept: Organisation, gone: Organisation) -> bool:
    """A merge changes facts of both."""
    return access.may(Capability.MERGE) and may_change(access, kept) and may_change(access, gone)


def may_remove_note(access: Access, note: Note) -> bool:
    """Who wrote it, or who answers for the workspace."""
    if not access.may(Capability.WRITE_CONTACTS):
        return False
    return note.author_id == access.user.pk or access.role in {Role.COORDINATOR, Role.LANDELIJK}
