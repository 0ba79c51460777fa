"""The cards of a table on the page of that table, for who works with them."""

from django.template import Context, Library

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.queries import boards
from krachtlokaal.needs.queries.boards import Board

register = Library()


@register.simple_tag(takes_context=True)
def board_of(context: Context, table: RoundTable) -> Board | None:
    """None for who only reads: cards are for who works on the survey."""
    access: Access | None = context.get("access")
    if access is None or not access.may(Capability.WORK_NEEDS):
        return None
    return boards.of(table)
