"""Letters that were fetched for the printer, and letters that are in the post."""

from collections.abc import Sequence

from django.db import transaction

from krachtlokaal.office import audit
from krachtlokaal.surveys.enums import Progress
from krachtlokaal.surveys.models import Invitation, Wave


@transaction.atomic
def note_made(*, wave: Wave, count: int) -> None:
    """Who fetched letters with secrets in them stands in the record; the letters stand nowhere."""
    audit.record("letters.made", wave, changes={"brieven": [0, count]})


@transaction.atomic
def note_posted(*, wave: Wave, rows: Sequence[Invitation]) -> int:
    """These letters are in the post: whoever gets one counts as reached."""
    found = Invitation.objects.filter(
        pk__in=[one.pk for one in rows], wave=wave, progress=Progress.INVITED
    )
    count = found.update(progress=Progress.REACHED)
    if count:
        audit.record("letters.posted", wave, changes={"brieven": [0, count]})
    return count
