from krachtlokaal.office.models.audit import AuditEntry
from krachtlokaal.office.models.drafts import Draft
from krachtlokaal.office.models.jobs import Job, JobFile
from krachtlokaal.office.models.links import PersonalLink
from krachtlokaal.office.models.mails import MailboxMessage, OutboxMail
from krachtlokaal.office.models.releases import Release
from krachtlokaal.office.models.search import PublicSearchRow, ScopedSearchRow, SearchWord

__all__ = [
    "AuditEntry",
    "Draft",
    "Job",
    "JobFile",
    "MailboxMessage",
    "OutboxMail",
    "PersonalLink",
    "PublicSearchRow",
    "Release",
    "ScopedSearchRow",
    "SearchWord",
]
