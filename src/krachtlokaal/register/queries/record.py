"""All that the register knows of one organisation, as far as the one who asks may see it."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import Http404

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.accounts.queries.areas import workspaces_for
from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.register.enums import PairState, ProposalState
from krachtlokaal.register.models import (
    Contact,
    DuplicatePair,
    ImportRow,
    Note,
    Organisation,
    Proposal,
    Tag,
)
from krachtlokaal.register.queries import history
from krachtlokaal.register.queries.optouts import opted_out_among
from krachtlokaal.register.queries.places import Town, towns

MOST_STEPS = 20
NOTES_PER_PAGE = 10
EVENTS_PER_PAGE = 10
SHOWN_IMPORTS = 5


@dataclass(frozen=True)
class Record:
    """What the page of an organisation shows."""

    organisation: Organisation
    town: Town | None
    supporters: list[Workspace]
    contacts: list[Contact]
    opted_out: set[str]
    tags: list[Tag]
    own_tags: list[Tag]
    notes: "Page[Note]"
    proposals: list[Proposal]
    doubles: list[tuple[Organisation, float]]
    imports: list[ImportRow]
    events: list[history.Event]
    events_page: "Page[AuditEntry]"


def find(pk: int) -> Organisation:
    """The organisation of this number; one that was merged leads to the one that was kept."""
    found = Organisation.everything.filter(pk=pk).first()
    for _step in range(MOST_STEPS):
        if found is None:
            raise Http404
        if found.merged_into_id is None:
            return found
        found = found.merged_into
    raise Http404


def record_of(organisation: Organisation, *, notes: str | None, events: str | None) -> Record:
    """A fixed number of queries; `notes` and `events` are the pages of those two lists."""
    contacts = list(Contact.objects.filter(organisation=organisation))
    rows = Paginator(history.entries(organisation), EVENTS_PER_PAGE).get_page(events)
    return Record(
        organisation=organisation,
        town=towns().get(organisation.municipality_id),
        supporters=list(workspaces_for(organisation.municipality_id, organisation.sector)),
        contacts=contacts,
        opted_out=opted_out_among(contact.email for contact in contacts),
        tags=list(Tag.objects.filter(rows__organisation=organisation)),
        own_tags=list(Tag.objects.all()),
        notes=Paginator(Note.objects.filter(organisation=organisation), NOTES_PER_PAGE).get_page(
            notes
        ),
        proposals=list(open_proposals(organisation)),
        doubles=doubles(organisation),
        imports=list(
            ImportRow.objects.filter(organisation=organisation)
            .select_related("run")
            .defer("run__file", "cells", "values")
            .order_by("-id")[:SHOWN_IMPORTS]
        ),
        events=history.events(rows),
        events_page=rows,
    )


def fact_pairs(shown: Record) -> list[tuple[str, object]]:
    """Names and values of the facts; the website and what is in the heading stand elsewhere."""
    organisation, label = shown.organisation, history.label
    return [
        (label("legal_form"), organisation.get_legal_form_display()),
        (label("kvk"), organisation.kvk),
        (label("address"), organisation.address),
        (label("postcode"), organisation.postcode),
        (label("place"), organisation.place),
        (label("municipality_id"), shown.town.name if shown.town else ""),
        (label("volunteers"), number(organisation.volunteers)),
        (label("members"), number(organisation.members)),
    ]


def open_proposals(organisation: Organisation) -> QuerySet[Proposal]:
    """Proposals stand open for everybody: they are about shared facts."""
    return Proposal.objects.filter(
        organisation=organisation, state=ProposalState.OPEN
    ).select_related("workspace")


def doubles(organisation: Organisation) -> list[tuple[Organisation, float]]:
    """Organisations that may be the same one, surest first."""
    pairs = (
        DuplicatePair.objects.filter(
            Q(a=organisation) | Q(b=organisation),
            state=PairState.OPEN,
            a__merged_into=None,
            b__merged_into=None,
        )
        .select_related("a", "b")
        .order_by("-probability")
    )
    return [
        (pair.b if pair.a_id == organisation.pk else pair.a, pair.probability) for pair in pairs
    ]
