"""Rows that wait for a task which is not in the queue: put it there again.

A row and its task are written together, so this finds something only after a fault of ours or of
who cleaned the queue by hand. Without it such a mail would stand ready for ever, unseen.
"""

from django.db import connection, transaction

from krachtlokaal.core import guard
from krachtlokaal.office import queue

_MAILS = """
SELECT id FROM office_outboxmail m WHERE state = 'queued' AND created_at < now() - interval '10 min'
  AND NOT EXISTS (SELECT 1 FROM procrastinate_jobs q WHERE q.task_name = 'deliver'
    AND q.status IN ('todo', 'doing') AND (q.args->>'mail_id')::bigint = m.id) LIMIT 500
"""
_JOBS = """
SELECT id FROM office_job j WHERE state IN ('waiting', 'running')
  AND created_at < now() - interval '10 min'
  AND NOT EXISTS (SELECT 1 FROM procrastinate_jobs q WHERE q.task_name = 'run_job'
    AND q.status IN ('todo', 'doing') AND (q.args->>'job_id')::bigint = j.id) LIMIT 500
"""


def put_back() -> int:
    """Queue what was lost; tells how much."""
    with transaction.atomic(), guard.system("every workspace's mails and jobs are looked after"):
        with connection.cursor() as cursor:
            cursor.execute(_MAILS)
            mails = [row[0] for row in cursor.fetchall()]
            cursor.execute(_JOBS)
            jobs = [row[0] for row in cursor.fetchall()]
        queue.defer_many("deliver", [{"mail_id": number} for number in mails])
        queue.defer_many("run_job", [{"job_id": number} for number in jobs])
    return len(mails) + len(jobs)
