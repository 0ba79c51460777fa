"""The queue in PostgreSQL: enqueued in the same transaction, run by the worker."""

import procrastinate


def on_app_ready(app: procrastinate.App) -> None:
    """Called by procrastinate's Django app when the queue can be used."""
