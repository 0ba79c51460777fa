"""The things that addresses name: a factory per name in table.py, called for an own thing and for
one of another workspace. It returns the arguments of the address. Things in SHARED are everybody's.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from krachtlokaal.accounts.access import Access, Seat
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Membership, User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.models import Job, JobFile, MailboxMessage, OutboxMail
from krachtlokaal.register.models import (
    Contact,
    DuplicatePair,
    FactCheck,
    ImportRun,
    Mailing,
    Note,
    Organisation,
    OrganisationTag,
    Proposal,
    Selection,
    Succession,
)
from krachtlokaal.register.services import merges
from krachtlokaal.register.services.imports import checking, uploads
from krachtlokaal.topics.models import Offer, OfferFile
from tests.access.advice import ADVICE_OBJECTS
from tests.access.events import EVENT_OBJECTS
from tests.access.needs import NEEDS_OBJECTS
from tests.access.reports import REPORT_OBJECTS
from tests.access.rows import make
from tests.access.surveys import SURVEY_OBJECTS
from tests.access.waves import WAVE_OBJECTS
from tests.accounts import factories
from tests.register.imports.factories import as_csv

Arguments = dict[str, Any]
Factory = Callable[[Workspace, User], Arguments]

# Facts that every adviser may read: nobody's own, so there is no foreign one.
SHARED = {"organisation", "two_organisations", "proposal", "pair", "merged", "mailbox_message"}
SHARED |= {"provider", "offer", "offer_file"}


def _pk(row: Any) -> Arguments:
    return {"pk": row.pk}


def _of(model: Any, **values: Any) -> Factory:
    return lambda place, _owner: _pk(make(model, place, **values))


def _membership(place: Workspace, _owner: User) -> Arguments:
    colleague = factories.user(f"collega{Membership.objects.count()}@{place.slug}.example")
    factories.key(colleague)
    return _pk(factories.membership(place, colleague, Role.LEZER))


def _invitation(place: Workspace, owner: User) -> Arguments:
    return _pk(_invited(place, owner))


def _invited(place: Workspace, owner: User) -> Any:
    email = f"nieuw{timezone.now().timestamp()}@{place.slug}.example"
    return factories.invitation(place, owner, email=email)


def _invitation_link(place: Workspace, owner: User) -> Arguments:
    return {"secret": links.token(_invited(place, owner).link)}


def _job_file(place: Workspace, _owner: User) -> Arguments:
    later = timezone.now() + timedelta(days=1)
    job = make(Job, place)
    file = make(JobFile, place, job=job, name="l.txt", content_type="text/plain", expires_at=later)
    return {"pk": file.job_id, "file_pk": file.pk}  # type: ignore[attr-defined]  # a JobFile


def _tag(place: Workspace, _owner: User) -> Arguments:
    row: Any = make(OrganisationTag, place)
    return {"pk": row.organisation_id, "tag": row.tag_id}


def _run(place: Workspace, owner: User) -> ImportRun:
    """A list that is checked and waits for an answer."""
    data = as_csv([("Biljartclub Tolhuis", "", "", "Groningen", "b@voorbeeld.example")])
    run = uploads.receive(workspace=place, user=owner, data=data, name="lijst.csv")
    return checking.check(run=run)


def _import(place: Workspace, owner: User) -> Arguments:
    with guard.workspaces(place.pk):
        return _pk(_run(place, owner))


def _import_row(place: Workspace, owner: User) -> Arguments:
    with guard.workspaces(place.pk):
        row = _run(place, owner).rows.get()
    return {"pk": row.run_id, "number": row.number}


def _merged(place: Workspace, owner: User) -> Arguments:
    seat = Seat(place, Role.CONSULENT)
    access = Access(owner, seat, (seat,), has_second_factor=True)
    two = _two_organisations(place, owner)
    with guard.workspaces(place.pk):
        return _pk(merges.merge(access=access, **two))


def _two_organisations(place: Workspace, _owner: User) -> Arguments:
    return {"kept": make(Organisation, place).pk, "gone": make(Organisation, place).pk}


def _pair(place: Workspace, _owner: User) -> Arguments:
    two = [make(Organisation, place) for _ in range(2)]
    return _pk(make(DuplicatePair, place, a=two[0], b=two[1], probability=0.9))


def _linked(model: Any, purpose: str, person: str = "") -> Factory:
    """The secret of a personal link to a row of this model; `person` is the field of the contact,
    who must be one of the same organisation."""

    def factory(place: Workspace, _owner: User) -> Arguments:
        link = links.create(purpose, workspace=place.pk)
        about = make(Organisation, place)
        told = {"organisation": about, person: make(Contact, place, organisation=about)}
        row = make(model, place, link=link, **(told if person else {}))
        link.object_id = row.pk
        link.save(update_fields=["object_id"])
        return {"secret": links.token(link)}

    return factory


def _check_link(place: Workspace, owner: User) -> Arguments:
    """With the mail that brought it: who opts out there, opts out the address of that mail."""
    own = _linked(FactCheck, "klopt", "contact")(place, owner)
    make(OutboxMail, place, link=links.find("klopt", own["secret"]))
    return own


def _offer_file(place: Workspace, _owner: User) -> Arguments:
    file: Any = make(OfferFile, place, offer=make(Offer, place), valid_until=date(2099, 1, 1))
    return {"pk": file.offer_id, "file_pk": file.pk}


def _passkey(_place: Workspace, owner: User) -> Arguments:
    key = Authenticator.objects.create(user=owner, type="webauthn", data={"name": "telefoon"})
    return _pk(key)


OBJECTS: dict[str, Factory] = {
    "check_link": _check_link,
    "contact": _of(Contact, email="bestuur@voorbeeld.example"),
    "import": _import,
    "import_row": _import_row,
    "invitation": _invitation,
    "invitation_link": _invitation_link,
    "job": _of(Job),
    "job_file": _job_file,
    "mail": _of(OutboxMail),
    "mailbox_message": _of(MailboxMessage),
    "mailing": _of(Mailing),
    "membership": _membership,
    "merged": _merged,
    "note": lambda place, owner: _pk(make(Note, place, author=owner)),
    "offer": _of(Offer),
    "offer_file": _offer_file,
    "opt_out_link": _linked(OutboxMail, "afmelden"),
    "organisation": _of(Organisation),
    "pair": _pair,
    "passkey": _passkey,
    "proposal": _of(Proposal),
    "provider": lambda _place, _owner: {"provider_id": "organisatie"},
    "selection": _of(Selection),
    "succession": _of(Succession),
    "succession_link": _linked(Succession, "opvolger", "leaving"),
    "tag": _tag,
    "two_organisations": _two_organisations,
    **ADVICE_OBJECTS,
    **EVENT_OBJECTS,
    **NEEDS_OBJECTS,
    **SURVEY_OBJECTS,
    **REPORT_OBJECTS,
    **WAVE_OBJECTS,
}


def missing(own: Arguments) -> Arguments:
    """Arguments of the same shape that name nothing."""
    return {
        key: 2**31 - 2 if isinstance(value, int) else "bestaatniet" for key, value in own.items()
    }
