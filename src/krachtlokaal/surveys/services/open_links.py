"""The open link of a wave: on, and off."""

from django.db import transaction

from krachtlokaal.office import audit, links
from krachtlokaal.surveys.links import OPEN
from krachtlokaal.surveys.models import Wave


@transaction.atomic
def switch_on(*, wave: Wave) -> Wave:
    """Make an address by which everybody may enter. One that was switched off never comes back."""
    row = Wave.objects.select_for_update(of=("self",)).get(pk=wave.pk)
    if row.open_link_id is None:
        row.open_link = links.create(OPEN, workspace=row.workspace_id, object_id=row.pk)
        row.save(update_fields=["open_link"])
        audit.record("open_link.made", row, workspace=row.workspace_id)
    return row


@transaction.atomic
def switch_off(*, wave: Wave) -> Wave:
    """From now on the address lets nobody in; who came in before goes on."""
    rows = Wave.objects.select_for_update(of=("self",)).select_related("open_link")
    row = rows.get(pk=wave.pk)
    if row.open_link is not None:
        links.revoke(row.open_link)
        row.open_link = None
        row.save(update_fields=["open_link"])
        audit.record("open_link.ended", row, workspace=row.workspace_id)
    return row
