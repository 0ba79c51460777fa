"""Organisations of the frozen population, for who adds a guest by hand."""

from django.db.models import QuerySet

from krachtlokaal.needs.models import NeedsSurvey, PopulationMember
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.recipients import contacts_of, first_in_line

SHOWN = 20


def _within(survey: NeedsSurvey) -> QuerySet[Organisation]:
    keys = PopulationMember.objects.filter(survey=survey).values("organisation")
    return Organisation.objects.filter(pk__in=keys)


def named(survey: NeedsSurvey, typed: str) -> list[Organisation]:
    """The first few whose name holds what was typed."""
    return list(_within(survey).filter(name__icontains=typed).order_by("name_key", "pk")[:SHOWN])


def organisation_of(survey: NeedsSurvey, number: str) -> Organisation | None:
    """The one of an address, if it belongs to the area."""
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return _within(survey).filter(pk=int(number)).first()


def usual_contact(about: Organisation) -> dict[str, str]:
    """Whom the register knows, to start the form with."""
    known = contacts_of(Organisation.objects.filter(pk=about.pk)).get(about.pk, [])
    running = [one for one in known if one.ended_on is None]
    if not running:
        return {}
    one = first_in_line(running)
    return {"name": one.name, "email": one.email}
