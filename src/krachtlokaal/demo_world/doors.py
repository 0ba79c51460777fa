"""Ways into the demo for who has no account: links of invented people, as their mail would hold."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.surveys.enums import Progress, WaveState
from krachtlokaal.surveys.models import Invitation, Snapshot


@dataclass(frozen=True)
class Door:
    """One line of "Zonder account": what one can do there, as whom."""

    title: str
    who: str
    url: str


def doors() -> list[Door]:
    """A board member who is asked to answer, and the manager of a result of several people."""
    with guard.system("the demo hands out links of people who do not exist"):
        return [*_to_answer(), *_to_manage()]


def _to_answer() -> list[Door]:
    waiting = Invitation.objects.filter(
        wave__state=WaveState.OPEN, link__nonce__isnull=False, progress=Progress.REACHED
    )
    asked = waiting.select_related("link", "organisation").order_by("pk").first()
    if asked is None:
        return []
    return [
        Door(
            _("Vul de KrachtMeting in"),
            _("Als bestuurslid van %(name)s, door een link uit een mail")
            % {"name": asked.organisation.name},
            reverse("surveys:answer_start", args=[links.token(asked.link)]),
        )
    ]


def _to_manage() -> list[Door]:
    shown = Snapshot.objects.exclude(measurement__manager_link=None)
    one = shown.select_related("measurement__manager_link", "organisation").order_by("pk").first()
    if one is None or one.measurement.manager_link is None:
        return []
    return [
        Door(
            _("Bekijk en beheer een uitkomst"),
            _("Als beheerder van de uitkomst van %(name)s") % {"name": one.organisation.name},
            reverse("surveys:managed", args=[links.token(one.measurement.manager_link)]),
        )
    ]
