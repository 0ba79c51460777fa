"""Rows of the office for tests: one function per model."""

from typing import Any

from krachtlokaal.core import guard
from krachtlokaal.office import outbox
from krachtlokaal.office.jobs import attach
from krachtlokaal.office.models import Job, JobFile, MailboxMessage, OutboxMail


def job(workspace: int, **values: Any) -> Job:
    with guard.workspaces(workspace):
        return Job.objects.create(
            **{"workspace_id": workspace, "kind": "test.write", "title": "Lijst inlezen", **values}
        )


def job_file(of: Job, name: str = "lijst.csv", data: bytes = b"a;b\n1;2\n") -> JobFile:
    with guard.workspaces(of.workspace_id):
        return attach(of, name, "text/csv", data)


def mail(workspace: int, **values: Any) -> OutboxMail:
    """A mail in the outbox in any state."""
    posted = outbox.post("job_done", to=values.pop("to", "sanne@example.org"), workspace=workspace)
    with guard.system("a test sets the state"):
        OutboxMail.objects.filter(pk=posted.pk).update(**values)
        posted.refresh_from_db()
    return posted


def message(**values: Any) -> MailboxMessage:
    return MailboxMessage.objects.create(
        **{
            "to": "sanne@example.org",
            "sender": "Kracht Lokaal <post@krachtlokaal.example>",
            "subject": "Uw code",
            "text": "Open https://example.org/x/ om in te loggen.",
            **values,
        }
    )
