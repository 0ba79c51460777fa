"""A wave from its first idea until it is closed. Opening itself is in `opening`: it is a job."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.queries.workspaces import with_contact_data
from krachtlokaal.office import audit, drafts, jobs, outbox
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail, PersonalLink
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences
from krachtlokaal.surveys.enums import Answering, Audience, WaveState
from krachtlokaal.surveys.models import Invitation, QuestionnaireVersion, Wave
from krachtlokaal.surveys.queries import words
from krachtlokaal.surveys.queries.audience import chosen, population
from krachtlokaal.surveys.queries.definitions import of_version
from krachtlokaal.surveys.queries.waves import OPEN, REMIND
from krachtlokaal.surveys.services.invitations import holds_until

OPEN_FOR = timedelta(days=28)
REMIND_AFTER = timedelta(days=14)
REMIND_BEFORE = timedelta(days=3)


class NotNow(Exception):  # noqa: N818 it is an answer, not a fault
    """The wave is in a state in which this can't be done: somebody was first, or it is over."""

    def __init__(self, wave: Wave) -> None:
        super().__init__(wave.state)
        self.wave = wave


class OtherNumber(Exception):  # noqa: N818 it is an answer, not a fault
    """Not the number of invitations that was agreed to."""


def reminders(opens_on: date, closes_on: date) -> list[date]:
    """After two weeks and three days before closing, as far as these lie inside the period."""
    days = {opens_on + REMIND_AFTER, closes_on - REMIND_BEFORE}
    return sorted(day for day in days if opens_on < day <= closes_on)


@transaction.atomic
def make(
    *,
    access: Access,
    version: QuestionnaireVersion,
    title: str,
    audience: str,
    filters: Filters,
) -> Wave:
    """A wave in preparation, with what is usual. A saved selection must be resolved before."""
    place = with_contact_data(access.workspace)
    today = timezone.localdate()
    wave = Wave.objects.create(
        workspace=place,
        questionnaire_version=version,
        title=title,
        **_for_whom(audience, filters),
        answering=Answering.EACH,
        languages=list(of_version(version).languages),
        opens_on=today,
        closes_on=today + OPEN_FOR,
        remind_on=reminders(today, today + OPEN_FOR),
        sender_name=str(access.user),
        sender_phone=place.phone,
        sender_email=place.email,
        controller=place.name,
        made_by=access.user,
    )
    audit.record("wave.made", wave)
    return wave


@transaction.atomic
def choose(*, wave: Wave, version: int, title: str, audience: str, filters: Filters | None) -> Wave:
    """Another name or other organisations; without `filters` those stay."""
    wanted = {"title": title}
    return change(
        wave=wave,
        version=version,
        values=wanted | ({} if filters is None else _for_whom(audience, filters)),
    )


def _for_whom(audience: str, filters: Filters) -> dict[str, Any]:
    if audience == Audience.OPEN:
        return {"audience": Audience.OPEN, "selection_query": "", "organisation_ids": []}
    one = len(filters.ids) == 1
    return {
        "audience": Audience.ONE if one else Audience.SELECTION,
        "selection_query": "" if filters.ids else filters.query() or "gebied=werkgebied",
        "organisation_ids": list(filters.ids),
        "is_needs_survey": not one,
    }


@transaction.atomic
def change(*, wave: Wave, version: int, values: Mapping[str, Any]) -> Wave:
    """One step of the preparation; refuses when a colleague saved since `version`."""
    row = _locked(wave, WaveState.PREPARING, version=version)
    changes = differences(row, dict(values))
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    if changes:
        _save(row)
        audit.record("wave.changed", row)
    return row


@transaction.atomic
def write(*, wave: Wave, version: int, language: str, texts: Mapping[str, words.Words]) -> Wave:
    """The words of the mails in one language, by kind."""
    kept = {kind: {**wave.texts.get(kind, {}), language: dict(texts[kind])} for kind in words.KINDS}
    row = change(wave=wave, version=version, values={"texts": kept})
    drafts.forget(draft_name(wave, language))
    return row


def draft_name(wave: Wave, language: str) -> str:
    """Under which name the page keeps what is being typed."""
    return f"surveys.wave.{wave.pk}.{language}"


@transaction.atomic
def try_out(*, access: Access, wave: Wave, kind: str, reader: words.Reader) -> None:
    """The mail to oneself, as this reader would get it; nothing in it works."""
    outbox.post(
        words.TEMPLATES[kind],
        to=access.user.email,
        to_name=str(access.user),
        context=words.values(wave, kind, reader) | {"is_test": True},
        workspace=wave.workspace_id,
        language=reader.language,
    )
    audit.record("wave.tried", wave)


@transaction.atomic
def plan(*, access: Access, wave: Wave, version: int, mails: int, letters: int) -> Wave:
    """Agree to it: from now on its organisations are fixed. Opens today, or on its day."""
    row = _locked(wave, WaveState.PREPARING, version=version)
    people = population(chosen(row, access))
    if (len(people.mails), len(people.letters)) != (mails, letters) or people.is_too_big:
        raise OtherNumber
    row.organisation_ids = [one.organisation for one in people.members]
    row.state = WaveState.PLANNED
    _save(row)
    audit.record("wave.planned", row, changes={"mails": [0, mails], "brieven": [0, letters]})
    if row.opens_on is None or row.opens_on <= timezone.localdate():
        start_opening(row, user=access.user.pk)
    return row


def start_opening(row: Wave, *, user: int | None) -> None:
    """Start the job that invites everybody."""
    jobs.start(
        OPEN,
        title=_("Openen: %(title)s") % {"title": row.title},
        workspace=row.workspace_id,
        user=user,
        arguments={"wave": row.pk},
        result_url=reverse("surveys:wave", args=[row.pk]),
    )


def start_reminding(row: Wave, *, today: date) -> None:
    """Start the job that reminds who did not answer."""
    jobs.start(
        REMIND,
        title=_("Herinneren: %(title)s") % {"title": row.title},
        workspace=row.workspace_id,
        user=None,
        arguments={"wave": row.pk, "day": today.isoformat()},
        result_url=reverse("surveys:wave", args=[row.pk]),
    )


@transaction.atomic
def take_back(*, wave: Wave) -> Wave:
    """Back to the preparation, as long as nobody is invited."""
    row = _locked(wave, WaveState.PLANNED)
    row.state = WaveState.PREPARING
    if row.selection_query:
        row.organisation_ids = []
    _save(row)
    audit.record("wave.taken_back", row)
    return row


@transaction.atomic
def extend(*, wave: Wave, version: int, closes_on: date) -> Wave:
    """A later last day. Its links hold longer, and who did not answer is reminded once more."""
    row = _locked(wave, WaveState.OPEN, WaveState.PLANNED, version=version)
    before, row.closes_on = row.closes_on, closes_on
    today = timezone.localdate()
    row.remind_on = sorted({*row.reminded_on, *_still(row, before, today)})
    _save(row)
    own = Invitation.objects.filter(wave=row).values("link_id")
    PersonalLink.objects.filter(pk__in=own).update(expires_at=holds_until(row))
    audit.record("wave.extended", row, changes={"closes_on": [before, closes_on]})
    return row


def _still(row: Wave, before: date | None, today: date) -> set[date]:
    """Days of reminders to come: the last one moves along with the last day."""
    last = before - REMIND_BEFORE if before else None
    kept = {day for day in row.remind_on if day > today and day != last}
    new = row.closes_on - REMIND_BEFORE if row.closes_on else None
    return kept | ({new} if new and new > today else set())


@transaction.atomic
def call_off(*, wave: Wave) -> Wave:
    """It does not go on. Mails that still wait stay here; who has a link reads that it is off."""
    row = _locked(wave, WaveState.PREPARING, WaveState.PLANNED, WaveState.OPEN)
    row.state, row.closed_at = WaveState.CALLED_OFF, timezone.now()
    _save(row)
    _hold_back(row)
    audit.record("wave.called_off", row)
    return row


@transaction.atomic
def close(*, wave: Wave) -> Wave:
    """No answers any more, before its last day."""
    row = _locked(wave, WaveState.OPEN)
    return _close(row)


@transaction.atomic
def close_due(*, today: date | None = None) -> int:
    """By the clock: close what had its last day. Tells how many."""
    due = Wave.objects.filter(
        state=WaveState.OPEN, closes_on__lt=today or timezone.localdate()
    ).select_for_update(of=("self",), skip_locked=True)
    rows = list(due)
    for row in rows:
        _close(row)
    return len(rows)


def _close(row: Wave) -> Wave:
    today = timezone.localdate()
    row.closes_on = min(row.closes_on, today) if row.closes_on else today
    row.state, row.closed_at = WaveState.CLOSED, timezone.now()
    _save(row)
    _hold_back(row)
    audit.record("wave.closed", row, workspace=row.workspace_id)
    return row


def _hold_back(row: Wave) -> None:
    """Mails of this wave that wait for the mail server are not sent any more."""
    waiting = OutboxMail.objects.filter(
        batch_id=row.pk, template__in=words.TEMPLATES.values(), state=MailState.QUEUED
    )
    waiting.update(state=MailState.CANCELLED, error=_("De meting is gesloten of afgelast."))


def _locked(wave: Wave, *states: WaveState, version: int | None = None) -> Wave:
    rows = Wave.objects.select_for_update(of=("self",))
    row = rows.select_related("workspace", "questionnaire_version").get(pk=wave.pk)
    if row.state not in states:
        raise NotNow(row)
    if version is not None and row.version != version:
        raise ChangedMeanwhile(row)
    return row


def _save(row: Wave) -> None:
    row.version += 1
    row.save()
