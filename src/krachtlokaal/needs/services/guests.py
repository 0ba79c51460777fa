"""Guests of a table: chosen, added, invited, ticked off, and forgotten when the report is final.

Their names stand in no audit entry: the audit is kept for years, their names are not.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from krachtlokaal.needs.enums import GuestSource, GuestState, SurveyState, TableState
from krachtlokaal.needs.links import GUEST
from krachtlokaal.needs.models import Guest, NeedsSurvey, PopulationMember, RoundTable
from krachtlokaal.needs.queries import guests as queries
from krachtlokaal.needs.queries.proposing import picked
from krachtlokaal.needs.queries.tables import SEATS
from krachtlokaal.needs.services import forgetting, guest_mails
from krachtlokaal.needs.services.tables import NotNow, is_closed, locked
from krachtlokaal.office import audit, links
from krachtlokaal.register.models import Organisation


class Full(Exception):  # noqa: N818 it is an answer, not a fault
    """All seats are taken; `free` says how many were left."""

    def __init__(self, free: int) -> None:
        super().__init__(free)
        self.free = free


class OtherNumber(Exception):  # noqa: N818 it is an answer, not a fault
    """Not the number of invitations that was agreed to."""


@transaction.atomic
def pick(*, table: RoundTable, organisations: set[int]) -> int:
    """Take chosen proposals to the table; tells how many. Raises `Full`."""
    row = _open(table)
    rows = picked(row, organisations)
    _check_seats(row, len(rows))
    made = Guest.objects.bulk_create(
        Guest(
            workspace_id=row.workspace_id,
            table=row,
            organisation_id=one.organisation,
            contact_id=one.contact,
            name=one.name,
            email=one.email,
            reach=one.reach,
            source=one.source,
            municipality=one.municipality,
            sector=one.sector,
        )
        for one in rows
    )
    if made:
        audit.record("guests.chosen", row, changes={"gasten": [0, len(made)]})
    return len(made)


@transaction.atomic
def add(
    *, table: RoundTable, organisation: Organisation | None, values: Mapping[str, Any]
) -> Guest:
    """Somebody whom the coordinator knows, or who walks in. Raises `Full`."""
    row = locked(table)
    if is_closed(row):
        raise NotNow(row)
    _check_seats(row, 1)
    made = Guest.objects.create(
        workspace_id=row.workspace_id,
        table=row,
        organisation=organisation,
        source=GuestSource.ADDED,
        **{**values, **_stratum(row, organisation)},
    )
    audit.record("guest.added", made, label=row.title)
    return made


def _stratum(table: RoundTable, organisation: Organisation | None) -> dict[str, str]:
    """As frozen; of an organisation from elsewhere as it is now."""
    if organisation is None:
        return {}
    rows = PopulationMember.objects.filter(survey=table.survey_id, organisation=organisation)
    if (member := rows.first()) is not None:
        return {"municipality": member.municipality, "sector": member.sector}
    return {"municipality": organisation.municipality_id, "sector": organisation.sector}


@transaction.atomic
def change(*, guest: Guest, values: Mapping[str, Any]) -> Guest:
    """What a member mends, or writes down after a telephone call. Raises `Full` and `NotNow`."""
    table = locked(guest.table)
    if table.survey.state == SurveyState.FINISHED:
        raise NotNow(table)
    row = Guest.objects.select_for_update(of=("self",)).get(pk=guest.pk, wiped_on=None)
    if row.state == GuestState.DECLINED and values.get("state") in queries.SEATED:
        _check_seats(table, 1)
    if values.get("state") != row.state:
        row.answered_on = timezone.localdate()
    if values.get("email", row.email) != row.email:
        row.problem = ""
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    audit.record("guest.changed", row, label=table.title)
    return row


@transaction.atomic
def remove(*, guest: Guest) -> None:
    """She is not asked, or not any more: her link ends, and mail that still waits stays here.
    Raises `NotNow` once the report counts who was there."""
    table = locked(guest.table)
    if table.survey.state == SurveyState.FINISHED:
        raise NotNow(table)
    row = Guest.objects.select_for_update(of=("self",)).get(pk=guest.pk)
    if row.link is not None:
        links.revoke(row.link)
    audit.record("guest.removed", label=table.title)
    forgetting.mails_of([row.pk])
    row.delete()


@transaction.atomic
def invite(*, table: RoundTable, number: int) -> dict[str, int]:
    """Everybody who is chosen and not invited yet, `number` of them; tells who gets what."""
    row = _open(table)
    rows = queries.guests_of(row).filter(state=GuestState.PROPOSED).select_for_update(of=("self",))
    guests = list(rows)
    if len(guests) != number:
        raise OtherNumber
    ways = [one.way for one in queries.lines(guests)]
    _give_links(row, guests)
    for one in guests:
        one.state, one.invited_on = GuestState.INVITED, timezone.localdate()
    Guest.objects.bulk_update(guests, ["state", "invited_on", "link"])
    mailed = [one for one, way in zip(guests, ways, strict=True) if way == queries.Way.MAIL]
    guest_mails.invite(table=row, guests=mailed)
    counts = {
        "mails": len(mailed),
        "brieven": ways.count(queries.Way.LETTER),
        "bellen": ways.count(queries.Way.CALL),
    }
    audit.record("guests.invited", row, changes={key: [0, count] for key, count in counts.items()})
    return counts


def _give_links(table: RoundTable, guests: Sequence[Guest]) -> None:
    without = [one for one in guests if one.link_id is None]
    made = links.create_many(
        GUEST, workspace=table.workspace_id, object_ids=[one.pk for one in without]
    )
    for one, link in zip(without, made, strict=True):
        one.link = link


@transaction.atomic
def tick_off(*, table: RoundTable, came: set[int]) -> int:
    """Who was there, and nobody else; tells how many."""
    row = locked(table)
    if is_closed(row):
        raise NotNow(row)
    guests = Guest.objects.filter(table=row)
    here = guests.filter(pk__in=came, state__in=queries.EXPECTED)
    count = here.update(state=GuestState.CAME)
    guests.filter(state=GuestState.CAME).exclude(pk__in=came).update(state=GuestState.COMES)
    audit.record("guests.ticked_off", row, changes={"gasten": [0, count]})
    return count


@transaction.atomic
def note_letters(*, table: RoundTable, count: int) -> None:
    """Who fetched letters with secrets in them stands in the record; the letters stand nowhere."""
    audit.record("letters.made", table, changes={"brieven": [0, count]})


def wipe_names(*, survey: NeedsSurvey) -> int:
    """The report is final: nobody needs the names of guests any more. Tells how many."""
    return forgetting.wipe_survey(survey=survey)


def _open(table: RoundTable) -> RoundTable:
    row = locked(table)
    if row.state != TableState.PLANNED:
        raise NotNow(row)
    return row


def _check_seats(table: RoundTable, wanted: int) -> None:
    taken = Guest.objects.filter(table=table, state__in=queries.SEATED).count()
    if taken + wanted > SEATS:
        raise Full(max(SEATS - taken, 0))
