"""The queue in PostgreSQL: enqueued in the same transaction, run by the worker (office/worker.py).

The web and the handlers put tasks in the queue over Django's own connection, so a task and the row
that it is about are there together or not at all. The worker reads the queue over a small pool.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import procrastinate
from django.db import InterfaceError, OperationalError
from procrastinate import retry
from procrastinate.contrib.django import app as django_app
from procrastinate.jobs import Job as QueuedTask

WORK = "work"  # jobs of people: seconds to minutes
QUICK = "quick"  # mails and upkeep: a sign-in code never waits behind an import

Deed = TypeVar("Deed", bound=Callable[[], object])
_by_the_clock: dict[str, tuple[str, Callable[[], object]]] = {}


class TryAgain(Exception):  # noqa: N818  # reads as `raise queue.TryAgain`
    """The task can't go on now and changed nothing: the queue runs it again in a moment."""


# After a lost connection or a deadlock a task is simply run again.
AGAIN = (TryAgain, OperationalError, InterfaceError)


class _Again(retry.BaseRetryStrategy):
    """What may be run again. How often is counted in the rows of jobs and mails."""

    def get_retry_decision(
        self,
        *,
        exception: BaseException,
        job: QueuedTask,  # noqa: ARG002  # the signature is procrastinate's
    ) -> retry.RetryDecision | None:
        if isinstance(exception, AGAIN):
            return retry.RetryDecision(retry_in={"seconds": 2})
        return None


def on_app_ready(app: procrastinate.App) -> None:
    """Called by procrastinate's Django app when the queue can be used."""
    register(app)


def register(app: procrastinate.App) -> None:
    """Give an app of the queue our tasks: the one of the web, and the one of a worker."""
    app.task(name="run_job", queue=WORK, retry=_Again())(_run_job)
    app.task(name="deliver", queue=QUICK, retry=_Again())(_deliver)


def register_periodic(app: procrastinate.App) -> None:
    """What a worker does by the clock."""
    for name, (cron, deed) in _by_the_clock.items():
        task = app.task(name=name, queue=QUICK, queueing_lock=name)(_without_time(deed))
        app.periodic(cron=cron)(task)


def by_the_clock(cron: str) -> Callable[[Deed], Deed]:
    """Register what a worker runs at these times; a higher room does so in its jobs module."""

    def register(function: Deed) -> Deed:
        name = f"{function.__module__}.{function.__name__}"
        _by_the_clock[name] = (cron, function)
        return function

    return register


def _without_time(function: Callable[[], object]) -> Any:  # noqa: ANN401  # a type can't say the argument's name
    def run(timestamp: int) -> None:  # noqa: ARG001  # the clock passes its time
        function()

    return run


def defer(name: str, **arguments: Any) -> None:  # noqa: ANN401  # whatever JSON holds
    """Put a task in the queue, in the transaction that is open now."""
    django_app.configure_task(name, allow_unknown=False).defer(**arguments)


def defer_later(name: str, seconds: int, **arguments: Any) -> None:  # noqa: ANN401  # the same
    """The same, to be run after so many seconds."""
    later = django_app.configure_task(name, allow_unknown=False, schedule_in={"seconds": seconds})
    later.defer(**arguments)


def defer_many(name: str, arguments: Iterable[dict[str, Any]], *, priority: int = 0) -> None:
    """Put many tasks of one name in the queue with one query; a higher priority goes first."""
    if batch := list(arguments):
        task = django_app.configure_task(name, allow_unknown=False, priority=priority)
        task.batch_defer(*batch)


def _run_job(job_id: int) -> None:
    from krachtlokaal.office import running

    running.run(job_id)


def _deliver(mail_id: int) -> None:
    from krachtlokaal.office import delivery

    delivery.deliver(mail_id)


@by_the_clock("* * * * *")
def _sweep_mails() -> None:
    from krachtlokaal.office import delivery

    delivery.sweep()


@by_the_clock("*/2 * * * *")
def _read_bounces() -> None:
    from krachtlokaal.office import bounces

    bounces.read()


@by_the_clock("*/15 * * * *")
def _find_lost_tasks() -> None:
    from krachtlokaal.office import lost

    lost.put_back()


@by_the_clock("17 3 * * *")
def _clean_up() -> None:
    from krachtlokaal.office import retention

    retention.clean_up()


@by_the_clock("47 * * * *")
def _renew_search_words() -> None:
    from krachtlokaal.office import search

    search.renew_words()
