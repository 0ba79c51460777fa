"""Somebody asks to be called, with her name and number: kept with participation, not with answers.

Asking stands in no audit: its moment would stand beside that of her answer.
"""

from django.db import transaction
from django.utils import timezone

from krachtlokaal.office import audit
from krachtlokaal.surveys.enums import WishKind
from krachtlokaal.surveys.models import ContactWish, Measurement


@transaction.atomic
def make_wish(
    *,
    measurement: Measurement,
    name: str,
    reach: str,
    kind: WishKind = WishKind.CONTACT,
    about: str = "",
) -> ContactWish:
    """One open request of one person; asking again brings what it is about up to date."""
    row, is_new = ContactWish.objects.get_or_create(
        measurement=measurement,
        kind=kind,
        name=name.strip(),
        reach=reach.strip(),
        answered_on=None,
        defaults={
            "workspace_id": measurement.workspace_id,
            "organisation_id": measurement.organisation_id,
            "about": about,
            "asked_on": timezone.localdate(),
        },
    )
    if not is_new and about and row.about != about:
        row.about = about
        row.save(update_fields=["about"])
    return row


@transaction.atomic
def settle_wish(*, wish: ContactWish) -> bool:
    """The adviser had contact. False when somebody else settled it before."""
    open_rows = ContactWish.objects.filter(pk=wish.pk, answered_on=None)
    by = audit.current_actor().name
    if not open_rows.update(answered_on=timezone.localdate(), answered_by=by):
        return False
    audit.record("wish.settled", wish, label=f"{wish.organisation.name}: {wish.name}")
    return True
