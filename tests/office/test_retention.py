"""What is thrown away is counted first, told to operators, and never more than that."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office import retention
from krachtlokaal.office.models import AuditEntry, Draft, MailboxMessage
from tests.architecture.sources import ROOT

pytestmark = pytest.mark.django_db


def old_mail(days: int) -> None:
    mail = MailboxMessage.objects.create(to="a@club.example", sender="s", subject="o", text="t")
    MailboxMessage.objects.filter(pk=mail.pk).update(at=timezone.now() - timedelta(days=days))


def numbers() -> dict[str, int]:
    return {due.term.key: due.number for due in retention.overview() if due.number}


def test_the_dry_run_counts_and_changes_nothing() -> None:
    for days in (13, 15, 16):
        old_mail(days)
    assert numbers() == {"mailbox": 2}
    assert MailboxMessage.objects.count() == 3


def test_carrying_out_takes_what_the_dry_run_counted_and_writes_it_down() -> None:
    for days in (13, 15, 16):
        old_mail(days)
    assert retention.clean_up() == {"mailbox": 2}
    assert (MailboxMessage.objects.count(), numbers()) == (1, {})
    with guard.system("the deed of the clock belongs to no workspace"):
        entry = AuditEntry.objects.get(verb="retention.carried_out")
    assert entry.object_label == "mailbox 2"


def test_nothing_past_its_time_is_no_deed() -> None:
    with guard.workspaces(7):
        Draft.objects.create(workspace_id=7, user_id=1, form="f")
    assert retention.clean_up() == {}
    with guard.system("the deed of the clock belongs to no workspace"):
        assert not AuditEntry.objects.filter(verb="retention.carried_out").exists()


def test_the_manual_of_operators_tells_the_same_terms() -> None:
    text = (ROOT / "docs" / "beheer" / "bewaartermijnen.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (.+?) \| (\d+) \| (.+?) \|$", text, re.MULTILINE)
    kept = [(str(t.what), str(t.days), str(t.since)) for t in retention.terms()]
    assert sorted(told) == sorted(kept)
