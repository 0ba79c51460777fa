"""Rows that wait for somebody, for tests of the start page."""

from typing import Any

from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import Job, OutboxMail
from krachtlokaal.register.enums import ImportState
from krachtlokaal.register.models import DuplicatePair, ImportRun, Organisation, Proposal


def proposal(about: Organisation, by: Workspace) -> Proposal:
    return Proposal.objects.create(
        organisation=about, workspace=by, proposer_name="Vera", changes={"volunteers": [1, 2]}
    )


def pair(first: Organisation, second: Organisation) -> DuplicatePair:
    return DuplicatePair.objects.create(a=first, b=second, probability=0.9)


def import_run(room: Workspace, **values: Any) -> ImportRun:
    return ImportRun.objects.create(
        workspace=room,
        **{"file_name": "lijst.csv", "file": b"", "state": ImportState.CHECKED} | values,
    )


def unsure_mail(room: Workspace) -> OutboxMail:
    return OutboxMail.objects.create(
        workspace_id=room.pk,
        to="bestuur@club.example",
        to_name="Abel B.",
        template="mailing",
        message_id=f"<{timezone.now().timestamp()}@test.example>",
        state=MailState.UNSURE,
    )


def job(room: Workspace, title: str, **values: Any) -> Job:
    return Job.objects.create(workspace_id=room.pk, kind="test", title=title, **values)
