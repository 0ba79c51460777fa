"""What the office asks of the floors above it: where a user gets the mail about her job."""

from krachtlokaal.accounts.models import User
from krachtlokaal.office import jobs


@jobs.addresses
def address(user: int) -> jobs.Addressee | None:
    found = User.objects.filter(pk=user, is_active=True).first()
    return jobs.Addressee(found.email, found.name, found.language) if found else None
