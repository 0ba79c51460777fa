"""A worker that is killed or stopped leaves nothing behind, and the next one does the job."""

import signal

from krachtlokaal.core import guard
from krachtlokaal.office import jobs, running
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Draft, Job
from tests.office.processes import wait_until, worker


def start(kind: str, **arguments: object) -> Job:
    with guard.workspaces(7):
        return jobs.start(kind, title="Proef", workspace=7, user=3, arguments=arguments)


def fresh(job: Job) -> Job:
    with guard.workspaces(7):
        return Job.objects.get(pk=job.pk)


def drafts() -> int:
    with guard.workspaces(7):
        return Draft.objects.count()


def test_a_killed_job_leaves_nothing_and_is_run_again(own_database: str) -> None:
    job = start("test.die_once")
    with worker(own_database) as first:
        assert first.wait(60) == -signal.SIGKILL
    assert (fresh(job).state, drafts()) == (JobState.RUNNING, 0)
    with worker(own_database):
        wait_until(lambda: fresh(job).state == JobState.DONE)
    assert (fresh(job).result, drafts()) == ({"attempts": 2}, 1)


def test_a_job_that_kills_every_worker_is_given_up(own_database: str) -> None:
    job = start("test.die_once", deaths=99)
    with guard.workspaces(7):
        Job.objects.update(attempts=running.MAX_ATTEMPTS - 1)
    with worker(own_database) as one:
        assert one.wait(60) == -signal.SIGKILL
    assert fresh(job).attempts == running.MAX_ATTEMPTS
    with worker(own_database):
        wait_until(lambda: fresh(job).state == JobState.FAILED)
    assert drafts() == 0


def test_a_worker_stops_at_the_next_step_and_gives_the_job_back(own_database: str) -> None:
    job = start("test.steps")
    with worker(own_database) as one:
        wait_until(lambda: fresh(job).step == "Bezig")
        one.send_signal(signal.SIGTERM)
        assert one.wait(60) == 0
    job = fresh(job)
    assert (job.state, job.attempts) == (JobState.WAITING, 0)


def test_two_workers_share_the_queue(own_database: str) -> None:
    many = [start("test.write", words=[f"w{number}"]) for number in range(20)]
    with worker(own_database), worker(own_database):
        wait_until(lambda: all(fresh(job).state == JobState.DONE for job in many))
    assert drafts() == 20
