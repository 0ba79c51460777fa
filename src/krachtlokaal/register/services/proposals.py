"""A change of shared facts by somebody who may not carry it out: proposed, then decided."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.access import Access
from krachtlokaal.office import audit, outbox
from krachtlokaal.register.enums import ProposalState
from krachtlokaal.register.models import Organisation, Proposal
from krachtlokaal.register.services import organisations
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences


class NothingToPropose(Exception):  # noqa: N818 it is an answer, not a fault
    """The proposed facts are the facts that stand."""


class AlreadyDecided(Exception):  # noqa: N818 it is an answer, not a fault
    """Somebody else decided about this proposal first."""


@transaction.atomic
def propose(
    *, access: Access, organisation: Organisation, facts: Mapping[str, Any], reason: str
) -> Proposal:
    """Write down what should change and why; those of the area decide."""
    wanted = {name: facts[name] for name in organisations.FACTS if name in facts}
    changes = differences(organisation, wanted)
    if not changes:
        raise NothingToPropose
    proposal = Proposal.objects.create(
        organisation=organisation,
        workspace=access.workspace,
        proposed_by=access.user,
        proposer_name=str(access.user),
        changes=changes,
        reason=reason,
    )
    audit.record("proposal.made", organisation, changes=changes, shared=True)
    return proposal


@transaction.atomic
def accept(*, access: Access, proposal: Proposal, answer: str = "") -> Proposal:
    """Carry the proposal out; refuses when one of its facts was changed since."""
    row = _locked(proposal)
    organisation = organisations.locked(row.organisation_id, version=None)
    if stale_facts(row, organisation):
        raise ChangedMeanwhile(organisation)
    changes = differences(organisation, {name: new for name, (_old, new) in row.changes.items()})
    if changes:
        organisations.apply(organisation, {name: new for name, (_old, new) in changes.items()})
    audit.record("proposal.accepted", organisation, changes=changes, shared=True)
    return _decided(access, row, ProposalState.ACCEPTED, answer)


@transaction.atomic
def decline(*, access: Access, proposal: Proposal, answer: str) -> Proposal:
    """Leave the facts as they are; the answer says why."""
    row = _locked(proposal)
    audit.record("proposal.declined", row.organisation, changes=row.changes, shared=True)
    return _decided(access, row, ProposalState.DECLINED, answer)


def stale_facts(proposal: Proposal, organisation: Organisation) -> list[str]:
    """The facts that are neither as they were when proposed, nor already as proposed."""
    return [
        name
        for name, (old, new) in proposal.changes.items()
        if getattr(organisation, name) not in (old, new)
    ]


def _locked(proposal: Proposal) -> Proposal:
    row = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if row.state != ProposalState.OPEN:
        raise AlreadyDecided
    return row


def _decided(access: Access, row: Proposal, state: ProposalState, answer: str) -> Proposal:
    row.state = state
    row.answer = answer
    row.decided_at = timezone.now()
    row.decided_by = access.user
    row.save(update_fields=["state", "answer", "decided_at", "decided_by"])
    if row.proposed_by is not None:
        outbox.post(
            "proposal_decided",
            to=row.proposed_by.email,
            to_name=row.proposer_name,
            language=row.proposed_by.language,
            workspace=row.workspace_id,
            context={
                "organisation": row.organisation.name,
                "path": reverse("portal:organisation", args=[row.organisation_id]),
                "accepted": state == ProposalState.ACCEPTED,
                "decider": str(access.user),
                "workspace": access.workspace.name,
                "answer": answer,
            },
        )
    return row
