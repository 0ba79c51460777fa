"""A guest answers by her link: she comes, she does not, or somebody else comes in her place."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.needs.enums import GuestState
from krachtlokaal.needs.links import GUEST
from krachtlokaal.needs.models import Guest
from krachtlokaal.needs.queries import rsvp as queries
from krachtlokaal.needs.queries.guests import SEATED
from krachtlokaal.needs.queries.tables import SEATS
from krachtlokaal.needs.services import guest_mails
from krachtlokaal.needs.services.tables import locked
from krachtlokaal.office import audit, links
from krachtlokaal.office.models import PersonalLink


class Closed(Exception):  # noqa: N818 it is an answer, not a fault
    """The conversation began, or does not go on."""


class Full(Exception):  # noqa: N818 it is an answer, not a fault
    """She said no before, and meanwhile others took all seats."""


@transaction.atomic
def comes(*, link: PersonalLink, name: str, needs: str, language: str) -> Guest:
    """The same once more changes nothing. Raises `Closed` and `Full`."""
    with _seat(link) as row:
        if (row.state, row.name, row.needs) == (GuestState.COMES, name, needs):
            return row
        _check_seat(row)
        row.state, row.name, row.needs = GuestState.COMES, name, needs
        _answered(row, "guest.comes", language)
        guest_mails.confirm(table=row.table, guest=row)
    return row


@transaction.atomic
def declines(*, link: PersonalLink, language: str) -> Guest:
    """Her seat is free for somebody else. Raises `Closed`."""
    with _seat(link) as row:
        if row.state == GuestState.DECLINED:
            return row
        row.state = GuestState.DECLINED
        _answered(row, "guest.declined", language)
        guest_mails.confirm(table=row.table, guest=row)
    return row


@transaction.atomic
def hand_over(*, link: PersonalLink, name: str, email: str, language: str) -> Guest:
    """Somebody else takes her seat, with a link of her own; the old one ends. Raises `Closed` and
    `Full`."""
    with _seat(link) as row:
        _check_seat(row)
        links.revoke(link)
        row.link = links.create(GUEST, workspace=row.workspace_id, object_id=row.pk)
        row.state, row.name, row.email = GuestState.COMES, name, email
        row.reach = row.needs = row.problem = ""
        row.contact = None
        _answered(row, "guest.handed_over", language)
        guest_mails.welcome(table=row.table, guest=row)
    return row


@contextmanager
def _seat(link: PersonalLink) -> Iterator[Guest]:
    """Her row, with its table held, in the scope of its workspace."""
    with guard.workspaces(link.workspace_id):
        guest = queries.guest_of(link)
        if guest is None:
            raise Closed
        table = locked(guest.table)
        rows = Guest.objects.select_for_update(of=("self",)).select_related("organisation", "link")
        row = rows.get(pk=guest.pk)
        row.table = table
        if queries.moment_of(row) != queries.Moment.OPEN:
            raise Closed
        yield row


def _check_seat(row: Guest) -> None:
    others = Guest.objects.filter(table=row.table, state__in=SEATED).exclude(pk=row.pk)
    if others.count() >= SEATS:
        raise Full


def _answered(row: Guest, verb: str, language: str) -> None:
    row.answered_on, row.language = timezone.localdate(), language
    row.save()
    audit.record(verb, row, label=row.table.title, workspace=row.workspace_id)
