"""Somebody comes without an invitation: by the open link of a wave, or a board that starts itself.

She is unverified until the known contact of the organisation says that she belongs there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.accounts.queries.areas import workspaces_for
from krachtlokaal.core import guard
from krachtlokaal.office import audit, links, outbox
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.likely import likely_same
from krachtlokaal.register.services import organisations
from krachtlokaal.surveys.enums import Answering, Audience, Channel, WaveState
from krachtlokaal.surveys.models import Invitation, QuestionnaireVersion, Wave
from krachtlokaal.surveys.queries import words
from krachtlokaal.surveys.queries.versions import newest_published
from krachtlokaal.surveys.services import entries, lost_links
from krachtlokaal.surveys.services.invitations import invite
from krachtlokaal.surveys.services.measurements import measurement_for
from krachtlokaal.surveys.services.opening import ABOUT

QUESTIONNAIRE = "krachtmeting"
STANDS_OPEN = timedelta(days=365)


class Nobody(Exception):  # noqa: N818 it is an answer, not a fault
    """No support centre works in this place, or it has nothing to ask."""


@dataclass(frozen=True)
class Person:
    """Who comes in; `language` is the one that she reads now."""

    name: str
    email: str
    language: str


@transaction.atomic
def organisation_from(*, facts: Mapping[str, Any]) -> Organisation:
    """The organisation that somebody describes: one that is known, else a new one."""
    found = likely_same(
        name=facts["name"],
        kvk="",
        place=facts.get("place", ""),
        municipality=facts["municipality_id"],
    )
    running = [row for row in found if row.ended_on is None]
    return running[0] if running else organisations.create(facts=facts)


@transaction.atomic
def enter(*, wave: Wave, about: Organisation, person: Person, channel: Channel) -> str:
    """A link of her own, mailed to her. Gives its secret; nothing where her address had a link
    before: then that one is mailed again, because the address may be somebody else's."""
    with guard.link(workspace=wave.workspace_id, organisation=about.pk):
        measurement = measurement_for(wave=wave, organisation=about)
        same = Invitation.objects.filter(measurement=measurement, email__iexact=person.email)
        if not same.exists():
            made = _invited(wave, about, person, channel)
            entries.ask(invitation=made)
            return links.token(made.link)
    lost_links.send_again(email=person.email)
    return ""


def _invited(wave: Wave, about: Organisation, person: Person, channel: Channel) -> Invitation:
    made = invite(
        wave=wave,
        measurement=measurement_for(wave=wave, organisation=about),
        channel=channel,
        name=person.name,
        email=person.email,
        language=person.language,
        is_verified=False,
    )
    reader = words.Reader(person.name, about.name, person.language, person.email)
    outbox.post(
        "survey_link_again",
        to=person.email,
        to_name=person.name,
        context=words.values(wave, words.INVITATION, reader) | {"link_to": words.LINK_TO},
        workspace=wave.workspace_id,
        link=made.link,
        language=person.language,
        about=(ABOUT, made.pk),
    )
    return made


@transaction.atomic
def start_oneself(*, about: Organisation, person: Person) -> Workspace:
    """A board begins by itself: its steunpunt's standing wave takes it in. She gets her link by
    mail alone. Raises `Nobody`."""
    place = workspaces_for(about.municipality_id, about.sector).first()
    if place is None:
        raise Nobody
    enter(wave=_standing(place), about=about, person=person, channel=Channel.SELF)
    return place


def _standing(place: Workspace) -> Wave:
    """The wave of a workspace for who comes by herself; made when needed. It is open for a year, so
    that its answers have a term like all others; then the next one begins."""
    Workspace.objects.select_for_update().get(pk=place.pk)
    with guard.workspaces(place.pk):
        rows = Wave.objects.select_related("workspace", "questionnaire_version")
        running = Q(closes_on=None) | Q(closes_on__gte=timezone.localdate())
        found = rows.filter(running, audience=Audience.SELF, state=WaveState.OPEN).first()
        return found or _new_standing(place)


def _title(version: QuestionnaireVersion) -> str:
    """Members read it, whatever language she who began speaks."""
    with translation.override("nl"):
        return _("%(title)s van besturen die zelf beginnen") % {"title": version.questionnaire}


def _new_standing(place: Workspace) -> Wave:
    version = newest_published(QUESTIONNAIRE)
    if version is None:
        raise Nobody
    row = Wave.objects.create(
        workspace=place,
        questionnaire_version=version,
        title=_title(version),
        state=WaveState.OPEN,
        audience=Audience.SELF,
        answering=Answering.EACH,
        languages=["nl", "en", "fy"],
        opens_on=timezone.localdate(),
        closes_on=timezone.localdate() + STANDS_OPEN,
        opened_at=timezone.now(),
        sender_name="",
        sender_phone=place.phone,
        sender_email=place.email,
        controller=place.name,
        is_needs_survey=False,
    )
    audit.record("wave.opened", row, workspace=place.pk)
    return row
