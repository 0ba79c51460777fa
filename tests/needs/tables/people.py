"""Organisations of a survey that want to talk along, or that did not answer."""

from django.utils import timezone

from krachtlokaal.needs.models import NeedsSurvey, PopulationMember
from krachtlokaal.register.models import Municipality, Organisation
from krachtlokaal.surveys.enums import Progress, WishKind
from krachtlokaal.surveys.models import ContactWish, Invitation, Wave
from krachtlokaal.surveys.queries.strata import stratum_of
from tests.register import factories as register
from tests.surveys import factories as surveys

SECTORS = ("sport", "culture")
TOWNS = ("GM0080", "GM1900")


def organisation(survey: NeedsSurvey, number: int, **facts: object) -> Organisation:
    """Of the frozen population: sectors and municipalities in turn."""
    town = Municipality.objects.get(pk=TOWNS[number % 2])
    told = {"municipality": town, "sector": SECTORS[number // 2 % 2], "place": "Grou"} | facts
    made = register.organisation(f"Vereniging {number:02d}", **told)
    PopulationMember.objects.create(
        workspace=survey.workspace, survey=survey, organisation=made, **stratum_of(made)
    )
    return made


def silent(survey: NeedsSurvey, wave: Wave, number: int) -> Organisation:
    """Invited, known by mail, and no answer."""
    made = organisation(survey, number)
    email = f"bestuur{number}@silent.example"
    contact = register.contact(survey.workspace, made, name=f"Stil {number}", email=email)
    surveys.invitation(wave, made, contact=contact)
    return made


def answered(survey: NeedsSurvey, wave: Wave, number: int) -> Organisation:
    made = silent(survey, wave, number)
    Invitation.objects.filter(organisation=made).update(progress=Progress.SENT)
    return made


def willing(survey: NeedsSurvey, wave: Wave, number: int, reach: str = "") -> Organisation:
    """Answered, and said that she wants to talk along."""
    made = answered(survey, wave, number)
    ContactWish.objects.create(
        workspace=survey.workspace,
        organisation=made,
        measurement=surveys.measurement(wave, made),
        kind=WishKind.ROUND_TABLE,
        name=f"Graag {number}",
        reach=reach or f"graag{number}@willing.example",
        asked_on=timezone.localdate(),
    )
    return made
