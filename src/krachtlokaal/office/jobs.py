"""Work that takes over a second: start it, see how far it is, run it.

A handler runs in one transaction with the scope of the job's workspace and the actor who asked.
When it is killed, nothing of it stays and the queue runs it again. Progress is written on a
connection of its own, so that others see it before the transaction ends.
"""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise

from krachtlokaal.office.models import Job

Result = dict[str, Any]
Handler = Callable[["Progress"], Result]
_handlers: dict[str, Handler] = {}


class Progress:
    """What a handler gets: its job, and a way to say how far it is."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.arguments: dict[str, Any] = job.arguments

    def step(self, text: str | Promise, *, done: int = 0, total: int = 0) -> None:
        """Say what is being done now and how much of it; written at most twice a second."""


def handles(kind: str) -> Callable[[Handler], Handler]:
    """Register the function that does jobs of this kind."""

    def register(handler: Handler) -> Handler:
        if kind in _handlers:
            raise ValueError(f"Two handlers for jobs of kind {kind}.")
        _handlers[kind] = handler
        return handler

    return register


def start(
    kind: str,
    *,
    title: str,
    workspace: int,
    user: int | None,
    arguments: dict[str, Any],
    result_url: str = "",
) -> Job:
    """Write the job and put it in the queue, in the transaction that is open now."""
    raise ValueError("the worker is being written")
