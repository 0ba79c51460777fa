"""Who did what: in sentences, by filter, and only what one may know."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office import audit, retention, verbs
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.office.models import AuditEntry, Draft, Job, MailboxMessage, OutboxMail
from krachtlokaal.office.queries import audit as queries

pytestmark = pytest.mark.django_db

SANNE = audit.Actor(ActorKind.USER, "Sanne", 3, 7)
TOM = audit.Actor(ActorKind.USER, "Tom", 4, 8)


def draft(workspace: int) -> Draft:
    with guard.workspaces(workspace):
        return Draft.objects.create(workspace_id=workspace, user_id=1, form="f")


def test_entries_are_told_in_sentences() -> None:
    with audit.acting(SANNE), guard.workspaces(7):
        audit.record("mail.resent", label="tom@example.org")
        audit.record("no.such_verb", label="iets")
        audit.record("mail.resent", changes={"naam": ("", "Jan"), "plaats": ("Ede", "Ede")})
        third, second, first = queries.entries()
    assert verbs.sentence(first) == "Sanne verstuurde de mail aan tom@example.org nog een keer"
    assert verbs.sentence(second) == "Sanne deed iets met iets"
    assert verbs.changes(third) == [verbs.Change("naam", "leeg", "Jan")]


def test_a_link_is_somebody() -> None:
    entry = AuditEntry(actor_kind=ActorKind.LINK, verb="job.retried", object_label="Lijst")
    assert verbs.sentence(entry) == ("Iemand met een persoonlijke link begon de taak Lijst opnieuw")


def test_a_verb_has_one_sentence() -> None:
    with pytest.raises(ValueError, match="Two sentences"):
        verbs.register({"mail.resent": "nog eens"})
    assert ("mail.resent", "verstuurde de mail aan nog een keer") in verbs.choices()


def test_entries_are_filtered() -> None:
    with audit.acting(SANNE), guard.workspaces(7):
        audit.record("mail.resent", label="a")
        audit.record("job.retried", label="b")
        today = timezone.localdate()
        day = timedelta(days=1)
        counts = [
            queries.entries(person="sann").count(),
            queries.entries(person="Tom").count(),
            queries.entries(verb="job.retried").count(),
            queries.entries(subject="a", since=today, until=today).count(),
            queries.entries(since=today + day).count(),
            queries.entries(until=today - day).count(),
        ]
    assert counts == [2, 0, 1, 1, 0, 0]


def test_entries_of_others_are_not_listed() -> None:
    with audit.acting(TOM), guard.workspaces(8):
        audit.record("mail.resent", label="a")
    with guard.workspaces(7):
        assert queries.entries().count() == 0


def test_the_history_of_a_thing_is_what_all_may_know_and_what_is_ours() -> None:
    thing = draft(7)
    for actor, is_shared in ((SANNE, True), (SANNE, False), (TOM, True), (TOM, False)):
        with audit.acting(actor), guard.workspaces(actor.workspace or 0):
            audit.record("job.retried", thing, shared=is_shared)
    with guard.workspaces(7):
        told = [(entry.actor_name, entry.is_shared) for entry in queries.history(thing)]
    assert told == [("Tom", True), ("Sanne", False), ("Sanne", True)]


def test_old_rows_are_thrown_away_and_young_ones_stay() -> None:
    for _ in range(2):
        MailboxMessage.objects.create(to="a@example.org", sender="s", subject="s", text="t")
    first = MailboxMessage.objects.last()
    assert first is not None
    long_ago = timezone.now() - timedelta(days=9 * 365)
    MailboxMessage.objects.filter(pk=first.pk).update(at=long_ago)
    old = draft(7)
    with guard.workspaces(7):
        Draft.objects.filter(pk=old.pk).update(updated_at=long_ago)
        Job.objects.create(workspace_id=7, kind="k", title="wacht nog")
        audit.record("mail.resent", workspace=7)
        for number, state in enumerate(("sent", "unsure")):
            OutboxMail.objects.create(
                workspace_id=7,
                to="a@example.org",
                template="t",
                message_id=str(number),
                state=state,
            )
        OutboxMail.objects.update(created_at=long_ago)
    retention.clean_up()
    with guard.workspaces(7):
        counts = [model.objects.count() for model in (Draft, Job, AuditEntry, OutboxMail)]
    assert [MailboxMessage.objects.count(), *counts] == [1, 0, 1, 1, 1]


def test_the_audit_is_forgotten_by_age_alone() -> None:
    with guard.workspaces(7):
        audit.record("mail.resent", workspace=7)
        with pytest.raises(DatabaseError), transaction.atomic():
            AuditEntry.objects.all().delete()
        with pytest.raises(DatabaseError, match="two years"), transaction.atomic():
            forget(timezone.now() - timedelta(days=600))
        assert AuditEntry.objects.count() == 1


def forget(before: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT kl_forget_audit(%s)", [before])


def test_an_audit_of_many_years_is_forgotten() -> None:
    with guard.workspaces(7):
        audit.record("mail.resent", workspace=7)
    with guard.system("years go by"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO office_auditentry (workspace_id, at, actor_kind, actor_name, verb,"
            " object_kind, object_label, changes, is_shared)"
            " VALUES (7, now() - interval '6 years', 'user', 'Sanne', 'v', '', '', '{}', false)"
        )
    retention.clean_up()
    with guard.workspaces(7):
        assert [entry.verb for entry in queries.entries()] == ["mail.resent"]
