"""Run what waits in the queue in this process and on Django's connection: tests and commands."""

import json
from datetime import timedelta
from typing import Any

from django.utils import timezone
from procrastinate import sql
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from krachtlokaal.office import queue


def run_waiting(limit: int) -> int:
    """Take the waiting tasks one by one until none is due; tells how many it ran."""
    connector = DjangoConnector()
    worker = connector.execute_query_one(sql.queries["register_worker"])["worker_id"]
    for count in range(limit):
        task = connector.execute_query_one(sql.queries["fetch_job"], queues=None, worker_id=worker)
        if task["id"] is None:
            connector.execute_query(sql.queries["unregister_worker"], worker_id=worker)
            return count
        _run(connector, task)
    return limit


def _run(connector: DjangoConnector, task: dict[str, Any]) -> None:
    try:
        app.tasks[task["task_name"]](**json.loads(task["args"]))
    except queue.TryAgain:
        _put_back(connector, task["id"])
        return
    connector.execute_query(
        sql.queries["finish_job"], job_id=task["id"], status="succeeded", delete_job=True
    )


def _put_back(connector: DjangoConnector, task_id: int) -> None:
    connector.execute_query(
        sql.queries["retry_job"],
        job_id=task_id,
        retry_at=timezone.now() + timedelta(seconds=2),
        new_priority=None,
        new_queue_name=None,
        new_lock=None,
    )
