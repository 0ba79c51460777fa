"""Who came by the open link, and the question to the known contact."""

from django.db.models import QuerySet
from django.http import Http404

from krachtlokaal.core import guard
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.models import Invitation, Wave


def unverified(wave: Wave) -> QuerySet[Invitation]:
    """Those about whom nobody said yet that they belong there, the oldest first."""
    rows = Invitation.objects.filter(wave=wave, is_verified=False, link__revoked_at=None)
    return rows.select_related("organisation").order_by("pk")


def organisation_of(link: PersonalLink) -> int:
    """Which organisation the question is about."""
    rows = Invitation.objects.filter(pk=link.object_id or 0)
    number = rows.values_list("organisation_id", flat=True).first()
    if number is None:
        raise Http404
    return number


def entry_of(link: PersonalLink) -> Invitation:
    """The way in that the question is about; its link is somebody else's."""
    rows = Invitation.objects.select_related("organisation", "wave__workspace", "link")
    with guard.system("the question names the way in, whose link is not the holder's own"):
        return rows.get(pk=link.object_id or 0)
