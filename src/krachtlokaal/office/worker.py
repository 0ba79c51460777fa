"""The process that does the work: two lanes, so that mail never waits behind a long job.

Stops at the next step of a job when it is asked to; a job that is stopped or killed half-way leaves
nothing behind, goes back into the queue within seconds, and is done by the next worker.
"""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

import procrastinate
from django.db import connection
from procrastinate import exceptions
from procrastinate.contrib.django.db_cleanup import DjangoApp
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from krachtlokaal.office import delivery, queue, running

HEARTBEAT = 2.0  # seconds between two signs of life of a worker
DEAD_AFTER = 8.0  # seconds without one, after which its tasks are put back
LOOK_EVERY = 2.0
GRACE = 20.0  # seconds that a stopping worker waits for work that takes no steps

log = logging.getLogger(__name__)


def run(*, stop: threading.Event | None = None, on_ready: Callable[[], None] | None = None) -> None:
    """Work until SIGTERM, SIGINT or `stop`; a second signal ends the process at once."""
    running.stopping.clear()
    # A process that died left mails half-way: they are shown before anything else is sent.
    delivery.sweep()
    connection.close()
    asyncio.run(_work(stop, on_ready))


async def _work(stop: threading.Event | None, on_ready: Callable[[], None] | None) -> None:
    asked = asyncio.Event()
    _listen_to_signals(asked)
    app = _app()
    async with app.open_async():
        lanes = [asyncio.create_task(_lane(app, name)) for name in (queue.QUICK, queue.WORK)]
        beside = [asyncio.create_task(_put_back_orphans(app))]
        if stop is not None:
            beside.append(asyncio.create_task(_watch(stop, asked)))
        if on_ready is not None:
            on_ready()
        ended = asyncio.create_task(asked.wait())
        await asyncio.wait([ended, *lanes], return_when=asyncio.FIRST_COMPLETED)
        running.stopping.set()
        for task in (ended, *beside, *lanes):
            task.cancel()
        results = await asyncio.gather(*lanes, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result


def _app() -> procrastinate.App:
    pool = PsycopgConnector(kwargs=connector_params(), min_size=3, max_size=6)
    app = DjangoApp(connector=pool)
    queue.register(app)
    queue.register_periodic(app)
    return app


async def _lane(app: procrastinate.App, name: str) -> None:
    await app.run_worker_async(
        queues=[name],
        name=name,
        concurrency=1,
        delete_jobs="successful",
        install_signal_handlers=False,
        update_heartbeat_interval=HEARTBEAT,
        stalled_worker_timeout=DEAD_AFTER,
        shutdown_graceful_timeout=GRACE,
    )


async def _put_back_orphans(app: procrastinate.App) -> None:
    """Tasks of workers without a sign of life go back into the queue."""
    while True:
        try:
            orphans = await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER)
            for task in orphans:
                with suppress(exceptions.ConnectorException):  # another worker was first
                    await app.job_manager.retry_job(task)
        except exceptions.ConnectorException:
            log.warning("The queue can't be read; trying again", exc_info=True)
        await asyncio.sleep(LOOK_EVERY)


async def _watch(stop: threading.Event, asked: asyncio.Event) -> None:
    while not stop.is_set():
        await asyncio.sleep(0.2)
    asked.set()


def _listen_to_signals(asked: asyncio.Event) -> None:
    if threading.current_thread() is not threading.main_thread():
        return

    def answer() -> None:
        if asked.is_set():
            os._exit(1)  # safe: what is not committed was never there
        asked.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, answer)
