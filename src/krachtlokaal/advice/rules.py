"""Who may do what with an advice case: predicates for views, templates and tests.

A case is read by its adviser, by whom she named, and by every adviser when she chose the team.
Who answers for the members of a workspace hands a case to another adviser, without reading it:
that is about people who leave or fall ill, as is the list of members.
"""

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.advice.models import AdviceCase


def is_adviser(access: Access, case: AdviceCase) -> bool:
    """She decides who reads it, hands it over, closes it and opens it again."""
    return access.may(Capability.WORK_CASES) and case.adviser_id == access.user.pk


def oversees(access: Access) -> bool:
    """Sees which cases are open and with whom; not what they are about."""
    return access.may(Capability.WORK_CASES) and access.may(Capability.MANAGE_MEMBERS)
