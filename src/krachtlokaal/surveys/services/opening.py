"""Open a wave: everybody is invited, or nobody. Runs in a job, whose transaction holds it all."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.office import audit, outbox
from krachtlokaal.surveys.enums import Channel, WaveState
from krachtlokaal.surveys.models import Invitation, Measurement, Wave
from krachtlokaal.surveys.queries import words
from krachtlokaal.surveys.queries.audience import Member, fixed, population
from krachtlokaal.surveys.queries.invitations import to_remind
from krachtlokaal.surveys.services.invitations import Person, invite_many

ABOUT = "survey_invitation"
_AT_ONCE = 1000
Tell = Callable[[str, int, int], None]
T = TypeVar("T")


@transaction.atomic
def open_now(*, wave: int, tell: Tell) -> dict[str, int]:
    """Invite everybody of a planned wave. A second run of the same job does nothing."""
    rows = Wave.objects.select_for_update(of=("self",))
    row = rows.select_related("workspace", "questionnaire_version").get(pk=wave)
    if row.state != WaveState.PLANNED:
        return {}
    members = population(fixed(row)).members
    for start, part in _parts(members):
        tell(_("Uitnodigingen klaarzetten"), start, len(members))
        _invite(row, part)
    row.state, row.opened_at = WaveState.OPEN, timezone.now()
    row.version += 1
    row.save()
    counts = _counts(members)
    audit.record("wave.opened", row, changes={key: [0, count] for key, count in counts.items()})
    return counts


def _counts(members: Sequence[Member]) -> dict[str, int]:
    channels = [one.channel for one in members]
    return {
        "mails": channels.count(Channel.MAIL),
        "brieven": channels.count(Channel.LETTER),
        "niemand": channels.count(None),
    }


def _invite(row: Wave, part: Sequence[Member]) -> None:
    measured = Measurement.objects.bulk_create(
        Measurement(
            workspace_id=row.workspace_id,
            wave=row,
            organisation_id=one.organisation,
            stratum=one.stratum,
        )
        for one in part
    )
    language = row.languages[0] if row.languages else "nl"
    people = [
        Person(
            made.pk,
            one.organisation,
            one.channel,
            contact=one.contact,
            name=one.name,
            email=one.email,
            language=language,
        )
        for one, made in zip(part, measured, strict=True)
        if one.channel is not None
    ]
    names = {one.organisation: one.organisation_name for one in part}
    invited = invite_many(wave=row, people=people)
    _post(row, words.INVITATION, [(one, names[one.organisation_id]) for one in invited])


@transaction.atomic
def remind_now(*, wave: int, today: date, tell: Tell) -> int:
    """Remind who did not send anything yet; tells how many. Once for each of the wave's days."""
    rows = Wave.objects.select_for_update(of=("self",))
    row = rows.select_related("workspace", "questionnaire_version").get(pk=wave)
    days = due_days(row, today)
    if row.state != WaveState.OPEN or not days:
        return 0
    waiting = list(to_remind(row).select_related("organisation", "link"))
    for start, part in _parts(waiting):
        tell(_("Herinneringen klaarzetten"), start, len(waiting))
        _post(row, words.REMINDER, [(one, one.organisation.name) for one in part])
        for one in part:
            one.reminded += 1
        Invitation.objects.bulk_update(part, ["reminded"], batch_size=_AT_ONCE)
    row.reminded_on = sorted({*row.reminded_on, *days})
    row.save(update_fields=["reminded_on"])
    audit.record("wave.reminded", row, changes={"mails": [0, len(waiting)]})
    return len(waiting)


def due_days(row: Wave, today: date) -> list[date]:
    """Days of reminders that came and were not kept yet; none after the last day."""
    if row.closes_on is not None and row.closes_on < today:
        return []
    return [day for day in row.remind_on if day <= today and day not in row.reminded_on]


def post_invitations(row: Wave, invited: Sequence[tuple[Invitation, str]]) -> None:
    """The invitation itself, to who is invited later by hand."""
    _post(row, words.INVITATION, invited)


def _post(row: Wave, kind: str, invited: Sequence[tuple[Invitation, str]]) -> None:
    """A mail to each who has an address; who gets a letter is left out."""
    posts = [
        _mail(row, kind, one, name)
        for one, name in invited
        if one.channel != Channel.LETTER and one.email
    ]
    outbox.post_many(words.TEMPLATES[kind], posts, workspace=row.workspace_id, batch=row.pk)


def _mail(row: Wave, kind: str, one: Invitation, organisation: str) -> outbox.Post:
    reader = words.Reader(one.name, organisation, one.language, one.email)
    own = {"link_to": words.LINK_TO, "unsubscribe": words.OPT_OUT, "one_click": True}
    return outbox.Post(
        to=one.email,
        to_name=one.name,
        context=words.values(row, kind, reader) | own,
        link=one.link,
        language=one.language,
        about=(ABOUT, one.pk),
    )


def _parts(rows: Sequence[T]) -> Iterator[tuple[int, Sequence[T]]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield start, rows[start : start + _AT_ONCE]
