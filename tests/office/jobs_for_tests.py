"""Kinds of jobs that the tests run: each does one thing that a handler may do."""

import os
import signal
import time

from krachtlokaal.office import audit, jobs
from krachtlokaal.office.models import Draft


@jobs.handles("test.write")
def write(progress: jobs.Progress) -> jobs.Result:
    """Writes a row per word, step by step, and a file."""
    words = progress.arguments["words"]
    for number, word in enumerate(words, start=1):
        progress.step(f"Woord {number}", done=number, total=len(words))
        Draft.objects.create(workspace_id=progress.job.workspace_id, user_id=1, form=word)
    audit.record("job.retried", progress.job)
    jobs.attach(progress.job, "uit/komst.txt", "text/plain", b"klaar")
    return {"written": len(words)}


@jobs.handles("test.refuse")
def refuse(progress: jobs.Progress) -> jobs.Result:
    write_one(progress)
    raise jobs.Refused("Regel 3 heeft geen naam. Vul de naam in.")


@jobs.handles("test.break")
def break_(progress: jobs.Progress) -> jobs.Result:
    write_one(progress)
    raise ZeroDivisionError


@jobs.handles("test.die_once")
def die_once(progress: jobs.Progress) -> jobs.Result:
    """Kills its own process the first time, as the kernel does when memory runs out."""
    write_one(progress)
    if progress.job.attempts <= progress.arguments.get("deaths", 1):
        os.kill(os.getpid(), signal.SIGKILL)
    return {"attempts": progress.job.attempts}


@jobs.handles("test.steps")
def steps(progress: jobs.Progress) -> jobs.Result:
    """Goes on until it is stopped."""
    for number in range(100_000):
        progress.step("Bezig", done=number, total=100_000)
        time.sleep(0.01)
    return {}


def write_one(progress: jobs.Progress) -> None:
    Draft.objects.create(workspace_id=progress.job.workspace_id, user_id=1, form="half")
