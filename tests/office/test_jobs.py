"""Jobs: whole or not at all, and always with an answer."""

import pytest
from django.db import connection

from krachtlokaal.core import guard
from krachtlokaal.office import audit, jobs, lost, outbox, running
from krachtlokaal.office.enums import ActorKind, JobState
from krachtlokaal.office.models import AuditEntry, Draft, Job, JobFile, OutboxMail

WORKSPACE = 7


def start(kind: str, **arguments: object) -> Job:
    with guard.workspaces(WORKSPACE):
        return jobs.start(kind, title="Proef", workspace=WORKSPACE, user=3, arguments=arguments)


def after(job: Job) -> Job:
    with guard.workspaces(WORKSPACE):
        job.refresh_from_db()
    return job


def drafts() -> list[str]:
    with guard.workspaces(WORKSPACE):
        return list(Draft.objects.order_by("form").values_list("form", flat=True))


@pytest.mark.django_db
def test_a_job_runs_with_its_workspace_and_leaves_result_and_file() -> None:
    job = start("test.write", words=["a", "b"])
    assert jobs.run_waiting() == 1
    job = after(job)
    assert (job.state, job.result, job.message) == (JobState.DONE, {"written": 2}, "")
    assert drafts() == ["a", "b"]
    with guard.workspaces(WORKSPACE):
        assert JobFile.objects.get().name == "uit-komst.txt"


@pytest.mark.django_db
def test_a_done_job_is_not_run_again() -> None:
    job = start("test.write", words=["a"])
    jobs.run_waiting()
    running.run(job.pk)
    assert drafts() == ["a"]


@pytest.mark.django_db
def test_the_audit_names_who_asked() -> None:
    with audit.acting(audit.Actor(ActorKind.USER, "Sanne", 3, WORKSPACE)):
        start("test.write", words=[])
    jobs.run_waiting()
    with guard.workspaces(WORKSPACE):
        entry = AuditEntry.objects.get()
    assert (entry.actor_name, entry.actor_id, entry.workspace_id) == ("Sanne", 3, WORKSPACE)


@pytest.mark.django_db
def test_refused_input_says_why_and_leaves_nothing() -> None:
    job = after_run("test.refuse")
    assert job.state == JobState.FAILED
    assert job.message == "Regel 3 heeft geen naam. Vul de naam in."
    assert drafts() == []


@pytest.mark.django_db
def test_a_broken_handler_gives_a_sentence_with_a_number(caplog: pytest.LogCaptureFixture) -> None:
    job = after_run("test.break")
    assert job.state == JobState.FAILED
    reference = job.message.rstrip(".").rpartition(" ")[2]
    assert reference in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in job.message
    assert drafts() == []


@pytest.mark.django_db
def test_a_failed_job_can_be_tried_again_once() -> None:
    job = after_run("test.refuse")
    with guard.workspaces(WORKSPACE):
        assert jobs.retry(job)
        assert not jobs.retry(job)
    assert after(job).state == JobState.WAITING
    assert jobs.run_waiting() == 1
    assert after(job).state == JobState.FAILED


@pytest.mark.django_db
def test_a_job_that_was_killed_too_often_is_given_up() -> None:
    job = start("test.write", words=["a"])
    with guard.workspaces(WORKSPACE):
        Job.objects.update(attempts=running.MAX_ATTEMPTS)
    jobs.run_waiting()
    assert after(job).state == JobState.FAILED
    assert "5 keer" in job.message
    assert drafts() == []


@pytest.mark.django_db
def test_a_kind_without_handler_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="No handler"):
        start("test.unknown")


@pytest.mark.django_db
def test_a_job_that_is_rolled_back_is_not_in_the_queue() -> None:
    with guard.workspaces(WORKSPACE):
        try:
            with_rollback()
        except ZeroDivisionError:
            assert Job.objects.count() == 0
    assert jobs.run_waiting() == 0


def with_rollback() -> None:
    from django.db import transaction

    with transaction.atomic():
        start("test.write", words=["a"])
        raise ZeroDivisionError


@pytest.mark.django_db
def test_a_long_job_says_by_mail_that_it_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "LONG", running.timedelta(seconds=-1))
    monkeypatch.setattr(jobs, "_find_user", [lambda _: jobs.Addressee("s@example.org", "Sanne")])
    after_run("test.write", words=[])
    with guard.workspaces(WORKSPACE):
        assert [(m.template, m.to) for m in OutboxMail.objects.all()] == [
            ("job_done", "s@example.org")
        ]


def after_run(kind: str, **arguments: object) -> Job:
    job = start(kind, **arguments)
    jobs.run_waiting()
    return after(job)


def test_progress_is_seen_before_the_job_ends(own_database: str) -> None:
    seen: list[tuple[str, int, int, str]] = []

    @jobs.handles("test.look")
    def look(progress: jobs.Progress) -> jobs.Result:
        progress.step("Rijen lezen", done=2, total=9)
        second = connection.copy()
        with second.cursor() as cursor:
            cursor.execute("SELECT set_config('kl.scope', 'system', false)")
            cursor.execute("SELECT step, done, total, state FROM office_job")
            seen.extend(cursor.fetchall())
        second.close()
        return {}

    job = start("test.look")
    jobs.run_waiting()
    jobs._kinds.pop("test.look")
    assert seen == [("Rijen lezen", 2, 9, "running")]
    assert after(job).state == JobState.DONE


def test_two_workers_never_run_one_job(own_database: str) -> None:
    job = start("test.write", words=["a"])
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [running._LOCK_SPACE + job.pk])
    with pytest.raises(running.queue.TryAgain):
        running.run(job.pk)
    assert after(job).state == JobState.WAITING
    other.close()
    running.run(job.pk)
    assert after(job).state == JobState.DONE


@pytest.mark.django_db
def test_what_lost_its_task_gets_it_back() -> None:
    job = start("test.write", words=["a"])
    outbox.post("job_done", to="a@example.org", workspace=WORKSPACE)
    assert lost.put_back() == 0
    with guard.system("time goes by"), connection.cursor() as cursor:
        cursor.execute("UPDATE office_job SET created_at = now() - interval '1 hour'")
        cursor.execute("UPDATE office_outboxmail SET created_at = now() - interval '1 hour'")
        assert lost.put_back() == 0
        cursor.execute("DELETE FROM procrastinate_jobs")
    assert lost.put_back() == 2
    assert jobs.run_waiting() == 2
    assert after(job).state == JobState.DONE
