"""Which addresses want no mailings of a workspace any more."""

from collections.abc import Iterable

from django.db.models.functions import Lower

from krachtlokaal.core import guard
from krachtlokaal.office.models import OutboxMail, PersonalLink
from krachtlokaal.register.models import OptOut


def opted_out() -> set[str]:
    """All opted-out addresses of the workspace, in small letters. One query."""
    return set(OptOut.objects.values_list(Lower("email"), flat=True))


def opted_out_among(addresses: Iterable[str]) -> set[str]:
    """Those of these addresses that are opted out, in small letters. One query."""
    wanted = {address.lower() for address in addresses if address}
    rows = OptOut.objects.annotate(small=Lower("email")).filter(small__in=wanted)
    return set(rows.values_list("small", flat=True))


def is_opted_out(address: str) -> bool:
    return OptOut.objects.filter(email__iexact=address).exists()


def address_of(link: PersonalLink) -> str | None:
    """The address that the mail with this link went to: the contact may have another by now."""
    with guard.system("the holder of a link may see and stop what comes to the own address"):
        mails = OutboxMail.objects.filter(link=link).order_by("-id")
        return mails.values_list("to", flat=True).first()
