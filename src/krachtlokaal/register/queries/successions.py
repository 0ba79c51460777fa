"""A bestuurswissel as the successor sees it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.enums import SuccessionState
from krachtlokaal.register.models import Succession

PURPOSE = "opvolger"


def organisation_of(link: PersonalLink) -> int:
    """Which organisation a successor's link is about."""
    rows = Succession.objects.filter(link=link).exclude(state=SuccessionState.WITHDRAWN)
    number = rows.values_list("organisation_id", flat=True).first()
    if number is None:
        raise Http404
    return number


def succession_of(link: PersonalLink) -> Succession:
    """With workspace, organisation and who leaves, in the scope of the successor's link."""
    rows = Succession.objects.select_related("workspace", "organisation", "leaving")
    return get_object_or_404(rows, link=link)
